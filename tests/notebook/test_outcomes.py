"""No loss is ever taken for an empty notebook, and nothing that a reader does for a loss."""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reader.notebook import disk
from reader.notebook.backup_files import backup_folder
from reader.notebook.contents import Size
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookForeignError,
    NotebookInUseError,
    NotebookLinkError,
    NotebookReadOnlyError,
)
from reader.notebook.model import MarkKind
from reader.notebook.notebook import Notebook
from reader.notebook.opening import Loss, Lost, Newer, Opened, Outcome, Refused, open_notebook
from reader.notebook.schema import USER_VERSION
from tests.notebook.children import run
from tests.notebook.making import Clock, Ids, Opener, alter, everything, place
from tests.notebook.test_opening import damaged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTES = 20


@pytest.fixture
def full(opener: Opener, path: Path) -> Path:
    """A closed notebook with notes and a backup of them."""
    notebook = opener(path)
    for number in range(NOTES):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), f"note {number} " + "x" * 300)
    notebook.housekeeping.at_start()
    notebook.close()
    return path


def found_at(path: Path, clock: Clock) -> Outcome:
    """The outcome; an opened notebook is closed again."""
    outcome = open_notebook(path, now=clock, new_id=Ids())
    if isinstance(outcome, Opened):
        outcome.notebook.close()
    return outcome


def lost(path: Path, clock: Clock) -> Lost:
    outcome = found_at(path, clock)
    assert isinstance(outcome, Lost), outcome
    return outcome


def test_the_first_start_makes_a_notebook(path: Path, clock: Clock) -> None:
    assert isinstance(found_at(path, clock), Opened)
    assert path.exists()


def test_an_ordinary_start_opens_it(full: Path, clock: Clock) -> None:
    outcome = open_notebook(full, now=clock, new_id=Ids())
    assert isinstance(outcome, Opened)
    assert len(outcome.notebook.marks.all()) == NOTES
    outcome.notebook.close()


def remove(path: Path) -> None:
    path.unlink()


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def no_rows(path: Path) -> None:
    alter(path, "DELETE FROM marks")


def few_rows(path: Path) -> None:
    alter(path, f"DELETE FROM marks WHERE rowid > {NOTES // 2 - 1}")


def text(path: Path) -> None:
    path.write_text("Dear diary")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def log_alone(path: Path) -> None:
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"x" * 5000)


