"""Tests of ui.appointment_line, on the page that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.ui.appointment_line import AppointmentLine
from tests.ui.asking import Asker, full_disk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.notebook.notebook import Notebook
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks

EMPTY = "When is your appointment? (you can leave this out)"


@pytest.fixture
def asker(qtbot: QtBot, looks: Looks, notebook: Notebook, shelf: Shelf, keeper: Keeper) -> Asker:
    return Asker(qtbot, looks, notebook, shelf, keeper).open()


def kept(asker: Asker) -> tuple[str, str]:
    now = asker.notebook.appointments.current()
    return now.what, now.when


@pytest.mark.parametrize(
    ("what", "when", "line", "button"),
    [
        ("", "", EMPTY, "Add"),
        (
            "Second opinion",
            "Thursday 3 December, 2.30pm",
            "Second opinion · Thursday 3 December, 2.30pm",
            "Change",
        ),
        ("Second opinion", "", "Second opinion", "Change"),
        ("", "Thursday", "Thursday", "Change"),
    ],
)
def test_the_line_says_what_is_filled_in(
    qtbot: QtBot, looks: Looks, what: str, when: str, line: str, button: str
) -> None:
    shown = AppointmentLine(looks, lambda _what, _when: True)
    qtbot.addWidget(shown)
    shown.show_appointment(what, when)
    assert (shown.line.text(), shown.change.text()) == (line, button)
    assert shown.change.accessibleName() == f"{button} the appointment"


def test_a_short_line_stays_on_one_line(qtbot: QtBot, looks: Looks) -> None:
    shown = AppointmentLine(looks, lambda _what, _when: True)
    qtbot.addWidget(shown)
    shown.resize(900, 200)
    shown.show()
    shown.show_appointment("Second opinion", "Thursday 3 December, 2.30pm")
    qtbot.waitUntil(lambda: shown.line.width() == shown.line.sizeHint().width())
    assert shown.line.height() < 2 * shown.line.fontMetrics().height()


def test_both_fields_are_filled_in_with_the_keyboard_alone(asker: Asker) -> None:
    asker.key("change-appointment", Qt.Key.Key_Space)
    assert asker.focused() == "appointment-what"
    assert not asker.has("change-appointment")
    asker.type("appointment-what", "Second opinion")
    asker.key("appointment-what", Qt.Key.Key_Return)
    assert asker.focused() == "appointment-when"
    asker.type("appointment-when", "3 December")
    asker.key("appointment-when", Qt.Key.Key_Return)
    assert kept(asker) == ("Second opinion", "3 December")
    assert asker.page.appointment.line.text() == "Second opinion · 3 December"
    assert asker.focused() == "change-appointment"


@pytest.mark.parametrize("how", ["done", "Escape"])
def test_done_and_escape_save_and_show_the_line(asker: Asker, how: str) -> None:
    asker.press("change-appointment")
    asker.type("appointment-what", "  Clinic ")
    if how == "done":
        asker.press("appointment-done")
    else:
        asker.key("appointment-what", Qt.Key.Key_Escape)
    assert kept(asker) == ("Clinic", "")
    assert asker.page.appointment.line.text() == "Clinic"
    assert not asker.has("appointment-what")


def test_what_is_typed_is_saved_by_itself_and_the_fields_stay_open(asker: Asker) -> None:
    asker.press("change-appointment")
    asker.type("appointment-when", "Thursday")
    assert asker.page.appointment.status.text() == "Saving"
    asker.qtbot.waitUntil(lambda: kept(asker) == ("", "Thursday"), timeout=2000)
    assert asker.page.appointment.status.text() == "Saved"
    assert asker.has("appointment-when")


def test_leaving_a_field_or_the_page_saves(asker: Asker) -> None:
    asker.press("change-appointment")
    asker.type("appointment-what", "Clinic")
    asker.key("appointment-what", Qt.Key.Key_Tab)
    assert kept(asker) == ("Clinic", "")
    asker.type("appointment-when", "Friday")
    asker.page.leave()
    assert kept(asker) == ("Clinic", "Friday")


def test_both_can_be_left_out_again(asker: Asker) -> None:
    now = asker.notebook.appointments.current()
    asker.notebook.appointments.change(now.id, "Clinic", "Friday")
    asker.page.refresh()
    asker.press("change-appointment")
    for name in ("appointment-what", "appointment-when"):
        asker.find(name).selectAll()
        asker.key(name, Qt.Key.Key_Delete)
    asker.press("appointment-done")
    assert kept(asker) == ("", "")
    assert asker.page.appointment.line.text() == EMPTY


def test_with_nothing_typed_nothing_is_written(asker: Asker) -> None:
    asker.press("change-appointment")
    asker.press("appointment-done")
    assert asker.notebook.appointments.all() == ()


def test_what_could_not_be_saved_stays_in_the_fields(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker.press("change-appointment")
    asker.type("appointment-what", "Clinic")
    with monkeypatch.context() as broken:
        broken.setattr(asker.notebook.appointments, "change", full_disk)
        asker.press("appointment-done")
        assert asker.find("appointment-what").text() == "Clinic"
        assert asker.page.appointment.status.text() == "Not saved"
    asker.press("appointment-done")
    assert kept(asker) == ("Clinic", "")


def test_a_change_from_elsewhere_does_not_touch_fields_that_are_open(asker: Asker) -> None:
    asker.press("change-appointment")
    asker.type("appointment-what", "Cli")
    asker.ask("Another question?")
    asker.type("appointment-what", "nic")
    assert asker.find("appointment-what").text() == "Clinic"


def test_a_number_of_ten_digits_is_softly_warned_of_and_kept(asker: Asker) -> None:
    line = asker.page.appointment
    asker.key("change-appointment", Qt.Key.Key_Space)
    asker.type("appointment-what", "Clinic, 01482 875875")
    assert line.private.isHidden()
    asker.type("appointment-when", "943 476 5919")
    assert not line.private.isHidden()
    assert "NHS number" in line.private.text()
    asker.key("appointment-when", Qt.Key.Key_Return)
    assert kept(asker) == ("Clinic, 01482 875875", "943 476 5919")
    assert line.private.isHidden()
