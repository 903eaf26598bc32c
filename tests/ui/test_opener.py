"""What opens something is a button, tells whether it is open, and points the right way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from reader.ui.look import SIZES
from reader.ui.opener import Opener

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks

TEXT = "Travel, time and help (6)"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was asked to say."""
    heard: list[str] = []
    monkeypatch.setattr("reader.ui.opener.say", lambda _speaker, text: heard.append(text))
    return heard


@pytest.fixture
def opener(
    qtbot: QtBot, looks: Looks, dressed: Callable[[QWidget], QWidget], said: list[str]
) -> Opener:
    made = Opener(TEXT, looks)
    qtbot.addWidget(dressed(made))
    made.resize(made.sizeHint())
    made.show()
    return made


def test_it_is_a_button_and_no_check_box(opener: Opener) -> None:
    interface = QAccessible.queryAccessibleInterface(opener)
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == TEXT
    assert not interface.state().checkable


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_opens_and_closes_and_says_so(
    qtbot: QtBot, opener: Opener, said: list[str], key: Qt.Key
) -> None:
    told: list[bool] = []
    opener.opened.connect(told.append)
    seen = [(opener.is_open, opener.accessibleDescription())]
    for _ in range(2):
        qtbot.keyClick(opener, key)
        seen.append((opener.is_open, opener.accessibleDescription()))
    assert seen == [(False, "Closed"), (True, "Open"), (False, "Closed")]
    assert told == [True, False]
    assert said == ["Open", "Closed"]


def test_its_sign_tells_without_colour(qtbot: QtBot, opener: Opener, looks: Looks) -> None:
    look = looks.look

    def is_drawn(icon: str) -> bool:
        ratio = opener.devicePixelRatioF()
        wanted = looks.icons.pixmap(icon, look.colour("ink"), look.px(22), ratio=ratio)
        return opener.sign.pixmap().toImage() == wanted.toImage()

    assert is_drawn("down")
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert is_drawn("up")


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_sign_stands_behind_the_words_whichever_way_they_run(
    qtbot: QtBot, opener: Opener, side: Qt.LayoutDirection
) -> None:
    opener.setLayoutDirection(side)
    from_right = side is Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: (opener.sign.x() < opener.label.x()) is from_right)
    assert not opener.sign.geometry().intersects(opener.label.geometry())


@pytest.mark.parametrize("size", SIZES)
def test_its_words_have_room_in_a_narrow_panel(
    qtbot: QtBot, opener: Opener, looks: Looks, size: float
) -> None:
    looks.change(size=size)
    assert opener.sign.width() == looks.look.px(22)
    width = looks.look.px(200)
    opener.resize(width, opener.heightForWidth(width))
    assert opener.height() >= looks.look.target_px
    label = opener.label
    qtbot.waitUntil(lambda: label.width() == width - opener._room()[0])
    assert label.height() >= label.heightForWidth(label.width())
