"""Days and times of day as people say them, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from reader.ui.language import translate

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from reader.booklet.dates import YearMonth


def day_words(day: date) -> str:
    """``"20 November 2026"``."""
    #: how a day is written: letters of QLocale.toString, other words between '…'
    pattern = translate("Days", "d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def month_words(month: YearMonth) -> str:
    """``"August 2024"``."""
    #: how a month is written: letters of QLocale.toString, other words between '…'
    pattern = translate("Days", "MMMM yyyy")
    return QLocale().toString(QDate(month.year, month.month, 1), pattern)


def moment_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """``"Friday 20 November 2026 at 14.05"``; ``None`` is the zone of this computer.

    A moment that a clock gone wrong has put where no zone reaches is told in its own.
    """
    try:
        local = moment.astimezone(zone)
    except (OverflowError, OSError, ValueError):
        local = moment
    #: how a day and time are written: letters of QLocale.toString, other words between '…'
    pattern = translate("Days", "dddd d MMMM yyyy 'at' H.mm")
    day = QDate(local.year, local.month, local.day)
    return QLocale().toString(QDateTime(day, QTime(local.hour, local.minute)), pattern)
