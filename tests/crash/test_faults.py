"""A full disk, a failing disk and a kill at every call that the notebook makes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import NotSavedError, Trouble
from tests.crash.faults import Case, Fault, count_calls, try_all
from tests.crash.judging import recorded
from tests.crash.tiny_disk import KILOBYTES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.conftest import Runner, Tell

FOR_EVER = (Fault.FULL, Fault.FAILS)


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize(
    ("workloads", "every"),
    [
        pytest.param(("write",), 40, id="short"),
        pytest.param(("write", "back up", "purge"), 1, id="long", marks=pytest.mark.system),
    ],
)
def test_a_fault_at_any_call_loses_nothing(
    tmp_path: Path, memory_folder: Path, tell: Tell, workloads: tuple[str, ...], every: int
) -> None:
    recordings, cases = {}, []
    for workload in workloads:
        home = tmp_path / workload
        home.mkdir()
        recordings[workload] = recorded(workload, home)
        calls = count_calls(workload, home)
        for fault in Fault:
            step = every * (5 if fault in FOR_EVER else 1)  # what goes on failing varies less
            cases += [Case(workload, fault, number) for number in range(1, calls + 1, step)]

    found: Counter[Fault] = Counter()
    wrong = []
    for outcome in try_all(cases, recordings, memory_folder):
        found[outcome.case.fault] += 1
        if outcome.is_violation:
            wrong.append(outcome)

    told = ", ".join(f"{number} × {fault.name}" for fault, number in found.items())
    tell(f"faults at the N-th call ({told}): {len(wrong)} violations")
    assert wrong == []
    assert sum(found.values()) == len(cases)
    assert all(found[fault] for fault in Fault)


@pytest.mark.system
def test_a_disk_of_128_kilobytes_fills_up(run_script: Runner, tmp_path: Path, tell: Tell) -> None:
    found = run_script("tiny_disk", tmp_path, before=("unshare", "--map-root-user", "--mount"))

    tell(f"a disk of {KILOBYTES} kB: {found['saved']} notes saved, {found['held']} still there")
    assert found["said"] == str(NotSavedError(None, Trouble.DISK_FULL))
    assert found["saved"] == found["shown"] == found["held"] > 0
    assert found["more"] == 0
    assert "the disk is full" in found["full backup"]
