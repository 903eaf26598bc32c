"""Hard words: ``glossary.toml`` beside the booklets, and finding them in text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.shelf.tables import Entry, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FILE = "glossary.toml"


class TermKind(StrEnum):
    """What a term is. The names of drugs and trials do not count in measuring how a text reads."""

    WORD = "word"
    DRUG = "drug"
    TRIAL = "trial"


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word; ``forms`` are the strings by which it is found in a text."""

    id: str
    name: str
    forms: tuple[str, ...]
    meaning: str
    kind: TermKind = TermKind.WORD


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where ``term`` stands in a text: characters ``start`` to ``end``."""

    start: int
    end: int
    term: Term


def read_glossary(folder: Path) -> tuple[Term, ...]:
    """The terms in ``folder``, as written; none without a file. Raises ``ShelfFileError``."""
    return tuple(_term(entry) for entry in read_tables(folder / FILE, "term")["term"])


def merged_glossary(lists: Iterable[Sequence[Term]]) -> tuple[Term, ...]:
    """The terms of all of them in order; of two with one id the first counts."""
    terms: dict[str, Term] = {}
    for each in lists:
        for term in each:
            terms.setdefault(term.id, term)
    return tuple(terms.values())


def _term(entry: Entry) -> Term:
    kind = entry.one_of("kind", list(TermKind)) if "kind" in entry.values else TermKind.WORD
    return Term(
        id=entry.text("id"),
        name=entry.text("name"),
        forms=_forms(entry),
        meaning=entry.text("meaning"),
        kind=TermKind(kind),
    )


def _forms(entry: Entry) -> tuple[str, ...]:
    found = entry.values.get("forms")
    problem = '“forms” has to be a list of texts, like ["tumour", "tumours"].'
    if not isinstance(found, list) or not found:
        raise entry.error(problem)
    forms = tuple(" ".join(form.split()) for form in found if isinstance(form, str))
    if len(forms) < len(found) or not all(forms):
        raise entry.error(problem)
    return forms


class TermFinder:
    """Finds terms in text: whole words; of forms that overlap, the first and then the longest.

    A form of several terms stands for the first of them.

    A form without a small letter (GP, NICE, DESKTOP 3) is meant as it is written; any other is
    found whatever its capitals.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {_key(form): term for term in reversed(terms) for form in term.forms}
        forms = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
        choices = "|".join(map(_pattern, forms)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)")

    def occurrences(self, text: str) -> Iterator[Occurrence]:
        """Every place in ``text`` where a term stands, in order; none overlap."""
        for found in self._pattern.finditer(text):
            words = found[0]
            term = self._terms.get(words) or self._terms[words.casefold()]
            yield Occurrence(found.start(), found.end(), term)

    def without(self, text: str) -> str:
        """``text`` with every term taken out."""
        return self._pattern.sub("", text)


def _pattern(form: str) -> str:
    words = re.escape(form)
    return words if form.upper() == form else f"(?i:{words})"


def _key(form: str) -> str:
    return form if form.upper() == form else form.casefold()
