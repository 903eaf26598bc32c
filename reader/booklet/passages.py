"""Block elements to passages, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.booklet.blocks import as_blocks, callout_head, first_words, joined
from reader.booklet.figure_words import FigureWordsError, read_figure_words
from reader.booklet.figures import figure_problem
from reader.booklet.markdown import FOOTNOTE_TAG
from reader.booklet.model import Callout, Figure, Passage, PassageKind

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator

    from reader.booklet.errors import BookletError
    from reader.booklet.inline import Inline
    from reader.booklet.model import Runs

BULLET = "•"

_LISTS = frozenset(("ul", "ol"))


@dataclass(slots=True)
class PassageMaker:
    """Walks the tree of one section; passages come without ids."""

    inline: Inline
    _groups: int = field(default=0, init=False)

    def passages(self, root: ET.Element) -> Iterator[Passage]:
        """The passages of ``root``; raises ``BookletError`` for what a booklet cannot say."""
        for block in root:
            if block.tag != FOOTNOTE_TAG:
                yield from self._block(block)
        numbers = self.inline.numbers
        notes = (block for block in root if block.tag == FOOTNOTE_TAG)
        for note in sorted(notes, key=lambda found: int(numbers[found.get("id", "")])):
            yield from self._footnote(note, numbers[note.get("id", "")])

    def _block(self, block: ET.Element) -> Iterator[Passage]:
        match block.tag:
            case "h3":
                yield Passage("", PassageKind.HEADING, self.inline.runs(block), level=3)
            case "p":
                yield from self._paragraph(block)
            case "ul" | "ol":
                yield from self._list(block, level=1, group=self._new_group())
            case "dl":
                yield from self._definitions(block, self._new_group())
            case "table":
                yield from self._table(block, self._new_group())
            case "blockquote":
                yield from self._boxes(block)
            case _:
                raise self._misplaced(block)

    def _paragraph(self, block: ET.Element) -> Iterator[Passage]:
        if len(block) == 1 and block[0].tag == "img":
            yield self._figure(block[0])
        elif runs := self.inline.runs(block):
            yield Passage("", PassageKind.PARAGRAPH, runs)

    def _figure(self, image: ET.Element) -> Passage:
        section, source = self.inline.section, image.get("src", "")
        alternative = " ".join(image.get("alt", "").split())
        problem = figure_problem(section.path.parent, source)
        if not problem and not alternative:
            problem = "This picture has no words. Say in the square brackets what it shows."
        if problem:
            raise section.error_at(f"]({source})", problem)
        try:
            full_text = read_figure_words(section.path.parent, source)
        except FigureWordsError as error:
            raise section.error_at(f"]({source})", error.problem) from None
        return Passage("", PassageKind.FIGURE, figure=Figure(source, alternative, full_text))

    def _list(self, block: ET.Element, *, level: int, group: int) -> Iterator[Passage]:
        start = int(block.get("start", "1"))
        for number, item in enumerate(block, start):
            marker = f"{number}." if block.tag == "ol" else BULLET
            for part in as_blocks(item):
                if part.tag in _LISTS and not marker:
                    yield from self._list(part, level=level + 1, group=group)
                elif part.tag == "p" and (runs := self.inline.runs(part)):
                    yield Passage(
                        "", PassageKind.LIST_ITEM, runs, level=level, marker=marker, group=group
                    )
                    marker = ""
                else:
                    raise self._misplaced(part)

    def _definitions(self, block: ET.Element, group: int) -> Iterator[Passage]:
        terms: list[Runs] = []
        are_defined = False
        for element in block:
            if element.tag == "dt":
                terms = [*([] if are_defined else terms), self.inline.runs(element)]
                are_defined = False
                continue
            are_defined = True
            for part in as_blocks(element):
                if part.tag != "p":
                    raise self._misplaced(part)
                runs, term = self.inline.runs(part), joined(terms)
                yield Passage("", PassageKind.DEFINITION, runs, term=term, group=group)
                terms = []

    def _table(self, block: ET.Element, group: int) -> Iterator[Passage]:
        for part in block:
            for row in part:
                cells = tuple(self.inline.runs(cell) for cell in row)
                is_header = part.tag == "thead"
                yield Passage(
                    "", PassageKind.TABLE_ROW, cells=cells, is_header=is_header, group=group
                )

    def _boxes(self, block: ET.Element) -> Iterator[Passage]:
        """Python-Markdown joins boxes that follow each other; ``[!note]`` begins each anew."""
        callout, group, is_empty = None, 0, True
        for part in block:
            kind, rest = callout_head(part)
            if kind and callout and is_empty:
                break
            if kind:
                callout, group, is_empty = self._callout(kind), self._new_group(), True
                part = rest  # noqa: PLW2901
            if callout is None:
                problem = "A box must begin with a line > [!note] or > [!important]."
                raise self.inline.section.error_at(first_words(part), problem)
            for passage in self._boxed(part):
                is_empty = False
                yield replace(passage, callout=callout, group=group)
        if is_empty:
            problem = "This box has no words. Write some, or take it out."
            raise self.inline.section.error_at(">", problem)

    def _boxed(self, part: ET.Element) -> Iterator[Passage]:
        if part.tag == "p":
            yield from self._paragraph(part)
        elif part.tag in _LISTS:
            yield from self._list(part, level=1, group=0)
        else:
            raise self._misplaced(part)

    def _callout(self, kind: str) -> Callout:
        if kind not in tuple(Callout):
            problem = f"The box [!{kind[:20]}] is not known. Write [!note] or [!important]."
            raise self.inline.section.error_at(f"[!{kind}", problem)
        return Callout(kind)

    def _footnote(self, note: ET.Element, number: str) -> Iterator[Passage]:
        marker = number
        for part in as_blocks(note):
            if part.tag != "p" or not (runs := self.inline.runs(part)):
                raise self._misplaced(part)
            yield Passage("", PassageKind.FOOTNOTE, runs, marker=marker)
            marker = ""
        if marker:
            problem = "This footnote has no words. Write some, or take it out."
            raise self.inline.section.error_at(f"[^{note.get('id')}]:", problem)

    def _new_group(self) -> int:
        self._groups += 1
        return self._groups

    def _misplaced(self, block: ET.Element) -> BookletError:
        name = _NAMES.get(str(block.tag), "This")
        problem = f"{name} cannot stand here. Give it a place of its own, without spaces before it."
        return self.inline.section.error_at(first_words(block), problem)


_NAMES = {
    "pre": "An indented paragraph",
    "table": "A table",
    "blockquote": "A box",
    "dl": "A definition",
    "ul": "A list",
    "ol": "A list",
    "h3": "A heading",
}
