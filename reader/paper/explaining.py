"""The words of the glossary that stand in what is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reader.booklet.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.booklet.model import Passage, Section


class Explained(Protocol):
    """A hard word."""

    @property
    def id(self) -> str:
        """What tells it from others."""

    @property
    def name(self) -> str:
        """How it is listed."""

    @property
    def meaning(self) -> str:
        """What it means."""


class Found(Protocol):
    """Where a hard word stands."""

    @property
    def term(self) -> Explained:
        """Which it is."""


class Finder(Protocol):
    """Finds hard words."""

    def occurrences(self, text: str) -> Iterable[Found]:
        """Those in ``text``."""


@dataclass(frozen=True, slots=True)
class PaperTerm:
    """A hard word and what it means."""

    name: str
    meaning: str


def explained_terms(finder: Finder, sections: Iterable[Section]) -> tuple[PaperTerm, ...]:
    """The terms that stand in ``sections``, each once, in the order of the alphabet."""
    terms = {
        found.term.id: PaperTerm(found.term.name, found.term.meaning)
        for section in sections
        for passage in section.passages
        for text in _texts(passage)
        for found in finder.occurrences(text)
    }
    return tuple(sorted(terms.values(), key=lambda term: (term.name.casefold(), term.meaning)))


def _texts(passage: Passage) -> Iterator[str]:
    yield passage.text
    if passage.kind is PassageKind.FIGURE and passage.figure is not None:
        yield passage.figure.full_text
