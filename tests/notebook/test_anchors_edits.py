"""Places found again after 300 edits of the real booklets: precision and recall, printed."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.reading import read_booklet
from reader.notebook.anchors import Same, TextChanged, find_in
from reader.notebook.edition_words import EditionWords
from reader.notebook.spots import Spot
from tests.notebook.edits import FOUND, EditKind, new_edition, share_kept, some_words

if TYPE_CHECKING:
    from reader.booklet.model import Booklet
    from reader.notebook.anchors import Outcome

CONTENT = Path(__file__).parents[2] / "content"
EDITS = 300
EDITS_AT_ONCE = 12
SEED = 20261121


@dataclass
class Tally:
    """``right`` and ``wrong`` are places that were found, ``missed`` those that were not."""

    right: Counter[EditKind] = field(default_factory=Counter)
    wrong: Counter[EditKind] = field(default_factory=Counter)
    missed: Counter[EditKind] = field(default_factory=Counter)
    gone: Counter[EditKind] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right.total() / (self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        found = self.right.total()
        return found / (found + self.missed.total())

    def lines(self, name: str) -> str:
        rows = [
            f"  {kind:20} right {self.right[kind]:4}  wrong {self.wrong[kind]:3}  "
            f"missed {self.missed[kind]:3}  rightly gone {self.gone[kind]:3}"
            for kind in EditKind
        ]
        head = f"{name}: precision {self.precision:.4f}, recall {self.recall:.4f}"
        return "\n".join([head, *rows])


@pytest.fixture(scope="module")
def booklets() -> tuple[Booklet, ...]:
    return tuple(read_booklet(CONTENT / name) for name in ("recurrence", "surgery"))


def where(outcome: Outcome) -> tuple[str, str] | None:
    if isinstance(outcome, Same | TextChanged):
        return outcome.place.section, outcome.place.passage
    return None


def count(
    tally: Tally, kind: EditKind, outcome: Outcome, heirs: frozenset[tuple[str, str]], *, due: bool
) -> None:
    """``due`` is whether a reader would expect it to be found."""
    found = where(outcome)
    if found is None:
        (tally.missed if due else tally.gone)[kind] += 1
    else:
        (tally.right if found in heirs else tally.wrong)[kind] += 1


def tallies(booklets: tuple[Booklet, ...]) -> tuple[Tally, Tally, int]:
    """For marks on passages and on some words of them; and how many edits were made."""
    chance = random.Random(SEED)
    wholes, parts, made = Tally(), Tally(), 0
    while made < EDITS:
        booklet = booklets[made // EDITS_AT_ONCE % 2]
        old = EditionWords(booklet)
        edition = new_edition(booklet, chance, min(EDITS_AT_ONCE, EDITS - made))
        new = EditionWords(edition.booklet)
        made += len(edition.edits)
        for edit in edition.edits:
            standing = old.standings[edit.origin]
            heirs = edition.heirs.get(edit.origin, frozenset())
            place = Spot(standing).place(booklet)
            count(wholes, edit.kind, find_in(new, place), heirs, due=edit.kind in FOUND)
            spot = Spot(standing, *some_words(standing.text, chance))
            texts = [one.text for one in new.standings if (one.section.id, one.passage.id) in heirs]
            kept = max((share_kept(spot.quote, text) for text in texts), default=0)
            outcome = find_in(new, spot.place(booklet))
            count(parts, edit.kind, outcome, heirs, due=kept >= 0.5)
    return wholes, parts, made


def test_300_edits(booklets: tuple[Booklet, ...], capsys: pytest.CaptureFixture[str]) -> None:
    wholes, parts, made = tallies(booklets)
    with capsys.disabled():
        print(f"\n{made} edits\n{wholes.lines('passages')}\n{parts.lines('words in passages')}")  # noqa: T201
    assert made == EDITS
    assert wholes.precision >= 0.99
    assert wholes.recall >= 0.95
    assert parts.precision >= 0.99
    assert parts.recall >= 0.95
