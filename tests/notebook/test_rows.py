"""From the model to a row and back; a row of nonsense is said to be that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from reader.notebook.rows import (
    PLACE_COLUMNS,
    PLACE_WIDTH,
    iso,
    moment,
    number,
    place_of,
    place_values,
    required_place,
    words,
)
from tests.notebook.making import place

if TYPE_CHECKING:
    from reader.notebook.store import Value


def test_a_place_there_and_back() -> None:
    here = place(start=4, end=10)
    assert place_of(place_values(here)) == here
    assert required_place(place_values(here)) == here


def test_no_place_there_and_back() -> None:
    assert place_values(None) == (None,) * PLACE_WIDTH
    assert place_of(place_values(None)) is None
    assert len(PLACE_COLUMNS.split(",")) == PLACE_WIDTH


@pytest.mark.parametrize("column", range(PLACE_WIDTH))
def test_a_place_with_a_hole_is_nonsense(column: int) -> None:
    values = list(place_values(place()))
    values[column] = None
    with pytest.raises(ValueError, match="expected"):
        required_place(values)


@pytest.mark.parametrize(
    "when",
    [
        datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
        datetime(2026, 11, 20, 9, 30, 1, 5, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2100, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2026, 6, 1, 0, 30, tzinfo=timezone(timedelta(hours=1))),
    ],
)
def test_a_time_there_and_back(when: datetime) -> None:
    assert moment(iso(when)) == when
    assert iso(when).endswith("+00:00")


def test_times_sort_as_text() -> None:
    whole = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert iso(whole) < iso(whole + timedelta(microseconds=1)) < iso(whole + timedelta(seconds=1))


@pytest.mark.parametrize(
    "value", ["", "yesterday", "2026-13-01T00:00:00+00:00", "2026-11-20", 7, None]
)
def test_a_time_that_is_none(value: Value) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment(value)


@pytest.mark.parametrize("value", [None, 3, 1.5, b"bytes"])
def test_words_are_text(value: Value) -> None:
    with pytest.raises(ValueError, match="text expected"):
        words(value)


@pytest.mark.parametrize("value", [None, "3", 1.5])
def test_a_number_is_whole(value: Value) -> None:
    with pytest.raises(ValueError, match="number expected"):
        number(value)
