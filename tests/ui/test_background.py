"""Work off the window's thread: one piece at a time, and only the newest answer counts."""

from __future__ import annotations

import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from reader.ui.background import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


class ByHand(Executor):
    """Does a piece of work when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[..., object], Future[object]]] = []

    def submit(self, fn: Callable[..., object], /, *_args: object, **_kept: object) -> Future:  # type: ignore[override, type-arg]
        future: Future[object] = Future()
        self.waiting.append((fn, future))
        return future

    def work(self) -> None:
        """Do what has waited longest."""
        fn, future = self.waiting.pop(0)
        try:
            future.set_result(fn())
        except Exception as error:
            future.set_exception(error)


@pytest.fixture
def executor() -> ByHand:
    return ByHand()


@pytest.fixture
def answers(latest: Latest) -> list[object]:
    found: list[object] = []
    latest.answered.connect(found.append)
    return found


@pytest.fixture
def latest(qapp: object, executor: ByHand) -> Latest:
    return Latest(executor)


def test_an_answer_comes_back(
    latest: Latest, executor: ByHand, answers: list[object], qtbot: QtBot
) -> None:
    latest.ask(lambda: "pages")
    assert latest.is_busy
    executor.work()
    assert answers == [], "it comes by way of the event loop"
    qtbot.waitUntil(lambda: answers == ["pages"])
    assert not latest.is_busy


def test_only_the_last_of_many_is_done_and_told(
    latest: Latest, executor: ByHand, answers: list[object], qtbot: QtBot
) -> None:
    done: list[int] = []
    for number in range(20):
        latest.ask(lambda number=number: done.append(number) or number)  # type: ignore[misc]
    assert len(executor.waiting) == 1
    executor.work()
    qtbot.waitUntil(lambda: len(executor.waiting) == 1)
    assert answers == []
    executor.work()
    qtbot.waitUntil(lambda: answers == [19])
    assert done == [0, 19]
    assert not latest.is_busy


def test_what_is_dropped_is_never_told(
    latest: Latest, executor: ByHand, answers: list[object], qtbot: QtBot
) -> None:
    latest.ask(lambda: 1)
    latest.drop()
    executor.work()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert answers == []
    latest.ask(lambda: 2)
    executor.work()
    qtbot.waitUntil(lambda: answers == [2])


def test_a_bug_in_the_work_is_raised_in_the_windows_thread(
    latest: Latest, executor: ByHand, answers: list[object], qtbot: QtBot
) -> None:
    def wrong() -> object:
        raise KeyError("ours")

    latest.ask(wrong)
    with qtbot.captureExceptions() as caught:
        executor.work()
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is KeyError
    assert answers == []


@pytest.fixture
def real() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as made:
        yield made


def test_with_a_real_thread_the_answer_is_taken_in_this_one(
    real: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    latest = Latest(real)
    threads: list[threading.Thread] = []
    latest.answered.connect(lambda _: threads.append(threading.current_thread()))
    for _ in range(50):
        latest.ask(threading.current_thread)
    qtbot.waitUntil(lambda: len(threads) == 1 and not latest.is_busy)
    assert threads == [threading.main_thread()]
