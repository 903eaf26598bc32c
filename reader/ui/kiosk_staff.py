"""What staff can see and do at a kiosk: its health, its numbers, paper, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.kiosk.messages import StaffTask
from reader.ui.controls import Button, Rank, card, words
from reader.ui.flow import FlowLayout
from reader.ui.job_card import JobCard
from reader.ui.kiosk_numbers import KioskNumbers
from reader.ui.language import Counts
from reader.ui.scrolled import Scrolled

if TYPE_CHECKING:
    from reader.kiosk.messages import Show, StaffTaskDone
    from reader.ui.look import Looks

COPIES = (1, 5, 10)


class KioskStaff(QWidget):
    """Parts under each other, each a card.

    Signals:
        asked(StaffTask, str): the supervisor is to do it; where, for numbers on a stick.
        test_requested: print a test page.
        blanks_requested(int): print so many blank sheets.
        left: back to the start screen.
    """

    asked = Signal(object, str)
    test_requested = Signal()
    blanks_requested = Signal(int)
    left = Signal()

    def __init__(self, looks: Looks, *, prints: bool, most_pages: int = 0) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Staff"))
        self._boxes: list[QVBoxLayout] = []
        self._rows: list[FlowLayout] = []
        self.leave = Button(self.tr("Back to the start screen"), looks, rank=Rank.PRIMARY)
        self.leave.clicked.connect(self.left)
        self.told = words("", "strong")
        self.told.hide()
        self.numbers = KioskNumbers(looks)
        self.numbers.asked.connect(self.asked)
        self.card = JobCard(looks, saves=False) if prints else None
        self.override_button: Button | None = None
        self.scrolled = Scrolled(looks)
        self._column = self.scrolled.column
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scrolled)
        self._fill([count for count in COPIES if count <= most_pages])
        looks.changed.connect(self._make_room)
        self._make_room()

    def _fill(self, copies: list[int]) -> None:
        top = self._row(self._column)
        heading = words(self.tr("Staff"), "title")
        top.set_grower(heading)
        top.addWidget(heading)
        top.addWidget(self.leave)
        self._column.addWidget(self.told)
        self._health = self._box(self.tr("Is everything as it should be?"))
        self._lines = QVBoxLayout()
        self._health.addLayout(self._lines)
        if self.card is not None:
            self._fill_paper(self.card, copies)
        self._column.addWidget(self.numbers)
        self._fill_ends()
        self._column.addStretch(1)

    def _fill_paper(self, job: JobCard, copies: list[int]) -> None:
        box = self._box(self.tr("Paper"))
        row = self._row(box)
        test = Button(self.tr("Print a test page"), self._looks, icon="printer")
        test.clicked.connect(self.test_requested)
        row.addWidget(test)
        for count in copies:
            row.addWidget(self._blanks(count))
        box.addWidget(job)

    def _blanks(self, count: int) -> Button:
        one, many = self.tr("1 blank sheet"), Counts.tr("%Ln blank sheets", "", count)
        button = Button(one if count == 1 else many, self._looks)
        button.clicked.connect(lambda: self.blanks_requested.emit(count))
        return button

    def _fill_ends(self) -> None:
        box = self._box(self.tr("This kiosk"))
        row = self._row(box)
        for text, task in (
            (self.tr("Start it again"), StaffTask.RESTART),
            (self.tr("Close the kiosk"), StaffTask.EXIT),
        ):
            row.addWidget(self._task(text, task))

    def _task(self, text: str, task: StaffTask) -> Button:
        button = Button(text, self._looks)
        button.clicked.connect(lambda: self.asked.emit(task, ""))
        return button

    def show_health(self, show: Show) -> None:
        """List what the self-check found, what is amiss first."""
        found = sorted(show.health, key=lambda one: one.good)
        well, amiss = self.tr("Well: {words}"), self.tr("Not well: {words}")
        for problem in show.problems:
            told = self.tr("In the policy file: {problem}").format(problem=problem)
            self._lines.addWidget(words(told, "strong"))
        for one in found:
            told = (well if one.good else amiss).format(words=one.words)
            self._lines.addWidget(words(told, "body" if one.good else "strong"))
        if not show.health:
            self._lines.addWidget(words(self.tr("Nothing was checked."), "body"))
        if show.overridden:
            told = self.tr("Staff let people use it although something is not well.")
            self._lines.addWidget(words(told, "strong"))
        if not show.admits:
            text = self.tr("Let people use it all the same")
            self.override_button = self._task(text, StaffTask.OVERRIDE)
            row = self._row(self._health)
            row.addWidget(self.override_button)
            told = self.tr("It is written in the record that staff did so.")
            self._health.addWidget(words(told, "muted"))

    def tell(self, done: StaffTaskDone) -> None:
        """Say what came of a task."""
        if done.task is StaffTask.EXPORT:
            self.numbers.tell(done.words)
        else:
            self.show_trouble(done.words)

    def show_trouble(self, words: str) -> None:
        """Say at the top why something did not come about."""
        self.told.setText(words)
        self.told.show()

    # ---- room

    def _box(self, heading: str) -> QVBoxLayout:
        frame = card()
        box = QVBoxLayout(frame)
        box.addWidget(words(heading, "heading"))
        self._column.addWidget(frame)
        self._boxes.append(box)
        return box

    def _row(self, box: QVBoxLayout) -> FlowLayout:
        row = FlowLayout()
        box.addLayout(row)
        self._rows.append(row)
        return row

    def _make_room(self) -> None:
        px = self._looks.look.px
        for box in self._boxes:
            box.setContentsMargins(px(22), px(16), px(22), px(16))
            box.setSpacing(px(10))
        for row in self._rows:
            row.setSpacing(px(10))
