"""From layout 2 to the newest with a full notebook: all of it, wherever the power goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.notebook import copying
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.contents import contents_of_file
from reader.notebook.errors import NotBackedUpError, NotebookUnavailableError, Trouble
from reader.notebook.model import Answered, MarkKind, Part
from reader.notebook.opening import Loss, Lost, Opened, Refused, open_notebook
from reader.notebook.recovery import look
from reader.notebook.schema import USER_VERSION
from reader.notebook.sealing import damaged_rows
from tests.notebook.children import run
from tests.notebook.making import START, Clock, Ids, Opener, everything, make_older, place
from tests.notebook.making import look as look_into

if TYPE_CHECKING:
    from pathlib import Path

TIME = "2026-11-20T09:30:00.000000+00:00"
ROWS = 60


def fill(path: Path, version: int, rows: int = ROWS) -> None:
    """A notebook of an older program with everything in it that it knew."""
    mark = "'m{0}', '{1}', 'recurrence', '2026-11', 'why', 'p{0}', 0, 0, 'quote {0}', '{2}'"
    statements = [f"INSERT INTO appointments VALUES ('a', 'Clinic', 'Monday', '{TIME}')"]
    for n in range(rows):
        kind, text = ("note", f"note {n} naïve") if n % 3 else ("bookmark", "")
        deleted = f"'{TIME}'" if n % 10 == 9 else "NULL"
        values = f"{mark.format(n, kind, text)}, '{TIME}', '{TIME}', {deleted}"
        statements.append(f"INSERT INTO marks VALUES ({values})")
        where = "NULL, NULL, NULL, NULL, NULL, NULL, NULL"
        if n % 2:
            where = f"'recurrence', '2026-11', 'why', 'p{n}', 0, 0, 'quote {n}'"
        statements.append(
            f"INSERT INTO questions VALUES ('q{n}', 'a', {n}, 'question {n}?', '', {where},"
            f" 'answer {n}', 'partly', NULL, '{TIME}', '{TIME}', NULL)"
        )
    statements.append(
        f"INSERT INTO positions VALUES ('recurrence', '2026-11', 'why', 'p1', 0, 0, '', '{TIME}')"
    )
    if version >= 2:
        statements.append("INSERT INTO drafts VALUES ('question', 'And wh')")
    make_older(path, version, "BEGIN", *statements, "COMMIT")


@pytest.mark.parametrize("version", range(1, USER_VERSION))
def test_everything_is_there_afterwards_and_whole(
    opener: Opener, path: Path, clock: Clock, version: int
) -> None:
    fill(path, version)
    notebook = opener(path)
    marks, questions = notebook.marks.all(), notebook.questions.all()
    assert len(marks) == ROWS - ROWS // 10
    assert len(questions) == ROWS
    assert all(one.is_whole for one in (*marks, *questions, *notebook.appointments.all()))
    assert marks[1].text == "note 1 naïve"
    assert marks[1].place == place("p1", quote="quote 1")
    assert (questions[0].place, questions[1].place) == (None, marks[1].place)
    assert questions[7].answered is Answered.PARTLY
    assert notebook.drafts.of("question") == ("And wh" if version >= 2 else "")
    assert notebook.deleted.count() == ROWS // 10
    assert {one.days_left for one in notebook.deleted.all()} == {30}
    position = notebook.positions.last()
    assert position is not None
    assert (position.place.passage, position.when) == ("p1", START)
    clock.pass_by(60)
    notebook.marks.change_text("m1", "changed")
    assert [(one.part, one.text) for one in notebook.marks.versions("m1")] == [
        (Part.NOTE, "note 1 naïve")
    ]
    assert notebook.search("naïve 8", 5)[0].kind.value == MarkKind.NOTE.value
    notebook.close()
    with closing(sqlite3.connect(path)) as connection:
        assert damaged_rows(connection) == 0
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_there_is_a_backup_of_how_it_was(opener: Opener, path: Path) -> None:
    fill(path, 2)
    before = look_into(path, "SELECT * FROM marks ORDER BY rowid")
    opener(path)
    (file,) = listed(backup_folder(path))
    found = contents_of_file(file.path)
    assert (found.layout, found.rows) == (2, 2 * ROWS + 1)
    assert look_into(file.path, "SELECT * FROM marks ORDER BY rowid") == before


def test_an_up_to_date_notebook_is_not_backed_up_by_opening(opener: Opener, path: Path) -> None:
    opener(path).close()
    opener(path)
    assert not backup_folder(path).exists()


def test_without_a_backup_nothing_is_changed(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, 2)

    def refuse(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "flush", refuse)
    before = path.read_bytes()
    outcome = open_notebook(path, now=clock, new_id=Ids())
    assert isinstance(outcome, Refused)
    assert isinstance(outcome.error, NotBackedUpError | NotebookUnavailableError)
    assert outcome.error.reason is Trouble.DISK_FULL
    assert path.read_bytes() == before
    assert listed(backup_folder(path)) == ()

    seen = look(path, now=clock, new_id=Ids())
    assert len(seen.questions.all()) == ROWS
    seen.close()
    assert path.read_bytes() == before
    monkeypatch.undo()
    outcome = open_notebook(path, now=clock, new_id=Ids())
    assert isinstance(outcome, Opened)
    outcome.notebook.close()


def test_a_notebook_that_cannot_be_migrated_stays_as_it_was(path: Path, clock: Clock) -> None:
    """Something of the new layout's name stands in the way."""
    fill(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE versions (mine TEXT)")
    before = path.read_bytes()
    outcome = open_notebook(path, now=clock, new_id=Ids())
    assert isinstance(outcome, Lost)
    assert outcome.loss is Loss.DAMAGED
    assert "already exists" in outcome.detail
    assert path.read_bytes() == before


KILL = """
import shutil, signal
from reader.notebook import connecting
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.contents import contents_of_file
from reader.notebook.opening import Opened, open_notebook

original, folder = Path(sys.argv[1]), Path(sys.argv[2])
real = connecting._connect
def opening(path, after):
    seen = 0
    def count(statement):
        nonlocal seen
        seen += 1
        if seen == after:
            os.kill(os.getpid(), signal.SIGKILL)
    def connect(*arguments):
        connection = real(*arguments)
        connection.set_trace_callback(count)
        return connection
    connecting._connect = connect
    outcome = open_notebook(path, now=lambda: datetime.now(UTC), new_id=lambda: uuid.uuid4().hex)
    connecting._connect = real
    return outcome, seen

layouts, kills = set(), 0
after = 1
while True:
    path = folder / str(after) / "notebook.db"
    path.parent.mkdir(parents=True)
    shutil.copy(original, path)
    child = os.fork()
    if not child:
        outcome, seen = opening(path, after)
        os._exit(0 if isinstance(outcome, Opened) else 1)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, status
        break
    kills += 1
    layouts.add(int.from_bytes(path.read_bytes()[60:64], "big"))
    for backup in listed(backup_folder(path)):
        assert contents_of_file(backup.path).rows == int(sys.argv[3]), backup
    outcome, _ = opening(path, 0)
    assert isinstance(outcome, Opened), (after, outcome)
    size = outcome.notebook.size()
    assert size.rows == int(sys.argv[3]), (after, size)
    assert all(mark.is_whole for mark in outcome.notebook.marks.all())
    assert all(one.is_whole for one in outcome.notebook.questions.all())
    outcome.notebook.close()
    shutil.rmtree(path.parent)
    after += 1
print(kills, sorted(layouts))
"""


def test_killed_at_each_statement_of_the_migration(path: Path, tmp_path: Path) -> None:
    fill(path, 2, rows=12)
    (said,) = run(KILL, path, tmp_path / "kills", 2 * 12 + 1)
    kills, layouts = said.split(" ", 1)
    assert int(kills) > 60
    assert layouts == "[2, 3]"


def test_looking_at_an_older_notebook_changes_nothing(path: Path, clock: Clock) -> None:
    fill(path, 1)
    before = everything(path.parent)
    notebook = look(path, now=clock, new_id=Ids())
    assert len(notebook.questions.all()) == ROWS
    notebook.close()
    assert everything(path.parent) == before
