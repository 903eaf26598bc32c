"""A kiosk's supervisor that says what it does: ``python -m tests.system.kiosk_driver FOLDER``.

It is the real one, with real sessions, but for three things that no test could wait for or have:
everybody is admitted whatever the machine is like, sessions that nobody touches end after a second
unless there is a policy in the folder, and with a second argument sessions have the fault of that
name (``tests.system.kiosk_child``).
"""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.kiosking import _print_service
from reader.kiosk.child import shield_supervisor
from reader.kiosk.counts import Counts
from reader.kiosk.folders import SessionFolders, memory_folder
from reader.kiosk.notifying import Notifier
from reader.kiosk.office import Drawers, Office
from reader.kiosk.pin import PinGate
from reader.kiosk.policy import Policy
from reader.kiosk.policy_file import PolicyFile, PolicyRead
from reader.kiosk.print_jobs import QueueCleaner
from reader.kiosk.processes import Starter
from reader.kiosk.record import Record
from reader.kiosk.running import run
from reader.kiosk.screen import find_screen
from reader.kiosk.supervisor import Supervisor
from reader.kiosk.turns import Turns
from reader.override import override
from tests.system.kiosk_child import GUIDES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.kiosk.stage import Staged

ROOT = str(Path(__file__).parents[2])
EVENTS = "events"
FAULTS = "faults"
POLICY_FILE = "kiosk.toml"
POLICY = Policy(idle_seconds=0, countdown_seconds=1)
_FAULTY = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from tests.system.kiosk_child import main; sys.exit(main(sys.argv[2:]))"
)


class ShortPolicy(PolicyFile):
    """Not from a file, which could not be as short as this."""

    @override
    def read(self) -> PolicyRead:
        return PolicyRead(POLICY)


class ToldTurns(Turns):
    """Writes down when somebody asked for a change, and when the next session was let in."""

    def __init__(self, starter: Starter, office: Office, file: Path) -> None:
        super().__init__(starter, office, time.monotonic)
        self._file = file

    def _tell(self, event: str, staged: Staged | None) -> None:
        said = {"event": event, "at": time.monotonic()}
        said["pid"] = staged.process.pid if staged is not None else 0
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps(said)}\n")

    @override
    def change(self) -> None:
        self._tell("change", self.shown)
        super().change()

    @override
    def built(self, staged: Staged) -> None:
        super().built(staged)
        self._tell("built", staged)

    @override
    def seen(self, staged: Staged) -> bool:
        is_new = super().seen(staged)
        self._tell("seen", staged)
        return is_new


def main(folder: Path, fault: str, environ: Mapping[str, str]) -> None:
    """Run until a signal comes."""
    logging.basicConfig(filename=folder / "log", level=logging.INFO)
    screen = find_screen(environ)
    base = memory_folder(environ, Path("/proc/self/mountinfo").read_text())
    assert screen is not None
    assert base is not None
    shield_supervisor()
    folders = SessionFolders(base)
    (folder / "sessions").write_text(str(folders.make().parent))
    command: tuple[str, ...] = ()
    if fault:
        told = (fault, str(folder / FAULTS)) if fault in GUIDES else (fault,)
        command = (sys.executable, "-I", "-B", "-c", _FAULTY, ROOT, *told)
    starter = Starter(screen, folders, command=command)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731
    drawers = Drawers(
        counts=Counts(folder / "counts.json", lambda: now().date()),
        record=Record(folder / "record.txt", now),
        gate=PinGate(time.monotonic),
        sticks=lambda: (),
        export=lambda place, table: None,  # noqa: ARG005
        cleaner=QueueCleaner(time.monotonic),
        print_service=_print_service,
    )
    policy = folder / POLICY_FILE
    file = PolicyFile(policy) if policy.exists() else ShortPolicy(None)
    assert not file.read().problems
    office = Office(file, lambda _: (), drawers, time.monotonic)
    turns = ToldTurns(starter, office, folder / EVENTS)
    run(Supervisor(turns, office, Notifier(environ), time.monotonic), starter)


if __name__ == "__main__":
    import os

    main(Path(sys.argv[1]), "".join(sys.argv[2:3]), os.environ)
