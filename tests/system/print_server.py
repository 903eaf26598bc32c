"""A CUPS server of our own with a printer that puts what arrives into a folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.system.running import LOOK_EVERY_SECONDS, PATIENCE_SECONDS, tool

if TYPE_CHECKING:
    from collections.abc import Iterator

SYSTEM_PARTS = Path("/usr/lib/cups")
SYSTEM_DATA = "/usr/share/cups"

# CUPS will have nothing to do with root; Debian's printing runs as this account.
ACCOUNT = "lp"

# CUPS calls a backend with job, account, title, copies, options and, it may be, a file.
BACKEND = """#!/bin/sh
if [ $# -eq 0 ]; then echo 'direct paper "Paper" "Puts pages into a folder"'; exit 0; fi
trap 'exit 0' TERM
mode() {{ cat "{modes}/mode"; }}
if [ "$(mode)" = jam ]; then echo 'STATE: +media-jam-error' >&2; exit 4; fi
if [ "$(mode)" = unwell ]; then echo 'ERROR: it does not work' >&2; exit 1; fi
if [ "$(mode)" = empty ]; then
  echo 'STATE: +media-empty-error' >&2
  echo 'ERROR: out of paper' >&2
  while [ "$(mode)" = empty ]; do sleep 0.05; done
  echo 'STATE: -media-empty-error' >&2
fi
while [ "$(mode)" = slow ]; do sleep 0.05; done
printf '%s\n%s\n%s' "$4" "$3" "$5" > "{arrived}/$1.told"
cat ${{6:+"$6"}} > "{arrived}/$1.part" && mv "{arrived}/$1.part" "{arrived}/$1.pdf"
"""
"""What the printer does hangs on a word in a file: fine, slow, empty, jam or unwell."""

SERVER = """
Listen {socket}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory {history}
PreserveJobFiles No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""

FILES = """
User {account}
Group {account}
SystemGroup {account}
ServerRoot {folder}
ServerBin {folder}/bin
DataDir {data}
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/temporary
DocumentRoot {folder}
AccessLog {folder}/access
ErrorLog {folder}/errors
PageLog {folder}/pages
Printcap
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What reached the printer: what the queue was told of it, and the pages."""

    title: str
    copies: int
    options: str
    pages: bytes


class PrintServer:
    """Speaks to the server whose files are in ``folder``."""

    def __init__(self, folder: Path, pid: int) -> None:
        self._folder = folder
        self.pid = pid
        self.socket = str(folder / "socket")
        self._arrived = folder / "arrived"

    def arrived(self) -> list[Arrival]:
        """Everything that has reached the printer, in order."""
        jobs = sorted(self._arrived.glob("*.pdf"), key=lambda path: int(path.stem))
        return [_arrival(job) for job in jobs]

    def wait_for(self, count: int) -> list[Arrival]:
        """Wait until ``count`` jobs have arrived."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(self.arrived()) < count:
            assert time.monotonic() < deadline, f"nothing arrived; CUPS says: {self.errors()}"
            time.sleep(LOOK_EVERY_SECONDS)
        return self.arrived()

    def waiting(self) -> list[str]:
        """The jobs that the server keeps because they cannot be printed now."""
        return self.do("lpstat", "-o").splitlines()

    def add(self, queue: str) -> None:
        """Put a printer there that takes everything."""
        self.do("lpadmin", "-p", queue, "-v", "paper:/", "-E")

    def is_to(self, mode: str) -> None:
        """From now on the printer is ``fine``, ``slow``, ``empty``, ``jam`` or ``unwell``."""
        (self._folder / "modes" / "mode").write_text(mode, encoding="utf-8")

    def errors(self) -> str:
        """What the server complained of."""
        log = self._folder / "errors"
        return log.read_text(encoding="utf-8") if log.exists() else ""

    def do(self, command: str, *arguments: str) -> str:
        """What one of CUPS' own commands says; the test fails if it does not work."""
        ran = subprocess.run(
            [tool(command), *arguments],
            env=os.environ | {"CUPS_SERVER": self.socket, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SECONDS,
        )
        assert ran.returncode == 0, f"{command}: {ran.stderr}"
        return ran.stdout


def _arrival(job: Path) -> Arrival:
    copies, title, options = job.with_suffix(".told").read_text(encoding="utf-8").split("\n", 2)
    return Arrival(title, int(copies), options, job.read_bytes())


@contextmanager
def print_server(*, keeps_history: bool = True) -> Iterator[PrintServer]:
    """A server that listens on a socket in a folder of its own, and nowhere else.

    One that keeps no history forgets a job at the moment that it is over.
    """
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        _furnish(folder, keeps_history=keeps_history)
        account = ACCOUNT if os.geteuid() == 0 else None
        server = subprocess.Popen(
            [tool("cupsd"), "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
            user=account,
            group=account,
            extra_groups=[] if account else None,
            stderr=subprocess.PIPE,
        )
        made = PrintServer(folder, server.pid)
        try:
            _wait_for_socket(server, made)
            yield made
        finally:
            server.terminate()
            server.communicate()


def _furnish(folder: Path, *, keeps_history: bool) -> None:
    account = ACCOUNT if os.geteuid() == 0 else Path.home().owner()
    arrived = folder / "arrived"
    for name in ("cache", "state", "spool", "temporary", "arrived", "modes", "bin"):
        (folder / name).mkdir()
    (folder / "modes" / "mode").write_text("fine", encoding="utf-8")
    for part in SYSTEM_PARTS.iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    backend = folder / "bin" / "backend" / "paper"
    backend.parent.mkdir()
    backend.write_text(BACKEND.format(arrived=arrived, modes=folder / "modes"), encoding="utf-8")
    backend.chmod(0o755)
    history = "Yes" if keeps_history else "No"
    text = SERVER.format(socket=folder / "socket", history=history)
    (folder / "cupsd.conf").write_text(text, encoding="utf-8")
    text = FILES.format(folder=folder, account=account, data=SYSTEM_DATA)
    (folder / "cups-files.conf").write_text(text, encoding="utf-8")
    folder.chmod(0o755)
    if os.geteuid() == 0:
        for path in (folder, *folder.iterdir()):
            shutil.chown(path, account, account)


def _listens(path: str) -> bool:
    """The file is there a moment before anybody can be reached by it."""
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(path) == 0


def _wait_for_socket(server: subprocess.Popen[bytes], made: PrintServer) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not _listens(made.socket):
        assert server.poll() is None, f"cupsd ended with {server.returncode}: {made.errors()}"
        assert time.monotonic() < deadline, f"cupsd does not listen: {made.errors()}"
        time.sleep(LOOK_EVERY_SECONDS)
