"""Grids of which ``make test`` tries a part, and the system tests the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from _pytest.mark.structures import ParameterSet

Value = TypeVar("Value")


def first(values: Iterable[Value], few: Collection[Value]) -> list[Value | ParameterSet]:
    """``values`` to parametrise with: those in ``few`` are tried by ``make test`` too.

    Raises:
        ValueError: One of ``few`` is not among them.
    """
    everything = list(values)
    strangers = [one for one in few if one not in everything]
    if strangers:
        raise ValueError(strangers)
    return [one if one in few else _later(one) for one in everything]


def _later(value: object) -> ParameterSet:
    values = value if isinstance(value, tuple) else (value,)
    return pytest.param(*values, marks=pytest.mark.system)