@pytest.mark.parametrize(
    ("spoil", "loss", "rows"),
    [
        (remove, Loss.MISSING, 0),
        (empty_file, Loss.EMPTY, 0),
        (no_rows, Loss.EMPTY, 0),
        (few_rows, Loss.SHRUNKEN, NOTES // 2 - 1),
        (text, Loss.DAMAGED, None),
        (half, Loss.DAMAGED, None),
        (log_alone, Loss.DAMAGED, None),
    ],
)
def test_a_loss_is_said_and_changes_nothing(
    full: Path,
    clock: Clock,
    spoil: Callable[[Path], None],
    loss: Loss,
    rows: int | None,
) -> None:
    spoil(full)
    before = everything(full.parent)
    for _ in range(2):
        outcome = lost(full, clock)
        assert (outcome.path, outcome.loss) == (full, loss)
        assert outcome.size == (None if rows is None else Size(rows, rows))
        assert bool(outcome.detail) is (loss is Loss.DAMAGED)
        assert [file.number for file in outcome.backups] == [1]
        assert outcome.written == last_written(full)
        assert everything(full.parent) == before


def last_written(path: Path) -> datetime | None:
    """When the system last wrote to the file or its log."""
    times = [one.stat().st_mtime for one in (path, disk.companions(path)[0]) if one.exists()]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def test_when_a_lost_notebook_was_written_is_told_by_the_newer_of_file_and_log(
    full: Path, clock: Clock
) -> None:
    text(full)
    log = disk.companions(full)[0]
    log.write_bytes(b"")
    for file_at, log_at in ((1_000_000_000, 1_100_000_000), (1_200_000_000, 1_100_000_000)):
        os.utime(full, (file_at, file_at))
        os.utime(log, (log_at, log_at))
        assert lost(full, clock).written == datetime.fromtimestamp(max(file_at, log_at), UTC)


def test_notes_that_are_fewer_beside_rows_that_are_not_are_no_loss(
    full: Path, clock: Clock, opener: Opener
) -> None:
    """Half of the rows are left, though hardly a note that is not deleted."""
    notebook = opener(full)
    for mark in notebook.marks.all()[1:]:
        notebook.marks.delete(mark.id)
    notebook.close()
    alter(full, f"DELETE FROM marks WHERE rowid > {NOTES // 2}")
    assert isinstance(found_at(full, clock), Opened)


def test_a_file_of_another_program_in_its_stead_is_a_loss_where_there_are_backups(
    full: Path, clock: Clock
) -> None:
    full.unlink()
    alter(full, "CREATE TABLE t (x)")
    outcome = lost(full, clock)
    assert (outcome.path, outcome.loss, outcome.size) == (full, Loss.DAMAGED, None)
    assert [file.number for file in outcome.backups] == [1]
    assert "another program" in outcome.detail


def test_a_notebook_that_cannot_be_counted_is_damaged_and_let_go(
    full: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_notebook: Notebook) -> Size:
        raise NotebookDamagedError(full, "eaten")

    monkeypatch.setattr(Notebook, "size", refuse)
    outcome = lost(full, clock)
    assert (outcome.path, outcome.loss, outcome.size) == (full, Loss.DAMAGED, None)
    assert [file.number for file in outcome.backups] == [1]
    assert "damaged" in outcome.detail
    monkeypatch.undo()
    assert isinstance(found_at(full, clock), Opened)


def test_without_backups_a_missing_notebook_is_the_first_one(full: Path, clock: Clock) -> None:
    for file in backup_folder(full).iterdir():
        file.unlink()
    full.unlink()
    assert isinstance(found_at(full, clock), Opened)


def test_without_backups_a_damaged_notebook_is_a_damaged_one(full: Path, clock: Clock) -> None:
    for file in backup_folder(full).iterdir():
        file.unlink()
    text(full)
    assert lost(full, clock).backups == ()


def test_half_is_not_less_than_half(full: Path, clock: Clock) -> None:
    alter(full, f"DELETE FROM marks WHERE rowid > {NOTES // 2}")
    assert isinstance(found_at(full, clock), Opened)


def test_a_newest_backup_that_cannot_be_read_is_passed_over(full: Path, clock: Clock) -> None:
    folder = backup_folder(full)
    (folder / "notebook-000009-20261120T093000Z.sqlite").write_bytes(b"eaten")
    assert isinstance(found_at(full, clock), Opened)
    no_rows(full)
    assert lost(full, clock).loss is Loss.EMPTY


# --- what readers do is no loss


def delete_all(notebook: Notebook, _clock: Clock) -> None:
    for mark in notebook.marks.all():
        notebook.marks.delete(mark.id)


def delete_all_for_ever(notebook: Notebook, clock: Clock) -> None:
    marks = notebook.marks.all()
    delete_all(notebook, clock)
    assert notebook.erasing.delete_for_ever(*(mark.id for mark in marks))


def delete_everything(notebook: Notebook, _clock: Clock) -> None:
    assert notebook.erasing.delete_everything()


def wait_for_the_purge(notebook: Notebook, clock: Clock) -> None:
    delete_all(notebook, clock)
    for _ in range(32):
        clock.pass_by(24 * 60)
        notebook.housekeeping.at_start()
    assert notebook.deleted.count() == 0


def purge_at_once(notebook: Notebook, clock: Clock) -> None:
    """The program is closed right after it has purged."""
    delete_all(notebook, clock)
    for _ in range(31):
        clock.pass_by(24 * 60)
        if notebook.housekeeping.at_start().purged:
            return
    raise AssertionError


@pytest.mark.parametrize(
    "use",
    [delete_all, delete_all_for_ever, delete_everything, wait_for_the_purge, purge_at_once],
)
def test_what_a_reader_takes_away_is_no_loss(
    full: Path, clock: Clock, use: Callable[[Notebook, Clock], None]
) -> None:
    outcome = open_notebook(full, now=clock, new_id=Ids())
    assert isinstance(outcome, Opened)
    use(outcome.notebook, clock)
    outcome.notebook.close()
    assert isinstance(found_at(full, clock), Opened)


# --- the other outcomes


def test_a_newer_notebook_is_named(full: Path, clock: Clock) -> None:
    alter(full, f"PRAGMA user_version={USER_VERSION + 1}")
    assert found_at(full, clock) == Newer(full, USER_VERSION + 1, USER_VERSION)


def test_what_no_backup_helps_against(full: Path, clock: Clock, opener: Opener) -> None:
    notebook = opener(full)
    outcome = found_at(full, clock)
    assert isinstance(outcome, Refused)
    assert type(outcome.error) is NotebookInUseError
    notebook.close()

    full.rename(full.with_name("elsewhere"))
    full.symlink_to(full.with_name("elsewhere"))
    outcome = found_at(full, clock)
    assert isinstance(outcome, Refused)
    assert type(outcome.error) is NotebookLinkError

    full.unlink()
    full.symlink_to(full.with_name("nowhere"))
    outcome = found_at(full, clock)
    assert isinstance(outcome, Refused)
    assert type(outcome.error) is NotebookLinkError

    full.unlink()
    alter(full, "CREATE TABLE t (x)")
    assert lost(full, clock).loss is Loss.DAMAGED
    for file in backup_folder(full).iterdir():
        file.unlink()
    outcome = found_at(full, clock)
    assert isinstance(outcome, Refused)
    assert type(outcome.error) is NotebookForeignError


def test_a_notebook_that_may_only_be_read(full: Path) -> None:
    full.chmod(0o400)
    code = """
from reader.notebook.opening import *
outcome = open_notebook(Path(sys.argv[1]), now=lambda: datetime.now(UTC), new_id=str)
print(type(outcome.error).__name__)
"""
    assert run(code, full, as_anybody=True) == [NotebookReadOnlyError.__name__]


# --- damage of every kind


def test_damage_of_every_kind_ends_in_notes_or_a_choice(
    full: Path, clock: Clock, tmp_path: Path
) -> None:
    """200 accidents; the seed says which. Each opens with its notes or says what was lost."""
    whole = full.read_bytes()
    outcomes: Counter[str] = Counter()
    for seed in range(200):
        for left in (full, *disk.companions(full)):
            left.unlink(missing_ok=True)
        full.write_bytes(damaged(whole, random.Random(seed)))
        before = full.read_bytes()
        outcome = open_notebook(full, now=clock, new_id=Ids())
        match outcome:
            case Opened(notebook):
                marks = notebook.marks.all()
                assert len(marks) * 2 >= NOTES, f"seed {seed}: {NOTES - len(marks)} lost in silence"
                intact = [mark for mark in marks if mark.is_whole]
                assert all(mark.text.endswith("x" * 300) for mark in intact)
                notebook.close()
            case Lost():
                assert full.read_bytes() == before, f"seed {seed}: the damaged file was changed"
                assert outcome.backups
            case Newer() | Refused():
                pass
        outcomes[type(outcome).__name__] += 1
    assert outcomes["Opened"] > 10
    assert outcomes["Lost"] > 50
