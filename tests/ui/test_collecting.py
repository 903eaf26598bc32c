"""Tests of ui.collecting: what Python holds in circles is let go in the windows' thread alone."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from reader.ui.collecting import collect_due
from tests.children import printed

if TYPE_CHECKING:
    import pytest

# In a process of its own: garbage of other tests' windows is not to be let go in another thread.
CHILD = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from PySide6.QtCore import QCoreApplication, QDeadlineTimer
from reader.ui import collecting

class Witness:
    def __init__(self):
        self.circle = self

    def __del__(self):
        seen.append(threading.current_thread().name)

def make_much():
    return [[number] for number in range(100_000)]

seen = []
app = QCoreApplication([])
if sys.argv[1] == "collecting":
    collecting.EVERY_MS = 1
    collecting.Collecting(app)
Witness()
with ThreadPoolExecutor(1, "worker") as worker:
    kept = worker.submit(make_much).result()
print("then", *seen)
patience = QDeadlineTimer(30_000)
while not seen and not patience.hasExpired():
    app.processEvents()
print("later", *seen)
"""


def told(how: str) -> list[str]:
    """In which thread a circle was let go: once another had made much, and then."""
    return printed([sys.executable, "-c", CHILD, how])


def test_another_thread_lets_nothing_go_but_the_windows_thread_does() -> None:
    assert told("collecting") == ["then", "later MainThread"]


def test_without_it_the_other_thread_does() -> None:
    assert told("nothing") == ["then worker_0", "later worker_0"]


def test_nothing_is_looked_for_until_it_is_due() -> None:
    gc.collect()
    collections = gc.get_stats()[0]["collections"]
    collect_due()
    assert gc.get_stats()[0]["collections"] == collections
    kept = [[number] for number in range(gc.get_threshold()[0] + 1)]
    collect_due()
    assert gc.get_stats()[0]["collections"] == collections + 1
    assert kept


def test_what_is_old_is_looked_at_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    for counts in ((0, 0, 0), (701, 0, 0), (701, 11, 0), (0, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        collect_due()
    assert asked == [0, 1, 2]
