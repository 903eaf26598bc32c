"""Comfort: every choice is seen at once, kept for ever, and can be taken back."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextFormat
from PySide6.QtWidgets import QAbstractButton, QApplication, QScroller, QScrollerProperties

from reader.settings import FONTS, MEASURES, SPACINGS, Settings, load_settings, save_settings
from reader.ui.ends import is_at_end
from reader.ui.fonts import reading_families
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.passage_geometry import blocks_of
from reader.ui.reading_style import LETTER_EM, LINE_EM, MEASURE_EM, WORD_EM
from reader.ui.system_look import SystemLook
from reader.ui.theme import ORDER, ThemeError
from tests.pictures.fit import misfits
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.paths import Paths
    from reader.ui.comfort_panel import ComfortPanel

PART_OF = {
    "font": "reading_font",
    "line_spacing": "line_spacing",
    "letter_spacing": "letter_spacing",
    "word_spacing": "word_spacing",
    "measure": "measure",
}


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    """Somebody who reads, with Comfort open beside the text."""
    person = Person(qtbot, desk)
    person.window.resize(1600, 900)
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    person.press(person.window.rail.comfort)
    return person


def panel(person: Person) -> ComfortPanel:
    shown = person.window.comfort
    assert shown is not None
    return shown


def choose(person: Person, part: str, value: str) -> None:
    person.press(panel(person).reading.choices[part].buttons[value])
    QApplication.processEvents()


def first_block(person: Person) -> QTextBlock:
    page = person.page(MarkingPage)
    return blocks_of(page.view.document(), page.section.passages[1].id)[0]


def letters(person: Person) -> QFont:
    block = first_block(person)
    return next(iter(block)).fragment().charFormat().font()


# ---- the text follows every choice


def test_the_names_of_choices_are_those_that_are_kept() -> None:
    assert tuple(LINE_EM) == tuple(LETTER_EM) == tuple(WORD_EM) == SPACINGS
    assert tuple(MEASURE_EM) == MEASURES
    assert set(FONTS) == {"hyperlegible", "sans", "serif"}


@pytest.mark.parametrize(("value", "em"), LINE_EM.items())
def test_lines(person: Person, value: str, em: float) -> None:
    choose(person, "line_spacing", value)
    assert first_block(person).blockFormat().lineHeight() == round(em * 21)


@pytest.mark.parametrize(("value", "em"), LETTER_EM.items())
def test_letters(person: Person, value: str, em: float) -> None:
    choose(person, "letter_spacing", value)
    assert letters(person).letterSpacing() == pytest.approx(em * 21, abs=1 / 32)


@pytest.mark.parametrize(("value", "em"), WORD_EM.items())
def test_words(person: Person, value: str, em: float) -> None:
    choose(person, "word_spacing", value)
    assert letters(person).wordSpacing() == pytest.approx(em * 21, abs=1 / 32)


def test_the_measure(person: Person) -> None:
    view = person.page(MarkingPage).view
    widths = []
    for value in MEASURES:
        choose(person, "measure", value)
        widths.append(view.measure()[1])
    room = view.viewport().width() - 48
    wanted = [22 * 21, min(33 * 21, room), room]
    assert all(abs(width - one) <= 1 for width, one in zip(widths, wanted, strict=True)), widths


def test_typefaces(person: Person) -> None:
    families = person.desk.looks.look.families
    for font in panel(person).reading.choices["font"].buttons:
        choose(person, "font", font)
        assert letters(person).families() == [families[font]]


def test_only_typefaces_that_differ_are_offered(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Same:
        def __init__(self, _font: QFont) -> None: ...

        def family(self) -> str:
            return "One for all"

    monkeypatch.setattr("reader.ui.fonts.QFontInfo", Same)
    assert reading_families("Ours") == {"hyperlegible": "Ours", "sans": "One for all"}
    assert reading_families("One for all") == {"hyperlegible": "One for all"}


def test_the_place_being_read_stays_whatever_is_chosen(person: Person) -> None:
    page = person.page(MarkingPage)
    wanted = page.section.passages[5].id
    page.view.scroll_to(wanted)
    for part, choice in panel(person).reading.choices.items():
        for value in choice.buttons:
            choose(person, part, value)
            assert page.view.reading() == wanted, (part, value)


def test_headings_and_tables_follow_too(person: Person) -> None:
    heading = person.page(MarkingPage).section.passages[0].id
    height = blocks_of(person.page(MarkingPage).view.document(), heading)[0].blockFormat()
    usual = height.lineHeight()
    choose(person, "line_spacing", "widest")
    choose(person, "letter_spacing", "widest")
    block = blocks_of(person.page(MarkingPage).view.document(), heading)[0]
    assert block.blockFormat().lineHeight() > usual
    shape = next(iter(block)).fragment().charFormat()
    px = shape.property(QTextFormat.Property.FontPixelSize)
    assert shape.font().letterSpacing() == pytest.approx(0.12 * px, abs=1 / 32)


# ---- kept, and back to how it was


@pytest.mark.parametrize("part", PART_OF)
def test_it_is_there_the_next_time(
    person: Person, paths: Paths, open_desk: Callable[..., Desk], part: str
) -> None:
    value = list(panel(person).reading.choices[part].buttons)[-1]
    choose(person, part, value)
    assert json.loads(paths.settings.read_text(encoding="utf-8"))[PART_OF[part]] == value
    person.window.close()
    again = open_desk()
    assert getattr(again.looks.look.reading, part) == value


def test_a_typeface_of_the_computer_is_found_at_the_start(
    open_desk: Callable[..., Desk], paths: Paths
) -> None:
    save_settings(paths.settings, Settings(size_chosen=True, reading_font="serif"))
    look = open_desk().looks.look
    assert look.text_family == look.families.get("serif", look.family)
    assert look.family == "Atkinson Hyperlegible"


def test_back_to_how_it_was(person: Person, paths: Paths) -> None:
    shown = panel(person)
    assert is_at_end(shown.return_button)
    before = (person.desk.looks.look, load_settings(paths.settings))
    person.press(shown.bigger)
    person.press(shown.themes.buttons["dark"])
    person.press(shown.targets)
    person.press(shown.movement)
    for part in PART_OF:
        choose(person, part, list(shown.reading.choices[part].buttons)[-1])
    assert person.desk.looks.look.theme.id == "dark"
    assert not is_at_end(shown.return_button)
    person.press(shown.return_button)
    assert (person.desk.looks.look, load_settings(paths.settings)) == before
    assert is_at_end(shown.return_button)
    assert not shown.targets.isChecked()
    assert not shown.movement.isChecked()
    assert shown.themes.buttons["system"].isChecked()
    assert shown.reading.choices["font"].buttons["hyperlegible"].isChecked()


def test_opened_again_it_leads_back_to_how_it_was_then(person: Person) -> None:
    shown = panel(person)
    person.press(shown.themes.buttons["paper"])
    person.press(shown.close_button)
    person.press(person.window.rail.comfort)
    person.press(shown.themes.buttons["dark"])
    person.press(shown.return_button)
    assert person.desk.looks.look.theme.id == "paper"


def test_what_is_changed_elsewhere_is_shown_here(person: Person) -> None:
    person.window.sizing.step(1)
    assert panel(person).size_words.text() == "125 per cent of the usual size"
    assert not is_at_end(panel(person).return_button)


# ---- themes


@pytest.fixture
def computer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets the desktop turn dark or light, and say so: offscreen there is none."""

    def turn(*, is_dark: bool, high_contrast: bool = False) -> None:
        monkeypatch.setattr(SystemLook, "is_dark", property(lambda _: is_dark))
        monkeypatch.setattr(SystemLook, "is_high_contrast", property(lambda _: high_contrast))
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    return turn


