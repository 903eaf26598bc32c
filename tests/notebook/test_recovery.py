"""What is done about a loss: nothing that is there is thrown away, and half done is not done."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from reader.notebook import copying, recovery
from reader.notebook.backup_files import LATEST, backup_folder, listed
from reader.notebook.backups import Backups
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookInUseError,
    NotebookLinkError,
    NotebookUnavailableError,
    NotSavedError,
    Trouble,
)
from reader.notebook.kept_aside import damaged_copies
from reader.notebook.model import MarkKind
from reader.notebook.opening import Lost, Opened, open_notebook
from reader.notebook.schema import USER_VERSION
from reader.notebook.state import About
from tests.notebook.children import run
from tests.notebook.making import Clock, Ids, Opener, alter, everything, make_older, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.notebook import Notebook


@pytest.fixture
def ids() -> Ids:
    return Ids("after")


@pytest.fixture
def full(opener: Opener, path: Path, clock: Clock) -> Path:
    """A closed notebook with three notes, and a backup after each of the first two."""
    notebook = opener(path)
    for number in (1, 2, 3):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), f"note {number}")
        clock.pass_by(60)
        if number < 3:
            notebook.backups.make()
    notebook.close()
    return path


@pytest.fixture
def opened() -> Iterator[list[Notebook]]:
    """Notebooks to be closed when the test ends."""
    notebooks: list[Notebook] = []
    yield notebooks
    for notebook in notebooks:
        notebook.close()


def texts(notebook: Notebook) -> list[str]:
    return [mark.text for mark in notebook.marks.all()]


def backups(path: Path) -> tuple[BackupFile, ...]:
    return listed(backup_folder(path))


def spoil(path: Path) -> None:
    path.write_bytes(b"x" * 200 + path.read_bytes()[200:])


# --- looking


def test_what_a_backup_holds(full: Path) -> None:
    newest, first = backups(full)
    found = recovery.check(newest)
    assert found is not None
    assert (found.items, found.rows, found.damaged, found.layout) == (2, 2, 0, USER_VERSION)
    spoil(first.path)
    assert recovery.check(first) is None


def test_the_newest_good_one_is_found(full: Path) -> None:
    newest, first = backups(full)
    assert (recovery.newest_good(backups(full)) or [None])[0] == newest
    alter(newest.path, "UPDATE marks SET text = 'nota' WHERE text = 'note 2'")
    found = recovery.newest_good(backups(full))
    assert found is not None
    assert found[0] == first
    spoil(first.path)
    found = recovery.newest_good(backups(full))
    assert found is not None
    assert (found[0], found[1].damaged) == (newest, 1)
    spoil(newest.path)
    assert recovery.newest_good(backups(full)) is None


def test_one_that_is_no_good_does_not_end_the_search(full: Path) -> None:
    newest, first = backups(full)
    spoil(newest.path)
    found = recovery.newest_good([newest, first])
    assert found is not None
    assert found[0] == first


# --- restoring


@pytest.mark.parametrize("state", ["damaged", "missing", "empty", "whole"])
def test_a_restore_brings_the_notes_and_keeps_what_was_there(
    full: Path, clock: Clock, ids: Ids, opened: list[Notebook], state: str
) -> None:
    if state == "damaged":
        spoil(full)
        full.with_name(full.name + "-wal").write_bytes(b"log")
    elif state == "missing":
        full.unlink()
    elif state == "empty":
        full.write_bytes(b"")
    before = full.read_bytes() if full.exists() else None
    notebook = recovery.restore(full, backups(full)[0], now=clock, new_id=ids)
    opened.append(notebook)
    assert texts(notebook) == ["note 1", "note 2"]
    aside = damaged_copies(full)
    assert [one.read_bytes() for one in aside[:1]] == ([] if before is None else [before])
    assert len(aside) == {"damaged": 2, "missing": 0, "empty": 1, "whole": 1}[state]
    notebook.marks.add(MarkKind.NOTE, place("p9"), "goes on")
    assert full.stat().st_mode & 0o777 == 0o600
    assert len(backups(full)) == 2


def test_an_older_one_can_be_chosen_and_is_no_loss_afterwards(
    full: Path, clock: Clock, ids: Ids
) -> None:
    alter(full, *(f"INSERT INTO drafts VALUES ('{n}', 'x', 0)" for n in range(3)))
    full.unlink()
    notebook = recovery.restore(full, backups(full)[1], now=clock, new_id=ids)
    assert texts(notebook) == ["note 1"]
    notebook.marks.delete(notebook.marks.all()[0].id)
    notebook.close()
    outcome = open_notebook(full, now=clock, new_id=ids)
    assert isinstance(outcome, Opened)
    outcome.notebook.close()


def test_nothing_is_dropped_until_that_is_agreed(full: Path, clock: Clock, ids: Ids) -> None:
    notebook = recovery.restore(full, backups(full)[1], now=clock, new_id=ids)
    notebook.close()
    outcome = open_notebook(full, now=clock, new_id=ids)
    assert isinstance(outcome, Opened)
    notebook = outcome.notebook
    assert not notebook.backups.is_rotating
    for number in range(LATEST + 3):
        notebook.marks.add(MarkKind.NOTE, place(f"q{number}"), "more")
        notebook.backups.make()
    assert {1, 2} <= {file.number for file in backups(full)}
    notebook.backups.rotate_again()
    notebook.backups.make()
    assert {1, 2} & {file.number for file in backups(full)} == set()
    notebook.close()


def test_a_backup_of_an_older_layout_is_brought_up_to_date(
    path: Path, clock: Clock, ids: Ids, opened: list[Notebook]
) -> None:
    folder = backup_folder(path)
    name = folder / "notebook-000001-20261120T093000Z.sqlite"
    time = "2026-11-20T09:30:00+00:00"
    row = f"'m', 'note', 'b', 'e', 's', 'p', 0, 0, 'q', 'from long ago', '{time}', '{time}', NULL"
    make_older(name, 1, f"INSERT INTO marks VALUES ({row})")
    before = everything(folder)
    notebook = recovery.restore(path, backups(path)[0], now=clock, new_id=ids)
    opened.append(notebook)
    assert texts(notebook) == ["from long ago"]
    assert notebook.marks.all()[0].is_whole
    assert everything(folder) == before


def test_a_damaged_backup_is_refused(full: Path, clock: Clock, ids: Ids) -> None:
    newest = backups(full)[0]
    spoil(newest.path)
    before = everything(full.parent)
    with pytest.raises(NotebookDamagedError) as error:
        recovery.restore(full, newest, now=clock, new_id=ids)
    assert error.value.path == newest.path
    assert everything(full.parent) == before


ACTIONS = {
    "restore": lambda path, backup, now, new_id: recovery.restore(
        path, backup, now=now, new_id=new_id
    ),
    "afresh": lambda path, _backup, now, new_id: recovery.start_afresh(
        path, now=now, new_id=new_id
    ),
}


@pytest.mark.parametrize(
    "action",
    [*ACTIONS.values(), lambda path, _backup, now, new_id: recovery.keep_as_it_is(
        path, now=now, new_id=new_id
    )],
)  # fmt: skip
def test_one_can_go_on_writing(
    full: Path, clock: Clock, ids: Ids, action: Callable[..., Notebook]
) -> None:
    notebook = action(full, backups(full)[0], clock, ids)
    mark = notebook.marks.add(MarkKind.NOTE, place("p9"), "goes on")
    assert (mark.id.startswith("after-"), mark.created) == (True, clock.now)
    notebook.close()


@pytest.mark.parametrize("action", ACTIONS)
def test_where_nothing_ever_was_the_folders_are_made(
    full: Path, tmp_path: Path, clock: Clock, ids: Ids, action: str
) -> None:
    path = tmp_path / "new" / "computer" / "notebook.db"
    ACTIONS[action](path, backups(full)[0], clock, ids).close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("action", ACTIONS)
def test_what_a_power_cut_left_half_written_is_cleared_away(
    full: Path, clock: Clock, ids: Ids, action: str
) -> None:
    (full.parent / ".backup-half.new").touch()
    ACTIONS[action](full, backups(full)[0], clock, ids).close()
    assert not (full.parent / ".backup-half.new").exists()


def test_a_notebook_that_cannot_be_kept_as_it_is_is_let_go(
    full: Path, clock: Clock, ids: Ids, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_backups: Backups) -> None:
        raise NotSavedError(full, Trouble.DISK_FULL)

    monkeypatch.setattr(Backups, "accept", refuse)
    with pytest.raises(NotSavedError):
        recovery.keep_as_it_is(full, now=clock, new_id=ids)
    monkeypatch.undo()
    recovery.keep_as_it_is(full, now=clock, new_id=ids).close()


@pytest.mark.parametrize("action", ACTIONS)
def test_what_was_accepted_is_every_backup_there_is(
    full: Path, clock: Clock, ids: Ids, action: str
) -> None:
    notebook = ACTIONS[action](full, backups(full)[1], clock, ids)
    assert notebook.state.of(About.ACCEPTED) == "2"
    notebook.close()


def test_where_there_is_no_backup_none_is_accepted(tmp_path: Path, clock: Clock, ids: Ids) -> None:
    notebook = recovery.start_afresh(tmp_path / "notebook.db", now=clock, new_id=ids)
    assert notebook.state.of(About.ACCEPTED) == "0"
    notebook.close()


@pytest.mark.parametrize("action", ACTIONS)
def test_not_while_another_window_has_it(
    full: Path, clock: Clock, ids: Ids, opener: Opener, action: str
) -> None:
    notebook = opener(full)
    before = everything(full.parent)
    with pytest.raises(NotebookInUseError) as error:
        ACTIONS[action](full, backups(full)[0], clock, ids)
    assert error.value.path == full
    assert everything(full.parent) == before
    assert len(texts(notebook)) == 3


@pytest.mark.parametrize("action", ACTIONS)
def test_a_link_is_not_followed(full: Path, clock: Clock, ids: Ids, action: str) -> None:
    full.rename(full.with_name("elsewhere"))
    full.symlink_to(full.with_name("elsewhere"))
    before = everything(full.parent)
    with pytest.raises(NotebookLinkError) as error:
        ACTIONS[action](full, backups(full)[0], clock, ids)
    assert error.value.path == full
    assert everything(full.parent) == before


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("step", ["flush", "contents_of_file", "unfinished_in"])
def test_what_fails_on_the_way_changed_nothing(
    full: Path,
    clock: Clock,
    ids: Ids,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
    step: str,
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    spoil(full)
    before = everything(full.parent)
    monkeypatch.setattr(copying, step, refuse)
    with pytest.raises(NotebookUnavailableError) as error:
        ACTIONS[action](full, backups(full)[0], clock, ids)
    assert (error.value.path, error.value.reason) == (full, Trouble.DISK_FULL)
    assert everything(full.parent) == before


@pytest.mark.parametrize("action", ACTIONS)
def test_a_power_cut_between_two_names_is_a_loss_again(
    full: Path, clock: Clock, ids: Ids, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    class PowerCutError(BaseException):
        pass

    def cut(*_arguments: object) -> None:
        raise PowerCutError

    original = recovery.set_aside
    monkeypatch.setattr(recovery, "set_aside", lambda path, now: (original(path, now), cut()))
    with pytest.raises(PowerCutError):
        ACTIONS[action](full, backups(full)[0], clock, ids)
    monkeypatch.undo()
    assert not full.exists()
    assert len(damaged_copies(full)) == 1
    outcome = open_notebook(full, now=clock, new_id=ids)
    assert isinstance(outcome, Lost)
    notebook = recovery.restore(full, outcome.backups[0], now=clock, new_id=ids)
    assert texts(notebook) == ["note 1", "note 2"]
    notebook.close()


# --- the other ways on


def test_starting_afresh_keeps_everything_aside(
    full: Path, clock: Clock, ids: Ids, opened: list[Notebook]
) -> None:
    spoil(full)
    before = full.read_bytes()
    notebook = recovery.start_afresh(full, now=clock, new_id=ids)
    assert texts(notebook) == []
    assert not notebook.backups.is_rotating
    notebook.close()
    (aside,) = damaged_copies(full)
    assert aside.read_bytes() == before
    assert len(backups(full)) == 2
    outcome = open_notebook(full, now=clock, new_id=ids)
    assert isinstance(outcome, Opened)
    opened.append(outcome.notebook)


def test_keeping_a_shrunken_notebook(full: Path, clock: Clock, ids: Ids) -> None:
    alter(full, "DELETE FROM marks")
    assert isinstance(open_notebook(full, now=clock, new_id=ids), Lost)
    recovery.keep_as_it_is(full, now=clock, new_id=ids).close()
    outcome = open_notebook(full, now=clock, new_id=ids)
    assert isinstance(outcome, Opened)
    assert not outcome.notebook.backups.is_rotating
    outcome.notebook.close()


def newer(path: Path) -> None:
    alter(
        path,
        f"PRAGMA user_version={USER_VERSION + 1}",
        "ALTER TABLE marks ADD COLUMN colour TEXT",
        "CREATE TABLE shapes (x)",
    )


def older(path: Path) -> None:
    path.unlink()
    time = "2026-11-20T09:30:00+00:00"
    row = "'m{0}', 'note', 'b', 'e', 's', 'p', 0, 0, 'q', 'note {0}', '{1}', '{1}', NULL"
    make_older(path, 2, *(f"INSERT INTO marks VALUES ({row.format(n, time)})" for n in (1, 2, 3)))


def same(_path: Path) -> None:
    pass


@pytest.mark.parametrize("prepare", [newer, older, same])
def test_looking_changes_nothing_and_lets_nothing_be_changed(
    full: Path, clock: Clock, ids: Ids, prepare: Callable[[Path], None]
) -> None:
    prepare(full)
    full.chmod(0o400)
    before = everything(full.parent)
    notebook = recovery.look(full, now=clock, new_id=ids)
    assert texts(notebook) == ["note 1", "note 2", "note 3"]
    assert notebook.search("note", 5)
    with pytest.raises(NotSavedError) as error:
        notebook.marks.add(MarkKind.NOTE, place(), "no")
    assert error.value.reason is Trouble.READ_ONLY
    notebook.close()
    assert everything(full.parent) == before


def test_looking_sees_what_stands_in_the_log_and_leaves_it(
    full: Path, clock: Clock, ids: Ids, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(
        "notebook = open_notebook(sys.argv[1])\n"
        "notebook.marks.add(MarkKind.NOTE, place, 'the last')\n"
        "os._exit(0)",
        full,
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", os.fspath(temporary))
    before = everything(full.parent)
    notebook = recovery.look(full, now=clock, new_id=ids)
    assert texts(notebook)[-1] == "the last"
    notebook.close()
    after = everything(full.parent)
    assert {name: after[name] for name in before if not name.endswith("-lock")} == {
        name: data for name, data in before.items() if not name.endswith("-lock")
    }
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("prepare", "error"),
    [
        (lambda path: path.unlink(), NotebookUnavailableError),
        (spoil, NotebookDamagedError),
        (
            lambda path: alter(path, "ALTER TABLE marks RENAME COLUMN text TO words"),
            NotebookDamagedError,
        ),
    ],
)
def test_what_cannot_be_looked_at_is_named(
    full: Path,
    clock: Clock,
    ids: Ids,
    prepare: Callable[[Path], None],
    error: type[NotebookError],
) -> None:
    prepare(full)
    with pytest.raises(error) as found:
        recovery.look(full, now=clock, new_id=ids)
    assert found.value.path == full


def test_a_fault_of_ours_is_not_called_damage(
    full: Path, clock: Clock, ids: Ids, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise sqlite3.OperationalError("nonsense")

    monkeypatch.setattr(recovery.schema, "check_columns", refuse)
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        recovery.look(full, now=clock, new_id=ids)


def test_looking_writes_no_file_and_locks_nobody_out(
    full: Path, clock: Clock, ids: Ids, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "here"
    empty.mkdir()
    monkeypatch.chdir(empty)
    seen = recovery.look(full, now=clock, new_id=ids)
    other = recovery.look(full, now=clock, new_id=ids)
    assert seen.path is None
    assert list(empty.iterdir()) == []
    seen.close()
    other.close()


def test_pages_have_an_appointment_to_ask_for_and_others_none(
    full: Path, clock: Clock, ids: Ids
) -> None:
    bare = recovery.look(full, now=clock, new_id=ids)
    assert bare.appointments.newest() is None
    bare.close()
    for_pages = recovery.look(full, now=clock, new_id=ids, for_pages=True)
    appointment = for_pages.appointments.newest()
    assert appointment is not None
    assert appointment.created == clock.now
    assert appointment.id == "after-1"
    for_pages.close()
