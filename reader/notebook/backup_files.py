"""The files of the backups: their names, which of them are ours, and which have had their time.

The number in a name says which is newer; the time in it is what the clock said, right or wrong.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from pathlib import Path

LATEST, DAILY, WEEKLY = 5, 7, 4
"""How many are kept: the latest ones, the last one of each day, the last one of each week."""

UNFINISHED = ".backup-"
"""What the name of a file begins with that is still being written."""

_NAME = re.compile(r"notebook-(\d{6,})-(\d{8}T\d{6})Z(-damaged)?\.sqlite", re.ASCII)
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup, good when it was made; ``made`` is what the clock said then, in UTC.

    ``has_damage`` is whether the notebook had damaged rows then.
    """

    number: int
    made: datetime
    path: Path
    has_damage: bool = False


def backup_folder(notebook: Path) -> Path:
    """Where the backups of the notebook at ``notebook`` are."""
    return notebook.with_name("backups")


def listed(folder: Path) -> tuple[BackupFile, ...]:
    """The backups in ``folder``, the newest first; nothing that is not ours."""
    found: list[BackupFile] = []
    with suppress(OSError):
        if folder.is_symlink():
            return ()
        for path in folder.iterdir():
            named = _read(path)
            if named is not None and path.is_file() and not path.is_symlink():
                found.append(named)
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def next_file(folder: Path, made: datetime, *, has_damage: bool) -> BackupFile:
    """What the next backup is to be called; ``made`` is now."""
    number = max((one.number for one in listed(folder)), default=0) + 1
    made = made.astimezone(UTC).replace(microsecond=0)
    ending = "-damaged" if has_damage else ""
    # isoformat, as strftime writes the year 970 with three digits
    time = made.isoformat().replace("-", "").replace(":", "").removesuffix("+0000")
    path = folder / f"notebook-{number:06}-{time}Z{ending}.sqlite"
    return BackupFile(number, made, path, has_damage)


def outlived(files: Sequence[BackupFile]) -> tuple[BackupFile, ...]:
    """Those of ``files``, the newest first, that are not to be kept any longer.

    The newest without damage is always kept, whatever came after it.
    """
    kept = {
        *files[:LATEST],
        *_first_of_each(files, DAILY, lambda one: one.made.date()),
        *_first_of_each(files, WEEKLY, lambda one: one.made.isocalendar()[:2]),
        *[one for one in files if not one.has_damage][:1],
    }
    return tuple(one for one in files if one not in kept)


def _first_of_each(
    files: Iterable[BackupFile], most: int, period: Callable[[BackupFile], Hashable]
) -> tuple[BackupFile, ...]:
    """The newest of each of the ``most`` newest periods, in the order of making."""
    found: dict[Hashable, BackupFile] = {}
    for one in files:
        found.setdefault(period(one), one)
    return tuple(found.values())[:most]


def _read(path: Path) -> BackupFile | None:
    matched = _NAME.fullmatch(path.name)
    if matched is None:
        return None
    number, time, damaged = matched.groups()
    with suppress(ValueError):
        made = datetime.strptime(time, _TIME).replace(tzinfo=UTC)
        return BackupFile(int(number), made, path, damaged is not None)
    return None
