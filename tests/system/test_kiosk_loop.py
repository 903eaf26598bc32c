"""The loop of a kiosk on the real stack: whatever happens to a session, the next one is there."""

from __future__ import annotations

import os
import signal
import statistics
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.system.kiosk_stack import (
    children_of,
    is_alive,
    kiosk,
    parent_of,
    wait_until_gone,
)
from tests.system.screen import x_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.system.kiosk_stack import Kiosk
    from tests.system.screen import Screen

pytestmark = pytest.mark.system

TURNOVER_SECONDS = 1.5
BACK_SECONDS = 5.0
TURNS = 20


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with x_server(tmp_path) as made:
        yield made


def waits(found: Kiosk) -> list[float]:
    """For each change, the seconds until the next session was let in."""
    events = [event for event in found.events if event.event in ("change", "seen")]
    return [
        after.at - before.at
        for before, after in pairwise(events)
        if before.event == "change" and before.pid
    ]


def leftovers(found: Kiosk) -> set[str]:
    """The folders of sessions that are there, but for those of the two that live."""
    own = Path((found.folder / "sessions").read_text())
    return {each.name for each in own.iterdir()} - {"lock", "1"}


def test_people_come_and_go_and_leave_nothing(
    screen: Screen, record_testsuite_property: Callable[[str, object], None]
) -> None:
    with kiosk(screen) as found:
        supervisor = found.supervisor
        handles = len(list(Path(f"/proc/{supervisor}/fd").iterdir()))
        first = found.picture()
        for turn in range(1, TURNS + 1):
            found.press_start()
            found.wait_for_turn(turn)
        pids = [event.pid for event in found.seen]
        assert len(set(pids)) == TURNS + 1
        assert not any(is_alive(pid) for pid in pids[:-1])
        assert len(children_of(supervisor)) == 2
        assert len(list(Path(f"/proc/{supervisor}/fd").iterdir())) == handles
        assert len(leftovers(found)) == 2
        found.wait_until(lambda: found.picture() == first)
        taken = waits(found)
        assert len(taken) == TURNS
        assert max(taken) <= TURNOVER_SECONDS, taken
        record_testsuite_property("turnover seconds, median", round(statistics.median(taken), 4))
        record_testsuite_property("turnover seconds, longest", round(max(taken), 4))
        own = Path((found.folder / "sessions").read_text())
    for pid in (supervisor, *pids):
        wait_until_gone(pid)
    assert not own.exists()


@pytest.mark.parametrize(
    ("number", "times"), [(signal.SIGKILL, 10), (signal.SIGSEGV, 5), (signal.SIGSTOP, 3)]
)
def test_a_session_that_is_killed_or_stopped_is_followed_by_the_next(
    screen: Screen, number: signal.Signals, times: int
) -> None:
    with kiosk(screen) as found:
        first = found.picture()
        for turn in range(1, times + 1):
            began = os.times().elapsed
            old = found.shown
            os.kill(old, number)
            found.wait_for_turn(turn)
            assert os.times().elapsed - began <= BACK_SECONDS
            assert not is_alive(old)
        found.wait_until(lambda: found.picture() == first)
        assert len(children_of(found.supervisor)) == 2


@pytest.mark.parametrize(("fault", "times"), [("raise", 5), ("hang", 2), ("eat", 2)])
def test_a_session_with_a_fault_is_followed_by_the_next(
    screen: Screen, fault: str, times: int
) -> None:
    with kiosk(screen, fault) as found:
        first = found.picture()
        for turn in range(1, times + 1):
            began = os.times().elapsed
            found.press_start()
            found.wait_for_turn(turn)
            assert os.times().elapsed - began <= BACK_SECONDS
        found.wait_until(lambda: found.picture() == first)
        assert "seven times Tuesday" not in found.said()


def test_a_hidden_session_that_dies_is_noticed_by_nobody(screen: Screen) -> None:
    with kiosk(screen) as found:
        supervisor, shown = found.supervisor, found.shown
        (hidden,) = children_of(supervisor) - {shown}
        os.kill(hidden, signal.SIGKILL)
        found.wait_until(lambda: len(children_of(supervisor) - {shown, hidden}) == 1)
        assert found.shown == shown


def test_sessions_die_with_their_supervisor(screen: Screen) -> None:
    with kiosk(screen) as found:
        supervisor = found.supervisor
        sessions = children_of(supervisor)
        cage = parent_of(supervisor)
        assert len(sessions) == 2
        os.kill(supervisor, signal.SIGKILL)
        found.process.wait(30)
        own = Path((found.folder / "sessions").read_text())
        for pid in (*sessions, supervisor, cage):
            wait_until_gone(pid)
    assert own.exists(), "nobody was left to remove it"
    with kiosk(screen):
        assert not own.exists(), "the next supervisor does"
