"""Whether a notebook that was left by a crash still holds all that it was said to hold."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.contents import contents_of_file
from reader.notebook.errors import NotebookError, UnknownIdError
from tests.crash.power_cut import CrashState, Style, Tree, crash_states
from tests.crash.recording import record
from tests.crash.workload import NAME, View, open_at, view

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.crash.recording import Call


class Verdict(StrEnum):
    """What was found after a crash."""

    WHOLE = "whole"
    LOST = "lost"
    """It opens, and something that was saved is missing or other than it was."""
    REFUSED = "refused"
    """It does not open, and says so."""
    EARLIER = "earlier"
    """It opens as it was some steps before: what a disk that ignores flushes does to anybody."""
    BROKEN = "broken"
    """It opens, and cannot be read to its end."""
    BAD_BACKUP = "bad backup"


@dataclass(frozen=True, slots=True)
class Recording:
    """A use of the notebook: what it asked of the disk, and what was saved after each step."""

    before: Tree
    calls: tuple[Call, ...]
    views: tuple[View, ...]


@dataclass(slots=True)
class Tally:
    """How many states were looked at, how many of those differ, and what was found."""

    states: int = 0
    seen: set[bytes] = field(default_factory=set)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    worst: dict[Verdict, str] = field(default_factory=dict)

    @property
    def distinct(self) -> int:
        return len(self.seen)

    def line(self, name: str) -> str:
        found = ", ".join(f"{verdict} {number}" for verdict, number in self.verdicts.items())
        return f"{name}: {self.states} crash states, {self.distinct} different: {found}"


def recorded(
    workload: str, folder: Path, *, control: str = "", before: Tree | None = None
) -> Recording:
    """Run a workload in ``folder``, a new one, and record it."""
    home = folder / "home"
    home.mkdir()
    lay_out(before or {}, home)
    out = folder / "views.json"
    command = [sys.executable, "-m", "tests.crash.workload", workload, str(home), str(out)]
    environ = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}
    calls = record(
        [*command, *([control] if control else [])],
        home,
        log=folder / "record.txt",
        environ=environ,
    )
    views = json.loads(out.read_text(encoding="utf-8"))
    return Recording(before or {}, calls, tuple(views))


def judge(
    recording: Recording,
    style: Style,
    folder: Path,
    *,
    each: int,
    seed: int,
    tally: Tally,
    stride: int = 1,
) -> None:
    """Open every notebook that a power cut may leave, ``each`` for every call, in ``folder``.

    ``stride`` 3 looks at every third of them. What was seen before, when as much had been saved, is
    counted and not opened again.
    """
    states = crash_states(recording.calls, recording.before, style, each=each, random=Random(seed))
    for state in islice(states, 0, None, stride):
        tally.states += 1
        key = _key(state)
        if key in tally.seen:
            continue
        tally.seen.add(key)
        verdict, why = judged(state, recording.views, folder)
        tally.verdicts[verdict] += 1
        tally.worst.setdefault(verdict, f"after call {state.calls}, step {state.told}: {why}")


def judged(state: CrashState, views: Sequence[View], folder: Path) -> tuple[Verdict, str]:
    """Open what ``state`` left and compare it with what had been saved by then."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    lay_out(state.tree, folder)
    return judge_folder(folder, state.told, views)


def judge_folder(folder: Path, told: int, views: Sequence[View]) -> tuple[Verdict, str]:
    """Open the notebook in ``folder`` and compare it with what was saved after ``told`` steps."""
    path = folder / NAME
    for file in listed(backup_folder(path)):
        try:
            contents_of_file(file.path)
        except NotebookError as error:
            return Verdict.BAD_BACKUP, f"{file.path.name}: {error}"
    try:
        notebook = open_at(path)
        try:
            found = json.loads(json.dumps(view(notebook)))
        finally:
            notebook.close()
    except NotebookError as error:
        return Verdict.REFUSED, str(error)
    except (UnknownIdError, LookupError, ValueError) as error:
        return Verdict.BROKEN, repr(error)
    # The step that was under way may have happened or not; nothing else may have.
    allowed = views[max(told - 1, 0) : told + 1]
    if found in allowed:
        return Verdict.WHOLE, ""
    if found in views[:told]:
        return Verdict.EARLIER, f"as after step {views.index(found) + 1}"
    return Verdict.LOST, f"{found} instead of {allowed[0]}"


def lay_out(tree: Mapping[str, bytes | None], folder: Path) -> None:
    """Make the files and folders of ``tree``; those in a folder that is lost are lost too."""
    for name, data in tree.items():
        path = folder / name
        if data is None:
            path.mkdir(mode=0o700, exist_ok=True)
        elif path.parent.is_dir():
            path.write_bytes(data)


def _key(state: CrashState) -> bytes:
    digest = blake2b(str(state.told).encode(), digest_size=16)
    for name, data in state.tree.items():
        digest.update(f"\0{name}\0{-1 if data is None else len(data)}\0".encode())
        digest.update(data or b"")
    return digest.digest()
