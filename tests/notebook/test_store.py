"""A change is on the disk when its block was left, or has not happened and is said not to have."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from reader.notebook import store as store_module
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookUnavailableError,
    NotSavedError,
    Trouble,
)
from reader.notebook.model import MarkKind
from reader.notebook.store import Store
from tests.notebook.children import run
from tests.notebook.making import Opener, look, place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.notebook.notebook import Notebook


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[Store]:
    opened = Store.open(path if request.param == "file" else None)
    yield opened
    opened.close()


def add(store: Store, found: str) -> None:
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO appointments (id, what, at, created) VALUES (?, '', '', '')", (found,)
        )


def ids(store: Store) -> list[str]:
    return [str(one) for one in store.rows(lambda row: row[0], "SELECT id FROM appointments")]


def test_what_the_block_did_is_there(store: Store) -> None:
    add(store, "a")
    add(store, "b")
    assert ids(store) == ["a", "b"]


def delete_all_and_raise(store: Store, error: type[BaseException]) -> None:
    with store.transaction() as connection:
        connection.execute("DELETE FROM appointments")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_a_block_that_fails_did_nothing(store: Store, error: type[BaseException]) -> None:
    add(store, "a")
    with pytest.raises(error):
        delete_all_and_raise(store, error)
    assert ids(store) == ["a"]
    add(store, "b")
    assert ids(store) == ["a", "b"]


def test_a_fault_of_ours_is_not_called_a_full_disk(store: Store) -> None:
    add(store, "a")
    with pytest.raises(sqlite3.IntegrityError):
        add(store, "a")
    with pytest.raises(sqlite3.OperationalError), store.transaction() as connection:
        connection.execute("NONSENSE")
    with pytest.raises(sqlite3.OperationalError):
        store.rows(lambda row: row, "SELECT nonsense")
    assert ids(store) == ["a"]


def test_blocks_do_not_go_inside_each_other(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="within a transaction"), store.transaction():
        add(store, "a")
    assert ids(store) == []


def test_what_a_full_disk_does(store: Store) -> None:
    add(store, "a")
    store._connection.execute("PRAGMA max_page_count=1")
    with pytest.raises(NotSavedError) as error:
        add(store, "b" * 1_000_000)
    assert error.value.reason is Trouble.DISK_FULL
    assert error.value.path == store.path
    assert isinstance(error.value.__cause__, sqlite3.Error)
    assert ids(store) == ["a"]
    store._connection.execute("PRAGMA max_page_count=1000000")
    add(store, "b" * 1_000_000)
    assert len(ids(store)) == 2


def test_what_a_disk_that_became_read_only_does(store: Store) -> None:
    add(store, "a")
    store._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(NotSavedError) as error:
        add(store, "b")
    assert error.value.reason is Trouble.READ_ONLY
    assert ids(store) == ["a"]
    store._connection.execute("PRAGMA query_only=OFF")
    add(store, "b")


class Unwilling:
    """A connection whose ``refused`` statement meets a disk that fails."""

    def __init__(self, connection: sqlite3.Connection, refused: str, code: int) -> None:
        self._connection = connection
        self._refused = refused
        self._code = code

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        if statement.startswith(self._refused):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = self._code
            raise error
        return self._connection.execute(statement, *values)


@pytest.mark.parametrize("refused", ["BEGIN", "INSERT", "COMMIT"])
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, Trouble.FAILING),
        (sqlite3.SQLITE_FULL, Trouble.DISK_FULL),
        (sqlite3.SQLITE_READONLY, Trouble.READ_ONLY),
        (sqlite3.SQLITE_CORRUPT, Trouble.DAMAGED),
    ],
)
def test_no_step_is_taken_for_saved(
    store: Store, monkeypatch: pytest.MonkeyPatch, refused: str, code: int, reason: Trouble
) -> None:
    add(store, "a")
    monkeypatch.setattr(store, "_connection", Unwilling(store._connection, refused, code))
    with pytest.raises(NotSavedError) as error:
        add(store, "b")
    monkeypatch.undo()
    assert error.value.reason is reason
    assert ids(store) == ["a"]
    add(store, "b")
    assert ids(store) == ["a", "b"]


def test_a_disk_that_does_not_even_take_back_is_still_named(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = Unwilling(store._connection, "COMMIT", sqlite3.SQLITE_FULL)
    failing = Unwilling(refusing, "ROLLBACK", sqlite3.SQLITE_IOERR)  # type: ignore[arg-type]
    monkeypatch.setattr(store, "_connection", failing)
    with pytest.raises(NotSavedError) as error:
        add(store, "a")
    assert error.value.reason is Trouble.DISK_FULL


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_CORRUPT, NotebookDamagedError),
        (sqlite3.SQLITE_IOERR_READ, NotebookUnavailableError),
    ],
)
def test_what_cannot_be_read_is_named(
    store: Store, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[Exception]
) -> None:
    monkeypatch.setattr(store, "_connection", Unwilling(store._connection, "SELECT", code))
    with pytest.raises(kind):
        ids(store)


def test_a_row_that_makes_no_sense_is_damage(store: Store) -> None:
    add(store, "a")
    with pytest.raises(NotebookDamagedError, match="damaged"):
        store.rows(lambda row: int(str(row[0])), "SELECT id FROM appointments")


def test_closing_twice_is_closing(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        ids(store)


def test_the_log_does_not_grow_for_ever(saved: Notebook, path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    sizes = []
    for number in range(60):
        saved.marks.add(MarkKind.NOTE, place(f"p{number}"), "x" * 200_000)
        sizes.append(log.stat().st_size)
    assert max(sizes) <= store_module.WAL_LIMIT
    assert max(sizes) > store_module.WAL_LIMIT // 2
    assert sizes.count(0) == 3
    assert len(saved.marks.all()) == 60


def test_a_log_that_cannot_be_emptied_changes_nothing_for_the_note(
    saved: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = saved._store
    refusing = Unwilling(store._connection, "PRAGMA wal_checkpoint", sqlite3.SQLITE_FULL)
    monkeypatch.setattr(store, "_connection", refusing)
    monkeypatch.setattr(store_module, "WAL_LIMIT", 0)
    mark = saved.marks.add(MarkKind.NOTE, place(), "kept")
    assert saved.marks.all() == (mark,)


FILL = """
import resource
notebook = open_notebook(sys.argv[1])
notebook.marks.add(MarkKind.NOTE, place, "first")
room = os.stat(sys.argv[1] + "-wal").st_size + 100_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
saved = ["first"]
reason = ""
while not reason and len(saved) < 100:
    text = f"note {len(saved)} " + "x" * 10_000
    try:
        notebook.marks.add(MarkKind.NOTE, place, text)
        saved.append(text)
    except NotSavedError as error:
        reason = error.reason
print(reason, 1 < len(saved) < 100, [mark.text for mark in notebook.marks.all()] == saved)
if sys.argv[2] == "more room":
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    notebook.marks.add(MarkKind.NOTE, place, text)
    saved.append(text)
print(len(saved))
sys.stdout.flush()
if sys.argv[3] == "killed":
    os._exit(0)
notebook.close()
"""


@pytest.mark.parametrize("room", ["more room", "no more room"])
@pytest.mark.parametrize("end", ["closed", "killed"])
def test_no_room_for_the_file_to_grow(opener: Opener, path: Path, room: str, end: str) -> None:
    outcome, saved = run(FILL, path, room, end)
    assert outcome == "failing True True"
    assert len(opener(path).marks.all()) == int(saved)


def test_secure_delete_leaves_nothing_in_the_file(opener: Opener, path: Path) -> None:
    store = Store.open(path)
    add(store, "a secret")
    with store.transaction() as connection:
        connection.execute("DELETE FROM appointments")
    store.close()
    assert b"a secret" not in path.read_bytes()
    assert look(path, "PRAGMA integrity_check") == [("ok",)]
