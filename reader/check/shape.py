"""Headings, links, tables, pictures and lengths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.booklet.figure_words import words_file
from reader.booklet.model import PassageKind, text_of
from reader.check.finding import Rule
from reader.check.sentences import read_texts, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.booklet.model import Run
    from reader.check.draft import Draft, DraftBooklet, DraftSection, PlacedPassage
    from reader.check.finding import Finding

TITLE_CHARACTERS = 60
SUMMARY_CHARACTERS = 100
ALTERNATIVE_CHARACTERS = 160
TABLE_COLUMNS = 5
PARAGRAPH_WORDS = 90
SECTION_WORDS = 700

_FIGURES = "figures"
_SAYS_NOTHING = frozenset(("here", "click here", "click", "link", "this link", "more", "read more"))
_PICTURE_OF = re.compile(r"(?:an? )?(?:picture|image|photo|figure|graphic|drawing) ", re.IGNORECASE)
_FILE_NAME = re.compile(r"\S+\.(?:svg|png|jpe?g)", re.IGNORECASE)


def check_headings(draft: Draft) -> Iterator[Finding]:
    """Headings that are alike, have nothing under them, or do not read as headings."""
    for booklet in draft.booklets:
        titles: dict[str, int] = {}
        for section in booklet.sections:
            title = section.section.title.casefold()
            if title in titles:
                what = f"The title “{section.section.title}” is on line {titles[title]} already"
                mend = "give each section a title of its own"
                yield booklet.finding(section.line, Rule.HEADING, what, mend)
            titles.setdefault(title, section.line)
            yield from _headings_in(booklet, section)


def _headings_in(booklet: DraftBooklet, section: DraftSection) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, placed in enumerate(section.passages):
        passage = placed.passage
        if passage.kind is not PassageKind.HEADING:
            continue
        shown = f"The heading “{passage.text}”"
        under = section.passages[at + 1 : at + 2]
        if at and (not under or under[0].passage.kind is PassageKind.HEADING):
            mend = "write some words there, or take the heading out"
            yield booklet.finding(placed.line, Rule.HEADING, f"{shown} has nothing under it", mend)
        if passage.text.casefold() in seen:
            mend = "say what is different"
            yield booklet.finding(
                placed.line, Rule.HEADING, f"{shown} is in its section twice", mend
            )
        seen.add(passage.text.casefold())
        if passage.text.endswith((".", ":", ";", ",")):
            mend = "take its last sign off"
            yield booklet.finding(placed.line, Rule.HEADING, f"{shown} is no sentence", mend)
        if len(passage.text) > TITLE_CHARACTERS:
            what = f"This heading has {len(passage.text)} characters"
            yield booklet.finding(placed.line, Rule.LIMIT, what, f"use {TITLE_CHARACTERS} at most")


def check_links(draft: Draft) -> Iterator[Finding]:
    """Links to what is not here, and links whose words do not say where they lead.

    A link to a section that its own booklet does not have is refused when it is read.
    """
    for booklet in draft.booklets:
        for placed in booklet.passages():
            for run in _runs(placed):
                if problem := _link_problem(draft, booklet, run):
                    yield booklet.finding(placed.line, Rule.LINK, *problem)


def _runs(placed: PlacedPassage) -> Iterator[Run]:
    passage = placed.passage
    for runs in (passage.term, passage.runs, *passage.cells):
        yield from (run for run in runs if run.link)


def _link_problem(draft: Draft, booklet: DraftBooklet, run: Run) -> tuple[str, str] | None:
    if " ".join(run.text.casefold().split()).strip(".") in _SAYS_NOTHING:
        return f"The link “{run.text}” does not say where it leads", "name what is there"
    if run.link.startswith("https:"):
        return None
    target, _, section = run.link.partition("#")
    known = draft.sections.get(target or booklet.booklet.id)
    if known is None and not draft.is_whole:
        return None
    if known is None:
        return f"There is no booklet “{target}” in this folder", "correct the link, or add it"
    if section and section not in known:
        sections = ", ".join(sorted(known))
        mend = f"its sections are {sections}"
        return f"The booklet “{target}” has no section “{section}”", mend
    return None


def check_tables(draft: Draft) -> Iterator[Finding]:
    """Tables that cannot be heard: cells without a head, empty cells; and those too wide."""
    for booklet in draft.booklets:
        for placed in booklet.passages():
            passage = placed.passage
            if passage.kind is not PassageKind.TABLE_ROW:
                continue
            is_gapped = not all(text_of(cell).strip() for cell in passage.cells)
            if is_gapped and passage.is_header:
                what, mend = "A column of this table has no head", "say what stands in the column"
                yield booklet.finding(placed.line, Rule.TABLE, what, mend)
            elif is_gapped:
                what, mend = "A cell of this row is empty", "write “none” or “not known”"
                yield booklet.finding(placed.line, Rule.TABLE, what, mend)
            if passage.is_header and len(passage.cells) > TABLE_COLUMNS:
                what = f"This table has {len(passage.cells)} columns"
                mend = f"use {TABLE_COLUMNS} at most: more do not fit in large print"
                yield booklet.finding(placed.line, Rule.TABLE, what, mend)


def check_pictures(draft: Draft) -> Iterator[Finding]:
    """Pictures without a full text or a place, and short texts that say nothing or too much."""
    for booklet in draft.booklets:
        yield from _unused_pictures(booklet)
        for placed in booklet.passages():
            figure = placed.passage.figure
            if figure is None:
                continue
            if not figure.full_text:
                what = f"The picture “{figure.source}” has no full text"
                mend = f"write all that it shows into “{words_file(figure.source)}”"
                yield booklet.finding(placed.line, Rule.PICTURE, what, mend)
            if problem := _alternative_problem(figure.alternative):
                yield booklet.finding(placed.line, Rule.PICTURE, *problem)


def _unused_pictures(booklet: DraftBooklet) -> Iterator[Finding]:
    figures = [placed.passage.figure for placed in booklet.passages()]
    sources = [figure.source for figure in figures if figure is not None]
    used = {
        booklet.path.parent / name for source in sources for name in (source, words_file(source))
    }
    for path in sorted((booklet.path.parent / _FIGURES).glob("*")):
        if path not in used:
            what, mend = f"No section shows “{_FIGURES}/{path.name}”", "show it, or take it out"
            yield booklet.finding(1, Rule.PICTURE, what, mend)


def _alternative_problem(words: str) -> tuple[str, str] | None:
    if _FILE_NAME.fullmatch(words):
        return "The short text of this picture is a file’s name", "say what it shows"
    if _PICTURE_OF.match(words):
        mend = "begin with what it shows: that it is a picture is told anyway"
        return "The short text of this picture begins by saying that it is one", mend
    if len(words) > ALTERNATIVE_CHARACTERS:
        mend = f"use {ALTERNATIVE_CHARACTERS} at most, and put the rest into its full text"
        return f"The short text of this picture has {len(words)} characters", mend
    return None


def check_lengths(draft: Draft) -> Iterator[Finding]:
    """What is too long for its place: the card on the shelf, a paragraph, a sitting."""
    for booklet in draft.booklets:
        given = (
            ("title", booklet.booklet.title, TITLE_CHARACTERS),
            ("summary", booklet.booklet.summary, SUMMARY_CHARACTERS),
        )
        for key, text, most in given:
            if len(text) > most:
                what = f"The {key} has {len(text)} characters"
                yield booklet.at_key(f".{key}", Rule.LIMIT, what, f"use {most} at most")
        for section in booklet.sections:
            yield from _lengths_in(booklet, section)


def _lengths_in(booklet: DraftBooklet, section: DraftSection) -> Iterator[Finding]:
    total = 0
    for placed in section.body:
        count = sum(len(words(text)) for text in read_texts(placed.passage))
        total += count
        if count > PARAGRAPH_WORDS and placed.passage.kind is PassageKind.PARAGRAPH:
            what, mend = f"This paragraph has {count} words", f"split it: {PARAGRAPH_WORDS} at most"
            yield booklet.finding(placed.line, Rule.LIMIT, what, mend)
    if total > SECTION_WORDS:
        what = f"The section “{section.section.title}” has {total} words"
        yield booklet.finding(section.line, Rule.LIMIT, what, f"split it: {SECTION_WORDS} at most")
