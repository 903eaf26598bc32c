"""A page's name in the rail, with a count in a pill when there is something to count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from reader.override import override
from reader.ui.controls import Button, Rank, repolish
from reader.ui.language import in_digits

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.history import PageName
    from reader.ui.look import Looks

USUAL_DIGITS = 2
PILL_GAP_UNITS = 6


class RailButton(Button):
    """A page's name, with a count in a pill when there is something to count.

    With ``counts`` there is always room for the pill, so that no button moves when it appears.
    """

    def __init__(
        self,
        page: PageName | None,
        text: str,
        icon: str,
        looks: Looks,
        *,
        counts: bool = False,
    ) -> None:
        super().__init__(text, looks, icon=icon, rank=Rank.RAIL)
        self.page = page
        self._counts = counts
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

    def set_outlined(self, outlined: bool) -> None:
        """In the menu the button shows where it ends."""
        if bool(self.property("outlined")) != outlined:
            self.setProperty("outlined", outlined)
            repolish(self)

    @override
    def sizeHint(self) -> QSize:
        """Room for the words in bold, as they are while their page is shown, and for the count."""
        hint = super().sizeHint()
        look = self.looks.look
        font = QFont(look.family)
        font.setPixelSize(look.px(19))
        font.setBold(True)
        # Measured as Qt measures the hint, so that it is the same in bold and not.
        flags = Qt.TextFlag.TextShowMnemonic.value
        own = self.fontMetrics().size(flags, self.text()).width()
        spare = QFontMetrics(font).size(flags, self.text()).width() - own
        return hint + QSize(max(spare, 0) + self._pill_room(), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def most_width(self) -> int:
        """Pixels that are enough with a count of two digits, whatever the count is now."""
        room = self._pill_width(USUAL_DIGITS) + self.looks.look.px(PILL_GAP_UNITS)
        return self.sizeHint().width() - self._pill_room() + room

    def _pill_room(self) -> int:
        """Pixels kept for the pill, whether there is something to count just now or not."""
        if not self._counts:
            return 0
        digits = max(USUAL_DIGITS, len(in_digits(self._count)))
        return self._pill_width(digits) + self.looks.look.px(PILL_GAP_UNITS)

    def _pill_width(self, digits: int) -> int:
        return self.looks.look.px(14 + 12 * digits)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        look = self.looks.look
        width, height = self._pill_width(len(in_digits(self._count))), look.px(26)
        at = look.px(12) if self.isRightToLeft() else self.width() - width - look.px(12)
        pill = QRectF(at, (self.height() - height) / 2, width, height)
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
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, in_digits(self._count))
        painter.end()
