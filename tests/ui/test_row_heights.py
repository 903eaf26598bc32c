"""The heights of rows, against a plain list of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.row_heights import RowHeights

GUESS = 100


class Plain:
    """The same by adding up."""

    def __init__(self, count: int) -> None:
        self.heights = [GUESS] * count

    def offset(self, row: int) -> int:
        return sum(self.heights[:row])

    def row_at(self, offset: int) -> int:
        for row in range(len(self.heights)):
            if offset < self.offset(row + 1):
                return row
        return max(len(self.heights) - 1, 0)


@given(
    count=st.integers(1, 40),
    measured=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 400)), max_size=60),
    offsets=st.lists(st.integers(-50, 9000), max_size=20),
)
def test_offsets_and_rows_are_those_of_a_plain_list(
    count: int, measured: list[tuple[int, int]], offsets: list[int]
) -> None:
    rows, plain = RowHeights(count, GUESS), Plain(count)
    for row, height in measured:
        if row < count:
            rows.put(row, height)
            plain.heights[row] = height
    assert [rows.offset(row) for row in range(count + 1)] == [
        plain.offset(row) for row in range(count + 1)
    ]
    assert rows.total == plain.offset(count)
    for offset in offsets:
        assert rows.row_at(offset) == plain.row_at(offset)


def test_no_rows_have_no_height() -> None:
    rows = RowHeights(0, GUESS)
    assert (rows.total, rows.row_at(500), rows.offset(0)) == (0, 0, 0)


def test_the_next_guess_is_the_mean_of_what_was_measured() -> None:
    rows = RowHeights(10, GUESS)
    assert rows.mean() == GUESS
    for row, height in ((0, 50), (1, 70), (1, 90)):
        rows.put(row, height)
    assert rows.mean() == 70
    assert rows.is_known(1)
    assert not rows.is_known(2)
    assert (rows.of(1), rows.of(2)) == (90, GUESS)


@pytest.mark.parametrize("row", [0, 1, 65_535, 65_536, 99_999])
def test_a_hundred_thousand_rows(row: int) -> None:
    rows = RowHeights(100_000, GUESS)
    rows.put(70_000, 1_000)
    top = row * GUESS + (900 if row > 70_000 else 0)
    assert rows.offset(row) == top
    assert rows.row_at(top) == row
    assert rows.row_at(top + GUESS - 1) == row
