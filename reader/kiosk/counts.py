"""How often the kiosk was used, by day: numbers, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.files import write_atomically
from reader.kiosk.messages import DayCounts
from reader.kiosk.mounts import read_mounts
from reader.kiosk.wire import WireError, from_data, to_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

MOST_DAYS = 400
"""Days that are kept; older ones are dropped."""

COLUMNS = ("day", "sessions", "prints", "helpful", "not helpful")
STICK_PLACES = ("/media/", "/run/media/", "/mnt/")
STICK_KINDS = frozenset({"vfat", "exfat", "ntfs", "ntfs3", "ext4", "ext3", "ext2"})

_log = logging.getLogger(__name__)


class Counts:
    """The counts kept in the file at ``path``; ``today`` is the clinic's own day.

    A file that cannot be understood is moved aside. One that cannot be written is told in the log
    once, and the numbers go on in memory: nothing about counting may disturb a session.
    """

    def __init__(self, path: Path, today: Callable[[], date]) -> None:
        self._path = path
        self._today = today
        self._days = {counted.day: counted for counted in self._kept()}
        self._is_told = False

    @property
    def days(self) -> tuple[DayCounts, ...]:
        """The days that have numbers, oldest first, the last ``MOST_DAYS`` of them."""
        return tuple(self._days[day] for day in sorted(self._days))[-MOST_DAYS:]

    def add(
        self, *, sessions: int = 0, prints: int = 0, helpful: int = 0, not_helpful: int = 0
    ) -> None:
        """Add to today's numbers."""
        today = self._today()
        so_far = self._days.get(today, DayCounts(today, 0, 0, 0, 0))
        self._days[today] = replace(
            so_far,
            sessions=so_far.sessions + sessions,
            prints=so_far.prints + prints,
            helpful=so_far.helpful + helpful,
            not_helpful=so_far.not_helpful + not_helpful,
        )
        self._save()

    def as_csv(self) -> str:
        """The days as a table for a spreadsheet."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for each in self.days:
            writer.writerow(
                (each.day.isoformat(), each.sessions, each.prints, each.helpful, each.not_helpful)
            )
        return text.getvalue()

    def _save(self) -> None:
        data = json.dumps([to_data(each) for each in self.days], indent=1)
        try:
            write_atomically(self._path, f"{data}\n".encode())
        except OSError as error:
            if not self._is_told:
                _log.warning("The counts cannot be saved (%s).", error.strerror)
            self._is_told = True
        else:
            self._is_told = False

    def _kept(self) -> tuple[DayCounts, ...]:
        try:
            return _understood(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        except OSError as error:
            _log.warning("The counts cannot be read (%s).", error.strerror)
            return ()
        except (ValueError, WireError):
            _log.warning("The counts are damaged; they are put aside and begun anew.")
            self._put_aside()
            return ()

    def _put_aside(self) -> None:
        try:
            self._path.replace(self._path.with_name(f"{self._path.stem}.damaged.json"))
        except OSError as error:
            _log.warning("The damaged counts cannot be moved (%s).", error.strerror)


def _understood(text: str) -> tuple[DayCounts, ...]:
    try:
        kept = json.loads(text)
    except RecursionError as error:
        raise WireError from error
    if not isinstance(kept, list):
        raise WireError
    return tuple(from_data(DayCounts, each) for each in kept)


def sticks(mountinfo: str) -> tuple[str, ...]:
    """Where a stick is mounted that can be written to, in alphabetical order."""
    found = {
        mount.place
        for mount in read_mounts(mountinfo)
        if mount.writable and mount.kind in STICK_KINDS and mount.place.startswith(STICK_PLACES)
    }
    return tuple(sorted(found))
