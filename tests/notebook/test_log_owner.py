"""A log that another program left beside the notebook is not taken for the notebook's own."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.notebook.disk import companions
from reader.notebook.errors import NotebookForeignError
from reader.notebook.log_owner import has_foreign_log
from reader.notebook.model import MarkKind
from reader.notebook.schema import APPLICATION_ID
from tests.notebook.making import Opener, place

if TYPE_CHECKING:
    from pathlib import Path


def leave_log(path: Path, *, owner: int) -> None:
    """Put beside ``path`` the log of another database that says it belongs to ``owner``."""
    other = path.with_name("other.db")
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute(f"PRAGMA application_id={owner}")
        connection.execute("CREATE TABLE notes (text TEXT)")
        companions(path)[0].write_bytes(companions(other)[0].read_bytes())


@pytest.fixture
def written(opener: Opener, path: Path) -> bytes:
    """The bytes of a notebook at ``path`` that holds a note."""
    notebook = opener(path)
    notebook.marks.add(MarkKind.NOTE, place(), "Ask about the scan")
    notebook.close()
    return path.read_bytes()


@pytest.mark.parametrize("owner", [0, 1, 0x0FFFFFFF])
def test_a_foreign_log_stops_the_opening_and_nothing_changes(
    opener: Opener, path: Path, written: bytes, owner: int
) -> None:
    leave_log(path, owner=owner)
    log = companions(path)[0].read_bytes()

    assert has_foreign_log(path)
    with pytest.raises(NotebookForeignError):
        opener(path)

    assert path.read_bytes() == written
    assert companions(path)[0].read_bytes() == log


def test_sqlite_itself_would_have_taken_the_log(path: Path, written: bytes) -> None:
    leave_log(path, owner=0)

    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}

    assert "notes" in tables
    assert path.read_bytes() != written


def test_our_own_log_of_a_program_that_was_killed_is_ours(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    notebook.marks.add(MarkKind.NOTE, place(), "Ask about the scan")
    shutil.copytree(path.parent, path.parent.parent / "killed")
    notebook.close()
    left = path.parent.parent / "killed" / path.name

    assert companions(left)[0].stat().st_size > 0
    assert not has_foreign_log(left)
    again = opener(left)
    assert [mark.text for mark in again.marks.all()] == ["Ask about the scan"]
    again.close()


@pytest.mark.parametrize(
    "log",
    [b"", b"short", b"\0" * 5000, b"\x37\x7f\x06\x82" + b"\0" * 27, b"\x37\x7f\x06\x83" * 2000],
    ids=["empty", "too short", "zeroes", "half a header", "rubbish"],
)
def test_a_log_that_says_nothing_is_left_to_sqlite(path: Path, written: bytes, log: bytes) -> None:
    companions(path)[0].write_bytes(log)

    assert not has_foreign_log(path)


def test_a_first_page_that_was_half_written_says_nothing(path: Path, written: bytes) -> None:
    leave_log(path, owner=0)
    log = companions(path)[0]
    data = bytearray(log.read_bytes())
    at = 0
    while (at := data.find(b"SQLite format 3\0", at)) >= 0:
        data[at : at + 512] = bytes(512)
    log.write_bytes(data)

    assert not has_foreign_log(path)


PAGE = 512
SALTS = b"saltsalt"
FOREIGN = 0x0FFFFFFF


def first_page(owner: int) -> bytes:
    """A first page as SQLite writes it, but for what nobody asks here."""
    return b"SQLite format 3\0".ljust(68, b"\0") + owner.to_bytes(4, "big") + bytes(PAGE - 72)


def log_of(*frames: tuple[int, bytes], salts: bytes = SALTS) -> bytes:
    """A log of these pages, each with its number."""
    head = struct.pack(">4sIII8s8s", b"\x37\x7f\x06\x82", 3007000, PAGE, 0, SALTS, b"checksum")
    return head + b"".join(
        struct.pack(">II8s8s", number, 0, salts, b"checksum") + page for number, page in frames
    )


@pytest.mark.parametrize(
    ("frames", "is_foreign"),
    [
        ([(1, first_page(APPLICATION_ID))], False),
        ([(1, first_page(FOREIGN))], True),
        ([(2, bytes(PAGE)), (1, first_page(FOREIGN))], True),
        ([(2, bytes(PAGE)), (3, bytes(PAGE)), (1, first_page(FOREIGN))], True),
        ([(2, bytes(PAGE)), (1, first_page(APPLICATION_ID))], False),
        ([(1, first_page(APPLICATION_ID)), (1, first_page(FOREIGN))], True),
        ([(2, first_page(FOREIGN))], False),
    ],
)
def test_every_first_page_in_the_log_is_asked_whose_it_is(
    path: Path, written: bytes, frames: list[tuple[int, bytes]], is_foreign: bool
) -> None:
    companions(path)[0].write_bytes(log_of(*frames))

    assert has_foreign_log(path) is is_foreign


def test_what_an_earlier_round_left_in_the_log_is_not_asked(path: Path, written: bytes) -> None:
    companions(path)[0].write_bytes(log_of((1, first_page(FOREIGN)), salts=b"pepper  "))

    assert not has_foreign_log(path)
