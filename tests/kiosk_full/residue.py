"""Looks for what somebody typed: in the memory of every process, in files and in their names.

Only for root, who may read the memory of a process that lets nobody else do so.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.system.kiosk_stack import NOBODY, children_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHUNK = 1 << 24
LARGEST_FILE = 1 << 26
PLACES = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
SKIPPED = ("[vvar]", "[vsyscall]", "[vvar_vclock]")


def patterns(text: str) -> tuple[bytes, ...]:
    """How ``text`` lies in memory; the wide ones fit both orders of bytes."""
    wide = "\0".join(text).encode()
    wider = "\0\0\0".join(text).encode()
    return text.encode(), wide, wider


@dataclass(frozen=True, slots=True)
class Find:
    """Where something was found, and in which of ``patterns``."""

    where: str
    width: int

    def __str__(self) -> str:
        return f"{self.where} ({(8, 16, 32)[self.width]} bits a letter)"


class Search:
    """For ``text``, in whatever ``root`` has started (this process) and what belongs to nobody."""

    def __init__(self, text: str, *, passed_over: Sequence[int]) -> None:
        assert os.geteuid() == 0, "only root may look into the memory of a session"
        self._patterns = patterns(text)
        self._passed_over = {os.getpid(), *passed_over}
        self.bytes_read = 0

    # ---- memory

    def processes(self) -> set[int]:
        """All that are searched: those that we have started, less those that did the typing."""
        started = children_of(os.getpid())
        return (started | _orphans_of(NOBODY)) - self._passed_over

    def in_memory(self) -> list[Find]:
        """Everything found in living processes."""
        return [found for pid in sorted(self.processes()) for found in self.in_process(pid)]

    def in_process(self, pid: int) -> list[Find]:
        """What is found in one; nothing if it is gone."""
        found = []
        try:
            name = Path(f"/proc/{pid}/comm").read_text().strip()
            with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:  # noqa: PTH123
                for begin, end, what in _regions(pid):
                    found += self._in_region(memory.fileno(), begin, end, f"{name} {pid} {what}")
        except (FileNotFoundError, ProcessLookupError):
            return []
        return found

    def _in_region(self, handle: int, begin: int, end: int, where: str) -> Iterator[Find]:
        overlap = max(map(len, self._patterns)) - 1
        at = begin
        while at < end:
            try:
                data = os.pread(handle, min(CHUNK, end - at), at)
            except OSError:  # a guard page, or a device
                return
            if not data:
                return
            self.bytes_read += len(data)
            yield from self._in_bytes(data, where)
            at += len(data) if at + len(data) >= end else max(1, len(data) - overlap)

    def _in_bytes(self, data: bytes, where: str) -> Iterator[Find]:
        # Without its zeros every width looks alike, and most of memory is zeros.
        if self._patterns[0] in data.translate(None, b"\0"):
            for width, pattern in enumerate(self._patterns):
                if pattern in data:
                    yield Find(where, width)

    # ---- files

    def in_files(self, folders: Sequence[Path]) -> list[Find]:
        """Everything found in these folders, and in what nobody's processes have left elsewhere."""
        found = []
        for path in self._files(folders):
            found += self._in_bytes(os.fsencode(path), f"name of {path}")
            try:
                if path.is_file() and path.stat().st_size <= LARGEST_FILE:
                    found += self._in_bytes(path.read_bytes(), str(path))
            except FileNotFoundError:
                continue
        return found

    def _files(self, folders: Sequence[Path]) -> Iterator[Path]:
        for folder in folders:
            yield from _walk(folder)
        for place in PLACES:
            for path in place.iterdir():
                try:
                    if path not in folders and path.lstat().st_uid == NOBODY:
                        yield from _walk(path)
                except FileNotFoundError:
                    continue


def _walk(folder: Path) -> Iterator[Path]:
    yield folder
    if folder.is_dir():
        for parent, inner, names in os.walk(folder):
            for name in (*inner, *names):
                yield Path(parent, name)


def _regions(pid: int) -> Iterator[tuple[int, int, str]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        fields = line.split(maxsplit=5)
        what = fields[5] if len(fields) > 5 else "anonymous"
        # What a program only reads of its files it has never written into.
        is_written = fields[1].startswith("rw") or not what.startswith("/")
        if "r" in fields[1] and is_written and what not in SKIPPED:
            begin, end = (int(part, 16) for part in fields[0].split("-"))
            yield begin, end, what


def _orphans_of(account: int) -> set[int]:
    found = set()
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                told = Path(path, "status").read_text()
            except (FileNotFoundError, ProcessLookupError):
                continue
            is_orphan = "\nPPid:\t1\n" in told and "\nState:\tZ" not in told
            if is_orphan and f"\nUid:\t{account}\t" in told:
                found.add(int(path.name))
    return found
