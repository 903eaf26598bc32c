"""Keeps what stands in a field soon after the last key, and says so beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from reader.override import override
from reader.ui.saving_words import RETRY_AFTER_MS, SAVE_AFTER_MS, saved_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.ui.announcing import StatusLine


class Autosave(QObject):
    """Saves ``SAVE_AFTER_MS`` after a change, when a watched field is left, and when told.

    ``read`` says what stands in the fields; ``save`` keeps it and says whether it is safe;
    ``saved`` has other words than "Saved" for then.
    """

    def __init__(
        self,
        read: Callable[[], object],
        save: Callable[[], bool],
        status: StatusLine,
        parent: QObject,
        *,
        saved: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._save = save
        self._status = status
        self._says_saved = saved or (lambda: saved_words(status))
        self._saved = read()
        self._has_saved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)

    @property
    def is_unsaved(self) -> bool:
        """Whether the fields say something else than what is safe."""
        return self._read() != self._saved

    def watch(self, field: QWidget) -> None:
        """Save when the keyboard leaves ``field``."""
        field.installEventFilter(self)

    def rest(self, *, says_saved: bool = False) -> None:
        """Take what stands in the fields as saved already; ``says_saved`` says so beside them."""
        self._timer.stop()
        self._timer.setInterval(SAVE_AFTER_MS)
        self._saved = self._read()
        self._has_saved = says_saved
        self._status.clear()
        if says_saved:
            self._status.show_quietly(self._says_saved())

    def touch(self) -> None:
        """Something was typed; a timer that runs goes on, so that typing on puts nothing off."""
        if not self.is_unsaved:  # it says again what is safe already
            self._timer.stop()
            self._status.setText(self._says_saved() if self._has_saved else "")
        else:
            if self._timer.interval() == SAVE_AFTER_MS:
                self._status.show_quietly(self.tr("Saving"))
            if not self._timer.isActive():
                self._timer.start()

    def save_now(self) -> bool:
        """Save what is unsaved; the words stay in the field whatever happens."""
        self._timer.stop()
        value = self._read()
        if value == self._saved:
            return True
        is_safe = self._save()
        if is_safe:
            self._saved = value
            self._has_saved = True
        self._timer.setInterval(SAVE_AFTER_MS if is_safe else RETRY_AFTER_MS)
        if is_safe:
            self._status.setText(self._says_saved())
        else:
            self._status.alarm(self.tr("Not saved"))
        return is_safe

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.save_now()
        return False
