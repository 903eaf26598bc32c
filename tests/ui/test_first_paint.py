"""What waits for the first paint comes after it, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.override import override
from reader.ui.first_paint import AfterFirstPaint

if TYPE_CHECKING:
    import pytest
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Page(QLabel):
    """Writes down when it was painted."""

    def __init__(self, written: list[str]) -> None:
        super().__init__("Booklets")
        self._written = written

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._written.append("painted")


def window_with(page: QWidget, qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(page)
    qtbot.addWidget(window)
    return window


def test_it_waits_for_everything_that_is_painted(qtbot: QtBot) -> None:
    written: list[str] = []
    window = window_with(Page(written), qtbot)
    AfterFirstPaint(window, lambda: written.append("then"))
    window.show()
    qtbot.waitUntil(lambda: "then" in written)
    assert written == ["painted", "then"]


def test_it_comes_once_however_often_the_window_is_painted(qtbot: QtBot) -> None:
    written: list[str] = []
    window = window_with(Page(written), qtbot)
    AfterFirstPaint(window, lambda: written.append("then"))
    window.show()
    qtbot.waitUntil(lambda: "then" in written)
    window.repaint()
    window.hide()
    window.show()
    qtbot.waitUntil(lambda: written.count("painted") > 1)
    assert written.count("then") == 1


def test_a_window_that_is_never_shown_is_never_waited_for(qtbot: QtBot) -> None:
    written: list[str] = []
    AfterFirstPaint(window_with(Page(written), qtbot), lambda: written.append("then"))
    QTimer.singleShot(0, lambda: written.append("a timer"))
    qtbot.waitUntil(lambda: bool(written))
    assert written == ["a timer"]


def test_one_that_is_gone_before_is_no_trouble(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    window = QWidget()
    AfterFirstPaint(window, lambda: None)
    window.deleteLater()
    qtbot.wait(0)
    assert "Error" not in capfd.readouterr().err
