"""A copy put in the place of the notebook, or beside what is in it: nothing is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook.bringing_back import bring_in, restore_copy
from reader.notebook.carry_errors import CarryError
from reader.notebook.carrying import save_copy
from reader.notebook.errors import NotebookInUseError
from reader.notebook.kept_aside import damaged_copies
from reader.notebook.model import MarkKind
from reader.notebook.notebook import Notebook
from tests.notebook.making import Clock, Ids, everything, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.bringing_back import Restored
    from tests.notebook.making import Opener


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy with one note, which has an earlier version, and one question."""
    notebook = Notebook.open(None, now=Clock(), new_id=lambda ids=Ids(): f"old-{ids()}")  # noqa: B008
    note = notebook.marks.add(MarkKind.NOTE, place(), "First words.")
    notebook.marks.change_text(note.id, "From the old computer.")
    notebook.questions.add("Why me?")
    saved = save_copy(notebook, tmp_path / "copy.sqlite")
    notebook.close()
    return saved.path


@pytest.fixture
def restored(path: Path, copy: Path) -> Restored:
    found = restore_copy(path, copy, now=Clock(), new_id=Ids())
    found.notebook.close()
    return found


def texts_in(notebook: Notebook) -> list[str]:
    return [mark.text for mark in notebook.marks.all()]


def test_on_a_new_computer(restored: Restored, opener: Opener, path: Path) -> None:
    assert restored.before is None
    assert restored.copy.items == 2
    notebook = opener(path)
    assert texts_in(notebook) == ["From the old computer."]
    assert [one.text for one in notebook.questions.all()] == ["Why me?"]
    assert [one.text for one in notebook.marks.versions("old-id-1")] == ["First words."]


def test_what_was_here_is_a_backup(opener: Opener, path: Path, copy: Path) -> None:
    notebook = opener(path)
    notebook.marks.add(MarkKind.NOTE, place(), "From here.")
    notebook.close()
    found = restore_copy(path, copy, now=Clock(), new_id=Ids())
    assert texts_in(found.notebook) == ["From the old computer."]
    assert not found.notebook.backups.is_rotating
    assert [one.path for one in found.notebook.backups.all()] == [found.before]
    assert damaged_copies(path) == ()
    found.notebook.close()
    assert found.before is not None
    again = restore_copy(path, found.before, now=Clock(), new_id=Ids())
    assert texts_in(again.notebook) == ["From here."]
    again.notebook.close()


def test_a_damaged_notebook_is_kept_beside(path: Path, copy: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"SQLite format 3\0 and nothing more" * 200)
    found = restore_copy(path, copy, now=Clock(), new_id=Ids())
    found.notebook.close()
    assert found.before is not None
    assert found.before.read_bytes().startswith(b"SQLite format 3\0 and nothing more")


def test_a_bad_copy_changes_nothing(opener: Opener, path: Path, copy: Path) -> None:
    notebook = opener(path)
    notebook.marks.add(MarkKind.NOTE, place(), "From here.")
    notebook.close()
    data = copy.read_bytes()
    copy.write_bytes(data[: len(data) // 2])
    before = everything(path.parent)
    with pytest.raises(CarryError):
        restore_copy(path, copy, now=Clock(), new_id=Ids())
    assert everything(path.parent) == before


def test_a_notebook_in_a_window_is_left_alone(opener: Opener, path: Path, copy: Path) -> None:
    notebook = opener(path)
    notebook.marks.add(MarkKind.NOTE, place(), "From here.")
    with pytest.raises(NotebookInUseError):
        restore_copy(path, copy, now=Clock(), new_id=Ids())
    assert texts_in(notebook) == ["From here."]


def test_brought_in_beside_what_is_here(notebook: Notebook, copy: Path) -> None:
    notebook.marks.add(MarkKind.NOTE, place(), "From here.")
    before = copy.read_bytes()
    report = bring_in(notebook, copy, now=Clock(), new_id=Ids())
    assert sorted(texts_in(notebook)) == ["From here.", "From the old computer."]
    assert (report.marks, report.questions, report.changed, report.known) == (1, 1, 0, 0)
    again = bring_in(notebook, copy, now=Clock(), new_id=Ids())
    assert (again.new, again.changed) == (0, 0)
    assert len(texts_in(notebook)) == 2
    assert copy.read_bytes() == before


def test_a_bad_copy_brings_nothing_in(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear doctor")
    with pytest.raises(CarryError):
        bring_in(notebook, tmp_path / "letter.txt", now=Clock(), new_id=Ids())
    assert notebook.marks.all() == ()
