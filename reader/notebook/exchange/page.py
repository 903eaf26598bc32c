"""The notebook as one HTML page that needs nothing else, with the annotations inside it as data."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from reader.notebook.exchange.layout import TITLE
from reader.notebook.exchange.markdown import DAMAGED, EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.notebook.exchange.layout import Chapter, Entry, Group

DATA_OPEN = '<script type="application/ld+json" id="booklet-reader-notebook">'
DATA_CLOSE = "</script>"

_STYLE = """\
:root { color-scheme: light dark; font: 1.125rem/1.6 "Atkinson Hyperlegible", Verdana, sans-serif; }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-top: 2px solid; padding-top: 1rem; }
article { margin: 1.5rem 0; break-inside: avoid; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 4px solid; }
p, blockquote { white-space: pre-line; }
.label { font-weight: bold; margin-bottom: 0; }
@media print { body { max-width: none; margin: 0; } h2 { break-before: page; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_UNSEEN = {code: "\ufffd" for code in range(32) if chr(code) not in "\t\n"} | {127: "\ufffd"}


def to_page(chapters: Sequence[Chapter], exported: str, data: str) -> str:
    """All of ``chapters`` as a page; ``data`` is the same as JSON-LD, for programs."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{TITLE}</title>",
        f"<style>\n{_STYLE}</style>",
        f"{DATA_OPEN}\n{_safe(data)}{DATA_CLOSE}",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{TITLE}</h1>",
        f"<p>Saved from Booklet Reader on {_text(exported)}.</p>",
        *([] if chapters else [f"<p>{EMPTY}</p>"]),
        *(line for chapter in chapters for line in _chapter(chapter)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def embedded_json(page: str) -> str | None:
    """The data that ``to_page`` put into a page; ``None`` where there is none."""
    _before, opening, rest = page.partition(DATA_OPEN)
    data, closing, _after = rest.partition(DATA_CLOSE)
    return data if opening and closing else None


def _safe(data: str) -> str:
    """The same JSON without a sign that could end the element it stands in."""
    return data.replace("<", "\\u003c")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield "<section>"
    yield f"<h2>{_text(chapter.heading)}</h2>"
    for group in chapter.groups:
        yield from _group(group)
    yield "</section>"


def _group(group: Group) -> Iterator[str]:
    yield "<section>"
    yield f"<h3>{_text(group.heading)}</h3>"
    for entry in group.entries:
        yield "<article>"
        yield from _entry(entry)
        yield "</article>"
    yield "</section>"


def _entry(entry: Entry) -> Iterator[str]:
    when = f'<time datetime="{entry.moment.isoformat()}">{_text(entry.when)}</time>'
    yield f'<p class="label">{_text(entry.label)} ({when})</p>'
    if entry.is_damaged:
        yield f"<p>{DAMAGED}</p>"
    if entry.quote:
        yield f"<blockquote>{_text(entry.quote)}</blockquote>"
    if entry.text:
        yield f"<p>{_text(entry.text)}</p>"
    if entry.answer:
        yield f"<p>Answer: {_text(entry.answer)}</p>"


def _text(text: str) -> str:
    return html.escape(text.translate(_UNSEEN))
