"""What can be shown under a picked passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Attachment(QWidget):
    """Takes the height its layout needs, and lets no press through to the text under it.

    Signals:
        finished: the reader is done here; the text wants the keyboard back.
    """

    finished = Signal()

    def finish(self) -> None:
        """Be done: subclasses save first."""
        self.finished.emit()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            return True
        return super().event(event)
