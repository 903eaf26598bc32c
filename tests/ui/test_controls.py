"""Buttons: what presses them, and that one press is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.controls import Button, Rank, WrapButton
from reader.ui.theme import load_theme
from tests.ui.conftest import RESOURCES
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks


@pytest.mark.parametrize("kind", [Button, WrapButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button_once(
    qtbot: QtBot, looks: Looks, kind: type[Button | WrapButton], key: Qt.Key
) -> None:
    button = kind("Press me", looks)
    qtbot.addWidget(button)
    button.show()
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    qtbot.keyClick(button, key)
    assert pressed == ["once"]


def enter(*, again: bool) -> QKeyEvent:
    """Enter goes down, or is held down."""
    plain = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain, "\r", again)


@pytest.mark.parametrize(("is_enabled", "presses"), [(True, ["once"]), (False, [])])
def test_enter_held_down_is_one_press_or_none(
    qtbot: QtBot, looks: Looks, qapp: QApplication, is_enabled: bool, presses: list[str]
) -> None:
    button = Button("Delete", looks)
    qtbot.addWidget(button)
    button.setEnabled(is_enabled)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    for again in (False, True, True):
        qapp.sendEvent(button, enter(again=again))
    assert pressed == presses


def test_enter_opens_every_page_from_the_rail(qtbot: QtBot, desk: Desk) -> None:
    person = Person(qtbot, desk)
    for page, button in person.window.rail.buttons.items():
        button.setFocus()
        person.keys(button, Qt.Key.Key_Return)
        assert person.window.page is person.window.made(page)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-dark"])
def test_what_the_main_button_says_is_read_while_it_can_do_nothing(
    qtbot: QtBot, looks: Looks, dressed: Callable[[QWidget], QWidget], theme: str
) -> None:
    looks.change(theme=load_theme(RESOURCES / "themes", theme))
    page = dressed(QWidget())
    qtbot.addWidget(page)
    button = Button("Print 1 page", looks, icon="printer", rank=Rank.PRIMARY, parent=page)
    button.setEnabled(False)
    button.adjustSize()
    page.resize(button.size())
    page.show()
    picture = button.grab().toImage()
    shown = [
        picture.pixelColor(across, picture.height() // 2).name().upper()
        for across in range(10, picture.width() - 10)
    ]
    assert shown.count(looks.look.colour("surface")) > len(shown) / 3
    words_begin = len(shown) // 3
    for part in (shown[:words_begin], shown[words_begin:]):  # the icon, the words
        assert looks.look.colour("muted") in part
