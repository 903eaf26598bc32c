"""What stands beside a field whose words the notebook has taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.language import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

KEPT = "kept"
"""The property of a window that says how long words are kept, in place of “until you close”."""

LASTS = "lasts"
"""The property of a window that is false when its notebook is gone on closing it."""

SAVE_AFTER_MS = 500
"""What is typed is saved this long after the first key that is not safe yet."""

RETRY_AFTER_MS = 5000
"""Where saving failed, this long until the next try."""


def lasts(beside: QWidget) -> bool:
    """Whether what is saved in the window of ``beside`` outlives it."""
    return beside.window().property(LASTS) is not False


def saved_words(beside: QWidget) -> str:
    """Says no more than is true: a notebook in memory keeps nothing."""
    if lasts(beside):
        return translate("Saving", "Saved")
    told = beside.window().property(KEPT)
    return told or translate("Saving", "Kept until you close")
