"""Take my notes with me: to another computer, into files, back from a copy, or away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from reader.notebook.carrying import Carried
from reader.notebook.errors import NotebookError
from reader.override import override
from reader.ui.background import Latest
from reader.ui.carry_desk import CarryDesk, Failed, Found, NothingFound, Written
from reader.ui.carry_parts import ArrivingPart, FilesPart, MovingPart
from reader.ui.carry_words import came_in, copied, files_to_come_in, kind_of
from reader.ui.copies_part import CopiesPart
from reader.ui.erase_part import ErasePart
from reader.ui.history import PageName, Stop
from reader.ui.language import in_digits
from reader.ui.page import ScrollPage
from reader.ui.recovery_words import counted
from reader.ui.save_dialog import ask_file, ask_folder, ask_where

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

    from reader.notebook.carrying import Progress
    from reader.notebook.exchange.forms import Form
    from reader.paper.options import SheetOptions
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.paper_desk import PaperDesk
    from reader.ui.part import Part
    from reader.ui.sticks import Stick


class CarryPage(ScrollPage):
    """One thing goes on at a time, off the window's thread; meanwhile the buttons wait.

    Signals:
        undoable(str, object): notes came in; the words, and what takes them out again.
        erased: all that was written is gone, and nothing of it may be shown any more.
    """

    undoable = Signal(str, object)
    erased = Signal()
    _progressed = Signal(int)

    def __init__(
        self,
        looks: Looks,
        desk: CarryDesk,
        keeper: Keeper,
        *,
        sticks: Callable[[], tuple[Stick, ...]],
        paper: Callable[[], tuple[PaperDesk, SheetOptions]],
        executor: Executor,
    ) -> None:
        super().__init__(looks)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._desk = desk
        self._keeper = keeper
        self._sticks = sticks
        self._paper = paper
        self._work = Latest(executor)
        self._part: Part | None = None
        self._percent = -1
        self.moving = MovingPart(looks)
        self.arriving = ArrivingPart(looks)
        self.files = FilesPart(looks)
        self.copies = CopiesPart(looks, desk)
        self.erase = ErasePart(looks)
        for part in (self.moving, self.arriving, self.files, self.copies, self.erase):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.erase.count = self._count
        self._wire()

    def _wire(self) -> None:
        self.moving.copy_requested.connect(self._copy_to)
        self.moving.elsewhere_requested.connect(self._ask_folder)
        self.arriving.find_requested.connect(self._find)
        self.arriving.file_requested.connect(self._ask_file)
        self.files.pdf_requested.connect(self._save_pdf)
        self.files.form_requested.connect(self._save)
        self.copies.use_requested.connect(self._use_copy)
        self.erase.erase_requested.connect(self._erase)
        self._work.answered.connect(self._take)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    # ---- the page

    @property
    @override
    def title(self) -> str:
        return self.tr("Take my notes with me")

    @override
    def stop(self) -> Stop:
        return Stop(PageName.CARRY)

    @override
    def arrive(self, stop: Stop) -> None:
        self.erase.rest()
        for part in (self.moving, self.arriving, self.files, self.copies, self.erase):
            if part is not self._part:
                part.tell("")
        self.copies.refresh()
        self.moving.offer(self._sticks())

    # ---- out

    def _ask_folder(self) -> None:
        if self.is_busy:
            return
        folder = ask_folder(self, self.tr("Save all my notes here"))
        if folder is not None:
            self._copy_to(folder)

    def _copy_to(self, folder: Path) -> None:
        if self.is_busy:
            return
        self._percent = -1
        self._start(self.moving, self._desk.copying(folder, self._progress()))

    def _progress(self) -> Progress:
        """What the work tells how far it is, in its own thread."""

        def tell(done: int, total: int) -> None:
            self._progressed.emit(100 * done // max(total, 1))

        return tell

    def _show_progress(self, percent: int) -> None:
        if self._part is self.moving and percent > self._percent:
            self._percent = percent
            told = self.tr("Saving: {percent} % is written. Leave the stick in.")
            if percent == 100:
                told = self.tr("Written. Reading it again, to be sure that it is whole.")
            self.moving.go_on(told.format(percent=in_digits(percent)))

    def _save(self, form: Form) -> None:
        if self.is_busy:
            return
        name = self.tr("My notes and questions") + form.ending
        path = ask_where(self, name, kind_of(form))
        if path is not None:
            self._start(self.files, self._desk.writing(path, form))

    def _save_pdf(self) -> None:
        if self.is_busy:
            return
        if not self._desk.has_marks:
            self.files.tell(
                self.tr(
                    "There is no bookmark, highlight or note yet, so there is nothing to save as "
                    "PDF. Your questions are on the sheet that Print makes."
                )
            )
            return
        path = ask_where(self, self.tr("My notes") + ".pdf")
        if path is not None:
            self._start(self.files, self._desk.typesetting(path, *self._paper()))

    # ---- in

    def _find(self) -> None:
        if self.is_busy:
            return
        self._start(self.arriving, self._desk.finding([one.folder for one in self._sticks()]))

    def _ask_file(self) -> None:
        if self.is_busy:
            return
        path = ask_file(self, self.tr("Bring my notes in"), files_to_come_in())
        if path is not None:
            self._start(self.arriving, self._desk.reading(path))

    def _use_copy(self, path: Path) -> None:
        if not self.is_busy:
            self._start(self.copies, self._desk.reading(path))

    def _bring_in(self, part: Part, found: Found) -> None:
        came = self._keeper.make(lambda: self._desk.bring_in(found.writings))
        if came is None:
            part.tell("")  # the notice has told why
            return
        told = came_in(came.report)
        part.tell(told)
        if came.can_be_undone:
            self.undoable.emit(told, lambda: self._keeper.do(lambda: self._desk.take_out(came)))

    # ---- away

    def _count(self) -> str:
        try:
            return counted(self._desk.notebook.size().items)
        except NotebookError:
            return self.tr("everything")

    def _erase(self) -> None:
        if self.is_busy:
            return
        is_clean = self._keeper.make(self._desk.notebook.erasing.delete_everything)
        self.erase.rest()
        self.erase.first.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_clean is None:
            return
        self.erased.emit()
        self.copies.refresh()
        if is_clean:
            self.erase.tell(self.tr("Everything you wrote is deleted, and every copy of it here."))
        else:
            self.erase.tell(
                self.tr(
                    "Everything you wrote is deleted from the notebook. A copy of it could not be "
                    "deleted yet; that is tried again the next time you start."
                )
            )

    # ---- one thing at a time

    @property
    def is_busy(self) -> bool:
        """Whether something goes on."""
        return self._work.is_busy

    def _start(self, part: Part, work: Callable[[], object]) -> None:
        self._part = part
        part.go_on(self.tr("One moment …"))
        self._work.ask(work)

    def _take(self, outcome: object) -> None:
        part, self._part = self._part or self.moving, None
        match outcome:
            case Carried():
                part.tell(copied(outcome))
            case Written(path):
                part.tell(self.tr("Saved: {path}").format(path=path))
            case Found():
                self._bring_in(part, outcome)
            case NothingFound():
                part.tell(
                    self.tr("No copy was found on a stick. Put it in, or choose the file yourself.")
                )
            case Failed(words):
                part.tell(words)
        self.copies.refresh()
