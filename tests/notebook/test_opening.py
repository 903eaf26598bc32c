"""Opening: what is made, what is refused, and that a refusal changes nothing."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.notebook import connecting, disk, schema
from reader.notebook.errors import (
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookInUseError,
    NotebookIsFolderError,
    NotebookLinkError,
    NotebookNewerError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    Trouble,
)
from reader.notebook.model import MarkKind
from reader.notebook.schema import APPLICATION_ID, USER_VERSION
from tests.notebook.children import run, start
from tests.notebook.making import Opener, alter, everything, look, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = 100
ENOUGH_NOTES = 30


@pytest.fixture
def full(opener: Opener, path: Path) -> Path:
    """The path of a closed notebook with a few notes."""
    notebook = opener(path)
    for number in range(ENOUGH_NOTES):
        notebook.marks.add(MarkKind.NOTE, place(f"p{number}"), f"note {number} " + "x" * 400)
    notebook.close()
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- what is made


def test_folders_and_file_are_made_for_their_owner_alone(opener: Opener, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir(mode=0o755)
    path = old / "one" / "two" / "notebook.db"

    opener(path).marks.add(MarkKind.BOOKMARK, place())

    assert mode(path) == 0o600
    assert mode(path.with_name("notebook.db-wal")) == 0o600
    assert (mode(path.parent), mode(path.parent.parent), mode(old)) == (0o700, 0o700, 0o755)


def test_a_file_that_others_may_read_is_closed_to_them(opener: Opener, full: Path) -> None:
    full.chmod(0o644)
    opener(full)
    assert mode(full) == 0o600


def test_a_file_with_nothing_in_it_becomes_a_notebook(opener: Opener, path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    opener(path).marks.add(MarkKind.BOOKMARK, place())
    assert mode(path) == 0o600


def test_one_file_is_left_when_it_is_closed(opener: Opener, full: Path) -> None:
    assert list(full.parent.iterdir()) == [full]
    assert look(full, "SELECT count(*) FROM marks") == [(ENOUGH_NOTES,)]
    assert look(full, "PRAGMA integrity_check") == [("ok",)]
    header = full.read_bytes()[:HEADER]
    assert header[68:72] == b"BKLT"


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "what?.db", "a#b.db", "naïve ‘x’.db", "file:x"]
)
def test_any_name_will_do(opener: Opener, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    opener(path).marks.add(MarkKind.BOOKMARK, place())
    assert path.exists()
    assert {one.name for one in tmp_path.iterdir()} == {name, f"{name}-wal", f"{name}-lock"}


def test_a_relative_name_is_one_of_the_folder_we_are_in(
    opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    notebook = opener(path.relative_to(tmp_path))
    assert notebook.path == path


def test_opening_again_finds_what_was_kept(opener: Opener, full: Path) -> None:
    assert len(opener(full).marks.all()) == ENOUGH_NOTES


def test_what_was_only_in_the_log_is_found(opener: Opener, full: Path) -> None:
    code = """
