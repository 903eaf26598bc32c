"""Long sentences, and sections that are hard to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.check.finding import Rule
from reader.check.sentences import read_texts, sentences, words
from reader.shelf.glossary import TermFinder, TermKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.check.draft import Draft, DraftSection
    from reader.check.ease import Ease
    from reader.check.finding import Finding
    from reader.shelf.glossary import Term

SENTENCE_WORDS = 25
SECTION_AGE = 14.0
MEAN_AGE = 12.0
FEWEST_WORDS = 30
"""What is shorter is not measured by itself: one long word would decide."""


def check_sentences(draft: Draft) -> Iterator[Finding]:
    """Sentences of more than ``SENTENCE_WORDS`` words, names of drugs and trials left out."""
    names = names_in(draft.terms)
    for booklet in draft.booklets:
        for section in booklet.sections:
            for placed in section.body:
                for text in read_texts(placed.passage):
                    for sentence in sentences(text):
                        count = len(words(names.without(sentence)))
                        if count > SENTENCE_WORDS:
                            shown = " ".join(sentence.split()[:6])
                            what = f"The sentence “{shown} …” has {count} words"
                            mend = f"split it: {SENTENCE_WORDS} at most"
                            yield booklet.finding(placed.line, Rule.LONG_SENTENCE, what, mend)


def check_ages(draft: Draft, ease: Ease) -> Iterator[Finding]:
    """Sections for readers above ``SECTION_AGE``, and booklets above ``MEAN_AGE`` on average."""
    names = names_in(draft.terms)
    for booklet in draft.booklets:
        ages = []
        for section in booklet.sections:
            age = section_age(section, names, ease)
            if age is None:
                continue
            ages.append(age)
            if age > SECTION_AGE:
                what = f"The section “{section.section.title}” needs a reading age of {age:.1f}"
                mend = f"use shorter sentences and plainer words: {SECTION_AGE:.0f} at most"
                yield booklet.finding(section.line, Rule.READING_AGE, what, mend)
        mean = sum(ages) / len(ages) if ages else 0.0
        if mean > MEAN_AGE:
            what = f"The sections need a reading age of {mean:.1f} on average"
            mend = f"begin with the hardest: {MEAN_AGE:.0f} at most"
            yield booklet.at_key(".title", Rule.READING_AGE, what, mend)


def section_age(section: DraftSection, names: TermFinder, ease: Ease) -> float | None:
    """The reading age of a section without ``names``; ``None`` for one of a few words."""
    measured: list[Sequence[str]] = []
    for placed in section.body:
        for text in read_texts(placed.passage):
            measured.extend(words(names.without(sentence)) for sentence in sentences(text))
    if sum(map(len, measured)) < FEWEST_WORDS:
        return None
    return ease.reading_age(measured)


def names_in(terms: Sequence[Term]) -> TermFinder:
    """Finds the names of drugs and trials, which nobody can make easier."""
    return TermFinder([term for term in terms if term.kind is not TermKind.WORD])