def test_as_the_computer_says_follows_it_while_the_window_is_open(
    computer: Callable[..., None], desk: Desk
) -> None:
    assert desk.settings.theme == "system"
    for is_dark, high_contrast, theme in (
        *((True, False, "dark"), (True, True, "contrast-dark"), (False, True, "contrast-light")),
        (False, False, "light"),
    ):
        computer(is_dark=is_dark, high_contrast=high_contrast)
        assert desk.looks.look.theme.id == theme


def test_a_theme_of_ones_own_stays_whatever_the_computer_says(
    computer: Callable[..., None], person: Person
) -> None:
    person.press(panel(person).themes.buttons["paper"])
    computer(is_dark=True)
    assert person.desk.looks.look.theme.id == "paper"


def test_all_five_and_the_computers_are_offered(person: Person) -> None:
    assert tuple(panel(person).themes.buttons) == (*ORDER, "system")


def test_a_theme_that_cannot_be_read_is_not_offered_and_not_missed(
    open_desk: Callable[..., Desk], paths: Paths, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from reader.ui import look_choices

    load = look_choices.load_theme

    def broken(folder: object, theme: str) -> object:
        if theme == "dark":
            raise ThemeError(paths.resources / "dark.toml", "is gone")
        return load(folder, theme)  # type: ignore[arg-type]

    monkeypatch.setattr(look_choices, "load_theme", broken)
    save_settings(paths.settings, Settings(size_chosen=True, theme="dark"))
    person = Person(qtbot, open_desk())
    assert person.desk.looks.look.theme.id == "light"
    assert person.window.notice.text == ""
    person.press(person.window.rail.comfort)
    assert "dark" not in panel(person).themes.buttons


# ---- movement


def fastest(person: Person) -> float:
    viewport = person.page(MarkingPage).view.viewport()
    metric = QScrollerProperties.ScrollMetric.MaximumVelocity
    return float(QScroller.scroller(viewport).scrollerProperties().scrollMetric(metric))


def test_with_less_movement_the_text_stops_with_the_finger(person: Person) -> None:
    assert fastest(person) > 0
    person.press(panel(person).movement)
    assert fastest(person) == 0
    person.press(panel(person).movement)
    assert fastest(person) > 0


# ---- the sample


def has_settled(person: Person, width: int, height: int) -> bool:
    sample = panel(person).sample
    is_whole = sample.visibleRegion().boundingRect() == sample.rect()
    return is_whole and misfits(person.window, width, height) == []


def test_the_sample_is_always_in_view_and_shows_whole_lines(person: Person, qtbot: QtBot) -> None:
    shown = panel(person)
    bar = shown._scroll.verticalScrollBar()
    for width, height, size in ((1600, 900, 1.0), (800, 600, 2.0), (1280, 800, 4.0)):
        person.window.resize(width, height)
        person.desk.looks.change(size=size)
        qtbot.waitUntil(partial(has_settled, person, width, height), timeout=5000)
        bar.setValue(bar.maximum())
        assert has_settled(person, width, height)
        count, line = shown.sample._flow_within(shown.sample.width())
        assert line == round(
            person.desk.looks.look.reading.line_em * person.desk.looks.look.text_px
        )
        padding = 2 * shown.sample._padding()
        assert shown.sample.height() - padding == count * line
        assert shown.sample.height() - padding <= max(line, 0.3 * shown.height())


def test_the_sample_changes_with_every_choice(person: Person) -> None:
    shown = panel(person)
    pictures = [shown.sample.grab().toImage()]
    for part, value in (("font", "serif"), ("letter_spacing", "wide"), ("word_spacing", "widest")):
        choose(person, part, value)
        pictures.append(shown.sample.grab().toImage())
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])


