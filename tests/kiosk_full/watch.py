"""Watches a kiosk from outside: which processes it has, and whether a session was lost."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.kiosk_full.person import Person, View

LOST = re.compile(r"^.*Session \d+ (?:has gone|does not answer|talks nonsense).*$", re.MULTILINE)
ALLOWED = ("KioskFrame:kiosk",)


def tree(pid: int) -> Iterator[int]:
    """All that a process has started and what these have."""
    gone = FileNotFoundError, ProcessLookupError
    with suppress(*gone):
        for task in Path(f"/proc/{pid}/task").iterdir():
            told = ""
            with suppress(*gone):  # a thread may end just then, and takes nobody along
                told = (task / "children").read_text()
            for child in map(int, told.split()):
                yield child
                yield from tree(child)


def is_dead(pid: int) -> bool:
    """Whether a process is gone or only waits to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


class Watch:
    """Over one kiosk, from when it is made."""

    def __init__(self, person: Person) -> None:
        self._kiosk = person.kiosk
        self._cage = person.kiosk.process.pid
        self._supervisor = person.kiosk.supervisor

    def wrong(self, view: View | None) -> list[str]:
        """Everything that is not as it is always to be."""
        found = []
        if self._kiosk.process.poll() is not None or is_dead(self._supervisor):
            found.append("the kiosk has ended")
        if view is not None:
            if set(view.tops) - set(ALLOWED) or view.windows != 1:
                found.append(f"windows: {view.tops}, {view.windows} of them")
            if view.popup or view.modal:
                found.append("a popup or a dialog is open")
        strange = self.strange_processes()
        if strange:
            found.append(f"processes: {strange}")
        return found

    def strange_processes(self) -> list[str]:
        """All but the supervisor and the last few sessions that it has started."""
        seen = {pid: _command(pid) for pid in set(tree(self._cage)) - {self._supervisor}}
        sessions = set()  # looked at last, as one may have been started since
        own = Path(f"/proc/{self._supervisor}/task/{self._supervisor}/children")
        with suppress(FileNotFoundError, ProcessLookupError):
            sessions |= set(map(int, own.read_text().split()))
        unborn = ("", _command(self._supervisor))  # it has its parent's name for a moment
        found = [
            f"{pid} {name}"
            for pid, name in seen.items()
            if not (pid in sessions and ("kiosk_child" in name or name in unborn))
            and not is_dead(pid)
        ]
        if len(sessions) > 3:
            found.append(f"{len(sessions)} sessions at once")
        return found

    def lost(self) -> list[str]:
        """The sessions that ended without being asked to."""
        lost = LOST.findall((self._kiosk.folder / "log").read_text())
        return [self._kiosk.said()] if lost else []


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""
