"""What is mounted where, as ``/proc/self/mountinfo`` says it (``man 5 proc``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

MEMORY_KINDS = frozenset({"tmpfs", "ramfs"})
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: ``place`` is where, ``kind`` such as ``ext4``."""

    place: str
    kind: str
    source: str
    writable: bool


def read_mounts(mountinfo: str) -> tuple[Mount, ...]:
    """The mounts in their order; lines that are no mounts are left out."""
    return tuple(_mounts(mountinfo))


def _mounts(mountinfo: str) -> Iterator[Mount]:
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        place, rest = before.split(" ")[4:6], after.split(" ")
        if dash and len(place) == 2 and len(rest) >= 3:
            options = {*place[1].split(","), *rest[2].split(",")}
            yield Mount(_unescaped(place[0]), rest[0], _unescaped(rest[1]), "ro" not in options)


def _unescaped(text: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)


def mount_of(folder: PurePath, mounts: tuple[Mount, ...]) -> Mount | None:
    """The mount that a full path without links in it is on: the deepest, the last of equals."""
    over = {str(folder), *map(str, folder.parents)}
    holding = [mount for mount in mounts if mount.place in over]
    longest = max((len(mount.place) for mount in holding), default=0)
    return next((each for each in reversed(holding) if len(each.place) == longest), None)
