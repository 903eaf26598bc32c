"""The plug is pulled, in every way that the recorded calls allow: nothing saved is lost."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from tests.crash.judging import Recording, Tally, Verdict, judge, recorded
from tests.crash.old_notebook import old_notebook
from tests.crash.power_cut import Style
from tests.crash.workload import CONTROLS, WORKLOADS
from tests.grids import first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.conftest import Tell

SHORT = pytest.param(1, id="short")
LONG = pytest.param(100_000, id="long", marks=pytest.mark.system)

STRIDE_IN_SHORT = 5
STRICT = (Style.ORDERED, Style.ADVERSARIAL)


pytestmark = pytest.mark.usefixtures("strace")


@pytest.fixture(scope="module")
def recordings(strace: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Recording]:
    """Every workload, recorded once."""
    found = {}
    for workload in WORKLOADS:
        before = old_notebook(tmp_path_factory.mktemp("old")) if workload == "migrate" else None
        found[workload] = recorded(workload, tmp_path_factory.mktemp("record"), before=before)
    return found


def judge_until(recording: Recording, style: Style, folder: Path, states: int) -> Tally:
    """Rounds over all calls until so many states were looked at; the short form is part of one."""
    tally = Tally()
    each, stride = (4, 1) if states > 1 else (1, STRIDE_IN_SHORT)
    for seed in count(1):
        judge(recording, style, folder, each=each, seed=seed, tally=tally, stride=stride)
        if tally.states >= states:
            return tally
    raise AssertionError


@pytest.mark.parametrize("states", [SHORT, LONG])
def test_what_was_saved_survives(
    recordings: dict[str, Recording], memory_folder: Path, tell: Tell, states: int
) -> None:
    jobs = [(name, style) for name in WORKLOADS for style in STRICT]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = pool.map(
            judge_until,
            [recordings[name] for name, _style in jobs],
            [style for _name, style in jobs],
            [memory_folder / str(number) for number in range(len(jobs))],
            [states // len(jobs)] * len(jobs),
        )
    for (name, style), tally in zip(jobs, found, strict=True):
        tell(tally.line(f"{name}, {style}"))
        assert tally.states >= states // len(jobs)
        assert set(tally.verdicts) == {Verdict.WHOLE}, tally.worst
        assert tally.distinct > len(recordings[name].calls) / (8 * STRIDE_IN_SHORT)


@pytest.mark.parametrize(
    "states", [SHORT, pytest.param(20_000, id="long", marks=pytest.mark.system)]
)
def test_a_disk_that_ignores_flushes_loses_no_more_than_the_newest(
    recordings: dict[str, Recording], memory_folder: Path, tell: Tell, states: int
) -> None:
    recording = recordings["write"]
    tally = judge_until(recording, Style.LYING, memory_folder / "lying", states)
    tell(tally.line("write, on a disk that ignores half of all flushes"))
    # Such a disk keeps nobody's promise. What it leaves is whole, older, or refused by name; a
    # checkpoint of which half the pages arrived is told from neither, and must be rare.
    mixed = tally.verdicts[Verdict.LOST] + tally.verdicts[Verdict.BROKEN]
    assert mixed <= tally.distinct / 100, tally.worst
    assert tally.verdicts[Verdict.EARLIER], "the model does not ignore flushes"


@pytest.mark.parametrize("control", first(CONTROLS, ["WAL and NORMAL"]))
def test_settings_that_lose_notes_are_caught(
    tmp_path: Path, memory_folder: Path, tell: Tell, control: str
) -> None:
    recording = recorded("write", tmp_path, control=control)
    for style in STRICT:
        tally = judge_until(recording, style, memory_folder / style, 1)
        tell(tally.line(f"control, {control}, {style}"))
        assert tally.verdicts[Verdict.LOST] + tally.verdicts[Verdict.EARLIER] > 0
