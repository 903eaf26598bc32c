"""Everything that can be pressed is large enough, and far enough from the next: on every page."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from tests.grids import first
from tests.pictures.scenes import MAIN, SCENES
from tests.ui.driver import Person
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from tests.pictures.scenes import Scene

TO_PRESS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox)
USUAL, BIG = 48, 76
GAP = 8
PATIENCE = 12
PLACES = {scene.name: scene for scene in SCENES if scene.content is None}
EVERY_PLACE = pytest.mark.parametrize(
    "scene", first(PLACES.values(), [PLACES[name] for name in MAIN]), ids=PLACES
)
NEXT_TO_EACH_OTHER = ("contents", "rail")
"""Lists in which what is pressed by mistake is one press from where one was: 2 and 4 px apart."""


def targets(window: QWidget) -> list[QWidget]:
    """All that can be pressed now, scrolled into view or not."""
    found = []
    for kind in TO_PRESS:
        found += [one for one in window.findChildren(kind) if one.isVisible() and one.isEnabled()]
    return found


def said(widget: QWidget) -> str:
    """The widget as a person would know it."""
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def place_of(widget: QWidget, window: QWidget) -> QRect:
    """Where it is in the window, whether or not that is scrolled out of sight."""
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def too_small(window: QWidget, least: int) -> list[str]:
    """Whatever is narrower or lower than ``least`` pixels."""
    return [
        f"{said(one)} is {one.width()} by {one.height()}"
        for one in targets(window)
        if min(one.width(), one.height()) < least
    ]


def area_of(widget: QWidget) -> QAbstractScrollArea | None:
    """The area that scrolls it; what lies in different ones does not move together."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def is_list(widget: QWidget) -> bool:
    return str(widget.property("rank")) in NEXT_TO_EACH_OTHER


def too_near(window: QWidget) -> list[str]:
    """Pairs with less than ``GAP`` pixels between them, that are scrolled together."""
    found = []
    for one, other in combinations(targets(window), 2):
        if area_of(one) is not area_of(other) or (is_list(one) and is_list(other)):
            continue
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        first, second = place_of(one, window), place_of(other, window)
        across = max(first.left(), second.left()) - min(first.right(), second.right()) - 1
        down = max(first.top(), second.top()) - min(first.bottom(), second.bottom()) - 1
        if max(across, down) < GAP:
            found.append(f"{said(one)} and {said(other)} are {max(across, down)} apart")
    return found


def settled(measure: Callable[[], list[str]]) -> list[str]:
    """What is wrong once everything has come to rest; a busy machine needs more rounds."""
    for _ in range(PATIENCE):
        Fingers.rest()
        found = measure()
        if not found:
            break
    return found


@EVERY_PLACE
@pytest.mark.parametrize(("big", "least"), first([(False, USUAL), (True, BIG)], [(True, BIG)]))
def test_every_target_is_large_enough(
    open_desk: Callable[..., Desk], scene: Scene, big: bool, least: int
) -> None:
    person = Person(Fingers(), open_desk())
    person.window.resize(1280, 800)
    scene.arrange(person)
    for size, width, height in ((1.0, 1280, 800), (2.0, 800, 600)):
        person.window.resize(width, height)
        person.desk.looks.change(size=size, big_targets=big)
        Fingers.rest()
        scene.each(person)
        assert settled(partial(too_small, person.window, least)) == [], size
        assert settled(partial(too_near, person.window)) == [], size


class TestMeasure:
    """What is too small, or too near, is found."""

    @pytest.fixture
    def board(self, qtbot: QtBot) -> Callable[..., QWidget]:
        def make(*widths: int, spacing: int = GAP) -> QWidget:
            window = QWidget()
            qtbot.addWidget(window)
            row = QHBoxLayout(window)
            row.setSpacing(spacing)
            for width in widths:
                button = QPushButton()
                button.setFixedSize(width, USUAL)
                row.addWidget(button)
            window.show()
            qtbot.waitExposed(window)
            return window

        return make

    def test_all_is_well(self, board: Callable[..., QWidget]) -> None:
        assert too_small(board(48, 60), USUAL) == []
        assert too_near(board(48, 60)) == []

    def test_too_small(self, board: Callable[..., QWidget]) -> None:
        assert too_small(board(48, 47), USUAL) == ["QPushButton “” is 47 by 48"]

    def test_too_near(self, board: Callable[..., QWidget]) -> None:
        assert too_near(board(48, 48, spacing=7)) == [
            "QPushButton “” and QPushButton “” are 7 apart"
        ]
