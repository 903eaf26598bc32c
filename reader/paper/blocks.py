"""Passages of a booklet as the blocks that ``booklet.typ`` prints: lists nested, rows in tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from reader.booklet.model import Callout, PassageKind
from reader.paper import wording
from reader.paper.pictures import read_picture
from reader.paper.tables import table_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from reader.booklet.model import Figure, Passage, Run, Runs, Section
    from reader.paper.options import SheetOptions
    from reader.paper.press import Json, Picture

Block = dict[str, "Json"]

_PHONE = re.compile(r"\b0\d{2,4}(?: \d{3,4}){1,2}\b")

_GROUPED = frozenset(
    (
        PassageKind.LIST_ITEM,
        PassageKind.DEFINITION,
        PassageKind.TABLE_ROW,
        PassageKind.FOOTNOTE,
    )
)


@dataclass(slots=True)
class BlockMaker:
    """Makes the blocks of sections, and gathers their pictures in the order of their numbers.

    ``folder`` is where the figures are, ``printed`` the ids of all sections on this paper, and
    ``options`` how large it and its print are.
    """

    folder: Path
    printed: frozenset[str]
    options: SheetOptions
    pictures: list[Picture] = field(default_factory=list)
    _heading: str = ""

    def section(self, section: Section) -> list[Json]:
        """The blocks below the heading of ``section``; raises ``FigureError``."""
        self._heading = section.title
        return list(self._boxes(section.passages[1:]))

    def _boxes(self, passages: Iterable[Passage]) -> Iterator[Json]:
        """The blocks, those of each callout in one box."""
        for (callout, _), boxed in groupby(
            passages, lambda passage: (passage.callout, passage.group if passage.callout else 0)
        ):
            blocks = list(self._blocks(boxed))
            if callout is None:
                yield from blocks
            else:
                yield {"kind": "callout", "label": _callout_label(callout), "blocks": blocks}

    def _blocks(self, passages: Iterable[Passage]) -> Iterator[Json]:
        for (kind, _), same in groupby(
            passages,
            lambda passage: (
                passage.kind,
                passage.group if passage.kind in _GROUPED else id(passage),
            ),
        ):
            yield self._block(kind, list(same))

    def _block(self, kind: PassageKind, passages: list[Passage]) -> Block:
        first = passages[0]
        match kind:
            case PassageKind.HEADING:
                self._heading = first.text
                return {"kind": "heading", "runs": self.runs(first.runs)}
            case PassageKind.PARAGRAPH:
                return {"kind": "paragraph", "runs": self.runs(first.runs)}
            case PassageKind.LIST_ITEM:
                return self._list(passages, first.level)
            case PassageKind.DEFINITION:
                return self._definitions(passages)
            case PassageKind.TABLE_ROW:
                return table_block(passages, self.runs, self._heading, self.options)
            case PassageKind.FIGURE:
                return self._figure(first.figure)
            case PassageKind.FOOTNOTE:
                return self._footnotes(passages)
            case other:
                assert_never(other)

    def _list(self, passages: list[Passage], level: int) -> Block:
        """One list; items of a deeper level belong to the item before them."""
        items: list[Json] = []
        for item in _items(passages, lambda found: bool(found.marker) and found.level <= level):
            own = self._paragraphs([passage for passage in item if passage.level <= level])
            deeper = [passage for passage in item if passage.level > level]
            inner: list[Json] = [self._list(deeper, level + 1)] if deeper else []
            items.append({"paragraphs": own, "lists": inner})
        number = passages[0].marker.rstrip(".")
        start = int(number) if number.isascii() and number.isdigit() else 0
        ordered = passages[0].marker.endswith(".")
        return {"kind": "list", "is-ordered": ordered, "start": start, "items": items}

    def _definitions(self, passages: list[Passage]) -> Block:
        return {
            "kind": "definitions",
            "items": [
                {
                    "term": self.runs(item[0].term),
                    "paragraphs": self._paragraphs(item),
                }
                for item in _items(passages, lambda passage: bool(passage.term))
            ],
        }

    def _footnotes(self, passages: list[Passage]) -> Block:
        return {
            "kind": "footnotes",
            "label": wording.FOOTNOTES,
            "items": [
                {"marker": note[0].marker, "paragraphs": self._paragraphs(note)}
                for note in _items(passages, lambda passage: bool(passage.marker))
            ],
        }

    def _paragraphs(self, passages: list[Passage]) -> list[Json]:
        return [self.runs(passage.runs) for passage in passages]

    def _figure(self, figure: Figure | None) -> Block:
        if figure is None:
            return {"kind": "paragraph", "runs": []}
        self.pictures.append(read_picture(self.folder, figure.source))
        return {
            "kind": "figure",
            "picture": len(self.pictures) - 1,
            "alternative": figure.alternative,
            "label": wording.PICTURE_SAYS,
            "full-text": [line for line in figure.full_text.splitlines() if line.strip()],
        }

    def runs(self, runs: Runs) -> list[Json]:
        """``runs`` for print, where nothing is in italics or underlined and nothing is tapped."""
        return [self._run(run) for run in runs]

    def _run(self, run: Run) -> Json:
        text = f"[{run.footnote}]" if run.footnote else run.text
        to = run.link[1:] if run.link.startswith("#") and run.link[1:] in self.printed else ""
        if run.link.startswith("https:") and run.link not in run.text:
            text = f"{text} ({run.link})"
        return {"text": _unbroken_numbers(text), "is-bold": run.strong or run.emphasis, "to": to}


def _unbroken_numbers(text: str) -> str:
    """``text`` with telephone numbers that stay on one line, to be read and rung at a glance."""
    return _PHONE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def _items(passages: list[Passage], begins: Callable[[Passage], bool]) -> Iterator[list[Passage]]:
    """``passages`` in parts, each from one that ``begins`` to before the next."""
    item: list[Passage] = []
    for passage in passages:
        if begins(passage) and item:
            yield item
            item = []
        item.append(passage)
    if item:
        yield item


def _callout_label(callout: Callout) -> str:
    match callout:
        case Callout.NOTE:
            return wording.NOTE
        case Callout.IMPORTANT:
            return wording.IMPORTANT
        case other:
            assert_never(other)