# ---- room


@pytest.mark.parametrize("reading", ["usual", "widest"])
@pytest.mark.parametrize(
    ("width", "height", "size"), [(1280, 800, 1.0), (1280, 800, 4.0), (800, 600, 2.0)]
)
def test_nothing_is_cut_off_whatever_is_chosen(
    person: Person, qtbot: QtBot, width: int, height: int, size: float, reading: str
) -> None:
    for part in ("line_spacing", "letter_spacing", "word_spacing"):
        choose(person, part, reading)
    person.window.resize(width, height)
    person.desk.looks.change(size=size)
    qtbot.waitUntil(lambda: misfits(person.window, width, height) == [], timeout=5000)
    person.press(panel(person).close_button)
    qtbot.waitUntil(lambda: misfits(person.window, width, height) == [], timeout=5000)


def test_every_control_of_the_panel_is_reached_by_tab(person: Person, qtbot: QtBot) -> None:
    shown = panel(person)
    wanted = {one for one in shown.findChildren(QAbstractButton) if one.isEnabled()}
    seen = set()
    shown.close_button.setFocus()
    for _ in range(len(wanted)):
        focused = person.window.focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    grouped = {
        one
        for choice in (shown.themes, *shown.reading.choices.values())
        for one in choice.buttons.values()
    }
    assert {
        one.accessibleName() for one in wanted - seen - grouped
    } == set()  # the arrows reach the others of a group
