"""A kiosk that runs for weeks: thousands of sessions that nobody ended leave no trace of wear."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.kiosk_full.amounts import amount, none_in, spread
from tests.kiosk_full.person import person_at, policy_text
from tests.kiosk_full.watch import Watch
from tests.system.kiosk_driver import EVENTS, FAULTS
from tests.system.kiosk_stack import children_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.kiosk_full.person import Person
    from tests.system.kiosk_stack import Kiosk
    from tests.system.screen import Screen

pytestmark = pytest.mark.system

RESETS = amount(5000, 250)
EVERY = 100
SETTLED = min(50, RESETS // 4)
MOST_GROWTH_KB = 5 * 1024
OURS = (EVENTS, FAULTS, "said")
"""Files that the test has made: what the driver and the compositor say."""


@dataclass(frozen=True, slots=True)
class Wear:
    """What a kiosk has of the machine."""

    memory_kb: int
    handles: int
    children: int
    files: dict[str, int]


def wear(kiosk: Kiosk) -> Wear:
    """As it is now."""
    status = Path(f"/proc/{kiosk.supervisor}/status").read_text()
    memory = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return Wear(
        int(memory.split()[1]),
        len(list(Path(f"/proc/{kiosk.supervisor}/fd").iterdir())),
        len(children_of(kiosk.supervisor)),
        files(kiosk),
    )


def files(kiosk: Kiosk) -> dict[str, int]:
    """Every file of the kiosk and its size; a session's folder goes by no number of its own."""
    sessions = Path((kiosk.folder / "sessions").read_text())
    found = {
        str(path.relative_to(kiosk.folder)): path.stat().st_size
        for path in kiosk.folder.rglob("*")
        if path.is_file() and path.name not in OURS
    }
    folders = sorted(path for path in sessions.iterdir() if path.is_dir())
    for number, folder in enumerate(folders):
        for path in folder.rglob("*"):
            if path.is_file():
                found[f"{number}/{path.relative_to(folder)}"] = path.stat().st_size
    return found | {"folders of sessions": len(folders)}


def settled(person: Person) -> Wear:
    """Once the next session is built."""
    person.kiosk.wait_for_turn(person.turn - 1)
    return wear(person.kiosk)


def test_five_thousand_idle_sessions_wear_nothing_out(
    screen: Screen, tell: Callable[[str], None]
) -> None:
    with person_at(screen, policy_text()) as person:
        watch = Watch(person)
        golden = person.kiosk.picture()
        first = None
        for number in range(RESETS):
            if number == SETTLED:
                first = settled(person)
            person.start()
            person.be_idle()
            if number % EVERY == EVERY - 1:
                tell(f"{number + 1:,} resets so far; {settled(person)}")
        assert first is not None
        last = settled(person)
        person.rest()
        person.kiosk.wait_until(lambda: person.kiosk.picture() == golden)
        assert not watch.lost()
        events = [event for event in person.kiosk.events if event.event in ("change", "seen")]
    grown = last.memory_kb - first.memory_kb
    assert grown <= MOST_GROWTH_KB, (first, last)
    assert last.handles == first.handles
    assert last.children == first.children == 2
    assert _counted(last.files) == _counted(first.files)
    taken = [
        after.at - before.at
        for before, after in pairwise(events)
        if before.event == "change" and before.pid and after.event == "seen"
    ]
    tell(
        f"{RESETS:,} idle resets, measured from the {SETTLED}th: the supervisor's memory went from "
        f"{first.memory_kb} to {last.memory_kb} KB, its handles from {first.handles} to "
        f"{last.handles}, its processes from {first.children} to {last.children}, files grew by 0 "
        f"bytes; from the end of one to the next, where that was built: {spread(taken)}; "
        f"failures: {none_in(RESETS)}"
    )


def _counted(found: dict[str, int]) -> dict[str, int]:
    """The counts are one line a day: a number in it may get a digit more, and that is all."""
    return {name: size // 64 if name == "counts.json" else size for name, size in found.items()}
