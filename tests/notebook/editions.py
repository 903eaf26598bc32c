"""Small editions of a booklet, from the words of their passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.booklet.model import Booklet, Gate, Passage, PassageKind, Run, Section, Source
from reader.booklet.passage_id import PassageIds
from reader.notebook.edition_words import EditionWords
from reader.notebook.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.notebook.model import Place


def edition(
    sections: Mapping[str, Sequence[str]], *, year: int = 2026, gated: Sequence[str] = ()
) -> Booklet:
    """A booklet ``tea`` of these sections; the first words of each are its heading."""
    ids = PassageIds()
    made = [
        Section(
            name,
            texts[0],
            tuple(
                Passage(
                    ids.give(text),
                    PassageKind.PARAGRAPH if at else PassageKind.HEADING,
                    (Run(text),),
                    level=0 if at else 2,
                )
                for at, text in enumerate(texts)
            ),
            Gate.OUTLOOK if name in gated else None,
        )
        for name, texts in sections.items()
    ]
    month = YearMonth(2025, 1)
    source = Source("The book of tea", "The publisher", "1", month, month, ())
    return Booklet(
        "tea", "Tea", "All about tea", "en-GB", YearMonth(year, 11), source, False, tuple(made),
        Path("tea"),
    )  # fmt: skip


def place_of(booklet: Booklet, text: str, words: str = "", *, nth: int = 0) -> Place:
    """The ``nth`` passage that says ``text``, or the ``words`` in it."""
    standings = [one for one in EditionWords(booklet).standings if one.text == text]
    standing = standings[nth]
    start = standing.text.index(words) if words else 0
    return Spot(standing, start, start + len(words) if words else 0).place(booklet)
