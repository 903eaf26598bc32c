"""A booklet, or chosen sections of it, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper import wording
from reader.paper.blocks import BlockMaker
from reader.paper.errors import UnknownSectionError

if TYPE_CHECKING:
    from reader.booklet.model import Booklet, Section
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Json, Press

TEMPLATE = "booklet.typ"

# Letters of this type are about half as wide as high, in 450 points of a line.
_LETTERS_TIMES_POINTS = 900
_PAGE_LETTERS = 14


def booklet_pdf(
    booklet: Booklet,
    section_ids: tuple[str, ...],
    options: SheetOptions,
    notices: tuple[str, ...],
    press: Press,
) -> Pdf:
    """``booklet`` as a tagged PDF, in its own order; no ``section_ids`` means all of it.

    A section behind a gate is printed only when it is named; of the whole booklet a line says what
    was left out. ``notices`` are what a reader must be told first, such as the review's status.
    Raises ``UnknownSectionError``, ``FigureError``, ``FontsMissingError``, ``TypesettingError``.
    """
    sections = chosen_sections(booklet, section_ids)
    ids = frozenset(section.id for section in sections)
    maker = BlockMaker(booklet.folder, ids, options.size.points)
    printed: list[Json] = [
        {"id": section.id, "title": section.title, "blocks": maker.section(section)}
        for section in sections
    ]
    data = _front(booklet, sections, options) | {
        "notices": [*notices],
        "left-out": [] if section_ids else _left_out(booklet),
        "sections": printed,
    }
    return press.typeset(TEMPLATE, data, maker.pictures)


def chosen_sections(booklet: Booklet, section_ids: tuple[str, ...]) -> tuple[Section, ...]:
    """The sections to print; raises ``UnknownSectionError`` for an id that is not there."""
    known = tuple(section.id for section in booklet.sections)
    for section_id in section_ids:
        if section_id not in known:
            raise UnknownSectionError(booklet.id, section_id, known)
    if section_ids:
        return tuple(section for section in booklet.sections if section.id in section_ids)
    return tuple(section for section in booklet.sections if section.gate is None)


def _left_out(booklet: Booklet) -> list[Json]:
    gated = (section for section in booklet.sections if section.gate is not None)
    return [wording.LEFT_OUT.format(title=section.title) for section in gated]


def _front(
    booklet: Booklet, sections: tuple[Section, ...], options: SheetOptions
) -> dict[str, Json]:
    language, _, region = booklet.language.partition("-")
    points = options.size.points
    foot = _foot(booklet, points)
    alone = f"{sections[0].title} – " if len(sections) == 1 else ""
    return {
        "size": points,
        "paper": options.paper.value,
        "lang": language.lower(),
        "region": region.upper() or None,
        "title": f"{alone}{booklet.title}",
        "heading": booklet.title,
        "summary": booklet.summary,
        "about": [wording.EDITION.format(month=booklet.edition.words) + ".", _source(booklet)],
        "contents": wording.IN_THIS_BOOKLET if len(sections) > 1 else "",
        "on-page": wording.ON_PAGE,
        "foot": [*foot],
        "foot-lines": _foot_lines(foot, points),
        "page-words": wording.PAGE,
        "replaced-words": wording.REPLACED,
    }


def _source(booklet: Booklet) -> str:
    source = booklet.source
    version = wording.VERSION.format(version=source.edition) if source.edition else ""
    return wording.RETELLS.format(
        title=source.title,
        publisher=source.publisher,
        version=version,
        updated=source.updated.words,
    )


def _foot(booklet: Booklet, points: int) -> tuple[str, ...]:
    """What each page says at its foot: title, edition, review; the page stands beside the last."""
    edition = wording.EDITION.format(month=booklet.edition.words)
    review = wording.REVIEW_DUE.format(month=booklet.source.review_due.words)
    both = f"{edition}. {review}."
    if len(both) + _PAGE_LETTERS <= _LETTERS_TIMES_POINTS // points:
        return (booklet.title, both)
    return (booklet.title, edition, review)


def _foot_lines(foot: tuple[str, ...], points: int) -> int:
    """How many lines of print ``foot`` needs, so that the text above keeps clear of it."""
    letters = _LETTERS_TIMES_POINTS // points
    return sum(1 + (len(line) - 1) // letters for line in foot)
