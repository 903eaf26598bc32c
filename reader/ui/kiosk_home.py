"""Take it home without paper: the questions as codes, one at a time, for a phone to scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout

from reader.kiosk.home_codes import home_codes
from reader.override import override
from reader.ui.controls import Button, Rank, card, words
from reader.ui.flow import FlowLayout
from reader.ui.history import PageName, Stop
from reader.ui.language import in_digits
from reader.ui.page import ScrollPage
from reader.ui.qr_code import picture, side_px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.notebook.appointments import Appointments
    from reader.notebook.questions import Questions
    from reader.ui.look import Looks

LEAST_MODULE_PX = 4
LEAST_BESIDE_PX = 5
MOST_MODULE_PX = 9
"""Larger codes make people step back with their phone, and are read no better."""

WIDTH_SHARE = 0.85
GAPS_UNITS = 100
WORDS_UNITS = 300
ABOVE_UNITS = 30
"""What is left free over and under the code."""


class KioskHome(ScrollPage):
    """Says first who can read a code, and shows the codes only when they are asked for."""

    def __init__(self, looks: Looks, questions: Questions, appointments: Appointments) -> None:
        self._inside = QVBoxLayout()
        super().__init__(looks)
        self._questions = questions
        self._appointments = appointments
        self._codes: tuple[str, ...] = ()
        self._at = 0
        self._is_shown = False
        self.warning = words("", "on-warning")
        self._warning_card = card("warning")
        self._warning_card.setLayout(self._inside)
        self._inside.addWidget(self.warning)
        self.show_codes = Button(self.tr("Show my questions as codes"), looks, rank=Rank.PRIMARY)
        self.ask_first = Button(self.tr("Choose questions"), looks, rank=Rank.PRIMARY)
        self.place = words("", "heading")
        self.how = words(
            self.tr("Open the camera of your phone and hold it so that it sees the whole code.")
        )
        self.code = QLabel()
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = words("", "body")
        self.before = Button(self.tr("Code before"), looks, icon="back", repeats=True)
        self.after = Button(self.tr("Next code"), looks, icon="forward", repeats=True)
        self._steps = FlowLayout()
        for button in (self.before, self.after):
            self._steps.addWidget(button)
        self._fill()
        self._wire()

    def _fill(self) -> None:
        start = FlowLayout()
        for button in (self.show_codes, self.ask_first):
            start.addWidget(button)
        beside = QVBoxLayout()
        beside.addWidget(self.place)
        beside.addWidget(self.how)
        beside.addLayout(self._steps)
        beside.addWidget(self.text)
        beside.addStretch(1)
        self._shown = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._shown.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self._shown.addLayout(beside, 1)
        self.column.addWidget(words(self.title, "page-heading"))
        self.column.addWidget(self._warning_card)
        self.column.addLayout(start)
        self.column.addLayout(self._shown)
        self.column.addStretch(1)

    def _wire(self) -> None:
        self.show_codes.clicked.connect(self._open)
        self.ask_first.clicked.connect(lambda: self.went.emit(Stop(PageName.QUESTIONS)))
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.looks.changed.connect(self._show)

    @property
    @override
    def title(self) -> str:
        return self.tr("Take it home")

    @property
    @override
    def names_itself(self) -> bool:
        return True

    @override
    def stop(self) -> Stop:
        return Stop(PageName.TAKE_HOME)

    @override
    def arrive(self, stop: Stop) -> None:
        appointment = self._appointments.newest()
        line = ""
        if appointment is not None:
            line = ", ".join(part for part in (appointment.what, appointment.when) if part.strip())
        self._codes = home_codes([one.text for one in self._questions.all()], line)
        self._at, self._is_shown = 0, False
        self._show()
        self.scroller.verticalScrollBar().setValue(0)  # a button that hides moves the keyboard on

    @override
    def leave(self) -> bool:
        self._is_shown = False
        self._show()
        return super().leave()

    def _open(self) -> None:
        self._is_shown = True
        self._show()
        self.after.setFocus()
        self._bring_code()

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._codes) - 1)
        self._show()
        self._bring_code()

    def _bring_code(self) -> None:
        """The whole code is what a phone has to see, whatever stands above it."""
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.code, 0, 0))

    def _show(self) -> None:
        has_codes, count = bool(self._codes), len(self._codes)
        shown = self._is_shown and has_codes
        for widget in (self.place, self.how, self.code, self.text):
            widget.setVisible(shown)
        for button in (self.before, self.after):
            button.setVisible(shown and count > 1)
        self._warning_card.setVisible(not shown)
        self.show_codes.setVisible(has_codes and not shown)
        self.ask_first.setVisible(not has_codes)
        self.warning.setText(self._warning(has_codes=has_codes))
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < count - 1)
        self.code.clear()
        self.text.clear()
        if shown:
            self._draw(self._codes[self._at], count)

    def _draw(self, text: str, count: int) -> None:
        place = self.tr("Code {number} of {count}").format(
            number=in_digits(self._at + 1), count=in_digits(count)
        )
        self.place.setText(place)
        self.text.setText(text)
        self.code.setAccessibleName(place)
        module, is_beside = self._module(text)
        directions = QBoxLayout.Direction
        self._shown.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self.code.setPixmap(picture(text, module))

    def _module(self, text: str) -> tuple[int, bool]:
        """Pixels a module, for the whole code to be in view, and whether words stand beside it."""
        px, one = self.looks.look.px, side_px(text, 1)
        height = self.height() - px(ABOVE_UNITS)
        beside = int(min(self.width() - px(WORDS_UNITS + GAPS_UNITS), height) / one)
        if beside >= LEAST_BESIDE_PX:
            return min(beside, MOST_MODULE_PX), True
        alone = int(min(self.width() * WIDTH_SHARE, height) / one)
        return min(max(alone, LEAST_MODULE_PX), MOST_MODULE_PX), False

    def _warning(self, *, has_codes: bool) -> str:
        if not has_codes:
            return self.tr(
                "There is no question on your list yet. Choose some first, and take them home on "
                "your phone without paper."
            )
        return self.tr(
            "Your questions can be shown as codes for the camera of your phone. Anyone who scans "
            "or photographs this screen then has your questions too, so look who is near. The "
            "codes hold words alone, and nothing is sent anywhere."
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    @override
    def _make_room(self) -> None:
        super()._make_room()
        px = self.looks.look.px
        self._inside.setContentsMargins(px(22), px(18), px(22), px(18))
