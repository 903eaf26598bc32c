"""The sign that a kiosk shows when no session can be built."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.ui.language import translate

LETTERS_PX = 40


def closed_sign() -> QLabel:
    """Big plain words in the system's own typeface, because ours may be what is missing."""
    words = translate("KioskClosed", "This screen is out of order.\nPlease tell a member of staff.")
    sign = QLabel(words)
    sign.setTextFormat(Qt.TextFormat.PlainText)
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sign.setWordWrap(True)
    font = sign.font()
    font.setPixelSize(LETTERS_PX)
    sign.setFont(font)
    return sign
