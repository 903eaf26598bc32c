"""Days and times of day as people say them, in the zone of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.booklet.dates import MONTHS

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def moment_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """``"Friday 20 November 2026 at 14.05"``; ``None`` is the zone of this computer.

    A moment that a clock gone wrong has put where no zone reaches is told in its own.
    """
    try:
        local = moment.astimezone(zone)
    except (OverflowError, OSError, ValueError):
        local = moment
    told = QCoreApplication.translate("Moments", "{day} {number} {month} {year} at {hour}.{minute}")
    return told.format(
        day=DAYS[local.weekday()],
        number=local.day,
        month=MONTHS[local.month - 1],
        year=local.year,
        hour=local.hour,
        minute=f"{local.minute:02}",
    )
