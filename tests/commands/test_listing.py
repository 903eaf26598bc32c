"""``list``"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.commands.running import Run


def test_the_program_s_booklets_are_listed(run: Run) -> None:
    done = run("list")

    assert (done.status, done.err) == (0, "")
    assert "recurrence: When ovarian cancer comes back" in done.out
    assert "Was due for review in August 2024" in done.out
    assert "has not been checked by a doctor" in done.out


def test_each_says_how_far_it_can_be_relied_on(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "list")

    assert done.status == 0
    assert done.out == (
        "milk: About milk\n"
        "  All about milk\n"
        "  Edition of November 2026, 2 sections, 1 minute to read\n"
        "  From “The book of milk” by The publisher\n"
        "  Was due for review in October 2026\n"
        "  This retelling has not been checked by a doctor.\n"
        "\n"
        "tea: About tea\n"
        "  All about tea\n"
        "  Edition of November 2026, 2 sections, 1 minute to read\n"
        "  From “The book of tea” by The publisher\n"
        "  Due for review in November 2026\n"
    )


def test_a_program_is_told_the_same(run: Run, shelf: Path) -> None:
    done = run("list", "--json", "--content", shelf)

    milk, tea = json.loads(done.out)
    assert milk == {
        "id": "milk",
        "title": "About milk",
        "summary": "All about milk",
        "edition": "2026-11",
        "publisher": "The publisher",
        "source_edition": "2",
        "updated": "2025-08",
        "review_due": "2026-10",
        "overdue": True,
        "review": "Was due for review in October 2026",
        "clinically_reviewed": False,
        "sections": [
            {"id": "why", "title": "Why milk"},
            {"id": "outlook", "title": "How long it lasts"},
        ],
        "minutes": 1,
    }
    assert (tea["overdue"], tea["clinically_reviewed"]) == (False, True)


def test_a_broken_booklet_is_named_and_the_others_are_listed(run: Run, shelf: Path) -> None:
    (shelf / "milk" / "booklet.md").write_text("no front matter", encoding="utf-8")

    done = run("list", "--json", "--content", shelf)

    assert done.status == 0
    assert [entry["id"] for entry in json.loads(done.out)] == ["tea"]
    assert done.err.startswith("booklet.md in “milk”, line 1: ")


@pytest.mark.usefixtures("no_own_booklets")
def test_an_empty_shelf_is_no_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    done = run("list", "--content", tmp_path / "empty")

    assert (done.status, done.out) == (1, "")
    assert done.err == (
        f"There is no booklet to read in “{tmp_path / 'own'}” or “{tmp_path / 'empty'}”.\n"
    )
    assert json.loads(run("list", "--json", "--content", tmp_path / "empty").out) == []


def test_several_folders_make_one_shelf(run: Run, shelf: Path) -> None:
    done = run("list", "--json", "--content", shelf / "tea", "--content", shelf / "milk")

    assert [entry["id"] for entry in json.loads(done.out)] == ["tea", "milk"]


def test_content_comes_beside_the_program_s_own_booklets(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(Path(__file__).parents[2] / "content" / "surgery", folder / "mine")
    booklet = folder / "mine" / "booklet.md"
    text = booklet.read_text(encoding="utf-8")
    booklet.write_text(text.replace('id = "surgery"', 'id = "mine"'), encoding="utf-8")
    listed = json.loads(run("--content", folder, "list", "--json").out)
    assert [one["id"] for one in listed] == ["recurrence", "surgery", "mine"]
