"""The buttons under the text while it is read aloud, or sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reader.override import override
from reader.ui.controls import Button, Rank
from reader.ui.ends import show_end
from reader.ui.flow import FlowLayout
from reader.ui.reading_aloud import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reader.ui.look import Looks

FITS = ((True, 3), (False, 3), (True, 1), (False, 1), (False, 0))
"""What is tried, best first: with icons or without, and how many of voice, slower, faster."""


class SentenceBar(QFrame):
    """Previous, pause or read, next, stop; slower, faster and the voice where there is room.

    Signals:
        step_requested(int): the next sentence (1) or the one before (-1).
        play_requested: read, pause or go on, as the button says.
        end_requested: stop reading, or put the bar away.
        rate_requested(int): faster (1) or slower (-1).
        voice_requested: the choice of voices is asked for.
    """

    step_requested = Signal(int)
    play_requested = Signal()
    end_requested = Signal()
    rate_requested = Signal(int)
    voice_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setObjectName("sentences")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Reading sentence by sentence"))
        self.previous = Button(
            self.tr("Previous"), looks, icon="back", name=self.tr("Previous sentence")
        )
        self.play = Button(self.tr("Read"), looks, icon="speaker", rank=Rank.PRIMARY)
        self.next = Button(self.tr("Next"), looks, icon="forward", name=self.tr("Next sentence"))
        self.end = Button(self.tr("Stop"), looks, icon="stop")
        self.slower = Button(self.tr("Slower"), looks, icon="minus", name=self.tr("Read slower"))
        self.faster = Button(self.tr("Faster"), looks, icon="plus", name=self.tr("Read faster"))
        self.voice = Button(self.tr("Voice"), looks, name=self.tr("Voice and speed"))
        self._voice = Voice.SILENT
        self._icons = {button: button.icon_name for button in self._always() + self._extras()}
        self._widths: dict[tuple[Button, bool], int] = {}
        self._shown: tuple[bool, int] | tuple[()] = ()
        self._is_fitting = False
        self._row = FlowLayout(self)
        for button in self.controls():
            button.setProperty("in_bar", True)
            self._row.addWidget(button)
        self._wire()
        self._make_room()
        self.show_voice(self._voice)

    def _wire(self) -> None:
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.play.clicked.connect(self.play_requested)
        self.end.clicked.connect(self.end_requested)
        self.slower.clicked.connect(lambda: self.rate_requested.emit(-1))
        self.faster.clicked.connect(lambda: self.rate_requested.emit(1))
        self.voice.clicked.connect(self.voice_requested)
        self._looks.changed.connect(self._make_room)

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [*self._always(), self.slower, self.faster, self.voice]

    def _always(self) -> list[Button]:
        return [self.previous, self.play, self.next, self.end]

    def _extras(self) -> list[Button]:
        """Those that can be done without, as Comfort has them too; the last goes first."""
        return [self.voice, self.slower, self.faster]

    def show_voice(self, voice: Voice, *, is_last: bool = False) -> None:
        """Say what each button would do while the voice does this, in the last part or before."""
        self._voice = voice
        match Voice.SILENT if is_last and voice is Voice.AT_END else voice:
            case Voice.SILENT:
                self._show_play("speaker", self.tr("Read"), self.tr("Read from this sentence"))
            case Voice.READING:
                self._show_play("pause", self.tr("Pause"))
            case Voice.PAUSED:
                self._show_play("speaker", self.tr("Go on"))
            case Voice.AT_END:
                self._show_play("speaker", self.tr("Read on"), self.tr("Read on: the next part"))
            case other:
                assert_never(other)
        if voice is Voice.SILENT:
            self._icons[self.end] = "close"
            self.end.set_words(self.tr("Close"), self.tr("Close, and show all sentences alike"))
        else:
            self._icons[self.end] = "stop"
            self.end.set_words(self.tr("Stop"), self.tr("Stop reading aloud"))
        self._measure()

    def _show_play(self, icon: str, text: str, name: str = "") -> None:
        self._icons[self.play] = icon
        self.play.set_words(text, name)

    def show_place(self, *, can_go_back: bool, can_go_on: bool) -> None:
        """Whether there is anything before and after."""
        show_end(self.previous, is_end=not can_go_back)
        show_end(self.next, is_end=not can_go_on)

    # ---- room

    def _make_room(self) -> None:
        px = self._looks.look.px
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self._measure()

    def _measure(self) -> None:
        """What each button takes in the look in force, with its icon and without."""
        for icons in (True, False):
            for button in self._icons:
                button.set_icon(self._icons[button] if icons else "")
                button.ensurePolished()
                self._widths[button, icons] = button.sizeHint().width()
        self._shown = ()
        self._fit()

    def _fit(self) -> None:
        """One row: the text needs the height more than the buttons need icons.

        Showing a button lays the bar out, which comes back here in the middle of it: so that is
        heard only when all are set, and what has become of the room is looked at again.
        """
        if self._is_fitting:
            return
        self._is_fitting = True
        for _ in FITS:
            wanted = next((fit for fit in FITS if self._width_of(fit) <= self.width()), FITS[-1])
            if wanted == self._shown:
                break
            self._shown = wanted
            self._show(wanted)
        self._is_fitting = False

    def _show(self, fit: tuple[bool, int]) -> None:
        icons, extras = fit
        for button in self._always():
            button.set_icon(self._icons[button] if icons else "")
        for index, button in enumerate(self._extras()):
            button.set_icon(self._icons[button] if icons else "")
            button.setVisible(index < extras and self._voice is not Voice.SILENT)

    def _width_of(self, fit: tuple[bool, int]) -> int:
        icons, extras = fit
        count = 0 if self._voice is Voice.SILENT else extras
        shown = self._always() + self._extras()[:count]
        margins = self._row.contentsMargins()
        room = margins.left() + margins.right() + self._row.spacing() * (len(shown) - 1)
        return room + sum(self._widths[button, icons] for button in shown)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
