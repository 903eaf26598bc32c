"""``check`` and ``new``"""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.check.making import write_shelf

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

Run = Any


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A shelf in which nothing is to mend."""
    return write_shelf(tmp_path / "good")


def break_one(shelf: Path) -> None:
    path = shelf / "tea" / "booklet.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("milk#what", "milk#where"), encoding="utf-8")


class TestCheck:
    def test_the_program_s_booklets_are_ready_to_publish(self, run: Run) -> None:
        done = run("check")
        assert (done.status, done.out, done.err) == (0, "", "")

    def test_what_is_well_needs_no_words(self, run: Run, good: Path) -> None:
        done = run("check", good)
        assert (done.status, done.out, done.err) == (0, "", "")
        assert json.loads(run("check", "--json", good).out) == []

    def test_each_finding_is_one_line(self, run: Run, good: Path) -> None:
        break_one(good)
        done = run("check", good)
        assert (done.status, done.err) == (1, "")
        assert done.out == (
            f"{good}/tea/booklet.md:22: The booklet “milk” has no section “where”; "
            "its sections are about, what\n"
        )

    def test_a_program_is_told_the_same(self, run: Run, good: Path) -> None:
        break_one(good)
        done = run("check", "--json", good / "tea", good)
        assert done.status == 1
        assert json.loads(done.out) == [
            {
                "file": f"{good}/tea/booklet.md",
                "line": 22,
                "rule": "link",
                "what": "The booklet “milk” has no section “where”",
                "mend": "its sections are about, what",
            }
        ]

    def test_a_broken_booklet_stops_nothing(self, run: Run, good: Path) -> None:
        break_one(good)
        (good / "milk" / "booklet.md").write_text("no front matter", encoding="utf-8")
        done = run("check", good)
        assert done.status == 1
        assert f"{good}/milk/booklet.md:1: The file has no front matter; begin it with" in done.out
        assert done.out.count("\n") == 1 + done.out.count("tea/booklet.md")

    def test_content_is_checked_where_no_folder_is_named(self, run: Run, good: Path) -> None:
        break_one(good)
        done = run("--content", good, "check")
        assert (done.status, done.out.count("\n")) == (1, 1)

    def test_a_folder_that_is_not_there_is_wrong_use(self, run: Run, good: Path) -> None:
        done = run("check", good, good / "nowhere")
        assert (done.status, done.out) == (2, "")
        assert done.err == f"There is no folder “{good / 'nowhere'}”.\n"

    def test_without_the_library_it_says_what_to_install(
        self, run: Run, good: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = importlib.import_module

        def without(name: str, package: str | None = None) -> ModuleType:
            if name == "textstat":
                raise ModuleNotFoundError(name)
            return real(name, package)

        monkeypatch.setattr(importlib, "import_module", without)
        done = run("check", good)
        assert (done.status, done.out) == (2, "")
        assert done.err.count("\n") == 1
        assert "python -m pip install 'booklet-reader[publish]'" in done.err


class TestNew:
    def test_a_new_booklet_can_be_read_and_checked(self, run: Run, tmp_path: Path) -> None:
        folder = tmp_path / "my tea"
        made = run("new", folder)
        assert (made.status, made.err) == (0, "")
        assert f"booklet-reader check '{folder}'" in made.out
        assert run("check", folder) == run("check")
        assert "my-tea: Coming for your blood test" in run("--content", folder, "list").out

    def test_nothing_is_written_over(self, run: Run, tmp_path: Path) -> None:
        run("new", tmp_path / "tea")
        (tmp_path / "tea" / "booklet.md").write_text("mine", encoding="utf-8")
        done = run("new", tmp_path / "tea")
        assert (done.status, done.out) == (2, "")
        assert done.err == (
            f"“{tmp_path / 'tea'}” is there already. Nothing was changed. Name a new folder.\n"
        )
        assert (tmp_path / "tea" / "booklet.md").read_text(encoding="utf-8") == "mine"

    def test_a_folder_has_to_be_named(self, run: Run) -> None:
        done = run("new")
        assert done.status == 2
        assert done.err.startswith("The following arguments are required: FOLDER.")


class TestClock:
    def test_a_clock_that_is_wrong_hides_no_overdue_review(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from datetime import UTC, datetime

        from tests.commands import conftest

        monkeypatch.setattr(conftest, "NOW", datetime(1970, 1, 1, tzinfo=UTC))
        assert "Was due for review in August 2024" in run("list").out