notebook = open_notebook(sys.argv[1])
notebook.marks.add(MarkKind.NOTE, place, "the last one")
os._exit(0)
"""
    run(code, full)
    assert (disk.size(disk.companions(full)[0]) or 0) > 0
    assert opener(full).marks.all()[-1].text == "the last one"


# --- what is refused


def folder_there(path: Path) -> None:
    path.mkdir(parents=True)


def pipe_there(path: Path) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(path)


def link_there(path: Path) -> None:
    path.parent.mkdir(parents=True)
    target = path.parent / "target.db"
    alter(target, "CREATE TABLE t (x)")
    path.symlink_to(target)


def dangling_link_there(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.symlink_to(path.parent / "nowhere")


def log_is_a_link(path: Path) -> None:
    dangling_link_there(path.with_name(path.name + "-wal"))


def journal_is_a_link(path: Path) -> None:
    dangling_link_there(path.with_name(path.name + "-journal"))


def parent_is_a_file(path: Path) -> None:
    path.parent.write_text("a file")


def text_there(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("Dear diary, " * 200)


def few_bytes_there(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"SQLite")


def zeros_there(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(8192))


def database(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.parent.mkdir(parents=True)
        alter(path, *statements)

    return make


def log_without_file(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.with_name(path.name + "-wal").write_bytes(b"what was written ahead")


def log_with_empty_file(path: Path) -> None:
    log_without_file(path)
    path.touch()


REFUSED = [
    (folder_there, NotebookIsFolderError),
    (pipe_there, NotebookForeignError),
    (link_there, NotebookLinkError),
    (dangling_link_there, NotebookLinkError),
    (log_is_a_link, NotebookLinkError),
    (journal_is_a_link, NotebookLinkError),
    (parent_is_a_file, NotebookUnavailableError),
    (text_there, NotebookDamagedError),
    (few_bytes_there, NotebookDamagedError),
    (zeros_there, NotebookDamagedError),
    (database("CREATE TABLE t (x)"), NotebookForeignError),
    (database("PRAGMA journal_mode=WAL", "CREATE TABLE t (x)"), NotebookForeignError),
    (database("PRAGMA application_id=7"), NotebookForeignError),
    (
        database(
            f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={USER_VERSION + 1}"
        ),
        NotebookNewerError,
    ),
    (
        database(f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=1"),
        NotebookDamagedError,
    ),
    (log_without_file, NotebookDamagedError),
    (log_with_empty_file, NotebookDamagedError),
]


@pytest.mark.parametrize(("prepare", "error"), REFUSED)
def test_a_refusal_is_named_and_changes_nothing(
    opener: Opener,
    path: Path,
    tmp_path: Path,
    prepare: Callable[[Path], None],
    error: type[NotebookError],
) -> None:
    prepare(path)
    before = everything(tmp_path)
    with pytest.raises(NotebookError) as found:
        opener(path)
    assert type(found.value) is error
    assert found.value.path == path
    assert everything(tmp_path) == before


def test_a_file_where_the_folder_should_be_is_said(opener: Opener, path: Path) -> None:
    parent_is_a_file(path)
    with pytest.raises(NotebookUnavailableError) as error:
        opener(path)
    assert error.value.reason is Trouble.MISPLACED


def test_a_newer_notebook_is_left_as_it_is(opener: Opener, full: Path) -> None:
    alter(full, f"PRAGMA user_version={USER_VERSION + 1}")
    before = everything(full.parent)
    with pytest.raises(NotebookNewerError) as error:
        opener(full)
    assert (error.value.version, error.value.known) == (USER_VERSION + 1, USER_VERSION)
    assert everything(full.parent) == before


def test_a_newer_notebook_that_nobody_closed_keeps_its_log(opener: Opener, full: Path) -> None:
    alter(full, f"PRAGMA user_version={USER_VERSION + 1}")
    code = """
