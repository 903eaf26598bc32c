"""Steps that are gone through while the window does other things; many widgets bit by bit."""

from __future__ import annotations

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
    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.asked: list[int] = []

    def make(self, most: int) -> bool:
        self.asked.append(most)
        self.wanted -= min(most, self.wanted)
        return self.wanted > 0


def test_the_first_are_made_at_once_and_the_rest_bit_by_bit(qtbot: QtBot) -> None:
    shelf, parent = Shelf(AT_ONCE + 3 * A_STEP), QObject()
    BitByBit(shelf.make, parent).begin()
    assert shelf.wanted == 3 * A_STEP
    qtbot.waitUntil(lambda: shelf.wanted == 0)
    assert shelf.asked == [AT_ONCE, A_STEP, A_STEP, A_STEP]


def test_a_few_are_all_made_at_once(qtbot: QtBot) -> None:
    shelf, parent = Shelf(AT_ONCE), QObject()
    BitByBit(shelf.make, parent).begin()
    qtbot.wait(20)
    assert (shelf.wanted, shelf.asked) == (0, [AT_ONCE])
