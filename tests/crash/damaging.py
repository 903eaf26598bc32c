"""A notebook with two backups, damaged in every way that disks and people damage files."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path
from random import Random
from typing import assert_never

from reader.notebook import recovery
from reader.notebook.disk import companions
from reader.notebook.errors import NotebookError
from reader.notebook.kept_aside import damaged_copies
from reader.notebook.opening import Lost, Newer, Opened, Outcome, Refused, open_notebook
from tests.crash.workload import NAME, START, Desk, view, write

PAGE = 4096

Damage = Callable[[Path, Random], None]


class Kind(StrEnum):
    """What the reader is shown."""

    WHOLE = "opened, whole"
    TOLD = "opened, the damaged notes named"
    RECOVERED = "recovery offered, all of it there"
    REFUSED = "refused, and no recovery offered"
    SILENT = "opened, and something is missing in silence"
    NOT_KEPT = "the damaged file was not kept"
    WORSE = "recovery offered, and not all of it there"


BAD = (Kind.SILENT, Kind.REFUSED, Kind.NOT_KEPT, Kind.WORSE)


@dataclass(slots=True)
class Found:
    """What became of the damaged notebooks; an exception nobody foresaw is not caught."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)

    def line(self) -> str:
        total = sum(self.kinds.values())
        return f"{total} damaged notebooks: " + ", ".join(
            f"{number} {kind}" for kind, number in self.kinds.most_common()
        )


def flip_a_bit(path: Path, random: Random) -> None:
    """One bit anywhere in the file."""
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def flip_a_bit_in(page: int) -> Damage:
    """One bit in one page."""

    def flip(path: Path, random: Random) -> None:
        data = bytearray(path.read_bytes())
        data[page * PAGE + random.randrange(PAGE)] ^= 1 << random.randrange(8)
        path.write_bytes(data)

    return flip


def truncate(path: Path, random: Random) -> None:
    """Cut off anywhere, also at a page and to nothing."""
    size = path.stat().st_size
    cut = random.choice([random.randrange(size), random.randrange(size // PAGE) * PAGE, 0])
    with path.open("r+b") as file:
        file.truncate(cut)


def zero(path: Path, random: Random) -> None:
    """Zeroes over a few pages: what a power cut leaves on some disks."""
    with path.open("r+b") as file:
        file.seek(random.randrange(path.stat().st_size // PAGE) * PAGE)
        file.write(bytes(PAGE * random.randint(1, 3)))


def rubbish(path: Path, random: Random) -> None:
    """Random bytes over a page."""
    with path.open("r+b") as file:
        file.seek(random.randrange(path.stat().st_size // PAGE) * PAGE)
        file.write(random.randbytes(PAGE))


def foreign(path: Path, random: Random) -> None:
    """Another file altogether."""
    kinds = (b"%PDF-1.7\n", b"PK\x03\x04", b"not a notebook\n", random.randbytes(5000))
    path.write_bytes(random.choice(kinds))


def stale_log(path: Path, random: Random) -> None:
    """The write-ahead log of another notebook beside it."""
    other = path.with_name("other.db")
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("CREATE TABLE notes (text TEXT)")
        connection.execute("INSERT INTO notes VALUES (?)", ("x" * random.randint(1, 9000),))
        shutil.copyfile(companions(other)[0], companions(path)[0])
    for file in (other, *companions(other)):
        file.unlink(missing_ok=True)


def missing(path: Path, random: Random) -> None:
    """The file is gone."""
    path.unlink()


WAYS: tuple[Damage, ...] = (flip_a_bit, truncate, zero, rubbish, foreign, stale_log, missing)


def damages(pages: int, random: Random) -> Iterator[Damage]:
    """A bit in every page, then all the ways in turn, without an end."""
    for page in range(pages):
        yield flip_a_bit_in(page)
    while True:
        yield random.choice(WAYS)


def damage_all(folder: Path, cases: int, seed: int) -> Found:
    """Damage a notebook in ``cases`` ways, each time a whole one, and open what is left."""
    good, expected = _whole(folder / "whole")
    random = Random(seed)
    found = Found()
    pages = good.stat().st_size // PAGE
    for number, damage in zip(range(cases), damages(pages, random), strict=False):
        home = folder / "case"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(good.parent, home)
        damage(home / NAME, random)
        kind, why = _open(home / NAME, expected)
        found.kinds[kind] += 1
        if kind in BAD:
            found.bad.append(f"case {number}, {getattr(damage, '__name__', damage)}: {why}")
    return found


def _whole(folder: Path) -> tuple[Path, dict[str, object]]:
    """A notebook as somebody left it, closed, and backed up just before."""
    desk = Desk(folder)
    for _step in write(desk):
        assert desk.notebook is not None
    desk.notebook.backups.make()
    expected = view(desk.notebook)
    desk.close()
    return desk.path, expected


def _open(path: Path, expected: dict[str, object]) -> tuple[Kind, str]:
    before = path.read_bytes() if path.exists() else b""
    ids = count(1000)
    outcome: Outcome = open_notebook(path, now=lambda: START, new_id=lambda: f"id-{next(ids)}")
    match outcome:
        case Opened(notebook):
            try:
                return _judge_opened(view(notebook), expected)
            except (NotebookError, LookupError) as error:
                return Kind.SILENT, f"opens, then {error!r}"
            finally:
                notebook.close()
        case Lost():
            return _recover(outcome, before, expected)
        case Refused(error):
            return Kind.REFUSED, type(error).__name__
        case Newer():
            return Kind.REFUSED, "newer"
        case _:
            assert_never(outcome)


def _judge_opened(found: dict[str, object], expected: dict[str, object]) -> tuple[Kind, str]:
    if found == expected:
        return Kind.WHOLE, ""
    if found["damaged"]:
        return Kind.TOLD, ""
    differing = [name for name in expected if found[name] != expected[name]]
    return Kind.SILENT, "; ".join(f"{name}: {found[name]}" for name in differing)


def _recover(lost: Lost, before: bytes, expected: dict[str, object]) -> tuple[Kind, str]:
    newest = recovery.newest_good(lost.backups)
    if newest is None:
        return Kind.WORSE, "no good backup"
    ids = count(2000)
    notebook = recovery.restore(
        lost.path, newest[0], now=lambda: START, new_id=lambda: f"id-{next(ids)}"
    )
    try:
        found = view(notebook)
    finally:
        notebook.close()
    if found != expected:
        return Kind.WORSE, f"{found}"
    kept = [file.read_bytes() for file in damaged_copies(lost.path)]
    if before and before not in kept:
        return Kind.NOT_KEPT, str(sorted(f.name for f in lost.path.parent.iterdir()))
    return Kind.RECOVERED, ""