import sqlite3
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode=EXCLUSIVE")
connection.execute("UPDATE marks SET text = 'newer'")
os._exit(0)
"""
    run(code, full)
    before = everything(full.parent)
    assert len(before) == 2
    with pytest.raises(NotebookNewerError):
        opener(full)
    assert everything(full.parent) == before


# --- damage


def test_damage_never_gives_anything_but_a_named_error(
    opener: Opener, full: Path, tmp_path: Path
) -> None:
    """300 files with a few bytes changed, cut short or zeroed; the seed says which."""
    whole = full.read_bytes()
    found = {"named": 0, "read": 0}
    for seed in range(300):
        path = tmp_path / f"damaged-{seed}.db"
        path.write_bytes(damaged(whole, random.Random(seed)))
        try:
            notebook = opener(path)
            marks = notebook.marks.all()
            notebook.questions.all()
            notebook.search("note", 5)
            notebook.close()
        except NotebookError:
            found["named"] += 1
        else:
            found["read"] += 1
            assert marks, f"seed {seed}: damage became an empty notebook"
        finally:
            for left in (path, *disk.companions(path)):
                left.unlink(missing_ok=True)
    assert found["named"] > 50
    assert found["read"] > 10


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """``whole`` after one of the accidents that disks have."""
    data = bytearray(whole)
    match chance.randrange(4):
        case 0:
            for _ in range(chance.randint(1, 30)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 1:
            del data[chance.randrange(1, len(data)) :]
        case 2:
            page = chance.randrange(len(data) // 4096)
            data[page * 4096 : (page + 1) * 4096] = bytes(4096)
        case _:
            start = chance.randrange(HEADER)
            data[start : start + 4] = chance.randbytes(4)
    return bytes(data)


def test_a_damaged_notebook_is_left_where_it_is(opener: Opener, full: Path) -> None:
    full.write_bytes(b"x" * 100 + full.read_bytes()[100:])
    before = everything(full.parent)
    with pytest.raises(NotebookDamagedError) as error:
        opener(full)
    assert error.value.detail
    assert everything(full.parent) == before


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'scribble'",
        "created = 'long ago'",
        "changed = '2026-11-20T09:30:00'",
        "text = CAST(x'ff' AS TEXT)",
        "quote = CAST(x'c328' AS TEXT)",
        "checksum = checksum + 1",
    ],
)
def test_a_row_of_nonsense_is_shown_and_said_to_be_damaged(
    opener: Opener, full: Path, change: str
) -> None:
    alter(full, f"UPDATE marks SET {change} WHERE id = 'id-7'")
    marks = opener(full).marks.all()
    assert len(marks) == ENOUGH_NOTES
    assert [mark.id for mark in marks if not mark.is_whole] == ["id-7"]


# --- two at once


def test_one_program_at_a_time(opener: Opener, path: Path) -> None:
    other = start("notebook = open_notebook(sys.argv[1]); print('open', flush=True); input()", path)
    assert other.stdin is not None
    assert other.stdout is not None
    with other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(NotebookInUseError) as error:
            opener(path)
        other.stdin.write("\n")
    assert error.value.path == path
    assert other.returncode == 0
    assert opener(path).marks.all() == ()


@pytest.mark.parametrize("is_written", [False, True])
def test_a_second_program_is_kept_out_by_us(opener: Opener, path: Path, is_written: bool) -> None:
    notebook = opener(path)
    if is_written:
        notebook.marks.add(MarkKind.BOOKMARK, place())
    code = """
for _ in range(3):
    try:
        open_notebook(sys.argv[1])
    except NotebookInUseError:
        print("in use")
"""
    assert run(code, path) == ["in use"] * 3
    assert notebook.marks.add(MarkKind.NOTE, place(), "still ours") in notebook.marks.all()


def test_opening_twice_in_one_program_neither_works_nor_lets_go(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    with pytest.raises(NotebookInUseError):
        opener(path)
    code = "try: open_notebook(sys.argv[1])\nexcept NotebookInUseError: print('in use')"
    assert run(code, path) == ["in use"]
    notebook.marks.add(MarkKind.BOOKMARK, place())


def test_who_comes_second_takes_nothing_away(opener: Opener, path: Path) -> None:
    opener(path)
    before = set(path.parent.iterdir())
    with pytest.raises(NotebookInUseError):
        opener(path)
    assert set(path.parent.iterdir()) == before


def test_a_file_that_comes_up_meanwhile_is_used(
    opener: Opener, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prepare_slowly(found: Path) -> bool:
        found.parent.mkdir()
        found.touch()
        return True

    monkeypatch.setattr(disk, "_check", prepare_slowly)
    opener(path).marks.add(MarkKind.BOOKMARK, place())
    assert path.exists()


# --- permissions and full disks, met by everybody, root too

TRY_TO_OPEN = """
target = Path(sys.argv[1])
print(os.access(target if target.exists() else target.parent, os.W_OK))
try:
    open_notebook(target)
except NotebookError as error:
    print(type(error).__name__)
