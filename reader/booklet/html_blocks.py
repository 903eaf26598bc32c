"""The passages of a section as HTML blocks."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from reader.booklet.figures import LIGHT, coloured
from reader.booklet.model import Callout, PassageKind
from reader.booklet.svg import SVG_FONT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reader.booklet.html_runs import RunsHtml
    from reader.booklet.model import Figure, Passage

_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class BlocksHtml:
    """Writes passages; ``folder`` is where the figures are."""

    runs: RunsHtml
    folder: Path

    def blocks(self, passages: Iterable[Passage]) -> Iterator[str]:
        """One block of HTML for each run of passages that belong together."""
        for (callout, _), members in groupby(passages, _box):
            if callout is None:
                yield from self._plain(members)
            else:
                name = _callout_name(callout)
                yield f'<aside class="{callout.value}" role="note" aria-label="{name}">'
                yield f"<p><strong>{name}</strong></p>"
                yield from self._plain(members)
                yield "</aside>"

    def _plain(self, passages: Iterable[Passage]) -> Iterator[str]:
        for (kind, _), members in groupby(passages, _run_of):
            together = list(members)
            match kind:
                case PassageKind.HEADING | PassageKind.PARAGRAPH:
                    yield from (self._text_block(passage) for passage in together)
                case PassageKind.LIST_ITEM:
                    yield from self._lists(together, together[0].level)
                case PassageKind.DEFINITION:
                    yield from self._definitions(together)
                case PassageKind.TABLE_ROW:
                    yield from self._table(together)
                case PassageKind.FIGURE:
                    yield from (self._figure(passage) for passage in together)
                case PassageKind.FOOTNOTE:
                    yield from self._footnotes(together)
                case other:
                    assert_never(other)

    def _text_block(self, passage: Passage) -> str:
        tag = f"h{passage.level}" if passage.kind is PassageKind.HEADING else "p"
        return f'<{tag} id="{_id(passage)}">{self.runs.html(passage.runs)}</{tag}>'

    def _lists(self, items: Sequence[Passage], level: int) -> Iterator[str]:
        """The list at ``level``, with the lists inside its items; a new one where numbers begin."""
        tag = ""
        for item, inside in _items(items, level):
            wanted = "ol" if item.marker.endswith(".") else "ul"
            if wanted != tag:
                yield from ([f"</{tag}>"] if tag else [])
                start = item.marker.removesuffix(".")
                yield f'<ol start="{start}">' if wanted == "ol" and start != "1" else f"<{wanted}>"
                tag = wanted
            yield f'<li id="{_id(item)}">{self.runs.html(item.runs)}'
            for is_deeper, members in groupby(inside, lambda part: part.level > level):
                parts = list(members)
                if is_deeper:
                    yield from self._lists(parts, level + 1)
                else:
                    yield from (self._go_on(part) for part in parts)
            yield "</li>"
        yield f"</{tag}>"

    def _go_on(self, passage: Passage) -> str:
        return f'<p id="{_id(passage)}">{self.runs.html(passage.runs)}</p>'

    def _definitions(self, passages: Sequence[Passage]) -> Iterator[str]:
        yield "<dl>"
        for passage in passages:
            if passage.term:
                yield f"<dt>{self.runs.html(passage.term)}</dt>"
            yield f'<dd id="{_id(passage)}">{self.runs.html(passage.runs)}</dd>'
        yield "</dl>"

    def _table(self, rows: Sequence[Passage]) -> Iterator[str]:
        yield "<table>"
        for is_header, members in groupby(rows, lambda row: row.is_header):
            part = "thead" if is_header else "tbody"
            yield f"<{part}>"
            for row in members:
                opening = '<th scope="col">' if is_header else "<td>"
                closing = "</th>" if is_header else "</td>"
                cells = (f"{opening}{self.runs.html(cell)}{closing}" for cell in row.cells)
                yield f'<tr id="{_id(row)}">{"".join(cells)}</tr>'
            yield f"</{part}>"
        yield "</table>"

    def _footnotes(self, passages: Sequence[Passage]) -> Iterator[str]:
        yield '<ol class="footnotes" role="doc-endnotes">'
        for passage, inside in _items(passages, 0):
            number = escape(passage.marker)
            back = f"#{self.runs.reference_id(number)}"
            yield f'<li id="{self.runs.footnote_id(number)}" value="{number}">'
            yield from (self._go_on(part) for part in (passage, *inside))
            yield f'<a href="{back}" role="doc-backlink" aria-label="Back to the text">↩</a></li>'
        yield "</ol>"

    def _figure(self, passage: Passage) -> str:
        figure = passage.figure
        if figure is None:
            return ""
        words = escape(figure.alternative)
        full = "".join(f"<p>{escape(line)}</p>" for line in figure.full_text.splitlines())
        return (
            f'<figure id="{_id(passage)}">{self._image(figure)}'
            f"<figcaption>{words}{full}</figcaption></figure>"
        )

    def _image(self, figure: Figure) -> str:
        """The picture inside the page; nothing when it has gone since the booklet was read."""
        path = self.folder / figure.source
        try:
            data = path.read_bytes()
            if path.suffix == ".svg":
                data = _for_a_page(data.decode("utf-8")).encode("utf-8")
        except (OSError, ValueError, KeyError):
            return ""
        content = b64encode(data).decode("ascii")
        media_type = _MEDIA_TYPES[path.suffix]
        return f'<img src="data:{media_type};base64,{content}" alt="{escape(figure.alternative)}">'


def _for_a_page(svg: str) -> str:
    """``svg`` in light colours; a machine without our typeface shows its letters in its own."""
    return coloured(svg, LIGHT).replace(f'"{SVG_FONT}"', f'"{SVG_FONT}, sans-serif"')


def _id(passage: Passage) -> str:
    return f"p_{passage.id}"


def _box(passage: Passage) -> tuple[Callout | None, int]:
    return (passage.callout, passage.group if passage.callout else 0)


def _run_of(passage: Passage) -> tuple[PassageKind, int]:
    return (passage.kind, passage.group)


def _items(passages: Sequence[Passage], level: int) -> Iterator[tuple[Passage, list[Passage]]]:
    """Each item of ``level``, with the paragraphs and deeper items that belong to it."""
    item: Passage | None = None
    inside: list[Passage] = []
    for passage in passages:
        if item is None or (passage.level <= level and passage.marker):
            if item is not None:
                yield item, inside
            item, inside = passage, []
        else:
            inside.append(passage)
    if item is not None:
        yield item, inside


def _callout_name(callout: Callout) -> str:
    match callout:
        case Callout.NOTE:
            return "Note"
        case Callout.IMPORTANT:
            return "Important"
        case other:
            assert_never(other)
