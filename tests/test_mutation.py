"""The score of mutation testing: what counts as noticed, and when it is too little."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.mutation.modules import ANCHORS, MODULES, STORE
from tests.mutation.score import (
    Score,
    UnfinishedRunError,
    are_enough,
    is_same_sql,
    read_score,
    table,
)

REPOSITORY = Path(__file__).parents[1]
NOTHING = {
    "killed": 0,
    "survived": 0,
    "total": 0,
    "no_tests": 0,
    "skipped": 0,
    "suspicious": 0,
    "timeout": 0,
    "check_was_interrupted_by_user": 0,
    "segfault": 0,
}


def score_of(folder: Path, **found: int) -> Score:
    path = folder / "figures.json"
    path.write_text(json.dumps(NOTHING | found), encoding="utf-8")
    return read_score(path)


def test_a_failed_test_and_one_that_never_ends_have_noticed(tmp_path: Path) -> None:
    score = score_of(tmp_path, total=20, killed=15, timeout=3, survived=2)
    assert score == Score(18, 20)
    assert score.per_cent == 90
    assert score.is_enough


@pytest.mark.parametrize("what", ["survived", "no_tests", "suspicious", "segfault"])
def test_all_else_has_not(tmp_path: Path, what: str) -> None:
    score = score_of(tmp_path, total=100, killed=89, **{what: 11})
    assert score == Score(89, 100)
    assert not score.is_enough


def test_what_is_skipped_does_not_count(tmp_path: Path) -> None:
    assert score_of(tmp_path, total=12, killed=10, skipped=2) == Score(10, 10)


def change(old: str, new: str) -> str:
    """As mutmut shows it."""
    return f"# a.b: survived\n--- a.py\n+++ a.py\n@@ -1 +1 @@\n def f():\n-    {old}\n+    {new}\n"


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        ('execute("BEGIN IMMEDIATE")', 'execute("begin immediate")', True),
        ('execute("BEGIN IMMEDIATE")', 'execute("XXBEGIN IMMEDIATEXX")', False),
        ('execute("SELECT 1")', 'execute("select 2")', False),
        ("run(\"DELETE FROM a WHERE b = 'C'\")", "run(\"delete from a where b = 'c'\")", False),
        ('print("Saved")', 'print("SAVED")', False),
    ],
)  # fmt: skip
def test_sql_in_other_capitals_is_no_fault(old: str, new: str, is_same: bool) -> None:
    assert is_same_sql(change(old, new)) is is_same


def test_what_is_no_fault_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    path.write_text(json.dumps(NOTHING | {"total": 20, "killed": 18, "survived": 2}))
    assert read_score(path, equivalent=2) == Score(18, 18)


def test_a_run_that_was_ended_has_no_score(tmp_path: Path) -> None:
    with pytest.raises(UnfinishedRunError) as error:
        score_of(tmp_path, total=10, killed=7, check_was_interrupted_by_user=1)
    assert error.value.unchecked == 3


def test_nothing_is_no_success(tmp_path: Path) -> None:
    assert not score_of(tmp_path).is_enough
    assert not are_enough({})


def test_each_module_has_to_be_enough_by_itself() -> None:
    scores = {"good": Score(1000, 1000), "poor": Score(8, 10)}
    assert not are_enough(scores)
    assert are_enough({"good": Score(9, 10)})
    good, poor, everything = table(scores).splitlines()
    assert "too few" not in good
    assert "too few" in poor
    assert everything.split()[:4] == ["all", "1008", "of", "1010"]


@pytest.mark.parametrize("module", MODULES)
def test_each_module_and_each_of_its_tests_is_there(module: str) -> None:
    assert (REPOSITORY / "reader" / "notebook" / f"{module}.py").is_file()
    assert MODULES[module]
    for name in MODULES[module]:
        assert (REPOSITORY / "tests" / "notebook" / f"test_{name}.py").is_file()


def test_no_module_is_named_twice() -> None:
    assert len(MODULES) == len(ANCHORS) + len(STORE)
