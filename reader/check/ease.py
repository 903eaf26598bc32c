"""How old a reader has to be to read a text with ease, measured by textstat."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

LIBRARY = "textstat"
AGE_AT_GRADE_0 = 5
"""The formulas give the school year of the United States; a child is five before the first."""

_STOPS = re.compile(r"[.!?]+")


class _Formulas(Protocol):
    """What is asked of textstat: two formulas that count letters.

    Its others count syllables, by a dictionary that it would fetch from the internet.
    """

    def automated_readability_index(self, text: str) -> float: ...

    def coleman_liau_index(self, text: str) -> float: ...


class EaseMissingError(Exception):
    """The library that measures is not installed."""

    @override
    def __str__(self) -> str:
        return (
            f"The check needs {LIBRARY} to measure how easy a text is, and it is not installed. "
            "Nothing was checked. Run: python -m pip install 'booklet-reader[publish]'"
        )


@dataclass(frozen=True, slots=True)
class Ease:
    """Measures reading ages."""

    formulas: _Formulas

    def reading_age(self, sentences: Sequence[Sequence[str]]) -> float:
        """The age in years at which sentences, each a list of words, are easy to read.

        The mean of the Automated Readability Index and the Coleman-Liau index. On the bundled
        booklets it is about a year above Flesch-Kincaid with a dictionary of syllables: the
        harder judge of the two.
        """
        lines = (" ".join(_STOPS.sub("", word) for word in sentence) for sentence in sentences)
        text = "".join(f"{line}. " for line in lines if line)
        grades = (
            self.formulas.automated_readability_index(text),
            self.formulas.coleman_liau_index(text),
        )
        return AGE_AT_GRADE_0 + max(sum(grades) / len(grades), 0.0)


def load_ease() -> Ease:
    """The measure; raises ``EaseMissingError``.

    By name, so that the bundle for patients, who publish nothing, is built without the library.
    """
    try:
        return Ease(cast("_Formulas", importlib.import_module(LIBRARY)))
    except ImportError:
        raise EaseMissingError from None
