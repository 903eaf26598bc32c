"""``notes``, ``backup`` and ``restore`` as they are typed."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from reader.commands.arguments import command_parser
from reader.commands.copies import Progress
from reader.commands.taking_along import FORMS
from reader.notebook.carrying import read_copy
from reader.notebook.exchange.taking_in import read_file, take_in
from reader.notebook.exchange.writings import Writings
from reader.notebook.notebook import Notebook
from tests.commands.conftest import NOW
from tests.notebook.exchange.samples import SAMPLE
from tests.notebook.making import Ids

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.running import Run


@pytest.fixture
def written(data: Path) -> Path:
    """A notebook with three marks and three questions; its file."""
    notebook = Notebook.open(data / "notebook.sqlite", now=lambda: NOW, new_id=Ids())
    take_in(notebook, SAMPLE)
    notebook.close()
    return data / "notebook.sqlite"


@pytest.fixture
def only_readable(written: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same on a disk that may not be written to; of whoever runs the tests nothing is kept."""
    monkeypatch.setattr("reader.notebook.disk.os.access", lambda _path, mode: not mode & os.W_OK)
    return written


# ---- a notebook that cannot be opened as usual


def test_what_may_only_be_read_can_be_taken_along(
    run: Run, only_readable: Path, tmp_path: Path
) -> None:
    before = only_readable.read_bytes()
    result = run("notes", "--out", tmp_path / "n.md")
    assert (result.status, result.err) == (0, "")
    assert "Ask Anna." in (tmp_path / "n.md").read_text(encoding="utf-8")
    assert run("backup", tmp_path / "copy.sqlite").status == 0
    assert run("restore", tmp_path / "copy.sqlite").status == 2
    assert read_copy(tmp_path / "copy.sqlite").items == 6
    assert only_readable.read_bytes() == before


def test_nothing_comes_into_what_may_only_be_read(
    run: Run, only_readable: Path, tmp_path: Path
) -> None:
    run("notes", "--out", tmp_path / "n.json")
    text = (tmp_path / "n.json").read_text(encoding="utf-8")
    (tmp_path / "n.json").write_text(text.replace("Ask Anna.", "Ask Bob."), encoding="utf-8")
    result = run("restore", tmp_path / "n.json")
    assert result.status == 2
    assert "Not saved: it may be read but not changed" in result.err


def test_what_was_lost_is_said(run: Run, written: Path, tmp_path: Path) -> None:
    written.write_bytes(written.read_bytes()[:5000])
    result = run("notes", "--out", tmp_path / "n.md")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"The notebook “{written}” is not as it was. Nothing was changed.")


# ---- notes


def test_nothing_yet(run: Run, data: Path, tmp_path: Path) -> None:
    result = run("notes", "--out", tmp_path / "n.md")
    assert (result.status, result.out) == (1, "")
    assert "There is nothing in the notebook yet" in result.err
    assert not (tmp_path / "n.md").exists()
    assert not (data / "notebook.sqlite").exists()


def test_an_empty_notebook(run: Run, data: Path, tmp_path: Path) -> None:
    Notebook.open(data / "notebook.sqlite", now=lambda: NOW, new_id=Ids()).close()
    for name in ("n.md", "n.pdf"):
        assert run("notes", "--out", tmp_path / name).status == 1
        assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["n.md", "n.txt", "n", "n.html", "n.json", "n.HTM"])
def test_the_name_says_the_form(run: Run, written: Path, tmp_path: Path, name: str) -> None:
    result = run("notes", "--out", tmp_path / name)
    assert result == type(result)(
        0, f"Saved “{tmp_path / name}”: 3 notes and marks, 3 questions.\n", ""
    )
    start = (tmp_path / name).read_text(encoding="utf-8")[:2]
    by_start = {"# ": "markdown", "<!": "html", "{\n": "json"}
    wanted = {".html": "html", ".json": "json", ".HTM": "html"}
    assert by_start[start] == wanted.get((tmp_path / name).suffix, "markdown")


def test_the_form_can_be_said(run: Run, written: Path, tmp_path: Path) -> None:
    run("notes", "--as", "json", "--out", tmp_path / "n.txt")
    assert read_file(tmp_path / "n.txt") == SAMPLE
    assert json.loads((tmp_path / "n.txt").read_text(encoding="utf-8"))["total"] == 6


def test_pdf(run: Run, written: Path, tmp_path: Path) -> None:
    assert run("notes", "--out", tmp_path / "n.pdf").status == 0
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "n.pdf").pages)
    assert "Ask Anna." in text


