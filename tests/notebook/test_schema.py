"""The layout of the file: whose it is, how new it is, and how it is brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.notebook import schema
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookNewerError,
)
from reader.notebook.schema import (
    APPLICATION_ID,
    COLUMNS,
    MIGRATIONS,
    TABLES,
    USER_VERSION,
    check,
    check_columns,
    migrate,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

STEP = ("ALTER TABLE marks ADD COLUMN colour TEXT", "CREATE TABLE more (x TEXT) STRICT")
AN_APPOINTMENT = """INSERT INTO appointments (id, what, at, created)
    VALUES ('a', 'Second opinion', 'Thursday', 'now')"""
NEXT = (*MIGRATIONS, STEP)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def layout(connection: sqlite3.Connection) -> list[str]:
    """Every statement of the schema."""
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    return [sql for (sql,) in rows]


def test_the_mark_of_the_program_is_readable_letters() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"BKLT"


def test_from_nothing_to_the_newest_layout(connection: sqlite3.Connection) -> None:
    assert migrate(connection) == (0, USER_VERSION)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (USER_VERSION,)
    names = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    }
    assert names == set(COLUMNS) > TABLES


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    migrate(connection)
    listed = connection.execute("PRAGMA table_list").fetchall()
    strict = {name: strict for _schema, name, _type, _columns, _without, strict in listed}
    assert {name: strict[name] for name in COLUMNS} == dict.fromkeys(COLUMNS, 1)


def test_the_newest_layout_is_left_alone(connection: sqlite3.Connection) -> None:
    migrate(connection)
    before = layout(connection)
    assert migrate(connection) == (USER_VERSION, USER_VERSION)
    assert layout(connection) == before


def test_one_step_further_keeps_what_is_there(connection: sqlite3.Connection) -> None:
    migrate(connection)
    connection.execute(AN_APPOINTMENT)
    assert migrate(connection, NEXT) == (USER_VERSION, USER_VERSION + 1)
    assert connection.execute("SELECT what FROM appointments").fetchall() == [("Second opinion",)]
    assert connection.execute("SELECT colour FROM marks").fetchall() == []


def test_from_nothing_by_all_steps_is_the_same_as_step_by_step(
    connection: sqlite3.Connection,
) -> None:
    migrate(connection)
    migrate(connection, NEXT)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as at_once:
        migrate(at_once, NEXT)
        assert layout(at_once) == layout(connection)


@pytest.mark.parametrize("version", range(1, USER_VERSION))
def test_every_older_layout_is_led_to_the_newest_with_what_it_holds(
    connection: sqlite3.Connection, version: int
) -> None:
    migrate(connection, MIGRATIONS[:version])
    connection.execute(AN_APPOINTMENT)
    check(connection, None)
    assert migrate(connection) == (version, USER_VERSION)
    check_columns(connection, None)
    assert connection.execute("SELECT what FROM appointments").fetchall() == [("Second opinion",)]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        migrate(new)
        assert layout(new) == layout(connection)


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_step_that_fails_leaves_everything_as_it_was(
    connection: sqlite3.Connection, broken: int
) -> None:
    migrate(connection)
    before = layout(connection)
    steps = list(STEP)
    steps.insert(broken, "CREATE NONSENSE")
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        migrate(connection, (*MIGRATIONS, tuple(steps)))
    assert layout(connection) == before
    assert connection.execute("PRAGMA user_version").fetchone() == (USER_VERSION,)
    assert not connection.in_transaction


@pytest.mark.parametrize("statements", [(), ("PRAGMA page_size=8192",)])
def test_an_empty_database_is_fit_to_be_a_notebook(
    connection: sqlite3.Connection, statements: tuple[str, ...]
) -> None:
    for statement in statements:
        connection.execute(statement)
    check(connection, None)
    assert layout(connection) == []


def test_a_notebook_is_a_notebook(connection: sqlite3.Connection) -> None:
    migrate(connection)
    before = connection.total_changes
    check(connection, None)
    assert connection.total_changes == before


def test_a_notebook_that_has_more_than_we_know_is_one(connection: sqlite3.Connection) -> None:
    migrate(connection)
    connection.execute("CREATE TABLE extra (x)")
    check(connection, None)


NOT_OURS = [
    (("CREATE TABLE bookmarks (x)",), NotebookForeignError),
    (("PRAGMA user_version=1",), NotebookForeignError),
    (("PRAGMA application_id=7",), NotebookForeignError),
    (("PRAGMA application_id=-7", "CREATE TABLE marks (x)"), NotebookForeignError),
    (("PRAGMA application_id=7", *MIGRATIONS[0]), NotebookDamagedError),
    (MIGRATIONS[0], NotebookDamagedError),
    ((f"PRAGMA application_id={APPLICATION_ID}",), NotebookDamagedError),
    ((f"PRAGMA application_id={APPLICATION_ID}", *MIGRATIONS[0]), NotebookDamagedError),
    ((f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=1"), NotebookDamagedError),
    ((f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=-1"), NotebookDamagedError),
    (
        (f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={USER_VERSION + 1}"),
        NotebookNewerError,
    ),
    ((f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=99"), NotebookNewerError),
]


@pytest.mark.parametrize(("statements", "error"), NOT_OURS)
def test_what_is_no_notebook_of_ours(
    connection: sqlite3.Connection, statements: tuple[str, ...], error: type[NotebookError]
) -> None:
    for statement in statements:
        connection.execute(statement)
    before = layout(connection)
    with pytest.raises(NotebookError) as found:
        check(connection, None)
    assert type(found.value) is error
    assert layout(connection) == before


def test_the_columns_are_those_of_the_newest_layout(connection: sqlite3.Connection) -> None:
    migrate(connection)
    for table in COLUMNS:
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        assert found == COLUMNS[table]
    check_columns(connection, None)


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table in COLUMNS for column in sorted(COLUMNS[table])]
)
def test_a_notebook_without_one_of_its_columns_is_damaged(
    connection: sqlite3.Connection, table: str, column: str
) -> None:
    migrate(connection)
    connection.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO {column}_")
    with pytest.raises(NotebookDamagedError, match="damaged") as error:
        check_columns(connection, None)
    assert error.value.detail == f"{table} lacks ['{column}']"


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_notebook_without_one_of_its_tables_is_damaged(
    connection: sqlite3.Connection, table: str
) -> None:
    migrate(connection)
    connection.execute(f"DROP TABLE {table}")
    with pytest.raises(NotebookDamagedError) as error:
        check(connection, None)
    assert table not in error.value.detail
    assert str(USER_VERSION) in error.value.detail


def test_how_much_newer_a_notebook_is(connection: sqlite3.Connection) -> None:
    migrate(connection, NEXT)
    with pytest.raises(NotebookNewerError) as error:
        check(connection, None)
    assert (error.value.version, error.value.known) == (USER_VERSION + 1, USER_VERSION)


def test_steps_are_numbered_by_their_place() -> None:
    assert len(schema.MIGRATIONS) == schema.USER_VERSION == 3
