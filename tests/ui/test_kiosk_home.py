"""Take it home: the codes say the questions, are shown on request alone, and fit the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from reader.kiosk.home_codes import home_codes
from reader.ui.history import PageName
from reader.ui.kiosk_home import LEAST_MODULE_PX, KioskHome
from reader.ui.qr_code import QUIET_ZONE, modules, picture
from reader.ui.questions_page import QuestionsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.kiosk_stage import Visitor

QUESTIONS = (
    "Who could I see for a second opinion, and how soon could that be, and who would arrange it?",
    "Can my sister come with me, and may she write down what you say while we talk?",
    "What would it mean for my daily life, and for the trip that we have booked for the spring?",
)


@pytest.fixture
def home(visitor: Visitor) -> KioskHome:
    """The page, with three questions that need more than one code."""
    visitor.desk.begin()
    for text in QUESTIONS:
        visitor.desk.inside.notebook.questions.add(text, None)
    visitor.window.open_page(PageName.TAKE_HOME)
    return visitor.page(KioskHome)


def drawn(page: KioskHome) -> list[list[bool]]:
    """The dark modules of the code that is shown, read from its pixels."""
    image = page.code.pixmap().toImage()
    count = len(modules(page.text.text())) + 2 * QUIET_ZONE
    module = image.width() // count
    assert image.width() == image.height() == count * module
    return [
        [
            image.pixelColor(across * module + module // 2, down * module + module // 2)
            == QColor("black")
            for across in range(QUIET_ZONE, count - QUIET_ZONE)
        ]
        for down in range(QUIET_ZONE, count - QUIET_ZONE)
    ]


def test_first_it_says_who_can_read_a_code(home: KioskHome) -> None:
    assert "Anyone who scans or photographs this screen" in home.warning.text()
    assert home.code.isHidden()
    assert home.code.pixmap().isNull()


def test_the_codes_are_numbered_and_say_the_questions(home: KioskHome, visitor: Visitor) -> None:
    codes = home_codes(QUESTIONS)
    assert len(codes) > 1
    visitor.touch(home.show_codes)
    for number, text in enumerate(codes, start=1):
        assert home.place.text() == f"Code {number} of {len(codes)}"
        assert home.text.text() == text
        assert drawn(home) == [list(row) for row in modules(text)]
        assert home.before.isEnabled() is (number > 1)
        assert home.after.isEnabled() is (number < len(codes))
        if number < len(codes):
            visitor.touch(home.after)
    visitor.touch(home.before)
    assert home.place.text() == f"Code {len(codes) - 1} of {len(codes)}"


def test_what_the_codes_hold_is_what_was_asked(home: KioskHome) -> None:
    together = " ".join(" ".join(home_codes(QUESTIONS)).split())
    for text in QUESTIONS:
        assert text[:40] in together


def test_they_are_gone_when_the_page_is_left(home: KioskHome, visitor: Visitor) -> None:
    visitor.touch(home.show_codes)
    visitor.window.open_page(PageName.HELP)
    assert home.code.pixmap().isNull()
    visitor.window.open_page(PageName.TAKE_HOME)
    assert home.code.isHidden()
    assert home.show_codes.isVisible()


def test_without_a_question_it_leads_to_the_list(visitor: Visitor) -> None:
    visitor.desk.begin()
    visitor.window.open_page(PageName.TAKE_HOME)
    page = visitor.page(KioskHome)
    assert page.show_codes.isHidden()
    visitor.touch(page.ask_first)
    assert visitor.page(QuestionsPage)


def test_one_code_has_no_way_on(visitor: Visitor) -> None:
    visitor.desk.begin()
    visitor.desk.inside.notebook.questions.add("Will it hurt?", None)
    visitor.window.open_page(PageName.TAKE_HOME)
    page = visitor.page(KioskHome)
    visitor.touch(page.show_codes)
    assert page.place.text() == "Code 1 of 1"
    assert page.before.isHidden()
    assert page.after.isHidden()


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 800), (768, 1024), (1080, 1920)])
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_a_code_is_seen_whole_and_large_enough(
    open_kiosk: Callable[..., Visitor], qtbot: QtBot, width: int, height: int, size: float
) -> None:
    visitor = open_kiosk(width=width, height=height)
    visitor.desk.looks.change(size=size)
    visitor.desk.begin()
    for text in QUESTIONS:
        visitor.desk.inside.notebook.questions.add(text, None)
    visitor.window.open_page(PageName.TAKE_HOME)
    page = visitor.page(KioskHome)
    visitor.touch(page.show_codes)

    def is_whole() -> None:
        shown = page.code.pixmap().width()
        assert shown >= LEAST_MODULE_PX * (len(modules(page.text.text())) + 2 * QUIET_ZONE)
        seen = page.code.visibleRegion().boundingRect()
        assert seen.width() >= shown
        assert seen.height() >= shown

    qtbot.waitUntil(is_whole)


def test_a_code_is_black_on_white_in_every_theme(home: KioskHome, visitor: Visitor) -> None:
    visitor.touch(home.show_codes)
    light = home.code.pixmap().toImage()
    visitor.desk.inside.choices.choose_theme("contrast-dark")
    assert home.code.pixmap().toImage() == light
    assert light.pixelColor(1, 1) == QColor("white")


def test_a_picture_has_white_round_it() -> None:
    image = picture("Questions", 4).toImage()
    border = QUIET_ZONE * 4
    for at in range(image.width()):
        assert image.pixelColor(at, border - 1) == QColor("white")
        assert image.pixelColor(border - 1, at) == QColor("white")
    assert image.pixelColor(border, border) == QColor("black")


def test_it_begins_at_its_top_although_a_button_hides_that_had_the_keyboard(
    visitor: Visitor, qtbot: QtBot
) -> None:
    visitor.desk.begin()
    visitor.desk.looks.change(size=2.0)
    visitor.window.open_page(PageName.TAKE_HOME)
    page = visitor.page(KioskHome)
    page.ask_first.setFocus()
    visitor.window.open_page(PageName.QUESTIONS)
    visitor.desk.inside.notebook.questions.add(QUESTIONS[0], None)
    visitor.window.open_page(PageName.TAKE_HOME)
    qtbot.wait(50)
    assert page.scroller.verticalScrollBar().value() == 0
