"""Words and numbers in the language of the window.

Words are marked for translation where they stand, so that ``make translations`` finds them:
``self.tr("…")`` in a ``QObject``, elsewhere ``translate("Context", "…")``, always with the words
themselves and never inside an f-string. A line ``#: …`` above is a note to whoever translates.
Numbers follow ``QLocale()``, which ``translations`` sets once at the start.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reader.said import SaidError

translate = QCoreApplication.translate


def error_words(error: Exception) -> str:
    """What ``error`` says to people; of a broken booklet, what it says to whoever edits it."""
    return error.said(translate) if isinstance(error, SaidError) else str(error)


def in_digits(value: int) -> str:
    """``value`` with the digits and separators of the language."""
    return QLocale().toString(value)


class Counts:
    """Words with ``%Ln`` in them, a number for which a language may have several forms.

    Not ``self.tr``: PySide asks each base class until the words change, and with a number in them
    they change at once. Not ``translate``: lupdate overlooks its number.
    """

    @staticmethod
    def tr(text: str, note: str, count: int) -> str:
        """``text`` with ``count`` in it; ``note`` tells apart what is the same in English."""
        return translate("Counts", text, note, count)


def one_or_many(count: int, *, one: str, many: str) -> str:
    """``one`` of something, or ``many``, which is from ``Counts.tr``."""
    return one if count == 1 else many
