"""What the list of questions is for, and when: one line, changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.override import override
from reader.paper.nhs_number import has_nhs_number
from reader.ui.announcing import StatusLine, say
from reader.ui.autosave import Autosave
from reader.ui.controls import Button, Rank, words
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from reader.ui.look import Looks


class OneLine(QLabel):
    """Muted words on one line where there is room for that; Qt's own hint wraps them sooner."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, super().sizeHint().height())


class AppointmentLine(QWidget):
    """The line with Change, or two fields; ``save`` keeps both and says whether they are safe.

    Signals:
        opened_or_closed: other controls than before can be reached.
    """

    opened_or_closed = Signal()

    def __init__(self, looks: Looks, save: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._looks = looks
        self.line = OneLine()
        self.change = Button("", looks, rank=Rank.QUIET)
        self.change.setObjectName("change-appointment")
        self.what, what_label = self._field(self.tr("What is it for?"), self.tr("Second opinion"))
        self.when, when_label = self._field(
            self.tr("When is it?"), self.tr("Thursday 3 December, 2.30pm")
        )
        self.done = Button(self.tr("Done"), looks, icon="check")
        self.done.setObjectName("appointment-done")
        self.status = StatusLine()
        self.private = words(
            self.tr(
                "That looks like an NHS number. It would be printed on your sheet, and nobody "
                "needs it there."
            ),
            "muted",
        )
        self._show_row = FlowLayout()
        self._show_row.addWidget(self.line)
        self._show_row.addWidget(self.change)
        self._foot = FlowLayout(grower=self.status)
        self._foot.addWidget(self.done)
        self._foot.addWidget(self.status)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._show_row)
        for widget in (what_label, self.what, when_label, self.when, self.private):
            self._column.addWidget(widget)
        self._column.addLayout(self._foot)
        self._editors = (what_label, self.what, when_label, self.when, self.done, self.status)
        self._autosave = Autosave(self.values, lambda: save(*self.values()), self.status, self)
        self._wire()
        self.show_appointment("", "")
        self._set_open(is_open=False)

    def _field(self, question: str, example: str) -> tuple[QLineEdit, QLabel]:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("For example: {example}").format(example=example))
        field.setAccessibleName(question)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        label = words(question, "strong")
        label.setBuddy(field)
        return field, label

    def _wire(self) -> None:
        self.what.setObjectName("appointment-what")
        self.when.setObjectName("appointment-when")
        for field in (self.what, self.when):
            field.textEdited.connect(self._autosave.touch)
            field.textChanged.connect(self._warn)
            self._autosave.watch(field)
        self.what.returnPressed.connect(self.when.setFocus)
        self.when.returnPressed.connect(self.close_fields)
        self.change.clicked.connect(self.open_fields)
        self.done.clicked.connect(self.close_fields)
        self._looks.changed.connect(self._make_room)
        self._make_room()

    @property
    def is_open(self) -> bool:
        """Whether the two fields are shown."""
        return not self.what.isHidden()

    def values(self) -> tuple[str, str]:
        """What stands in the fields."""
        return self.what.text().strip(), self.when.text().strip()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        return [self.change, self.what, self.when, self.done]

    def show_appointment(self, what: str, when: str) -> None:
        """Show what is kept; fields that are being filled in stay as they are."""
        text = " · ".join(part for part in (what, when) if part)
        if text:
            self.line.setText(text)
            self.change.set_words(self.tr("Change"), self.tr("Change the appointment"))
        else:
            self.line.setText(self.tr("When is your appointment? (you can leave this out)"))
            self.change.set_words(self.tr("Add"), self.tr("Add the appointment"))
        if not self.is_open:
            self.what.setText(what)
            self.when.setText(when)
            self._autosave.rest()

    def open_fields(self) -> None:
        """Show the fields in place of the line."""
        self._set_open(is_open=True)
        self.what.setFocus()

    def close_fields(self) -> None:
        """Save, and show the line again unless it could not be saved."""
        if not self._autosave.save_now():
            return
        self._set_open(is_open=False)
        self.change.setFocus()

    def forget(self) -> None:
        """Show nothing: what was kept of it is deleted."""
        self._set_open(is_open=False)
        self.show_appointment("", "")

    def save_now(self) -> bool:
        """Save what is unsaved; whether it is safe."""
        return self._autosave.save_now()

    def _set_open(self, *, is_open: bool) -> None:
        for widget in self._editors:
            widget.setVisible(is_open)
        self._warn()
        self.line.setVisible(not is_open)
        self.change.setVisible(not is_open)
        self.opened_or_closed.emit()

    def _warn(self) -> None:
        """A soft word about a number that is private and of no use on a sheet, said once."""
        was_said = not self.private.isHidden()
        is_private = self.is_open and has_nhs_number(" | ".join(self.values()))
        self.private.setVisible(is_private)
        if is_private and not was_said:
            say(self.private, self.private.text())

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(6))
        self._show_row.setSpacing(px(8))
        self._foot.setSpacing(px(8))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_fields()
        else:
            super().keyPressEvent(event)