def test_booklets_are_named_by_their_titles(
    run: Run, shelf: Path, written: Path, tmp_path: Path
) -> None:
    run("--content", shelf, "notes", "--out", tmp_path / "n.md")
    text = (tmp_path / "n.md").read_text(encoding="utf-8")
    assert "## About tea" in text
    assert "### Why tea" in text


def test_a_folder_that_is_not_there(run: Run, written: Path, tmp_path: Path) -> None:
    result = run("notes", "--out", tmp_path / "no" / "n.md")
    assert result.status == 2
    assert "Nothing was saved." in result.err


def test_the_forms_are_those_that_are_offered() -> None:
    for form in FORMS:
        asked = command_parser().parse_args(["notes", "--as", form, "--out", "x"])
        assert asked.form == form


def test_a_damaged_notebook(run: Run, written: Path, tmp_path: Path) -> None:
    written.write_bytes(b"SQLite format 3\0" + b"x" * 9000)
    before = written.read_bytes()
    result = run("notes", "--out", tmp_path / "n.md")
    assert result.status == 2
    assert "what can be brought back" in result.err
    assert written.read_bytes() == before


# ---- backup


def test_nothing_to_back_up_yet(run: Run, tmp_path: Path) -> None:
    result = run("backup", tmp_path / "b.sqlite")
    assert result.status == 1
    assert "no copy was made" in result.err


def test_there_and_back(run: Run, written: Path, data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.sqlite"
    result = run("backup", copy)
    assert (result.status, result.err) == (0, "")
    assert result.out == f"Saved and checked “{copy}”: 6 notes, marks and questions.\n"
    shutil.rmtree(data)
    result = run("restore", copy)
    assert result.status == 0
    assert result.out == (
        f"The notebook is the one from “{copy}” now: 6 notes, marks and questions.\n"
    )
    run("notes", "--out", tmp_path / "n.json")
    assert read_file(tmp_path / "n.json") == SAMPLE


def test_what_was_there_is_named(run: Run, written: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "b.sqlite")
    result = run("restore", tmp_path / "b.sqlite")
    assert "What was there before is kept as “" in result.out
    assert len(list((written.parent / "backups").iterdir())) == 1


def test_not_over_a_file(run: Run, written: Path, tmp_path: Path) -> None:
    (tmp_path / "b.sqlite").write_text("mine")
    result = run("backup", tmp_path / "b.sqlite")
    assert result.status == 2
    assert "There is a file “b.sqlite” there already" in result.err
    assert (tmp_path / "b.sqlite").read_text() == "mine"


def test_a_big_one_tells_how_far_it_is(run: Run, written: Path, tmp_path: Path) -> None:
    notebook = Notebook.open(written, now=lambda: NOW, new_id=Ids())
    for number in range(5):
        notebook.questions.add(f"{number}: " + "word " * 120_000)
    notebook.close()
    result = run("backup", tmp_path / "b.sqlite")
    assert result.status == 0
    told = result.err.splitlines()
    assert len(told) > 1
    assert set(told) <= {"25 % is copied.", "50 % is copied.", "75 % is copied."}
    assert told == sorted(told)


def test_an_empty_copy_is_no_division_by_zero() -> None:
    told: list[str] = []
    Progress(told.append)(0, 0)
    assert told == []


# ---- restore


@pytest.mark.parametrize("name", ["n.json", "n.html"])
def test_exported_notes_come_in_beside_the_others(
    run: Run, written: Path, data: Path, tmp_path: Path, name: str
) -> None:
    run("notes", "--out", tmp_path / name)
    result = run("restore", tmp_path / name)
    assert result.status == 0
    assert "0 new, 0 changed, 8 were here already" in result.out
    shutil.rmtree(data)
    assert "8 new, 0 changed, 0 were here already" in run("restore", tmp_path / name).out


def test_files_that_are_none_of_ours(run: Run, written: Path, tmp_path: Path) -> None:
    before = written.read_bytes()
    for name in ("x.sqlite", "x.json", "x.html", "x"):
        (tmp_path / name).write_text("Dear doctor")
        result = run("restore", tmp_path / name)
        assert result.status == 2
        assert name in result.err
        result = run("restore", tmp_path / f"gone-{name}")
        assert result.status == 2
        assert "is not there" in result.err or "There is no file" in result.err
    assert written.read_bytes() == before


def test_while_the_window_is_open(run: Run, written: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "b.sqlite")
    notebook = Notebook.open(written, now=lambda: NOW, new_id=Ids())
    result = run("restore", tmp_path / "b.sqlite")
    assert result.status == 2
    assert "is open in another window" in result.err
    assert len(notebook.marks.all()) == 3
    notebook.close()


def test_writings_that_are_only_an_appointment_are_something() -> None:
    assert not Writings(appointments=SAMPLE.appointments).is_empty
