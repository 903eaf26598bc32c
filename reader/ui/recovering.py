"""Does what is chosen on the recovery screen; a failure becomes a sentence there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.notebook import recovery
from reader.notebook.errors import NotebookError
from reader.notebook.exchange.writings import writings_of
from reader.ui.copy_card import CopyCard, lines_of
from reader.ui.language import error_words
from reader.ui.recovery_screen import RecoveryScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.notebook import Notebook
    from reader.notebook.opening import Lost
    from reader.ui.look import Looks

_log = logging.getLogger(__name__)


class Recovering(QObject):
    """``screen`` and what its buttons do to the notebook that was ``lost``.

    Signals:
        recovered(Notebook): one is open again.
        left: the reader wants to decide later.
    """

    recovered = Signal(object)
    left = Signal()

    def __init__(
        self,
        looks: Looks,
        lost: Lost,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._lost = lost
        self._now, self._new_id = now, new_id
        _log.warning("The notebook was lost (%s). %s", lost.loss, lost.detail)
        self.screen = RecoveryScreen(looks, lost, recovery.newest_good(lost.backups))
        self.screen.restore_requested.connect(self._restore)
        self.screen.look_requested.connect(self._look)
        self.screen.keep_requested.connect(self._keep)
        self.screen.afresh_requested.connect(self._start_afresh)
        self.screen.leave_requested.connect(self.left)

    def _restore(self, backup: BackupFile) -> None:
        self._open(
            lambda: recovery.restore(self._lost.path, backup, now=self._now, new_id=self._new_id)
        )

    def _keep(self) -> None:
        self._open(
            lambda: recovery.keep_as_it_is(self._lost.path, now=self._now, new_id=self._new_id)
        )

    def _start_afresh(self) -> None:
        self._open(
            lambda: recovery.start_afresh(self._lost.path, now=self._now, new_id=self._new_id)
        )

    def _open(self, make: Callable[[], Notebook]) -> None:
        try:
            notebook = make()
        except NotebookError as error:
            self.screen.tell(error_words(error))
        else:
            self.recovered.emit(notebook)

    def _look(self, card: CopyCard) -> None:
        look_inside(card, now=self._now, new_id=self._new_id)


def look_inside(card: CopyCard, *, now: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Show in ``card`` what is in its copy, or that it cannot be read."""
    try:
        notebook = recovery.look(card.backup.path, now=now, new_id=new_id)
        try:
            writings = writings_of(notebook)
        finally:
            notebook.close()
    except NotebookError:
        card.show_damage()
    else:
        card.show_lines(len(writings.marks) + len(writings.questions), lines_of(writings))
