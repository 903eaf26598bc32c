"""What may be filled in beforehand on a letter or a note of consent; all of it may stay empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.paper.kinds import SheetKind
from reader.paper.letter_wording import REASONS
from reader.paper.letters import Addressee, LetterFields, Reason
from reader.ui.choice import Choice, Tick
from reader.ui.controls import words

if TYPE_CHECKING:
    from reader.ui.look import Looks

LONGEST: Final = 200
_OPEN, _NHS, _PRIVATE = "open", "nhs", "private"
_FUNDING: Final = {_OPEN: None, _NHS: False, _PRIVATE: True}


class LetterForm(QWidget):
    """Ticks and fields; what is typed is kept nowhere but here.

    Signals:
        changed: something else is to stand on the sheet.
    """

    changed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.addressee = Choice(
            looks,
            self.tr("Who is it for?"),
            [
                (Addressee.GP, self.tr("My GP")),
                (Addressee.CONSULTANT, self.tr("My consultant")),
            ],
        )
        self.funding = Choice(
            looks,
            self.tr("On the NHS, or private?"),
            [
                (_OPEN, self.tr("I will tick it by hand")),
                (_NHS, self.tr("On the NHS")),
                (_PRIVATE, self.tr("Private")),
            ],
        )
        self._to, self._funding = Addressee.GP, _OPEN
        self.addressee.choose(self._to)
        self.funding.choose(self._funding)
        self.reasons = {reason: Tick(looks, REASONS[reason]) for reason in Reason}
        self.fields = {name: _field(label) for name, label in self._labels().items()}
        self._rows: dict[str, QWidget] = {}
        self._reasons = QWidget()
        self._fill()
        self._wire()
        self._make_room()

    def _labels(self) -> dict[str, str]:
        return {
            "other_reason": self.tr("Another reason"),
            "name": self.tr("Your name"),
            "born": self.tr("Your date of birth"),
            "phone": self.tr("Your phone number"),
            "doctor": self.tr("The doctor’s name"),
            "wanted": self.tr("Who you would like to see"),
            "helper": self.tr("Who may ask for you"),
            "relation": self.tr("What they are to you"),
            "date": self.tr("Date"),
        }

    def _fill(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._reason_column = QVBoxLayout(self._reasons)
        self._reason_column.setContentsMargins(0, 0, 0, 0)
        self._reason_column.addWidget(words(self.tr("Your reasons"), "heading"))
        for tick in self.reasons.values():
            self._reason_column.addWidget(tick)
        self._column.addWidget(self.addressee)
        self._column.addWidget(self.funding)
        self._column.addWidget(self._reasons)
        self._column.addWidget(words(self.tr("To fill in"), "heading"))
        told = self.tr("Leave a line empty to write it by hand. Nothing typed here is kept.")
        self._column.addWidget(words(told, "muted"))
        for name, label in self._labels().items():
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            title = words(label, "strong")
            title.setBuddy(self.fields[name])
            column.addWidget(title)
            column.addWidget(self.fields[name])
            self._rows[name] = row
            self._column.addWidget(row)

    def _wire(self) -> None:
        self.addressee.chosen.connect(self._address)
        self.funding.chosen.connect(self._fund)
        for tick in self.reasons.values():
            tick.clicked.connect(self.changed)
        for field in self.fields.values():
            field.textChanged.connect(self.changed)
        self._looks.changed.connect(self._make_room)

    def show_for(self, kind: SheetKind) -> None:
        """Show what this kind of sheet has room for."""
        is_letter = kind is SheetKind.REFERRAL
        self.addressee.setVisible(is_letter)
        self.funding.setVisible(is_letter)
        self._reasons.setVisible(is_letter)
        only_letter, only_consent = {"other_reason", "wanted"}, {"helper", "relation"}
        for name, row in self._rows.items():
            row.setVisible(name not in (only_consent if is_letter else only_letter))

    def values(self) -> LetterFields:
        """What is filled in."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return LetterFields(
            self._to,
            tuple(reason for reason, tick in self.reasons.items() if tick.isChecked()),
            other_reason=typed["other_reason"],
            name=typed["name"],
            born=typed["born"],
            phone=typed["phone"],
            doctor=typed["doctor"],
            wanted=typed["wanted"],
            helper=typed["helper"],
            relation=typed["relation"],
            date=typed["date"],
            is_private=_FUNDING[self._funding],
        )

    def _fund(self, value: str) -> None:
        self._funding = value
        self.changed.emit()

    def _address(self, value: str) -> None:
        self._to = Addressee(value)
        self.changed.emit()

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._column.setSpacing(px(12))
        self._reason_column.setSpacing(px(8))


def _field(label: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(label)
    field.setMaxLength(LONGEST)
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return field
