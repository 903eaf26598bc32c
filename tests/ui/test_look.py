"""Tests of ui.look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.look import SIZES, Looks, next_size

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("size", "text", "unit"),
    [(1.0, 21, 100), (1.5, 32, 150), (2.0, 42, 200), (3.0, 63, 200), (4.0, 84, 200)],
)
def test_the_interface_stops_growing_and_the_text_goes_on(
    looks: Looks, size: float, text: int, unit: int
) -> None:
    looks.change(size=size)
    assert (looks.look.text_px, looks.look.px(100)) == (text, unit)


@pytest.mark.parametrize(
    ("size", "big", "least"), [(1.0, False, 48), (2.0, False, 96), (1.0, True, 76), (2.0, True, 96)]
)
def test_targets_are_48_pixels_or_20_millimetres(
    looks: Looks, size: float, big: bool, least: int
) -> None:
    looks.change(size=size, big_targets=big)
    assert looks.look.target_px == least


def test_steps_go_through_every_size_and_stop_at_the_ends() -> None:
    up = [SIZES[0]]
    while next_size(up[-1], 1) != up[-1]:
        up.append(next_size(up[-1], 1))
    assert tuple(up) == SIZES
    assert [next_size(size, -1) for size in SIZES] == [SIZES[0], *SIZES[:-1]]


@pytest.mark.parametrize(("size", "step", "expected"), [(1.1, 1, 1.25), (1.1, -1, 1.0)])
def test_a_size_between_steps_goes_to_the_nearest_on_that_side(
    size: float, step: int, expected: float
) -> None:
    assert next_size(size, step) == expected


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (9.0, 4.0)])
def test_sizes_beyond_the_ends_are_held(looks: Looks, asked: float, given: float) -> None:
    looks.change(size=asked)
    assert looks.look.size == given


def test_a_change_is_told_once_and_no_change_not_at_all(looks: Looks, qtbot: QtBot) -> None:
    told: list[float] = []
    looks.changed.connect(lambda: told.append(looks.look.size))
    looks.change(size=2.0, big_targets=True)
    looks.change(size=2.0)
    assert told == [2.0]
