"""A change is on the disk when its block was left, or has not happened and is said not to have."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.notebook import schema
from reader.notebook import store as store_module
from reader.notebook.backup_files import backup_folder, listed
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookInUseError,
    NotebookUnavailableError,
    NotSavedError,
    Trouble,
)
from reader.notebook.model import MarkKind
from reader.notebook.store import Store
from tests.notebook.children import run
from tests.notebook.making import START, Opener, alter, look, make_older, place

if TYPE_CHECKING:
    from collections.abc import Iterator

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


# --- what is done to the file as a whole


def first_of(connection: sqlite3.Connection) -> object:
    return connection.execute("SELECT id FROM appointments").fetchone()[0]


def test_a_look_gives_what_was_seen(store: Store) -> None:
    add(store, "a")
    assert store.look(first_of) == "a"


def test_what_a_look_meets_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(_connection: sqlite3.Connection) -> None:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")

    with pytest.raises(NotebookDamagedError) as damage:
        store.look(unreadable)
    assert damage.value.path == store.path
    assert "invalid start byte" in damage.value.detail
    failing = Unwilling(store._connection, "SELECT", sqlite3.SQLITE_IOERR_READ)
    monkeypatch.setattr(store, "_connection", failing)
    with pytest.raises(NotebookUnavailableError) as error:
        store.look(first_of)
    assert (error.value.path, error.value.reason) == (store.path, Trouble.FAILING)
    monkeypatch.undo()
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        store.look(lambda connection: connection.execute("SELECT nonsense"))


def test_where_something_cannot_be_read_is_said(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "a")
    with pytest.raises(NotebookDamagedError) as damage:
        store.rows(lambda row: int(str(row[0])), "SELECT id FROM appointments")
    assert damage.value.path == store.path
    assert "'a'" in damage.value.detail
    failing = Unwilling(store._connection, "SELECT", sqlite3.SQLITE_IOERR_READ)
    monkeypatch.setattr(store, "_connection", failing)
    with pytest.raises(NotebookUnavailableError) as error:
        ids(store)
    assert (error.value.path, error.value.reason) == (store.path, Trouble.FAILING)


def test_a_copy_of_what_is_in_memory_is_never_made() -> None:
    store = Store.open(None)
    with pytest.raises(ValueError, match="in memory"):
        store.back_up(START)
    assert store.checkpoint()
    store.close()


def test_a_copy_is_among_the_backups(path: Path) -> None:
    store = Store.open(path)
    add(store, "a")
    file = store.back_up(START)
    store.close()
    assert file.made == START
    assert look(file.path, "SELECT id FROM appointments") == [("a",)]


def test_the_log_can_be_emptied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(path)
    add(store, "a")
    log = path.with_name(path.name + "-wal")
    refusing = Unwilling(store._connection, "PRAGMA wal_checkpoint", sqlite3.SQLITE_FULL)
    monkeypatch.setattr(store, "_connection", refusing)
    assert not store.checkpoint()
    assert log.stat().st_size > 0
    monkeypatch.undo()
    assert store.checkpoint()
    assert log.stat().st_size == 0
    store.close()


def test_what_was_deleted_is_in_no_file_after_it_was_written_anew(path: Path) -> None:
    store = Store.open(path)
    for number in range(50):
        add(store, f"secret {number} " + "x" * 10_000)
    with store.transaction() as connection:
        connection.execute("DELETE FROM appointments WHERE id LIKE 'secret%'")
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    store.compact()
    for file in path.parent.iterdir():
        assert b"secret" not in file.read_bytes()
    assert path.stat().st_size < 400_000
    add(store, "b")
    assert ids(store) == ["b"]
    store.close()


@pytest.mark.parametrize(
    ("refused", "code", "reason"),
    [
        ("VACUUM", sqlite3.SQLITE_FULL, Trouble.DISK_FULL),
        ("PRAGMA wal_checkpoint", sqlite3.SQLITE_FULL, Trouble.FAILING),
    ],
)
def test_what_cannot_be_written_anew_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, code: int, reason: Trouble
) -> None:
    store = Store.open(path)
    add(store, "a")
    monkeypatch.setattr(store, "_connection", Unwilling(store._connection, refused, code))
    with pytest.raises(NotSavedError) as error:
        store.compact()
    monkeypatch.undo()
    assert (error.value.path, error.value.reason) == (path, reason)
    assert ids(store) == ["a"]
    store.close()


def test_a_fault_of_ours_while_writing_anew_is_ours(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="VACUUM"), store.transaction():
        store.compact()


def test_what_is_large_is_looked_at_less_closely(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(path)
    store.checkpoint()
    size = path.stat().st_size
    for limit, how in ((size, "integrity_check"), (size - 1, "quick_check")):
        monkeypatch.setattr(store_module, "FULL_CHECK_LIMIT", limit)
        assert store._how_to_check() == how
    store.close()
    in_memory = Store.open(None)
    assert in_memory._how_to_check() == "integrity_check"
    in_memory.close()


def lose_an_index(path: Path) -> None:
    """Make the index of the appointments' ids know of none; there is one."""
    alter(path, "INSERT INTO appointments (id, what, at, created) VALUES ('a', '', '', '')")
    query = "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex_appointments%'"
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(query).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    empty = bytes([10, 0, 0, 0, 0]) + size.to_bytes(2, "big") + bytes(size - 7)
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = empty
    path.write_bytes(data)


def test_an_index_that_has_lost_a_row_is_damage_and_nothing_stays_open(path: Path) -> None:
    Store.open(path).close()
    lose_an_index(path)
    before = path.read_bytes()
    for _ in range(2):  # the lock was let go
        with pytest.raises(NotebookDamagedError) as error:
            Store.open(path)
        assert error.value.path == path
        assert "missing from index" in error.value.detail
        assert {one.name for one in path.parent.iterdir()} == {path.name}
    assert path.read_bytes() == before


def test_a_look_at_all_pages_that_the_disk_refuses_leaves_nothing_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(path).close()
    connect = store_module.connecting.connect

    def failing(one: Path, before: object) -> Unwilling:
        refused = "PRAGMA integrity_check"
        return Unwilling(connect(one, None), refused, sqlite3.SQLITE_IOERR_READ)

    monkeypatch.setattr(store_module.connecting, "connect", failing)
    with pytest.raises(NotebookUnavailableError):
        Store.open(path)
    assert {one.name for one in path.parent.iterdir()} == {path.name}


def test_before_an_older_notebook_is_brought_up_to_date_there_is_a_backup(path: Path) -> None:
    make_older(path, 2)
    Store.open(path, now=lambda: START).close()
    (backup,) = listed(backup_folder(path))
    assert backup.made == START
    assert look(backup.path, "PRAGMA user_version") == [(2,)]
    assert look(path, "PRAGMA user_version") == [(schema.USER_VERSION,)]


def test_without_a_clock_there_is_none(path: Path) -> None:
    make_older(path, 2)
    Store.open(path).close()
    assert listed(backup_folder(path)) == ()


def test_what_cannot_be_opened_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store_module.connecting, "connect", refuse)
    with pytest.raises(KeyboardInterrupt):
        Store.open(path)
    assert not path.parent.exists()


def test_whoever_was_faster_keeps_the_file_that_we_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise NotebookInUseError(path)

    monkeypatch.setattr(store_module.NotebookLock, "take", refuse)
    with pytest.raises(NotebookInUseError):
        Store.open(path)
    assert path.exists()


def test_the_path_is_whole_wherever_we_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    monkeypatch.chdir(path.parent)
    store = Store.open(Path(path.name))
    assert store.path == path
    store.close()
