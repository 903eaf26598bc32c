"""A booklet, or chosen sections of it, on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.paper import wording
from reader.paper.errors import UnknownSectionError
from reader.paper.frame import foot_data, page_data
from reader.paper.limiting import foot_letters

if TYPE_CHECKING:
    from reader.booklet.dates import YearMonth
    from reader.booklet.model import Booklet, Section
    from reader.paper.explaining import PaperTerm
    from reader.paper.options import SheetOptions
    from reader.paper.pdf import Pdf
    from reader.paper.press import Json, Press

TEMPLATE = "booklet.typ"

_PAGE_LETTERS = 14


@dataclass(frozen=True, slots=True)
class BookletPaper:
    """A booklet to print; no ``section_ids`` means all of it that is not behind a gate.

    ``notices`` are what a reader must be told first, such as the review's status. ``terms`` are
    explained at the end. ``is_overdue`` has the foot of every page say that the review is.
    """

    booklet: Booklet
    section_ids: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    terms: tuple[PaperTerm, ...] = ()
    is_overdue: bool = False


def booklet_pdf(paper: BookletPaper, options: SheetOptions, press: Press) -> Pdf:
    """``paper`` as a tagged PDF, its sections in the booklet's own order.

    A section behind a gate is printed only when it is named; of the whole booklet a line says what
    was left out. Raises ``UnknownSectionError``, ``FigureError``, ``FontsMissingError`` and
    ``TypesettingError``.
    """
    from reader.paper.blocks import BlockMaker  # 14 ms, which no question sheet has to wait for

    booklet, section_ids = paper.booklet, paper.section_ids
    sections = chosen_sections(booklet, section_ids)
    ids = frozenset(section.id for section in sections)
    maker = BlockMaker(booklet.folder, ids, options)
    printed: list[Json] = [
        {"id": section.id, "title": section.title, "blocks": maker.section(section)}
        for section in sections
    ]
    data = _front(booklet, sections, options) | {
        **foot_data(_foot(paper, options), options),
        "notices": [*paper.notices],
        "left-out": [] if section_ids else _left_out(booklet),
        "sections": printed,
        "glossary-heading": wording.GLOSSARY,
        "glossary": [{"name": term.name, "meaning": term.meaning} for term in paper.terms],
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
    alone = f"{sections[0].title} – " if len(sections) == 1 else ""
    return page_data(options) | {
        "lang": language.lower(),
        "region": region.upper() or None,
        "title": f"{alone}{booklet.title}",
        "heading": booklet.title,
        "summary": booklet.summary,
        "about": [wording.EDITION.format(month=booklet.edition.words) + ".", _source(booklet)],
        "contents": wording.IN_THIS_BOOKLET if len(sections) > 1 else "",
        "on-page": wording.ON_PAGE,
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


def _foot(paper: BookletPaper, options: SheetOptions) -> tuple[str, ...]:
    """What each page says at its foot: title, edition, review; the page stands beside the last."""
    booklet = paper.booklet
    edition = wording.EDITION.format(month=booklet.edition.words)
    due = wording.REVIEW_OVERDUE if paper.is_overdue else wording.REVIEW_DUE
    review = due.format(month=booklet.source.review_due.words)
    both = f"{edition}. {review}."
    letters = foot_letters(options) - _PAGE_LETTERS
    if len(both) <= letters:
        return (booklet.title, both)
    if len(review) <= letters:
        return (booklet.title, edition, review)
    # In large print on a small page the foot would take a third of it: the months are cut short.
    due = wording.REVIEW_OVERDUE_SHORT if paper.is_overdue else wording.REVIEW_DUE
    return (
        booklet.title,
        due.format(month=_short(booklet.source.review_due)),
        wording.EDITION_SHORT.format(month=_short(booklet.edition)),
    )


def _short(month: YearMonth) -> str:
    name, _, year = month.words.partition(" ")
    return f"{name[:3]}\u00a0{year}"
