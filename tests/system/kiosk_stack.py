"""The kiosk as in a clinic: cage, the supervisor and its sessions, in a window of an X server.

cage refuses root, so for root everything runs as an account without rights, which may still read
where Python is.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.system.kiosk_driver import EVENTS, FAULTS, POLICY_FILE
from tests.system.running import REPOSITORY, tool
from tests.system.screen import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage

    from tests.system.screen import Screen

NOBODY = 65534
PATIENCE_SECONDS = 60.0
LOOK_SECONDS = 0.02
CORNER = (SIZE[0] - 4, SIZE[1] - 4)
POINTER_PX = 8
BESIDE_ITS_WORDS = 90
PATCH = 16
STILL_SEEN = 8
"""The session that was built last is among so many of the last events."""

MIDDLE = (SIZE[0] // 2, SIZE[1] // 2)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the supervisor did: to which process, and when in seconds."""

    event: str
    at: float
    pid: int


class Kiosk:
    """A kiosk that runs."""

    def __init__(self, screen: Screen, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.screen = screen
        self.folder = folder
        self.process = process
        self._events: list[Event] = []
        self._seen: list[Event] = []
        self._read_to = 0

    @property
    def events(self) -> list[Event]:
        """All so far."""
        try:
            with (self.folder / EVENTS).open("rb") as file:
                file.seek(self._read_to)
                new = file.read()
        except FileNotFoundError:
            return []
        whole = new[: new.rfind(b"\n") + 1]
        self._read_to += len(whole)
        found = [Event(**json.loads(line)) for line in whole.splitlines()]
        self._events += found
        self._seen += [event for event in found if event.event == "seen"]
        return self._events

    @property
    def seen(self) -> list[Event]:
        """The sessions that were shown, in their order."""
        return self._seen if self.events else []

    @property
    def shown(self) -> int:
        """The process of the session that is shown."""
        return self.seen[-1].pid

    @property
    def supervisor(self) -> int:
        """Its process: the child of cage."""
        return parent_of(self.shown)

    def wait_until(self, holds: Callable[[], object]) -> None:
        """Wait for something; fail with what the log says."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            late = time.monotonic() > deadline
            assert not late, f"it took too long; the log says: {self.said()}"
            assert self.process.poll() is None, f"it has ended; the log says: {self.said()}"
            time.sleep(LOOK_SECONDS)

    def wait_for_turn(self, before: int) -> Event:
        """The session after ``before`` were seen, once the one after it is built as well."""

        def both() -> bool:
            events, seen = self.events, self.seen
            if len(seen) <= before:
                return False
            lately = {each.pid for each in seen[-STILL_SEEN:]}
            return any(
                each.event == "built" and each.pid not in lately for each in events[-STILL_SEEN:]
            )

        self.wait_until(both)
        return self.seen[before]

    def press_start(self) -> None:
        """Press what is in the middle of the screen."""
        x, y = self.start_button()
        self._xdotool("mousemove", str(x), str(y), "click", "1")
        self.rest()

    def fill_screen(self) -> None:
        """Make the window that stands for the monitor as big as the screen; cage follows."""
        window = self._xdotool("search", "--onlyvisible", "--maxdepth", "1", "--name", "").split()[
            -1
        ]
        self._xdotool("windowsize", window, *map(str, SIZE))
        corner = SIZE[0] - 40, SIZE[1] - 40
        black = self.screen.picture().pixel(*corner)
        self.wait_until(lambda: self.screen.picture().pixel(*corner) != black)

    def rest(self) -> None:
        """Take the pointer where it is over nothing."""
        self._xdotool("mousemove", *map(str, CORNER))

    def start_button(self) -> tuple[int, int]:
        """Where the start button is: the first patch of another colour below the middle."""
        picture = self.screen.picture()
        across = MIDDLE[0] - BESIDE_ITS_WORDS
        ground = picture.pixel(4, MIDDLE[1])
        for y in range(MIDDLE[1] - PATCH, SIZE[1] - PATCH):
            colours = {picture.pixel(across, y + down) for down in range(PATCH)}
            if len(colours) == 1 and colours != {ground}:
                return across, y + PATCH // 2
        message = "there is no button on the screen"
        raise AssertionError(message)

    def picture(self) -> QImage:
        """What is on the glass now, less the pointer at its rest: its shape is the compositor's."""
        picture = self.screen.picture()
        for across in range(CORNER[0] - POINTER_PX, picture.width()):
            for down in range(CORNER[1] - POINTER_PX, picture.height()):
                picture.setPixel(across, down, 0)
        return picture

    def said(self) -> str:
        """The log of the supervisor and what cage said."""
        texts = [self.folder / name for name in ("log", FAULTS, "said")]
        return "\n".join(path.read_text() for path in texts if path.exists())

    def _xdotool(self, *arguments: str) -> str:
        ran = subprocess.run(
            [tool("xdotool"), *arguments],
            env=os.environ | {"DISPLAY": self.screen.display},
            check=True,
            capture_output=True,
            text=True,
        )
        return ran.stdout


@contextmanager
def kiosk(screen: Screen, fault: str = "", policy: str = "") -> Iterator[Kiosk]:
    """A kiosk on ``screen``, whose first start screen has been seen; ended at the end.

    ``policy`` is the text of its policy; without one sessions end a second after the last touch.
    """
    folder = Path(tempfile.mkdtemp(prefix="kiosk-"))
    run = folder / "run"
    run.mkdir(mode=0o700)
    if policy:
        (folder / POLICY_FILE).write_text(policy, encoding="utf-8")
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.chown(run, NOBODY, NOBODY)
    process = _started(screen, folder, fault)
    try:
        found = Kiosk(screen, folder, process)
        found.wait_for_turn(0)
        found.fill_screen()
        found.rest()
        yield found
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE_SECONDS)
        finally:
            process.kill()
            shutil.rmtree(folder, ignore_errors=True)


def _started(screen: Screen, folder: Path, fault: str) -> subprocess.Popen[bytes]:
    environ = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "DISPLAY": screen.display,
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "WLR_BACKENDS": "x11",
        "WLR_RENDERER": "pixman",
        "PYTHONPATH": str(REPOSITORY),
    }
    driver = (sys.executable, "-m", "tests.system.kiosk_driver", str(folder), fault)
    with (folder / "said").open("wb") as said:
        return subprocess.Popen(
            [*_unprivileged(), tool("cage"), "--", *driver],
            cwd="/",
            env=environ,
            stdout=said,
            stderr=subprocess.STDOUT,
        )


def _unprivileged() -> tuple[str, ...]:
    if os.getuid() != 0:
        return ()
    account = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    reading = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
    return (tool("setpriv"), *account, *reading)


def parent_of(pid: int) -> int:
    """The process that started ``pid``."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def is_alive(pid: int) -> bool:
    """Whether the process runs; one that is dead and not buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until_gone(pid: int) -> None:
    """Wait until the process has ended."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while is_alive(pid):
        assert time.monotonic() < deadline, f"process {pid} is still there"
        time.sleep(LOOK_SECONDS)


def children_of(pid: int) -> set[int]:
    """All living processes that ``pid`` started and those that they started."""
    every = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    found = {pid}
    for _ in range(5):
        for each in every:
            try:
                if parent_of(each) in found and is_alive(each):
                    found.add(each)
            except (FileNotFoundError, ProcessLookupError):
                continue
    return found - {pid}
