"""Deleted for ever: the bytes are searched for in every file that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook import copying, erasing
from reader.notebook.backup_files import backup_folder
from reader.notebook.contents import contents_of_file
from reader.notebook.errors import NotSavedError, UnknownIdError
from reader.notebook.kept_aside import damaged_copies, set_aside
from reader.notebook.model import Answered, MarkKind
from reader.notebook.opening import Opened, open_notebook
from tests.notebook.making import Clock, Ids, Opener, alter, look, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook

SECRET = "the lump under my arm"
OLDER = "a lump somewhere"


def holding(folder: Path, *words: str) -> set[str]:
    """The files under ``folder`` that have any of ``words`` in them."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words)
    }


def with_a_secret(notebook: Notebook, clock: Clock, kind: str = "mark") -> str:
    """A note or question deleted, with versions, spread over the log and two backups."""
    for number in range(30):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), f"other {number} " + "x" * 300)
    if kind == "mark":
        found = notebook.marks.add(MarkKind.NOTE, place(), OLDER).id
        notebook.backups.make()
        clock.pass_by(60)
        notebook.marks.change_text(found, SECRET)
    else:
        found = notebook.questions.add("What is it?").id
        notebook.questions.answer(found, OLDER, Answered.PARTLY)
        notebook.backups.make()
        clock.pass_by(60)
        notebook.questions.answer(found, SECRET, Answered.ANSWERED)
    notebook.backups.make()
    notebook.marks.add(MarkKind.NOTE, place("q"), "the last one")
    (notebook.marks if kind == "mark" else notebook.questions).delete(found)
    return found


@pytest.mark.parametrize("kind", ["mark", "question"])
def test_one_that_is_deleted_for_ever_is_nowhere_any_more(
    saved: Notebook, path: Path, tmp_path: Path, clock: Clock, kind: str
) -> None:
    found = with_a_secret(saved, clock, kind)
    assert len(holding(tmp_path, SECRET, OLDER)) >= 3

    assert saved.erasing.delete_for_ever(found)

    assert holding(tmp_path, SECRET, OLDER) == set()
    assert saved.deleted.all() == ()
    assert not saved.erasing.is_unfinished
    assert len(saved.marks.all()) == 31
    assert [file.number for file in saved.backups.all()] == [3, 2, 1]
    rows = [contents_of_file(file.path).rows for file in saved.backups.all()]
    assert rows == ([31, 30, 30] if kind == "mark" else [32, 31, 31])
    saved.close()
    assert holding(tmp_path, SECRET, OLDER) == set()
    assert look(path, "PRAGMA integrity_check") == [("ok",)]


def test_several_at_once(saved: Notebook, tmp_path: Path, clock: Clock) -> None:
    first = with_a_secret(saved, clock)
    second = saved.questions.add("Is it the lump?").id
    saved.questions.delete(second)
    assert saved.erasing.delete_for_ever(first, second)
    assert holding(tmp_path, "lump") == set()


def test_only_what_was_deleted_can_go_for_ever(saved: Notebook, clock: Clock) -> None:
    found = with_a_secret(saved, clock)
    kept = saved.marks.all()
    for unknown in (kept[0].id, "nobody"):
        with pytest.raises(UnknownIdError):
            saved.erasing.delete_for_ever(found, unknown)
    assert saved.deleted.count() == 1
    assert saved.marks.all() == kept


def test_in_memory_too(opener: Opener) -> None:
    notebook = opener(None)
    mark = notebook.marks.add(MarkKind.NOTE, place(), SECRET)
    notebook.marks.delete(mark.id)
    assert notebook.erasing.delete_for_ever(mark.id)
    assert notebook.deleted.all() == ()
    notebook.marks.add(MarkKind.NOTE, place(), SECRET)
    assert notebook.erasing.delete_everything()
    assert notebook.marks.all() == ()


