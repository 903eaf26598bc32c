"""What was deleted can be brought back for thirty days, and is then purged, never earlier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from reader.notebook.errors import NotBackedUpError, NotSavedError, Trouble, UnknownIdError
from reader.notebook.housekeeping import MINUTES, Done
from reader.notebook.model import MarkKind
from tests.notebook.making import Clock, Opener, alter, look, make_older, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.notebook import Notebook

DAY = 24 * 60


def note(notebook: Notebook, text: str) -> str:
    return notebook.marks.add(MarkKind.NOTE, place(), text).id


def days_go_by(notebook: Notebook, clock: Clock, days: int) -> int:
    """Let the window be opened every day; how many things were purged."""
    purged = 0
    for _ in range(days):
        clock.pass_by(DAY)
        done = notebook.housekeeping.at_start()
        assert done.trouble is None
        purged += done.purged
    return purged


def test_what_is_deleted_is_listed_with_the_days_it_is_kept(
    notebook: Notebook, clock: Clock
) -> None:
    notebook.housekeeping.at_start()
    mark = notebook.marks.get(note(notebook, "one"))
    question = notebook.questions.add("Why?")
    notebook.marks.delete(mark.id)
    assert notebook.deleted.count() == 1
    days_go_by(notebook, clock, 1)
    notebook.questions.delete(question.id)
    listed = notebook.deleted.all()
    assert [(one.item, one.days_left) for one in listed] == [(question, 30), (mark, 29)]
    assert [one.when for one in listed] == [clock.now, clock.now - timedelta(days=1)]
    assert notebook.deleted.count() == 2
    assert notebook.deleted.restore(mark.id) == mark
    assert notebook.deleted.restore(question.id) == question
    assert notebook.deleted.all() == ()
    assert notebook.marks.all() == (mark,)


def test_nobody_can_be_restored_who_never_was(notebook: Notebook) -> None:
    with pytest.raises(UnknownIdError):
        notebook.deleted.restore("nobody")


@pytest.mark.parametrize("kind", ["mark", "question"])
def test_on_the_thirtieth_day_it_goes_with_its_versions(
    notebook: Notebook, clock: Clock, kind: str
) -> None:
    notebook.housekeeping.at_start()
    if kind == "mark":
        found = note(notebook, "one")
        clock.pass_by(60)
        notebook.marks.change_text(found, "two")
        notebook.marks.delete(found)
    else:
        found = notebook.questions.add("Why?").id
        notebook.questions.change_text(found, "Why not?")
        notebook.questions.delete(found)
    assert days_go_by(notebook, clock, 29) == 0
    assert notebook.deleted.all()[0].days_left == 1
    assert days_go_by(notebook, clock, 2) == 1
    assert notebook.deleted.all() == ()
    assert notebook._store.rows(lambda row: row, "SELECT * FROM versions") == ()
    with pytest.raises(UnknownIdError):
        notebook.deleted.restore(found)


def test_thirty_days_are_thirty(notebook: Notebook, clock: Clock) -> None:
    notebook.housekeeping.at_start()
    notebook.marks.delete(note(notebook, "one"))
    assert days_go_by(notebook, clock, 30) == 1


def test_what_is_overdue_has_no_days_left(notebook: Notebook, clock: Clock) -> None:
    notebook.housekeeping.at_start()
    notebook.marks.delete(note(notebook, "one"))
    for days_left in (*range(29, -1, -1), 0, 0):
        clock.pass_by(DAY)
        notebook.housekeeping.now_and_then()
        assert notebook.deleted.all()[0].days_left == days_left


def test_only_what_was_deleted_is_held(notebook: Notebook) -> None:
    gone, there = note(notebook, "one"), note(notebook, "two")
    asked, kept = notebook.questions.add("Why?").id, notebook.questions.add("How?").id
    notebook.marks.delete(gone)
    notebook.questions.delete(asked)
    notebook.deleted.must_hold(gone)
    notebook.deleted.must_hold(asked)
    for one in (there, kept, "nobody"):
        with pytest.raises(UnknownIdError) as error:
            notebook.deleted.must_hold(one)
        assert (error.value.what, error.value.id) == ("deleted item", one)


def test_what_was_brought_back_and_deleted_again_has_thirty_days_again(
    notebook: Notebook, clock: Clock
) -> None:
    notebook.housekeeping.at_start()
    found = note(notebook, "one")
    notebook.marks.delete(found)
    days_go_by(notebook, clock, 20)
    notebook.marks.restore(found)
    days_go_by(notebook, clock, 20)
    notebook.marks.delete(found)
    assert notebook.deleted.all()[0].days_left == 30
    assert days_go_by(notebook, clock, 29) == 0


def test_deleting_twice_does_not_put_it_off(notebook: Notebook, clock: Clock) -> None:
    notebook.housekeeping.at_start()
    found = note(notebook, "one")
    notebook.marks.delete(found)
    days_go_by(notebook, clock, 20)
    notebook.marks.delete(found)
    assert notebook.deleted.all()[0].days_left == 10


@pytest.mark.parametrize(
    "moments",
    [
        [datetime(2100, 1, 1, tzinfo=UTC)],
        [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)],
        [datetime(2100, 1, 1, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)] * 20,
        [datetime(1970, 1, 1, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)] * 20,
        [datetime(2027, 11, 1, tzinfo=UTC)],
    ],
)
def test_a_wrong_clock_purges_nothing(
    notebook: Notebook, clock: Clock, moments: list[datetime]
) -> None:
    notebook.housekeeping.at_start()
    found = note(notebook, "one")
    notebook.marks.delete(found)
    for clock.now in moments:
        assert notebook.housekeeping.at_start().purged == 0
    assert notebook.deleted.restore(found).id == found


def test_what_was_deleted_while_the_clock_was_wrong_has_its_thirty_days(
    notebook: Notebook, clock: Clock
) -> None:
    right = clock.now
    clock.now = datetime(1970, 1, 1, tzinfo=UTC)
    notebook.housekeeping.at_start()
    found = note(notebook, "one")
    notebook.marks.delete(found)
    clock.now = right
    assert notebook.housekeeping.at_start().purged == 0
    assert notebook.deleted.all()[0].days_left == 30
    assert days_go_by(notebook, clock, 29) == 0
    assert days_go_by(notebook, clock, 2) == 1


def test_damage_purges_nothing(opener: Opener, path: Path, clock: Clock) -> None:
    notebook = opener(path)
    first, second = note(notebook, "one"), note(notebook, "two")
    notebook.marks.delete(second)
    notebook.close()
    alter(
        path,
        f"UPDATE marks SET deleted = '2020-01-01T00:00:00+00:00', kept_until = 1"
        f" WHERE id = '{first}'",
        f"UPDATE marks SET kept_until = 1 WHERE id = '{second}'",
    )
    notebook = opener(path)
    notebook.housekeeping.at_start()
    assert days_go_by(notebook, clock, 40) == 0
    assert notebook.deleted.count() == 2


def test_a_notebook_from_before_has_thirty_days_from_now(
    opener: Opener, path: Path, clock: Clock
) -> None:
    time = "2020-01-01T00:00:00+00:00"
    row = f"'note', 'b', 'e', 's', 'p', 0, 0, 'q', 'old', '{time}', '{time}', '{time}'"
    make_older(path, 2, f"INSERT INTO marks VALUES ('m', {row})")
    notebook = opener(path)
    (deleted,) = notebook.deleted.all()
    assert (deleted.item.is_whole, deleted.days_left) == (True, 30)
    notebook.housekeeping.at_start()
    assert days_go_by(notebook, clock, 29) == 0
    assert days_go_by(notebook, clock, 2) == 1


# --- housekeeping


def test_there_is_a_backup_before_the_purge_and_none_purges_without(
    saved: Notebook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.housekeeping.at_start()
    found = note(saved, "one")
    saved.marks.delete(found)
    days_go_by(saved, clock, 29)
    saved.questions.add("Changed since?")
    clock.pass_by(2 * DAY)

    def refuse() -> None:
        raise NotBackedUpError(None, Trouble.DISK_FULL)

    monkeypatch.setattr(saved.backups, "make_if_changed", refuse)
    done = saved.housekeeping.at_start()
    assert isinstance(done.trouble, NotBackedUpError)
    assert done.purged == 0
    assert saved.deleted.count() == 1
    monkeypatch.undo()

    done = saved.housekeeping.at_start()
    assert (done.purged, done.trouble) == (1, None)
    assert done.backup is not None
    assert look(done.backup.path, "SELECT text FROM marks") == [("one",)]


def test_a_purge_that_is_not_saved_is_told_beside_the_backup_that_was_made(
    saved: Notebook, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved.housekeeping.at_start()
    saved.marks.delete(note(saved, "one"))
    days_go_by(saved, clock, 29)
    note(saved, "two")
    clock.pass_by(2 * DAY)
    make_if_changed = saved.backups.make_if_changed

    def make_and_fill_the_disk() -> BackupFile | None:
        made = make_if_changed()
        saved._store._connection.execute("PRAGMA query_only=ON")
        return made

    monkeypatch.setattr(saved.backups, "make_if_changed", make_and_fill_the_disk)
    done = saved.housekeeping.at_start()
    assert (done.backup,) == saved.backups.all()[:1]
    assert isinstance(done.trouble, NotSavedError)
    assert done.purged == 0
    assert saved.deleted.count() == 1


def test_every_half_hour_there_is_a_backup_if_something_was_written(
    saved: Notebook, clock: Clock
) -> None:
    saved.housekeeping.at_start()
    assert saved.housekeeping.now_and_then() == Done()
    note(saved, "one")
    clock.pass_by(MINUTES)
    done = saved.housekeeping.now_and_then()
    assert done.backup is not None
    assert done.backup.made == clock.now
    assert saved.housekeeping.now_and_then() == Done()


def test_time_goes_by_while_the_window_stays_open(notebook: Notebook, clock: Clock) -> None:
    notebook.housekeeping.at_start()
    notebook.marks.delete(note(notebook, "one"))
    for _ in range(31 * 48):
        clock.pass_by(MINUTES)
        assert notebook.housekeeping.now_and_then().purged == 0
    assert notebook.housekeeping.at_start().purged == 1


def test_trouble_is_told_and_not_raised(saved: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    note(saved, "one")
    saved._store._connection.execute("PRAGMA query_only=ON")
    for done in (saved.housekeeping.at_start(), saved.housekeeping.now_and_then()):
        assert done.backup is None
        assert done.trouble is not None
