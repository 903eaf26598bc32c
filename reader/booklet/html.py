"""A booklet or a section as one HTML page that needs nothing else: no script, file or network."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from reader.booklet.html_blocks import BlocksHtml
from reader.booklet.html_runs import RunsHtml
from reader.booklet.model import Gate
from reader.booklet.review import NOT_REVIEWED, edition_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.booklet.model import Booklet, Section

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1.125rem/1.6 sans-serif; }
aside { border-left: 0.4em solid; padding: 0.1em 1em; margin: 1em 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
img { max-width: 100%; }
dt { font-weight: bold; }
"""


def booklet_html(booklet: Booklet) -> str:
    """The whole booklet; gated sections are folded up."""
    return _page(booklet, booklet.sections, booklet.title)


def section_html(booklet: Booklet, section: Section) -> str:
    """One section of ``booklet``; links to its other sections become plain words."""
    return _page(booklet, (section,), f"{section.title} – {booklet.title}")


def _page(booklet: Booklet, sections: Sequence[Section], title: str) -> str:
    included = frozenset(section.id for section in sections)
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{escape(booklet.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *_head(booklet),
            "<main>",
            *(line for section in sections for line in _section(booklet, section, included)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _head(booklet: Booklet) -> Iterable[str]:
    yield "<header>"
    yield f"<h1>{escape(booklet.title)}</h1>"
    yield f"<p>{escape(booklet.summary)}</p>"
    yield f"<p>{escape(edition_line(booklet))}</p>"
    if not booklet.is_clinically_reviewed:
        yield f"<p><strong>{NOT_REVIEWED}</strong></p>"
    yield "</header>"


def _section(booklet: Booklet, section: Section, included: frozenset[str]) -> Iterator[str]:
    blocks = BlocksHtml(RunsHtml(booklet.id, section.id, included), booklet.folder)
    yield f'<section id="{section.id}">'
    yield from blocks.blocks(section.passages[:1])
    if section.gate is not None:
        yield f"<details><summary>{_gate_words(section.gate)}</summary>"
    yield from blocks.blocks(section.passages[1:])
    if section.gate is not None:
        yield "</details>"
    yield "</section>"


def _gate_words(gate: Gate) -> str:
    match gate:
        case Gate.OUTLOOK:
            return "This part says how long people lived. Open it if you want to read it."
        case other:
            assert_never(other)
