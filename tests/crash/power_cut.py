"""What may be left on a disk when the power goes, worked out from the calls that were recorded.

A call that was not flushed may have reached the disk, or not, or in part, and in any order: the
model of "All File Systems Are Not Created Equal" (Pillai and others, OSDI 2014) in small.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.crash.recording import (
    Create,
    Flush,
    MakeFolder,
    Rename,
    Told,
    Truncate,
    Unlink,
    Write,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from tests.crash.recording import Call


class Style(StrEnum):
    """How the disk and its file system behave until something is flushed."""

    ORDERED = "ordered"
    """Names change in the order asked, and any flush settles those before it (a journal)."""
    ADVERSARIAL = "adversarial"
    """Any name may have changed or not until its folder is flushed; sectors of 512 bytes."""
    LYING = "lying"
    """Adversarial, and every other flush does nothing but say that it is done."""


_SECTOR = {Style.ORDERED: 4096, Style.ADVERSARIAL: 512, Style.LYING: 512}

Tree = dict[str, bytes | None]
"""What is in the folder: names and bytes; ``None`` for a folder."""


@dataclass(frozen=True, slots=True)
class CrashState:
    """One of the ways that the folder may look after a power cut."""

    tree: Mapping[str, bytes | None]
    told: int
    """How many times the program had told something by then."""

    calls: int
    """How many of its calls it had made."""


@dataclass(slots=True)
class _File:
    durable: bytes = b""
    pending: list[Write | Truncate] = field(default_factory=list)

    def settle(self) -> None:
        self.durable = _after(self.durable, self.pending)
        self.pending.clear()


@dataclass(frozen=True, slots=True)
class _Named:
    """A change to the names: ``file`` is now called ``name``, and what was ``was`` is not."""

    name: str = ""
    file: _File | None = None
    was: str = ""


class Disk:
    """A disk that is told call by call what the program asks of it, until the power goes."""

    def __init__(self, tree: Mapping[str, bytes | None], style: Style) -> None:
        self._style = style
        self._names: dict[str, _File | None] = {
            name: None if data is None else _File(data) for name, data in tree.items()
        }
        self._now = dict(self._names)
        self._changes: list[_Named] = []

    def do(self, call: Call, *, keeps_word: bool = True) -> None:
        """Carry ``call`` out; a flush that is not kept is said to be done and is not."""
        match call:
            case Create(name):
                self._change(_Named(name, _File()))
            case MakeFolder(name):
                self._change(_Named(name, None))
            case Write(name) | Truncate(name):
                file = self._now[name]
                assert file is not None, f"a folder is written to: {name}"
                file.pending.append(call)
            case Rename(name, to):
                self._change(_Named(to, self._now[name], was=name))
            case Unlink(name):
                self._change(_Named(was=name))
            case Flush(name) if keeps_word:
                self._flush(name)
            case Flush() | Told():
                return

    def after_a_cut(self, random: Random) -> Tree:
        """One of the trees that may be found when the power goes now."""
        names = dict(self._names)
        for change in self._reached(random):
            _rename(names, change)
        return {
            name: None if file is None else self._left(file, random)
            for name, file in sorted(names.items())
        }

    def _change(self, change: _Named) -> None:
        _rename(self._now, change)
        self._changes.append(change)

    def _flush(self, name: str) -> None:
        file = self._now.get(name)
        if file is not None:
            file.settle()
        if file is None or self._style is Style.ORDERED:
            for change in self._changes:
                _rename(self._names, change)
            self._changes.clear()

    def _reached(self, random: Random) -> list[_Named]:
        """The changes of names that reached the disk."""
        if self._style is Style.ORDERED:
            return self._changes[: random.randint(0, len(self._changes))]
        mood = random.random()  # all of them, none, and some are each worth a look
        return [change for change in self._changes if random.random() < _share(mood)]

    def _left(self, file: _File, random: Random) -> bytes:
        """The bytes of a file: each sector as it was after one of the calls that are pending."""
        if not file.pending:
            return file.durable
        stages = [file.durable]
        for edit in file.pending:
            stages.append(_after(stages[-1], (edit,)))
        share = _share(random.random())
        size = len(_pick(stages, share, random))
        sector = _SECTOR[self._style]
        left = bytearray(size)
        for start, end in pairwise([*range(0, size, sector), size]):
            piece = _pick(stages, share, random)[start:end]
            left[start : start + len(piece)] = piece
        return bytes(left)


def crash_states(
    calls: Sequence[Call],
    before: Mapping[str, bytes | None],
    style: Style,
    *,
    each: int,
    random: Random,
) -> Iterator[CrashState]:
    """``each`` ways that the folder may look after every call, beginning from ``before``."""
    disk = Disk(before, style)
    told = 0
    for number, call in enumerate(calls, 1):
        disk.do(call, keeps_word=style is not Style.LYING or random.random() < 0.5)
        told += isinstance(call, Told)
        for _ in range(each):
            yield CrashState(disk.after_a_cut(random), told, number)


def _share(mood: float) -> float:
    if mood < 0.25:
        return 1.0
    return 0.0 if mood < 0.5 else 0.5


def _pick(stages: Sequence[bytes], share: float, random: Random) -> bytes:
    """The newest stage with a likelihood of ``share``, else any of the older ones."""
    if share == 1.0 or random.random() < share:
        return stages[-1]
    return stages[0] if share == 0.0 else random.choice(stages)


def _after(data: bytes, edits: Sequence[Write | Truncate]) -> bytes:
    changed = bytearray(data)
    for edit in edits:
        match edit:
            case Truncate(_, size):
                del changed[size:]
                changed.extend(bytes(size - len(changed)))
            case Write(_, at, piece):
                changed.extend(bytes(max(0, at - len(changed))))
                changed[at : at + len(piece)] = piece
    return bytes(changed)


def _rename(names: dict[str, _File | None], change: _Named) -> None:
    if change.was:
        names.pop(change.was, None)
    if change.name:
        names[change.name] = change.file
