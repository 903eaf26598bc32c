"""Every setting that "saved" leans on is set, and is seen to be set."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.notebook import connecting, schema
from reader.notebook.connecting import (
    connect,
    connect_in_memory,
    opening_error,
    saving_error,
    trouble_of,
)
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookInUseError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    NotSavedError,
    Trouble,
)
from reader.notebook.store import Store
from tests.notebook.making import look, make_older

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROMISED = {
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,
    "wal_autocheckpoint": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "mmap_size": 0,
    "cell_size_check": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}
IN_MEMORY = ("secure_delete", "temp_store", "foreign_keys", "trusted_schema", "cell_size_check")


def setting(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def settings(connection: sqlite3.Connection) -> dict[str, object]:
    return {name: setting(connection, name) for name in PROMISED}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notebook.db"
    path.touch()
    return path


def test_the_settings_of_a_new_notebook_and_of_an_old_one(file: Path) -> None:
    for _ in range(3):
        with closing(connect(file)) as connection:
            assert settings(connection) == PROMISED
            connection.execute(
                "INSERT INTO appointments (id, what, at, created) VALUES (random(), '', '', '')"
            )


def test_nobody_waits_for_a_lock_and_python_begins_no_transactions(file: Path) -> None:
    with closing(connect(file)) as connection:
        assert setting(connection, "busy_timeout") == 0
        assert connection.isolation_level is None


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    with pytest.raises(NotebookUnavailableError) as error:
        connect(path)
    assert error.value.path == path
    assert list(tmp_path.iterdir()) == []


def test_words_that_cannot_be_read_are_damage(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")

    monkeypatch.setattr(schema, "check_columns", refuse)
    with pytest.raises(NotebookDamagedError, match="is damaged") as error:
        connect(file)
    assert error.value.path == file
    assert "invalid start byte" in error.value.detail


def test_before_an_older_notebook_is_changed_something_can_be_done(tmp_path: Path) -> None:
    done: list[int] = []

    def look_at(connection: sqlite3.Connection) -> None:
        done.append(schema.layout_of(connection))

    for version in range(1, schema.USER_VERSION + 1):
        path = tmp_path / f"{version}.db"
        make_older(path, version)
        connect(path, look_at).close()
    new = tmp_path / "new.db"
    new.touch()
    connect(new, look_at).close()
    assert done == list(range(1, schema.USER_VERSION))


def test_a_layout_that_does_not_lead_on_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    make_older(path, 1, "CREATE TABLE versions (number)")
    with pytest.raises(NotebookDamagedError) as error:
        connect(path)
    assert error.value.path == path
    assert "versions" in error.value.detail


def test_a_fault_of_ours_in_a_new_notebook_is_not_called_damage(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("nonsense")

    monkeypatch.setattr(schema, "migrate", refuse)
    with pytest.raises(sqlite3.OperationalError, match="nonsense"):
        connect(file)


def test_a_disk_that_fails_while_a_notebook_is_brought_up_to_date_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_connection: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    path = tmp_path / "notebook.db"
    make_older(path, 1)
    monkeypatch.setattr(schema, "migrate", refuse)
    with pytest.raises(NotebookUnavailableError) as error:
        connect(path)
    assert error.value.reason is Trouble.FAILING


def test_the_settings_in_memory() -> None:
    with closing(connect_in_memory()) as connection:
        assert {name: setting(connection, name) for name in IN_MEMORY} == {
            name: PROMISED[name] for name in IN_MEMORY
        }
        assert setting(connection, "journal_mode") == "memory"
        assert connection.isolation_level is None
        assert connection.execute("PRAGMA database_list").fetchall() == [(0, "main", "")]


@pytest.mark.parametrize("name", [name for name in PROMISED if name != "journal_mode"])
def test_a_setting_that_is_not_taken_is_noticed(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(connecting, "_connect", deaf_to(name))
    with pytest.raises(RuntimeError, match=r"SQLite 3\.\d+"):
        connect(file)
    monkeypatch.undo()
    with closing(connect(file)) as connection:
        assert settings(connection) == PROMISED


def test_without_a_write_ahead_log_the_journal_is_made_to_last(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "_connect", deaf_to("journal_mode", "WAL"))
    with closing(connect(file)) as connection:
        expected = PROMISED | {"journal_mode": "truncate", "synchronous": 3}
        assert settings(connection) == expected
        connection.execute(
            "INSERT INTO appointments (id, what, at, created) VALUES ('a', '', '', '')"
        )
        with pytest.raises(NotebookInUseError):
            connect(file)
    assert look(file, "SELECT id FROM appointments") == [("a",)]
    with closing(connect(file)) as connection:
        assert setting(connection, "journal_mode") == "truncate"
    monkeypatch.undo()
    with closing(connect(file)) as connection:
        assert settings(connection) == PROMISED


def deaf_to(name: str, value: str | None = None) -> Callable[[Path, str], sqlite3.Connection]:
    """Makes connections that do as if ``name`` had not been set.

    Some builds have our value by default, so it is given another first.
    """
    before = {
        "mmap_size": "1048576",
        "foreign_keys": "OFF",
        "trusted_schema": "ON",
        "secure_delete": "OFF",
    }
    original = connecting._connect

    def allow(action: int, first: str | None, second: str | None, *_more: object) -> int:
        is_meant = action == sqlite3.SQLITE_PRAGMA and first == name and second is not None
        return sqlite3.SQLITE_IGNORE if is_meant and value in (None, second) else sqlite3.SQLITE_OK

    def deaf(path: Path, query: str) -> sqlite3.Connection:
        connection = original(path, query)
        if name in before:
            connection.execute(f"PRAGMA {name}={before[name]}")
        connection.set_authorizer(allow)
        return connection

    return deaf


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (sqlite3.SQLITE_FULL, Trouble.DISK_FULL),
        (sqlite3.SQLITE_READONLY, Trouble.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Trouble.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DIRECTORY, Trouble.READ_ONLY),
        (sqlite3.SQLITE_PERM, Trouble.READ_ONLY),
        (sqlite3.SQLITE_IOERR, Trouble.FAILING),
        (sqlite3.SQLITE_IOERR_WRITE, Trouble.FAILING),
        (sqlite3.SQLITE_IOERR_FSYNC, Trouble.FAILING),
        (sqlite3.SQLITE_CANTOPEN, Trouble.FAILING),
        (sqlite3.SQLITE_CORRUPT, Trouble.DAMAGED),
        (sqlite3.SQLITE_CORRUPT_INDEX, Trouble.DAMAGED),
        (sqlite3.SQLITE_NOTADB, Trouble.DAMAGED),
        (sqlite3.SQLITE_BUSY, Trouble.IN_USE),
        (sqlite3.SQLITE_BUSY_RECOVERY, Trouble.IN_USE),
        (sqlite3.SQLITE_LOCKED, Trouble.IN_USE),
        (sqlite3.SQLITE_PROTOCOL, Trouble.IN_USE),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_MISUSE, None),
        (sqlite3.SQLITE_CONSTRAINT, None),
        (sqlite3.SQLITE_TOOBIG, None),
        (sqlite3.SQLITE_RANGE, None),
    ],
)
def test_what_sqlite_says_is_sorted_into_the_disk_and_us(
    tmp_path: Path, code: int, trouble: Trouble | None
) -> None:
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorcode = code
    assert trouble_of(error) is trouble
    if trouble is None:
        assert opening_error(tmp_path, error) is None
        assert saving_error(tmp_path, error) is None
    else:
        saving = saving_error(tmp_path, error)
        assert isinstance(saving, NotSavedError)
        assert (saving.path, saving.reason) == (tmp_path, trouble)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, NotebookUnavailableError),
        (sqlite3.SQLITE_READONLY, NotebookReadOnlyError),
        (sqlite3.SQLITE_IOERR, NotebookUnavailableError),
        (sqlite3.SQLITE_CORRUPT, NotebookDamagedError),
        (sqlite3.SQLITE_BUSY, NotebookInUseError),
    ],
)
def test_the_names_of_errors_while_opening(tmp_path: Path, code: int, kind: type) -> None:
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorcode = code
    named = opening_error(tmp_path, error)
    assert type(named) is kind
    assert named is not None
    assert named.path == tmp_path
    if isinstance(named, NotebookUnavailableError):
        assert named.reason is trouble_of(error)
    if isinstance(named, NotebookDamagedError):
        assert named.detail == "in SQLite's words"


@pytest.mark.parametrize("words", ["unsupported file format", "Could not decode to UTF-8 column"])
def test_damage_that_has_no_code_is_known_by_its_words(words: str) -> None:
    assert trouble_of(sqlite3.OperationalError(words)) is Trouble.DAMAGED


def test_an_error_without_a_code_is_ours() -> None:
    assert trouble_of(sqlite3.ProgrammingError("Cannot operate on a closed database.")) is None


def test_the_log_is_emptied_into_the_file(file: Path) -> None:
    store = Store.open(file)
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO appointments (id, what, at, created) VALUES ('a', '', '', '')"
        )
    log = file.with_name("notebook.db-wal")
    assert log.stat().st_size > 0
    assert connecting.checkpoint(connection)
    assert log.stat().st_size == 0
    store.close()
    assert not connecting.checkpoint(connection)