def test_a_damaged_backup_goes_if_it_has_it_and_stays_if_not(
    saved: Notebook, tmp_path: Path, clock: Clock
) -> None:
    saved.marks.add(MarkKind.NOTE, place("p0"), "before")
    without = saved.backups.make()
    found = with_a_secret(saved, clock)
    last = saved.backups.all()[0]
    for file in (without, last):
        file.path.write_bytes(b"eaten" * 20 + file.path.read_bytes()[100:])
    assert SECRET.encode() in last.path.read_bytes()
    assert saved.erasing.delete_for_ever(found)
    assert holding(tmp_path, SECRET, OLDER) == set()
    assert without.path.exists()
    assert not last.path.exists()


def test_damaged_copies_that_have_it_go_too(
    saved: Notebook, path: Path, tmp_path: Path, clock: Clock
) -> None:
    found = with_a_secret(saved, clock)
    copies = [path.with_name("notebook-damaged-20260101T000000Z.db"), path.with_name("other.db")]
    for copy in copies:
        copy.write_bytes(b"garbage" + found.encode() + SECRET.encode())
    innocent = path.with_name("notebook-damaged-20260102T000000Z.db")
    innocent.write_bytes(b"garbage")
    assert saved.erasing.delete_for_ever(found)
    assert holding(tmp_path, SECRET) == {"data/other.db"}
    assert innocent.exists()


# --- everything


def test_everything_is_gone_from_every_file(
    saved: Notebook, path: Path, tmp_path: Path, clock: Clock
) -> None:
    with_a_secret(saved, clock)
    saved.drafts.keep("question", SECRET)
    saved.appointments.start_next(SECRET, "Monday")
    saved.questions.add(SECRET)
    saved.positions.keep(place(quote=SECRET))
    saved.backups.make()
    backup_folder(path).joinpath(".backup-half.new").write_text(SECRET)
    path.with_name("notebook-damaged-20260101T000000Z.db").write_text(SECRET)
    path.with_name("notebook-damaged-20260101T000000Z.db-wal").write_text(SECRET)
    backup_folder(path).joinpath("my own copy.txt").write_text("mine")

    assert saved.erasing.delete_everything()

    words = (SECRET, OLDER, "other 7", "the last one", "asleep", "Monday", "recurrence")
    assert holding(tmp_path, *words) == set()
    assert saved.backups.all() == ()
    assert (saved.size().items, saved.size().rows) == (0, 0)
    assert saved.search("lump", 5) == ()
    assert saved.drafts.of("question") == ""
    assert saved.backups.make_if_changed() is None
    saved.marks.add(MarkKind.NOTE, place(), "a new beginning")
    saved.close()
    assert holding(tmp_path, *words[:4]) == set()
    assert backup_folder(path).joinpath("my own copy.txt").read_text() == "mine"


def test_files_that_a_link_leads_to_are_not_wiped(
    saved: Notebook, path: Path, tmp_path: Path, clock: Clock
) -> None:
    with_a_secret(saved, clock)
    elsewhere = backup_folder(path).rename(tmp_path / "elsewhere")
    backup_folder(path).symlink_to(elsewhere)
    before = {one.name: one.read_bytes() for one in elsewhere.iterdir()}
    assert before
    saved.erasing.delete_everything()
    assert {one.name: one.read_bytes() for one in elsewhere.iterdir()} == before


