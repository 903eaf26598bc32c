"""Loaded by pytest while mutants are tried: the quickest tests first, and the same examples always.

Chance would make the score another one each time, and an example need not be made small when it is
enough to know that a test failed. A test that a mutant made endless is ended by the time that the
processor spent on it, so that a busy machine does not count as a fault.
"""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

TIMES = Path("mutmut-stats.json")
PATIENCE = 4
"""How many times as long as usual a test may take, and how many seconds more."""

settings.register_profile(
    "mutation",
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by the time that mutmut took of each; there is none in its own first run."""
    times = _times()
    items.sort(key=lambda item: times.get(item.nodeid, 0.0))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """End it when it takes far longer than it took unmutated."""
    usual = _times().get(item.nodeid)
    if usual is None:
        return (yield)
    signal.signal(signal.SIGVTALRM, _end)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE * usual + PATIENCE)
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _times() -> dict[str, float]:
    """The seconds of each test, empty while they are being taken."""
    if not TIMES.exists():
        return {}
    times: dict[str, float] = json.loads(TIMES.read_text(encoding="utf-8"))["duration_by_test"]
    return times


def _end(_signal: int, _frame: FrameType | None) -> None:
    pytest.fail("it never ends", pytrace=False)
