"""Steps that are gone through while the window does other things; many widgets bit by bit."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.bit_by_bit import A_STEP, AT_ONCE, BitByBit
from reader.ui.readying import Readying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Steps:
    def __init__(self, count: int) -> None:
        self.begun = 0
        self.done = 0
        self._count = count

    def __call__(self) -> Iterator[None]:
        self.begun += 1
        for _ in range(self._count):
            self.done += 1
            yield


def test_all_steps_are_gone_through_and_then_it_is_ready(qtbot: QtBot) -> None:
    steps = Steps(20)
    readying = Readying(steps)
    assert not readying.is_ready
    with qtbot.waitSignal(readying.ready):
        readying.begin()
    assert (steps.done, readying.is_ready) == (20, True)
    readying.begin()
    assert steps.begun == 1


def test_with_nothing_to_do_it_is_ready_at_the_first_step(qtbot: QtBot) -> None:
    readying = Readying(Steps(0))
    with qtbot.waitSignal(readying.ready):
        readying.begin()


def test_at_rest_nothing_is_done_and_then_it_goes_on(qtbot: QtBot) -> None:
    done: list[int] = []

    def steps() -> Iterator[None]:
        for number in range(20):
            done.append(number)
            if number == 4:
                readying.rest()
            yield

    readying = Readying(steps)
    readying.begin()
    qtbot.waitUntil(lambda: len(done) == 5)
    qtbot.wait(20)
    assert len(done) == 5
    with qtbot.waitSignal(readying.ready):
        readying.begin()
    assert done == list(range(20))


class Shelf:
    """What was made and what was placed, in order."""

    def __init__(self) -> None:
        self.made: list[int] = []
        self.placed: list[tuple[int, int]] = []

    def make(self, index: int) -> bool:
        is_new = index not in self.made
        if is_new:
            self.made.append(index)
        return is_new

    def place(self, first: int, end: int) -> None:
        assert set(range(end)) <= set(self.made), "what is placed is there"
        self.placed.append((first, end))


def test_the_first_are_there_at_once_and_the_rest_comes_in_ever_larger_parts(
    qtbot: QtBot,
) -> None:
    shelf, parent = Shelf(), QObject()
    BitByBit(shelf.make, shelf.place, parent).begin(200)
    assert shelf.placed == [(0, AT_ONCE)]
    assert len(shelf.made) == AT_ONCE
    qtbot.waitUntil(lambda: shelf.placed[-1][1] == 200)
    assert shelf.made == list(range(200))
    ends = [end for _first, end in shelf.placed]
    assert [first for first, _end in shelf.placed] == [0, *ends[:-1]]
    assert len(ends) == 4, "each part makes the window lay out everything"
    assert all(more >= 2 * less for less, more in pairwise(ends[:-1]))


def test_between_two_parts_a_few_are_made_at_a_time(qtbot: QtBot) -> None:
    shelf, parent = Shelf(), QObject()
    counts: list[int] = []

    def make(index: int) -> bool:
        counts.append(len(shelf.made))
        return shelf.make(index)

    maker = BitByBit(make, shelf.place, parent)
    maker.begin(AT_ONCE + 2)
    qtbot.waitUntil(lambda: shelf.placed[-1][1] == AT_ONCE + 2)
    assert A_STEP >= 2
    assert shelf.placed == [(0, AT_ONCE), (AT_ONCE, AT_ONCE + 2)]


def test_a_few_are_all_made_at_once(qtbot: QtBot) -> None:
    shelf, parent = Shelf(), QObject()
    maker = BitByBit(shelf.make, shelf.place, parent)
    maker.begin(AT_ONCE)
    qtbot.wait(20)
    assert shelf.placed == [(0, AT_ONCE)]
    maker.begin(0)
    maker.begin(5)
    assert shelf.placed[-1] == (0, 5)
    assert len(shelf.made) == AT_ONCE


def test_begun_anew_in_the_middle_nothing_is_made_twice(qtbot: QtBot) -> None:
    shelf, parent = Shelf(), QObject()
    maker = BitByBit(shelf.make, shelf.place, parent)
    maker.begin(100)
    qtbot.waitUntil(lambda: len(shelf.made) > AT_ONCE)
    maker.begin(101)
    qtbot.waitUntil(lambda: shelf.placed[-1][1] == 101)
    assert shelf.made == list(range(101))