def test_after_everything_is_gone_the_next_start_is_an_ordinary_one(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    with_a_secret(notebook, clock)
    notebook.erasing.delete_everything()
    notebook.close()
    outcome = open_notebook(path, now=clock, new_id=Ids())
    assert isinstance(outcome, Opened)
    assert outcome.notebook.marks.all() == ()
    outcome.notebook.close()


# --- half done


class PowerCutError(Exception):
    """The power went."""


STEPS = ["compact", "make", "_clean", "keep_all", "_wipe_copies"]


def cut_at(notebook: Notebook, monkeypatch: pytest.MonkeyPatch, step: str, error: type) -> None:
    def cut(*_arguments: object, **_names: object) -> None:
        raise error(1, "cut")

    owner = {
        "compact": notebook._store,
        "make": notebook.backups,
        "keep_all": notebook.state,
    }.get(step, erasing)
    monkeypatch.setattr(owner, step, cut)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("what", ["one", "everything"])
@pytest.mark.parametrize("error", [PowerCutError, OSError])
def test_what_was_cut_short_is_finished_at_the_next_start(
    opener: Opener,
    path: Path,
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    what: str,
    error: type[Exception],
) -> None:
    notebook = opener(path)
    found = with_a_secret(notebook, clock)
    cut_at(notebook, monkeypatch, step, error)
    try:
        finished = (
            notebook.erasing.delete_for_ever(found)
            if what == "one"
            else notebook.erasing.delete_everything()
        )
    except PowerCutError:
        finished = False
    monkeypatch.undo()
    assert finished == (not notebook.erasing.is_unfinished)
    notebook._store._connection.close()
    notebook._store._lock.release()  # type: ignore[union-attr]

    outcome = open_notebook(path, now=clock, new_id=Ids())
    assert isinstance(outcome, Opened), "what was deleted for ever is not taken for lost"
    notebook = outcome.notebook
    assert notebook.housekeeping.at_start().trouble is None
    assert not notebook.erasing.is_unfinished
    assert holding(tmp_path, SECRET, OLDER) == set()
    assert len(notebook.marks.all()) == (31 if what == "one" else 0)
    notebook.close()


def test_what_could_not_be_written_changed_nothing(saved: Notebook, clock: Clock) -> None:
    found = with_a_secret(saved, clock)
    saved._store._connection.execute("PRAGMA query_only=ON")
    for change in (lambda: saved.erasing.delete_for_ever(found), saved.erasing.delete_everything):
        with pytest.raises(NotSavedError):
            change()
    saved._store._connection.execute("PRAGMA query_only=OFF")
    assert not saved.erasing.is_unfinished
    assert saved.deleted.count() == 1
    assert len(saved.backups.all()) == 2


def test_nothing_to_finish_is_finished(saved: Notebook) -> None:
    assert saved.erasing.finish()
    assert saved.backups.all() == ()


# --- set aside


def test_names_of_what_is_set_aside(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "notebook.sqlite"
    names = []
    for _ in range(3):
        path.write_text("damaged")
        path.with_name("notebook.sqlite-wal").write_text("log")
        aside = set_aside(path, clock.now)
        assert aside is not None
        names.append(aside.name)
        assert aside.with_name(aside.name + "-wal").read_text() == "log"
    assert names == [
        "notebook-damaged-20261120T093000Z.sqlite",
        "notebook-damaged-20261120T093000Z-2.sqlite",
        "notebook-damaged-20261120T093000Z-3.sqlite",
    ]
    assert len(damaged_copies(path)) == 6
    assert set_aside(path, clock.now) is None
    assert damaged_copies(tmp_path / "elsewhere" / "notebook.sqlite") == ()


def test_a_log_alone_is_set_aside_too(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "notebook.sqlite"
    path.with_name("notebook.sqlite-wal").write_text("log")
    aside = set_aside(path, clock.now)
    assert aside is not None
    assert not aside.exists()
    assert [one.name for one in damaged_copies(path)] == [f"{aside.name}-wal"]


def test_the_old_bytes_of_a_backup_are_overwritten(
    saved: Notebook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = with_a_secret(saved, clock)
    seen: list[int] = []
    original = copying.overwrite
    monkeypatch.setattr(
        copying, "overwrite", lambda handle: (seen.append(handle), original(handle))
    )
    saved.erasing.delete_for_ever(found)
    assert len(seen) == 2


def test_older_layouts_are_cleaned_too(opener: Opener, path: Path, clock: Clock) -> None:
    notebook = opener(path)
    found = with_a_secret(notebook, clock)
    old = notebook.backups.all()[-1]
    alter(old.path, "DROP TABLE versions", "PRAGMA user_version=2")
    assert notebook.erasing.delete_for_ever(found)
    assert holding(path.parent, SECRET, OLDER) == set()
