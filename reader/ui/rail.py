"""The way to every page, and the number to ring; a column at the side or a bar at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.controls import Button, Rank, repolish, words
from reader.ui.cover import Cover
from reader.ui.flow import FlowLayout
from reader.ui.history import PageName

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.shelf.contacts import Contact
    from reader.ui.look import Looks

WIDTH_UNITS = 246
PHONE, NAME = 1, 2
"""Which lines about who to ring have room in the bar."""


class RailButton(Button):
    """A page's name, with a count in a pill when there is something to count."""

    def __init__(self, page: PageName | None, text: str, icon: str, looks: Looks) -> None:
        super().__init__(text, looks, icon=icon, rank=Rank.RAIL)
        self.page = page
        self.setCheckable(page is not None)
        self._count = 0
        self._words = text
        self._icon = icon
        self._is_compact = False

    def set_count(self, count: int, name: str) -> None:
        """Show ``count`` (0 shows none); ``name`` says it in words."""
        self._count = count
        self.setAccessibleName(name if count else self._words)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """In the bar the icon makes room for the words."""
        if compact == self._is_compact:
            return
        self._is_compact = compact
        self.setProperty("compact", compact)
        repolish(self)
        self.set_icon("" if compact else self._icon)

    @override
    def sizeHint(self) -> QSize:
        """Room for the words in bold, as they are while their page is shown, and for the count."""
        hint = super().sizeHint()
        look = self.looks.look
        font = QFont(look.family)
        font.setPixelSize(look.px(19))
        font.setBold(True)
        plain = self.fontMetrics().horizontalAdvance(self.text())
        spare = QFontMetrics(font).horizontalAdvance(self.text()) - plain
        pill = self._pill_width() + look.px(6) if self._count else 0
        return hint + QSize(max(spare, 0) + pill, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _pill_width(self) -> int:
        return self.looks.look.px(14 + 12 * len(str(self._count)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        look = self.looks.look
        width, height = self._pill_width(), look.px(26)
        pill = QRectF(
            self.width() - width - look.px(12), (self.height() - height) / 2, width, height
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colour("accent")))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        font = QFont(look.family)
        font.setPixelSize(look.px(16))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(look.colour("on_accent")))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()


class Rail(QFrame):
    """The brand, a button a page, and who to ring.

    Signals:
        page_requested(PageName): a page's button was pressed.
        comfort_requested: the Comfort button was pressed.
    """

    page_requested = Signal(object)
    comfort_requested = Signal()

    def __init__(
        self, looks: Looks, contact: Contact | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._is_compact = False
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        self._brand = Brand(looks)
        self.buttons = {
            page: RailButton(page, text, icon, looks) for page, text, icon in self._pages()
        }
        self.comfort = RailButton(None, self.tr("Comfort"), "comfort", looks)
        self._flow = FlowLayout()
        for page, button in self.buttons.items():
            button.clicked.connect(self._press)
            if page is PageName.HELP:
                self._flow.addWidget(self.comfort)
            self._flow.addWidget(button)
        self.comfort.clicked.connect(self.comfort_requested)
        self.contact = ContactCard(looks, contact)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._brand)
        self._layout.addLayout(self._flow)
        self._layout.addStretch(1)
        self._layout.addWidget(self.contact)
        looks.changed.connect(self._make_room)
        self._make_room()

    def _pages(self) -> list[tuple[PageName, str, str]]:
        return [
            (PageName.BOOKLETS, self.tr("Booklets"), "booklet"),
            (PageName.SEARCH, self.tr("Search"), "search"),
            (PageName.NOTES, self.tr("My notes"), "note"),
            (PageName.QUESTIONS, self.tr("My questions"), "question"),
            (PageName.PRINT, self.tr("Print"), "printer"),
            (PageName.HELP, self.tr("Help"), "help"),
        ]

    def set_compact(self, compact: bool) -> None:
        """A bar with rows of buttons, or a column at the side."""
        if compact == self._is_compact:
            return
        self._is_compact = compact
        self.setProperty("compact", compact)
        self._make_room()
        repolish(self)

    def show_page(self, page: PageName) -> None:
        """Mark the button of the page that is shown; none for pages that have none."""
        home = PageName.BOOKLETS if page is PageName.READING else page
        for known, button in self.buttons.items():
            button.setChecked(known is home)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton) and button.page is not None:
            self.page_requested.emit(button.page)

    def _make_room(self) -> None:
        px, compact = self._looks.look.px, self._is_compact
        self._brand.setVisible(not compact)
        self._flow.set_stacked(not compact)
        self._flow.setSpacing(px(4) if compact else px(8))
        for button in (*self.buttons.values(), self.comfort):
            button.set_compact(compact)
        self.contact.set_compact(compact)
        if compact:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self._layout.setContentsMargins(px(12), px(4), px(12), px(4))
        else:
            self.setFixedWidth(px(WIDTH_UNITS))
            self._layout.setContentsMargins(px(14), px(22), px(14), px(20))
        self._layout.setSpacing(px(4) if compact else px(18))
        self._place_contact()

    def _place_contact(self) -> None:
        """At the foot of the column; in the bar, in the row with room for it."""
        self._layout.removeWidget(self.contact)
        self._flow.removeWidget(self.contact)
        if self._is_compact:
            self._flow.addWidget(self.contact)
        else:
            self._layout.addWidget(self.contact)


class Brand(QWidget):
    """The program's name with its booklet beside it."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Cover(looks, "accent", "cover_teal_spine", (26, 32)))
        name = words("Booklet Reader", "brand")
        name.setWordWrap(False)
        row.addWidget(name, 1)


class ContactCard(QWidget):
    """Who to ring, on every page, with nothing to press."""

    def __init__(self, looks: Looks, contact: Contact | None) -> None:
        super().__init__()
        self._looks = looks
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line = QFrame()
        self._line.setProperty("role", "line")
        self._labels: list[QLabel] = []
        self._layout.addWidget(self._line)
        if contact is None:
            self.hide()
            return
        details = ", ".join(part for part in (contact.hours, contact.cost) if part)
        for text, role in (
            (self.tr("Need to talk?"), "small"),
            (contact.phone, "phone"),
            (contact.name, "small"),
            (details, "small"),
        ):
            label = words(text, role)
            self._labels.append(label)
            self._layout.addWidget(label)
        self.setAccessibleName(f"{contact.name}: {contact.phone}, {details}")

    def set_compact(self, compact: bool) -> None:
        """One line in the bar: the number and whose it is."""
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(across if compact else down)
        px = self._looks.look.px
        side = px(4) if compact else px(8)
        self._layout.setContentsMargins(side, 0, 0 if compact else side, 0)
        self._layout.setSpacing(px(10) if compact else px(4))
        self._line.setVisible(not compact)
        for index, label in enumerate(self._labels):
            label.setWordWrap(not compact)
            label.setVisible(not compact or index in (PHONE, NAME))
        if compact and self._labels:
            self._layout.setStretch(self._layout.count() - 1, 1)
