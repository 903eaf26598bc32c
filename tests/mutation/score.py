"""What a run of mutmut found, and whether it is enough."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LEAST = 90.0
"""Per cent of the mutants that the tests must notice, in each module and in all."""

UNNOTICED = ("survived", "no tests", "suspicious", "segfault")
"""How mutmut calls the end of mutants that no test has, or may have, noticed."""

_SQL = re.compile(
    r"\b(PRAGMA|SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK|VACUUM|WHERE|SET)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Score:
    """``noticed`` of ``total`` mutants made a test fail or never end."""

    noticed: int
    total: int

    @property
    def per_cent(self) -> float:
        """0 to 100; 0 where there was nothing to notice, as that is no success."""
        return 100 * self.noticed / self.total if self.total else 0.0

    @property
    def is_enough(self) -> bool:
        """Whether it may stay so."""
        return self.per_cent >= LEAST

    def __add__(self, other: Score) -> Score:
        return Score(self.noticed + other.noticed, self.total + other.total)


class UnfinishedRunError(Exception):
    """``unchecked`` mutants were not tried, so nothing can be said."""

    def __init__(self, unchecked: int) -> None:
        super().__init__(f"{unchecked} mutants were not tried")
        self.unchecked = unchecked


def is_same_sql(shown: str) -> bool:
    """Whether a mutant, as ``mutmut show`` gives it, but writes SQL in other capitals.

    SQL is the same program in any (https://sqlite.org/lang_keywords.html), but for what stands in
    quotation marks of its own.
    """
    lines = shown.splitlines()
    old = [line[1:] for line in lines if line.startswith("-") and not line.startswith("---")]
    new = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]
    return (
        len(old) == len(new) == 1
        and old[0].casefold() == new[0].casefold()
        and _SQL.search(old[0]) is not None
        and "'" not in old[0]
    )


def read_score(path: Path, *, equivalent: int = 0) -> Score:
    """The score that the file of ``mutmut export-cicd-stats`` gives.

    A mutant that no test comes by, or that ended in a way which proves nothing, was not noticed.
    Those that are ``equivalent`` to what was there, though not noticed, do not count.

    Raises:
        UnfinishedRunError: The run was ended before its time.
    """
    found = json.loads(path.read_text(encoding="utf-8"))
    total = found["total"] - found["skipped"]
    noticed = found["killed"] + found["timeout"]
    unchecked = total - noticed - sum(found[one.replace(" ", "_")] for one in UNNOTICED)
    if unchecked:
        raise UnfinishedRunError(unchecked)
    return Score(noticed, total - equivalent)


def table(scores: Mapping[str, Score]) -> str:
    """A line for each module and one for all."""
    everything = sum(scores.values(), start=Score(0, 0))
    rows = [*scores.items(), ("all", everything)]
    return "\n".join(
        f"{name:20} {score.noticed:5} of {score.total:5}  {score.per_cent:6.2f} %"
        + ("" if score.is_enough else f"  too few: {LEAST:g} % are needed")
        for name, score in rows
    )


def are_enough(scores: Mapping[str, Score]) -> bool:
    """Whether each of them is, and there are any."""
    return bool(scores) and all(score.is_enough for score in scores.values())
