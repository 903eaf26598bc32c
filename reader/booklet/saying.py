"""A section as sentences to be said or shown one at a time, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from reader.booklet.model import CELL_GAP, Callout, PassageKind, text_of
from reader.booklet.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Passage, Runs, Section


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage.

    ``start`` and ``end`` are characters of the passage's text; both are 0 where the sentence does
    not stand there (the words of a picture): then it stands for the whole passage. ``lead`` is said
    before it and shown elsewhere: the head of a table's column, the number of a list's item.
    """

    passage: str
    text: str
    start: int = 0
    end: int = 0
    lead: str = ""


def section_sentences(section: Section) -> tuple[Sentence, ...]:
    """All that is read of ``section``, gated or not, from its heading on.

    Of a table each cell is said after the head of its column, and the heads are not said alone; of
    a picture all that it shows, or else its short text.
    """
    return tuple(_sentences(section))


def _sentences(section: Section) -> Iterator[Sentence]:
    heads: dict[int, tuple[Runs, ...]] = {}
    headed = {one.group for one in section.passages if _is_row(one) and not one.is_header}
    box = 0
    for passage in section.passages:
        if _is_row(passage):
            if passage.is_header and passage.group in headed:
                heads[passage.group] = passage.cells
            else:
                yield from _row(passage, heads.get(passage.group, ()))
            continue
        lead = _lead(passage, opens_box=passage.callout is not None and passage.group != box)
        box = passage.group if passage.callout is not None else 0
        if passage.figure is not None and passage.figure.full_text:
            yield from _led(lead, _elsewhere(passage, passage.figure.full_text))
        else:
            yield from _led(lead, _of_text(passage, passage.text))


def _is_row(passage: Passage) -> bool:
    return passage.kind is PassageKind.TABLE_ROW


def _of_text(passage: Passage, text: str, offset: int = 0) -> Iterator[Sentence]:
    for start, end in sentence_spans(text):
        yield Sentence(passage.id, text[start:end], offset + start, offset + end)


def _elsewhere(passage: Passage, text: str) -> Iterator[Sentence]:
    for start, end in sentence_spans(text):
        yield Sentence(passage.id, text[start:end])


def _row(passage: Passage, heads: tuple[Runs, ...]) -> Iterator[Sentence]:
    offset = 0
    for across, cell in enumerate(passage.cells):
        text = text_of(cell)
        head = text_of(heads[across]).strip() if across < len(heads) else ""
        yield from _led(f"{head}:" if head else "", _of_text(passage, text, offset))
        offset += len(text) + len(CELL_GAP)


def _led(lead: str, sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    """``sentences``, the first of them after ``lead``."""
    for one in sentences:
        yield Sentence(one.passage, one.text, one.start, one.end, lead)
        lead = ""


def _lead(passage: Passage, *, opens_box: bool) -> str:
    box = _box(passage.callout) if opens_box and passage.callout is not None else ""
    match passage.kind:
        case PassageKind.LIST_ITEM:
            numbered = passage.marker[:1].isdigit()
            own = f"Number {passage.marker.rstrip('.')}." if numbered else ""
        case PassageKind.FOOTNOTE:
            own = f"Footnote {passage.marker}." if passage.marker else ""
        case PassageKind.FIGURE:
            own = "Picture."
        case (
            PassageKind.HEADING
            | PassageKind.PARAGRAPH
            | PassageKind.DEFINITION
            | PassageKind.TABLE_ROW
        ):
            own = ""
        case other:
            assert_never(other)
    return " ".join(filter(None, (box, own)))


def _box(callout: Callout) -> str:
    match callout:
        case Callout.NOTE:
            return "Note."
        case Callout.IMPORTANT:
            return "Important."
        case other:
            assert_never(other)
