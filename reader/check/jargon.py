"""Hard words that are met before they are explained, and capitals that stand for something.

Whether words explain a word cannot be proved. What is asked is that where a term is first met in a
booklet, the passage or one next to it says what the glossary says: it shares words with the
meaning, fewer where the term is set in bold, as terms are where they are explained. Brackets right
after the term, or around it, and a link to a section that explains it count as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.model import PassageKind, text_of
from reader.check.finding import Rule
from reader.check.sentences import words
from reader.shelf.glossary import TermFinder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.booklet.model import Passage
    from reader.check.draft import Draft, DraftBooklet, DraftSection, PlacedPassage
    from reader.check.finding import Finding
    from reader.shelf.glossary import Term

WELL_KNOWN = frozenset(("A", "I", "UK", "NHS", "COVID-19", "TV", "OK", "DVD", "CD"))
"""Capitals that need no explaining to readers in the United Kingdom."""

SHARED_WORDS = 2
SHARED_WORDS_IN_BOLD = 1

_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*[A-Z0-9]+(?:-[A-Z0-9]+)*(?:s\b)?(?![\w-])")
_STEM_LETTERS = 5
_SMALL_WORDS = frozenset((
    "about", "after", "also", "and", "another", "any", "are", "been", "but", "called", "can",
    "comes", "could", "does", "each", "first", "for", "from", "has", "have", "her", "him", "his",
    "how", "into", "its", "like", "made", "make", "makes", "many", "may", "more", "most", "name",
    "named", "not", "one", "only", "other", "out", "over", "said", "say", "says", "see", "she",
    "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "two", "what", "when", "where", "which", "while", "who", "will", "with",
    "you", "your", "kind", "word", "means",
))  # fmt: skip


def check_terms(draft: Draft) -> Iterator[Finding]:
    """Glossary words that are not explained where a booklet first says them."""
    finder = TermFinder(draft.terms)
    for booklet in draft.booklets:
        met: set[str] = set()
        for section in booklet.sections:
            for at, placed in enumerate(section.passages):
                if placed.passage.kind is PassageKind.HEADING:
                    continue
                new = {term.id: term for term in _terms_in(finder, placed) if term.id not in met}
                met.update(new)
                for term in new.values():
                    spot = _Spot(booklet, section, at, finder)
                    if not spot.explains(term):
                        what = f"“{term.name}” is first met here and not explained"
                        mend = "say what it means, in or next to this passage"
                        yield booklet.finding(placed.line, Rule.JARGON, what, mend)


def _terms_in(finder: TermFinder, placed: PlacedPassage) -> Iterator[Term]:
    return (found.term for found in finder.occurrences(placed.passage.text))


@dataclass(frozen=True, slots=True)
class _Spot:
    """One passage of a booklet, number ``at`` of its section."""

    booklet: DraftBooklet
    section: DraftSection
    at: int
    finder: TermFinder

    def explains(self, term: Term) -> bool:
        """Whether the term is explained here, or where a link on it leads."""
        if self.explains_here(term):
            return True
        return any(
            _Spot(self.booklet, section, at, self.finder).explains_here(term)
            for section in self._linked_from(term)
            for at, placed in enumerate(section.body, 1)
            if term in _terms_in(self.finder, placed)
        )

    def explains_here(self, term: Term) -> bool:
        """Whether this passage and those next to it say what the glossary says."""
        here = self.section.passages[self.at].passage
        if self._is_bracketed(here.text, term):
            return True
        around = self.section.passages[max(self.at - 1, 1) : self.at + 2]
        said = _stems(word for placed in around for word in words(placed.passage.text))
        meaning = _stems(words(term.meaning)) - _stems(
            w for form in term.forms for w in words(form)
        )
        wanted = SHARED_WORDS_IN_BOLD if self._is_bold(here, term) else SHARED_WORDS
        return len(said & meaning) >= min(wanted, len(meaning))

    def _is_bracketed(self, text: str, term: Term) -> bool:
        """Whether it stands like “GP (family doctor)” or like “family doctor (GP)”."""
        for found in self.finder.occurrences(text):
            if found.term == term:
                before = text[: found.start]
                return text[found.end :].startswith(" (") or before.count("(") > before.count(")")
        return False

    def _is_bold(self, passage: Passage, term: Term) -> bool:
        bold = [text_of(passage.term), *(run.text for run in passage.runs if run.strong)]
        return any(found.term == term for text in bold for found in self.finder.occurrences(text))

    def _linked_from(self, term: Term) -> Iterator[DraftSection]:
        links = {
            run.link.removeprefix("#")
            for run in self.section.passages[self.at].passage.runs
            if run.link and any(each.term == term for each in self.finder.occurrences(run.text))
        }
        return (section for section in self.booklet.sections if section.section.id in links)


def _stems(found: Iterable[str]) -> set[str]:
    """The beginnings of words that mean something: “blocking” and “block” are one."""
    small = (word.casefold().replace("’", "'") for word in found)
    return {word[:_STEM_LETTERS] for word in small if len(word) > 2 and word not in _SMALL_WORDS}


def check_capitals(draft: Draft) -> Iterator[Finding]:
    """Words in capitals that no glossary form holds."""
    if not draft.glossary_file.is_read:
        return
    finder = TermFinder(draft.terms)
    for booklet in draft.booklets:
        seen: set[str] = set()
        for placed in booklet.passages():
            for word in _capitals(finder.without(placed.passage.text)):
                if word not in seen:
                    seen.add(word)
                    what = f"“{word}” is in capitals and not in the glossary"
                    mend = "write it out, or explain it in glossary.toml"
                    yield booklet.finding(placed.line, Rule.JARGON, what, mend)


def _capitals(text: str) -> Iterator[str]:
    for found in _CAPITALS.finditer(text):
        word = found[0].removesuffix("s")
        if word not in WELL_KNOWN and not word.isdigit():
            yield word
