from __future__ import annotations

import pytest

from tests.grids import first


def test_all_are_there_in_their_order_and_the_others_are_for_later() -> None:
    usual, later, pair = first([1, 2, (3, 4)], [1])
    assert usual == 1
    assert [mark.name for mark in later.marks] == ["system"]
    assert (later.values, pair.values) == ((2,), (3, 4))


def test_what_is_not_in_the_grid_is_an_error() -> None:
    with pytest.raises(ValueError, match="7"):
        first([1, 2], [7])
