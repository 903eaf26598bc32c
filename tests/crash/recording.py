"""What a program asked of the disk, read from the record that strace made of it."""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

CALLS = (
    "openat,close,write,writev,pwrite64,pwritev,fsync,fdatasync,sync_file_range,ftruncate,truncate,"
    "fallocate,lseek,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,"
    "symlink,symlinkat,dup,dup2,dup3,sendfile,copy_file_range"
)
"""All that can change what is on the disk, and what tells which file a number stands for."""

LONGEST = 16 * 1024 * 1024
"""Bytes of one call that are recorded; a call with more is an error."""

_LINE = re.compile(r"^\d+ +(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)(?P<rest>.*)$")
_STARTED = re.compile(r"^(?P<pid>\d+) +(?P<start>\w+\(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<end>.*)$")


@dataclass(frozen=True, slots=True)
class Create:
    """A file that was not there was opened for writing."""

    name: str


@dataclass(frozen=True, slots=True)
class Write:
    name: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Flush:
    """``fsync`` of a file, or of a folder when ``name`` is one."""

    name: str


@dataclass(frozen=True, slots=True)
class Rename:
    name: str
    to: str


@dataclass(frozen=True, slots=True)
class Unlink:
    name: str


@dataclass(frozen=True, slots=True)
class MakeFolder:
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """The program told the outside world something: what it says from here on is a promise."""

    words: str


Call = Create | Write | Truncate | Flush | Rename | Unlink | MakeFolder | Told


class RecordingError(Exception):
    """The program failed, or did something that this record cannot express."""


