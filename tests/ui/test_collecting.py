"""Tests of ui.collecting: what Python holds in circles is let go in the windows' thread alone."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from reader.ui import collecting
from reader.ui.collecting import Collecting, collect_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ENOUGH = 100_000


class Witness:
    """Is in a circle, and tells in which thread it was let go."""

    def __init__(self, seen: list[str]) -> None:
        self._seen = seen
        self._circle = self

    def __del__(self) -> None:
        self._seen.append(threading.current_thread().name)


@pytest.fixture(autouse=True)
def _as_python_begins() -> Iterator[None]:
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1, "worker") as made:
        yield made


def make_much() -> int:
    """So much that Python looks for garbage by itself."""
    return len([[number] for number in range(ENOUGH)])


def test_work_in_another_thread_lets_nothing_go_but_the_windows_thread_does(
    qtbot: QtBot, worker: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "EVERY_MS", 5)
    parent = QObject()
    Collecting(parent)
    seen: list[str] = []
    Witness(seen)
    assert worker.submit(make_much).result() == ENOUGH
    assert seen == []
    qtbot.waitUntil(lambda: seen == [threading.main_thread().name])


def test_without_it_the_other_thread_does(worker: ThreadPoolExecutor) -> None:
    seen: list[str] = []
    Witness(seen)
    worker.submit(make_much).result()
    assert [name.partition("_")[0] for name in seen] == ["worker"]


def test_nothing_is_looked_for_until_it_is_due() -> None:
    gc.disable()
    gc.collect()
    seen: list[str] = []
    Witness(seen)
    collect_due()
    assert seen == []
    kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
    collect_due()
    assert (len(seen), len(kept)) == (1, gc.get_threshold()[0] + 1)


def test_what_is_old_is_looked_at_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    for counts in ((0, 0, 0), (701, 0, 0), (701, 11, 0), (0, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        collect_due()
    assert asked == [0, 1, 2]
