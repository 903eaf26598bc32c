"""What this computer says about colours, movement and the size of text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QStyle

from reader.ui.look import SIZES

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibilityHints, QStyleHints

USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
OTHER_POINTS = 11.0
"""The desktop's own letters when nobody has made them bigger."""


class SystemLook(QObject):
    """Reads the desktop's wishes, and tells when colours change while the window is open.

    Signals:
        changed: the computer turned dark or light, or high contrast on or off.
    """

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._hints: QStyleHints = app.styleHints()
        self._access: QAccessibilityHints = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.changed)
        self._access.contrastPreferenceChanged.connect(self.changed)

    def stop(self) -> None:
        """Tell nothing more: the window is closed."""
        self._hints.colorSchemeChanged.disconnect(self.changed)
        self._access.contrastPreferenceChanged.disconnect(self.changed)

    @property
    def is_dark(self) -> bool:
        """Whether the desktop is dark."""
        return self._hints.colorScheme() is Qt.ColorScheme.Dark

    @property
    def is_high_contrast(self) -> bool:
        """Whether the desktop asks for high contrast."""
        return self._access.contrastPreference() is Qt.ContrastPreference.HighContrast

    @property
    def wants_less_movement(self) -> bool:
        """Whether the desktop asks that nothing moves by itself."""
        return not self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animate)

    @property
    def size(self) -> float:
        """The step that fits the desktop's letters."""
        points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
        return size_for(points, USUAL_POINTS.get(sys.platform, OTHER_POINTS))


def size_for(points: float, usual: float) -> float:
    """The largest step that letters of ``points`` ask for where ``usual`` is the usual height.

    What is set in pixels has no points (-1) and asks for nothing.
    """
    fitting = [size for size in SIZES if points / usual >= size]
    return fitting[-1] if fitting else SIZES[0]
