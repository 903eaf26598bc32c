"""Tests of ui.breaking_button: words that do not fit beside each other go on in the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.breaking_button import broken, longest_word
from reader.ui.controls import Button
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks

LONG = "Take my notes with me to the appointment on Thursday"


@pytest.fixture
def metrics(looks: Looks) -> QFontMetrics:
    return QFontMetrics(QFont(looks.look.family))


@pytest.fixture
def page(qtbot: QtBot, dressed: Callable[[QWidget], QWidget]) -> QWidget:
    """An empty page in the look in force."""
    page = dressed(QWidget())
    qtbot.addWidget(page)
    return page


def shown(page: QWidget, button: Button, width: int, qtbot: QtBot) -> Button:
    """``button`` on ``page`` that is so many pixels wide."""
    column = page.layout() or QVBoxLayout(page)
    column.addWidget(button)
    page.resize(width, 400)
    page.show()
    qtbot.waitExposed(page)
    return button


# ---- where lines end


def test_what_fits_stays_on_one_line(metrics: QFontMetrics) -> None:
    assert broken(LONG, metrics, metrics.horizontalAdvance(LONG)) == LONG


def test_every_line_fits_and_no_word_is_lost(metrics: QFontMetrics) -> None:
    room = metrics.horizontalAdvance("appointment on")
    told = broken(LONG, metrics, room)
    assert told.replace("\n", " ") == LONG
    assert all(metrics.horizontalAdvance(line) <= room for line in told.split("\n"))
    assert len(told.split("\n")) > 2


def test_a_word_that_is_too_long_has_a_line_to_itself(metrics: QFontMetrics) -> None:
    assert broken("an appointment on", metrics, 1) == "an\nappointment\non"
    assert broken("", metrics, 1) == ""


def test_the_longest_word(metrics: QFontMetrics) -> None:
    assert longest_word(LONG, metrics) == metrics.horizontalAdvance("appointment")
    assert longest_word("", metrics) == 0


# ---- the button


def test_with_room_it_is_as_it_ever_was(page: QWidget, looks: Looks, qtbot: QtBot) -> None:
    button = shown(page, Button("Print", looks, icon="printer"), 500, qtbot)
    assert button.height() == button.sizeHint().height() == looks.look.target_px


def test_without_room_it_is_higher_and_keeps_its_words(
    page: QWidget, looks: Looks, qtbot: QtBot
) -> None:
    button = shown(page, Button(LONG, looks, icon="note"), 240, qtbot)
    lines = button.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: button.height() >= 3 * lines)
    assert button.width() <= 240
    assert button.text() == LONG
    assert button.accessibleName() == LONG


def test_it_is_never_narrower_than_its_longest_word(page: QWidget, looks: Looks) -> None:
    button = Button(LONG, looks)
    QVBoxLayout(page).addWidget(button)
    least, most = button.minimumSizeHint().width(), button.sizeHint().width()
    assert longest_word(LONG, button.fontMetrics()) < least < most


def test_the_words_are_painted_in_lines(page: QWidget, looks: Looks, qtbot: QtBot) -> None:
    """Nothing is drawn at the edges, where a line that is too long would be cut off."""
    button = shown(page, Button(LONG, looks), 200, qtbot)
    qtbot.waitUntil(lambda: button.height() > 2 * button.fontMetrics().lineSpacing())
    picture = button.grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 4)
    inside = range(picture.height() // 3, 2 * picture.height() // 3)
    for x in (5, 6, 7, picture.width() - 8, picture.width() - 7, picture.width() - 6):
        assert all(picture.pixelColor(x, y) == ground for y in inside), x


def test_it_goes_back_to_one_line_when_there_is_room_again(
    page: QWidget, looks: Looks, qtbot: QtBot
) -> None:
    button = shown(page, Button(LONG, looks), 200, qtbot)
    qtbot.waitUntil(lambda: button.height() > looks.look.target_px)
    page.resize(900, 400)
    qtbot.waitUntil(lambda: button.height() == looks.look.target_px)


def test_other_words_are_broken_anew(page: QWidget, looks: Looks, qtbot: QtBot) -> None:
    button = shown(page, Button("Print", looks), 200, qtbot)
    assert button.height() == looks.look.target_px
    button.set_words(LONG)
    qtbot.waitUntil(lambda: button.height() > looks.look.target_px)
    button.set_words("Print")
    qtbot.waitUntil(lambda: button.height() == looks.look.target_px)


def test_in_a_flow_it_takes_the_width_there_is(page: QWidget, looks: Looks, qtbot: QtBot) -> None:
    flow = FlowLayout(page)
    button = Button(LONG, looks)
    flow.addWidget(button)
    page.resize(220, 400)
    page.show()
    qtbot.waitUntil(lambda: button.width() <= 220 and button.height() > looks.look.target_px)


def test_others_in_a_flow_keep_their_words_on_one_line(
    page: QWidget, looks: Looks, qtbot: QtBot
) -> None:
    flow = FlowLayout(page)
    buttons = [Button(LONG, looks), Button("Close", looks)]
    for button in buttons:
        flow.addWidget(button)
    page.resize(260, 400)
    page.show()
    qtbot.waitUntil(lambda: buttons[0].height() > looks.look.target_px)
    assert buttons[1].height() == looks.look.target_px
    assert buttons[1].width() == buttons[1].sizeHint().width()


def test_an_icon_alone_is_what_it_was(looks: Looks, qtbot: QtBot) -> None:
    button = Button("", looks, icon="up", name="Move up")
    qtbot.addWidget(button)
    assert button.minimumSizeHint() == button.sizeHint()


# ---- ampersands


@pytest.mark.parametrize("width", [600, 180])
def test_an_ampersand_is_shown_and_makes_no_letter_a_key(
    page: QWidget, looks: Looks, qtbot: QtBot, width: int
) -> None:
    button = shown(page, Button("Wounds & washing & walking", looks), width, qtbot)
    assert button.text() == "Wounds & washing & walking"
    assert button.accessibleName() == button.text()
    assert button.shortcut().isEmpty()
    picture = button.grab().toImage()
    button.set_words("Wounds   washing   walking")
    assert button.grab().toImage() != picture
    button.set_words("Wounds & washing & walking")
    assert button.grab().toImage() == picture
