"""The ring: on what has the keyboard, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.ui.controls import Button
from reader.ui.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks


class Place:
    """A window with two buttons, one of them in a scroll area too low to show all of it."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, looks: Looks) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.ring = FocusRing(self.window, qapp, looks)
        self.outside = Button("Outside", looks)
        self.inside = Button("Inside", looks)
        self.scroller = QScrollArea()
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self.inside)
        column.addSpacing(2000)
        self.scroller.setWidget(body)
        row = QHBoxLayout(self.window)
        row.addWidget(self.outside)
        row.addWidget(self.scroller)
        self.window.resize(600, 300)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication, looks: Looks) -> Place:
    return Place(qtbot, qapp, looks)


def test_it_lies_round_the_control(place: Place) -> None:
    place.outside.setFocus()
    corner = place.outside.mapTo(place.window, QPoint(0, 0))
    assert place.ring.isVisible()
    assert place.ring.geometry() == QRect(corner, place.outside.size()).adjusted(-5, -5, 5, 5)


def test_it_goes_out_of_sight_with_its_control_and_comes_back(place: Place) -> None:
    place.inside.setFocus()
    assert place.ring.isVisible()
    place.scroller.verticalScrollBar().setValue(1000)
    assert not place.ring.isVisible()
    place.scroller.verticalScrollBar().setValue(0)
    assert place.ring.isVisible()


def test_it_never_leaves_the_scroll_area(place: Place) -> None:
    place.inside.setFocus()
    place.scroller.verticalScrollBar().setValue(20)
    shown = place.ring.mask().boundingRect().translated(place.ring.pos())
    viewport = place.scroller.viewport()
    area = QRect(viewport.mapTo(place.window, QPoint(0, 0)), viewport.size())
    assert area.contains(shown)
    assert not shown.isEmpty()


def test_what_ends_after_it_lost_the_keyboard_takes_no_ring_with_it(
    place: Place, qapp: QApplication
) -> None:
    place.inside.setFocus()
    place.outside.setFocus()
    place.inside.deleteLater()
    qapp.sendPostedEvents(place.inside, QEvent.Type.DeferredDelete)
    assert place.ring.isVisible()


def test_what_ends_while_it_has_the_keyboard_does(place: Place, qapp: QApplication) -> None:
    place.outside.setFocus()
    place.outside.deleteLater()
    qapp.sendPostedEvents(place.outside, QEvent.Type.DeferredDelete)
    control = qapp.focusWidget()
    assert control is None or control.property("focus_ring") is False or place.ring.isVisible()
    assert place.ring.isVisible() is (control is not None)


@pytest.mark.parametrize(("kind", "grown"), [("inside", 0), (None, 5)])
def test_what_fills_its_place_has_the_ring_along_its_inner_edge(
    place: Place, kind: str | None, grown: int
) -> None:
    place.inside.setFocus()
    place.outside.setProperty("focus_ring", kind)
    place.outside.setFocus()
    assert place.ring.width() == place.outside.width() + 2 * grown


def test_what_draws_its_own_has_none(place: Place) -> None:
    place.inside.setFocus()
    place.outside.setProperty("focus_ring", False)
    place.outside.setFocus()
    assert not place.ring.isVisible()