"""


def test_a_file_that_may_only_be_read(full: Path) -> None:
    full.chmod(0o400)
    before = everything(full.parent)
    assert run(TRY_TO_OPEN, full, as_anybody=True) == ["False", "NotebookReadOnlyError"]
    assert everything(full.parent) == before
    assert mode(full) == 0o400


def test_a_file_that_may_not_even_be_read(full: Path) -> None:
    full.chmod(0)
    assert run(TRY_TO_OPEN, full, as_anybody=True) == ["False", "NotebookReadOnlyError"]


def test_a_folder_that_may_only_be_read(full: Path) -> None:
    full.parent.chmod(0o500)
    try:
        outcome = run(TRY_TO_OPEN, full, as_anybody=True)
        missing = run(TRY_TO_OPEN, full.with_name("other.db"), as_anybody=True)
    finally:
        full.parent.chmod(0o700)
    assert outcome == ["True", "NotebookReadOnlyError"]
    assert missing == ["False", "NotebookReadOnlyError"]
    assert list(full.parent.iterdir()) == [full]


def test_a_folder_that_may_not_be_made(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        outcome = run(TRY_TO_OPEN, tmp_path / "new" / "notebook.db", as_anybody=True)
    finally:
        tmp_path.chmod(0o700)
    assert outcome[-1] == "NotebookReadOnlyError"
    assert list(tmp_path.iterdir()) == []


def test_sqlite_finding_the_file_read_only_is_named_too(
    opener: Opener, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(path: Path, _query: str) -> sqlite3.Connection:
        address = f"{path.as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, isolation_level=None)

    monkeypatch.setattr(connecting, "_connect", read_only)
    before = everything(full.parent)
    with pytest.raises(NotebookReadOnlyError):
        opener(full)
    assert everything(full.parent) == before


def test_nothing_is_left_of_a_notebook_that_found_no_room(tmp_path: Path) -> None:
    code = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    open_notebook(sys.argv[1])
except NotebookUnavailableError as error:
    print(error.reason)
"""
    for room in (0, 100, 4096, 10_000):
        outcome = run(code, tmp_path / "one" / "two" / "notebook.db", room)
        assert (room, outcome) == (room, ["failing"])
        assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_when_the_folder_finds_no_room(
    opener: Opener, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "open", full_disk)
    with pytest.raises(NotebookUnavailableError) as error:
        opener(path)
    monkeypatch.undo()
    assert error.value.reason is Trouble.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_is_not_given_a_name(
    opener: Opener, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting.schema, "migrate", lambda connection: connection.execute("!"))
    with pytest.raises(sqlite3.OperationalError, match="unrecognized token"):
        opener(path)
    assert not path.parent.exists()


def test_a_log_too_many_does_not_make_a_whole_file_damaged(opener: Opener, full: Path) -> None:
    """A notebook killed in the middle of a checkpoint is whole only with its log."""
    code = """
notebook = open_notebook(sys.argv[1])
for number in range(40):
    notebook.marks.add(MarkKind.NOTE, place, "y" * 3000)
os._exit(0)
"""
    run(code, full)
    log = disk.companions(full)[0].read_bytes()
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    whole = full.read_bytes()
    full.write_bytes(whole[: len(whole) // 2])
    disk.companions(full)[0].write_bytes(log)

    assert len(opener(full).marks.all()) == ENOUGH_NOTES + 40


def test_a_start_that_came_second_leaves_the_file_it_made_to_the_first(
    opener: Opener, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = connecting.connect
    first: list[sqlite3.Connection] = []

    def overtaken(found: Path, step: connecting.Step | None) -> sqlite3.Connection:
        first.append(original(found))
        return original(found, step)

    monkeypatch.setattr(connecting, "connect", overtaken)
    with pytest.raises(NotebookInUseError):
        opener(path)
    assert path.exists()
    first[0].execute(
        "INSERT INTO appointments (id, what, at, created) VALUES ('a', 'kept', '', '')"
    )
    first[0].close()
    assert look(path, "SELECT what FROM appointments") == [("kept",)]


def test_an_older_notebook_is_brought_up_to_date_in_the_file_itself(
    opener: Opener, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that an older program sees at once that it must not touch it."""
    step = ("ALTER TABLE marks ADD COLUMN colour TEXT",)
    original = schema.migrate
    monkeypatch.setattr(
        schema, "migrate", lambda connection: original(connection, (*schema.MIGRATIONS, step))
    )
    notebook = opener(full)
    assert int.from_bytes(full.read_bytes()[60:64], "big") == USER_VERSION + 1
    assert len(notebook.marks.all()) == ENOUGH_NOTES
    notebook.close()
    monkeypatch.undo()
    with pytest.raises(NotebookNewerError):
        opener(full)
