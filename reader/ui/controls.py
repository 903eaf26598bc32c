"""The few controls that every page is made of; they draw themselves anew when the look changes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.override import override
from reader.ui.breaking_button import BreakingButton
from reader.ui.heading import HEADING_ROLES, Heading
from reader.ui.icons import plain_icon, with_gap

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.look import Looks

ICON_UNITS = 22
GAP_UNITS = 6
PILL_SPARE = 16
PILL_PADDING_UNITS = 12


class Rank(StrEnum):
    """How much a button asks for attention; one primary a screen."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    CHOICE = "choice"
    RAIL = "rail"
    CONTENTS = "contents"
    REVIEW = "review"
    KEY = "key"


ICON_ROLE = {
    Rank.PRIMARY: "on_accent",
    Rank.PLAIN: "ink",
    Rank.QUIET: "accent",
    Rank.CHOICE: "ink",
    Rank.RAIL: "ink",
    Rank.CONTENTS: "ink",
    Rank.REVIEW: "warn_ink",
    Rank.KEY: "ink",
}


class PressButton(BreakingButton):
    """A button that Enter presses too: Qt lets it do so in dialogs only.

    One of several that lead somewhere says that it is where the reader is. It is not checkable for
    that: screen readers would call it a check box.
    """

    @property
    def is_current(self) -> bool:
        """Whether it leads to where the reader is."""
        return bool(self.property("current"))

    def show_current(self, *, is_current: bool) -> None:
        """Say whether it leads to where the reader is."""
        if is_current != self.is_current:
            self.setProperty("current", is_current)
            self.setAccessibleDescription(self.tr("You are here") if is_current else "")
            repolish(self)
            self.redraw()

    def redraw(self) -> None:
        """Show the state and the look in force."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down is one press
            self.click()


class Button(PressButton):
    """A button with words, an icon if named, and a name for screen readers."""

    icon_name = ""

    def __init__(
        self,
        text: str,
        looks: Looks,
        *,
        icon: str = "",
        rank: Rank = Rank.PLAIN,
        name: str = "",
        repeats: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``repeats``: pressing again at once means once more; see ``SteadyHands``."""
        super().__init__(text, parent)
        self.setProperty("repeats", repeats)
        self.looks = looks
        self.icon_name = icon
        self.rank = rank
        self.setProperty("rank", str(rank))
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self.redraw)
        self.toggled.connect(self.redraw)
        self.redraw()

    def set_icon(self, icon: str) -> None:
        """Show another icon; ``""`` shows none."""
        self.icon_name = icon
        self.redraw()

    def set_words(self, text: str, name: str = "") -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(name or text)

    def set_rank(self, rank: Rank) -> None:
        """Ask for more or less attention."""
        if rank is not self.rank:
            self.rank = rank
            self.setProperty("rank", str(rank))
            repolish(self)
            self.redraw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.redraw()

    @override
    def redraw(self) -> None:
        """Draw the icon in the colours and size of the look in force."""
        if not self.icon_name:
            self.setIcon(QIcon())
            return
        role = ICON_ROLE[self.rank]
        if not self.isEnabled():
            role = "muted"
        elif self.is_current or (self.isChecked() and self.rank is Rank.CHOICE):
            role = "accent"
        look = self.looks.look
        px = look.px(ICON_UNITS)
        ratio = self.devicePixelRatioF()
        from_right = self.isRightToLeft()
        picture = self.looks.icons.pixmap(
            self.icon_name, look.colour(role), px, ratio=ratio, from_right=from_right
        )
        gap = look.px(GAP_UNITS) if self.text() else 0
        self.setIconSize(QSize(px + gap, px))
        self.setIcon(plain_icon(with_gap(picture, gap, rightwards=from_right)))


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a property that is another now.

    What was never shown will be polished when it is: doing it now would only delay the start.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


class ButtonWords(QLabel):
    """What a button shows: to screen readers nothing, as the button has it for a name."""


class WrapButton(PressButton):
    """A button whose words wrap: section names, choices, ideas of any length."""

    def __init__(
        self,
        text: str,
        looks: Looks,
        *,
        rank: Rank = Rank.QUIET,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.looks = looks
        self._is_one_line = False
        self.setProperty("rank", str(rank))
        self.setProperty("wraps", True)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.label = ButtonWords(text, self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setProperty("role", "button")
        self.label.setProperty("rank", str(rank))
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self.redraw)
        looks.changed.connect(self._make_room)
        self._make_room()

    def words(self) -> str:
        """What the button says."""
        return self.label.text()

    def _make_room(self) -> None:
        across, down = self.looks.look.px(14), self.looks.look.px(8)
        self._row.setContentsMargins(across, down, across, down)
        self.label.setMinimumHeight(self.looks.look.target_px - 2 * down)
        self.updateGeometry()

    def set_one_line(self, one_line: bool) -> None:
        """Ask for the room for all words beside each other; they still wrap where it is not."""
        self._is_one_line = one_line
        self.updateGeometry()

    @override
    def redraw(self) -> None:
        """Let the words show whether this is chosen."""
        self.label.setProperty("checked", self.isChecked() or self.is_current)
        repolish(self.label)

    def _room(self) -> tuple[int, int]:
        margins = self._row.contentsMargins()
        return margins.left() + margins.right(), margins.top() + margins.bottom()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        across, down = self._room()
        return max(self.label.heightForWidth(width - across) + down, self.looks.look.target_px)

    @override
    def sizeHint(self) -> QSize:
        across, down = self._room()
        hint = self.label.sizeHint()
        if self._is_one_line:
            self.label.ensurePolished()
            bold = QFont(self.label.font())
            bold.setBold(True)  # as they are while the button is chosen
            hint.setWidth(QFontMetrics(bold).horizontalAdvance(self.label.text()) + 2)
            hint.setHeight(self.label.heightForWidth(hint.width()))
        return QSize(hint.width() + across, max(hint.height() + down, self.looks.look.target_px))

    @override
    def minimumSizeHint(self) -> QSize:
        across, _ = self._room()
        return QSize(self.label.minimumSizeHint().width() + across, self.looks.look.target_px)


def words(text: str, role: str = "body", parent: QWidget | None = None) -> QLabel:
    """Text that wraps; ``role`` is what the style sheet knows it by: title, heading, muted …"""
    label = Heading(text, parent) if role in HEADING_ROLES else QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    return label


class Pill(QLabel):
    """A short line in a coloured pill; it wraps only where it does not fit."""

    def __init__(self, text: str, looks: Looks, role: str = "review") -> None:
        super().__init__(text)
        self._looks = looks
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        padding = 2 * self._looks.look.px(PILL_PADDING_UNITS)
        across = self.fontMetrics().horizontalAdvance(self.text()) + padding + PILL_SPARE
        return QSize(across, self.heightForWidth(across))


def card(role: str = "card", parent: QWidget | None = None) -> QFrame:
    """A white sheet with round corners; ``role`` may be ``card``, ``warning`` or ``invitation``."""
    frame = QFrame(parent)
    frame.setProperty("role", role)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return frame
