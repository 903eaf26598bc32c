"""Every N-th call of the system goes wrong: the program is killed, the disk is full, it fails."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notebook import disk
from reader.notebook.backup_files import backup_folder
from tests.crash.judging import Recording, Verdict, judge_folder
from tests.crash.workload import NAME, TOLD_OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink,mkdir"
"""The calls that may go wrong, where they concern the notebook or a file beside it."""

_COUNTED = re.compile(r"^\d+ +\w+\(", re.MULTILINE)


class Fault(StrEnum):
    """What happens at the N-th call; the last two go on happening at every call after it."""

    KILLED = "signal=KILL"
    FULL_ONCE = "error=ENOSPC"
    FAILS_ONCE = "error=EIO"
    FULL = "error=ENOSPC+"
    FAILS = "error=EIO+"

    def at(self, number: int) -> str:
        """How strace is told."""
        once = self.value.removesuffix("+")
        return f"{once}:when={number}{'+' if self.value.endswith('+') else ''}"


@dataclass(frozen=True, slots=True)
class Case:
    """The use of the notebook that the fault happens in, and at which of its calls."""

    workload: str
    fault: Fault
    number: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case; ``why`` says what was lost, or how the program failed."""

    case: Case
    verdict: Verdict
    is_violation: bool
    why: str = ""


def count_calls(workload: str, folder: Path) -> int:
    """How many calls of ``CALLS`` a workload makes with the notebook's files."""
    log = folder / "calls.txt"
    done = _run(workload, folder / "counted", tracing=["-o", str(log), "-e", f"trace={CALLS}"])
    assert done.returncode == 0, done.stderr
    return len(_COUNTED.findall(log.read_text(encoding="utf-8")))


def try_all(
    cases: Sequence[Case], recordings: dict[str, Recording], folder: Path
) -> Iterator[Outcome]:
    """Try the cases, as many at a time as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(
            lambda numbered: try_case(
                numbered[1], recordings[numbered[1].workload], folder / str(numbered[0])
            ),
            enumerate(cases),
        )


def try_case(case: Case, recording: Recording, folder: Path) -> Outcome:
    """Let the fault happen, and look at what is left with a disk that is well again."""
    folder.mkdir()
    home = folder / "home"
    inject = f"inject={CALLS}:{case.fault.at(case.number)}"
    tracing = ["-o", str(folder / "calls.txt"), "-e", f"trace={CALLS}", "-e", inject]
    done = _run(case.workload, home, tracing=tracing)
    if done.returncode not in (0, TOLD_OF, -signal.SIGKILL):
        return Outcome(case, Verdict.BROKEN, True, done.stderr[-1500:])
    told = len(done.stdout.splitlines())
    verdict, why = judge_folder(home, told, recording.views)
    shutil.rmtree(folder)
    return Outcome(case, verdict, verdict is not Verdict.WHOLE, why)


def _run(workload: str, home: Path, *, tracing: Sequence[str]) -> subprocess.CompletedProcess[str]:
    home.mkdir(parents=True, mode=0o700)
    path = home / NAME
    concerned = (home, path, *disk.companions(path), backup_folder(path))
    paths = [word for file in concerned for word in ("-P", str(file))]
    views = str(home.parent / "views.json")
    command = [sys.executable, "-m", "tests.crash.workload", workload, str(home), views]
    return subprocess.run(
        ["strace", "-f", "-qq", *tracing, *paths, "--", *command],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