def record(
    command: Sequence[str], folder: Path, *, log: Path, environ: Mapping[str, str]
) -> tuple[Call, ...]:
    """Run ``command`` and give, in order, all that it changed in ``folder``.

    What it writes to its standard output becomes ``Told``. Needs strace; raises
    ``RecordingError`` when the program or the record failed.
    """
    files = [path for path in folder.rglob("*") if path.is_file()]
    sizes = {str(path.relative_to(folder)): path.stat().st_size for path in files}
    tracing = ["strace", "-f", "-qq", "-xx", "-s", str(LONGEST), "-e", f"trace={CALLS}"]
    done = subprocess.run(
        [*tracing, "-o", str(log), "--", *command],
        env=dict(environ),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        problem = f"{shlex.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}"
        raise RecordingError(problem)
    with log.open(encoding="ascii") as lines:
        return tuple(_Reading(folder, sizes).calls(_whole_lines(lines)))


def _whole_lines(lines: Iterator[str]) -> Iterator[str]:
    """The calls of several threads, each in one line, at the time when it ended."""
    started: dict[str, str] = {}
    for raw in lines:
        line = raw.rstrip("\n")
        if (start := _STARTED.match(line)) is not None:
            started[start["pid"]] = start["start"]
        elif (end := _RESUMED.match(line)) is not None:
            yield f"{end['pid']} {started.pop(end['pid'])}{end['end']}"
        else:
            yield line


class _Reading:
    """Follows the numbers of open files through the record."""

    def __init__(self, folder: Path, sizes: Mapping[str, int]) -> None:
        self._root = str(folder.resolve())
        self._names: dict[int, str] = {}
        self._offsets: dict[int, int] = {}
        self._appends: set[int] = set()
        self._sizes = dict(sizes)

    def calls(self, lines: Iterator[str]) -> Iterator[Call]:
        for line in lines:
            found = _LINE.match(line)
            if found is None or int(found["result"]) < 0:
                continue
            arguments = _arguments(found["arguments"])
            call = self._call(found["name"], arguments, int(found["result"]))
            if call is not None:
                yield call

    def _call(self, name: str, given: Sequence[str], result: int) -> Call | None:
        match name:
            case "openat":
                return self._open(given, result)
            case "close":
                self._names.pop(int(given[0]), None)
                return None
            case "write":
                return self._write(int(given[0]), _bytes(given[1])[:result])
            case "pwrite64":
                return self._write_at(int(given[0]), int(given[3]), _bytes(given[1])[:result])
            case "lseek":
                self._offsets[int(given[0])] = result
                return None
            case "ftruncate":
                return self._truncate(int(given[0]), int(given[1]))
            case "fsync" | "fdatasync":
                return self._on(int(given[0]), Flush)
            case _:
                return self._change_names(name, given)

    def _change_names(self, name: str, given: Sequence[str]) -> Call | None:
        match name:
            case "rename" | "renameat" | "renameat2":
                return self._rename(name, given)
            case "unlink" | "unlinkat" | "rmdir":
                return self._unlink(name, given)
            case "mkdir" | "mkdirat":
                path = self._local(_text(given[0 if name == "mkdir" else 1]))
                return MakeFolder(path) if path else None
            case _:
                return self._unknown(name, given)

    def _open(self, given: Sequence[str], number: int) -> Call | None:
        path = self._local(_text(given[1]))
        self._names.pop(number, None)
        if not path:
            return None
        flags = given[2].split("|")
        self._names[number] = path
        self._offsets[number] = 0
        self._appends.discard(number)
        if "O_APPEND" in flags:
            self._appends.add(number)
        is_written = {"O_RDWR", "O_WRONLY"} & set(flags)
        if "O_CREAT" in flags and path not in self._sizes:
            self._sizes[path] = 0
            return Create(path)
        if is_written and "O_TRUNC" in flags and self._sizes.get(path):
            self._sizes[path] = 0
            return Truncate(path, 0)
        return None

    def _write(self, number: int, data: bytes) -> Call | None:
        if number == 1 and number not in self._names:
            return Told(data.decode("utf-8"))
        if number not in self._names:
            return None
        name = self._names[number]
        at = self._sizes.get(name, 0) if number in self._appends else self._offsets[number]
        self._offsets[number] = at + len(data)
        return self._write_at(number, at, data)

    def _write_at(self, number: int, at: int, data: bytes) -> Call | None:
        if number not in self._names:
            return None
        name = self._names[number]
        self._sizes[name] = max(self._sizes.get(name, 0), at + len(data))
        return Write(name, at, data)

    def _truncate(self, number: int, size: int) -> Call | None:
        if number not in self._names:
            return None
        self._sizes[self._names[number]] = size
        return Truncate(self._names[number], size)

    def _on(self, number: int, make: type[Flush]) -> Call | None:
        return make(self._names[number]) if number in self._names else None

    def _rename(self, name: str, given: Sequence[str]) -> Call | None:
        places = (0, 1) if name == "rename" else (1, 3)
        before, after = (self._local(_text(given[place])) for place in places)
        if not (before or after):
            return None
        if not (before and after):
            problem = f"a move out of the folder or into it: {given}"
            raise RecordingError(problem)
        self._sizes[after] = self._sizes.pop(before, 0)
        for number, open_name in self._names.items():
            if open_name == before:
                self._names[number] = after
        return Rename(before, after)

    def _unlink(self, name: str, given: Sequence[str]) -> Call | None:
        path = self._local(_text(given[1 if name == "unlinkat" else 0]))
        if not path:
            return None
        self._sizes.pop(path, None)
        return Unlink(path)

    def _unknown(self, name: str, given: Sequence[str]) -> None:
        numbers = {int(word) for word in given if word.isdigit()}
        if self._names.keys() & numbers or any(self._root in _text(word) for word in given):
            problem = f"the record cannot express {name}({', '.join(given)[:200]})"
            raise RecordingError(problem)

    def _local(self, path: str) -> str:
        """``path`` as seen from the folder; empty when it lies elsewhere; "." for itself."""
        if path == self._root:
            return "."
        return path.removeprefix(f"{self._root}/") if path.startswith(f"{self._root}/") else ""


def _arguments(text: str) -> list[str]:
    """What stands between the commas; with ``-xx`` none is inside a string."""
    return [word.strip() for word in text.split(",")]


def _bytes(quoted: str) -> bytes:
    if quoted.endswith("..."):
        problem = "a call was longer than the record"
        raise RecordingError(problem)
    return bytes.fromhex(quoted.strip('"').replace("\\x", ""))


def _text(quoted: str) -> str:
    return _bytes(quoted).decode("utf-8", "replace") if quoted.startswith('"') else ""
