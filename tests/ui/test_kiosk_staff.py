"""Staff at a kiosk: the PIN, what is well, paper, numbers, a stick, and the ways out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reader.kiosk.messages import (
    Begun,
    CountsTold,
    DayCounts,
    End,
    Ending,
    Health,
    PinChecked,
    PinTried,
    Printed,
    Show,
    StaffAsked,
    StaffTask,
    StaffTaskDone,
    SticksTold,
)
from reader.kiosk.policy import Printing
from reader.printing.model import JobState
from tests.ui.kiosk_stage import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.kiosk_staff_room import KioskStaffRoom
    from tests.ui.kiosk_stage import Visitor

PIN = "482913"
HEALTH = (
    Health("swap", good=True, words="Swap is off."),
    Health("cups", good=False, words="CUPS keeps what was printed. Set PreserveJobHistory No."),
)


@pytest.fixture
def staff(open_kiosk: Callable[..., Visitor]) -> Visitor:
    """Somebody before the pad."""
    visitor = open_kiosk(has_staff=True, show=Show(admits=True, health=HEALTH))
    visitor.touch_named("Staff")
    return visitor


@pytest.fixture
def inside(staff: Visitor) -> Visitor:
    """Somebody whose PIN was right."""
    staff.session.say(PinChecked(right=True))
    return staff


def room(visitor: Visitor) -> KioskStaffRoom:
    assert visitor.desk.staff is not None
    return visitor.desk.staff


def texts(visitor: Visitor) -> list[str]:
    return [one.text() for one in visitor.frame.findChildren(QLabel) if one.isVisible()]


def enter(visitor: Visitor, pin: str = PIN) -> None:
    for digit in pin:
        visitor.touch(room(visitor).pad.digits[int(digit)])
    visitor.touch(room(visitor).pad.enter)


class TestPad:
    def test_a_pin_goes_to_the_supervisor_and_is_never_shown(self, staff: Visitor) -> None:
        pad = room(staff).pad
        for digit in PIN:
            staff.touch(pad.digits[int(digit)])
        assert pad.told.text() == "● ● ● ● ● ●"
        staff.touch(pad.enter)
        assert staff.session.last() == PinTried(PIN)
        assert not any(digit in pad.told.text() for digit in PIN)

    def test_it_can_be_typed_too(self, staff: Visitor) -> None:
        QTest.keyClicks(room(staff).pad, "4829x13")
        QTest.keyClick(room(staff).pad, Qt.Key.Key_Backspace)
        QTest.keyClicks(room(staff).pad, "3")
        QTest.keyClick(room(staff).pad, Qt.Key.Key_Return)
        assert staff.session.last() == PinTried(PIN)

    def test_a_wrong_one_is_said_calmly_and_can_be_tried_again(self, staff: Visitor) -> None:
        enter(staff, "111222")
        staff.session.say(PinChecked(right=False))
        assert room(staff).pad.told.text() == "That PIN is not right. Please try again."
        assert staff.screen is room(staff).pad
        enter(staff)
        assert staff.session.last() == PinTried(PIN)

    def test_after_too_many_it_counts_the_wait_down_and_takes_nothing(self, staff: Visitor) -> None:
        pad = room(staff).pad
        staff.session.say(PinChecked(right=False, wait_seconds=3))
        assert "wait 3 seconds" in pad.told.text()
        assert not pad.enter.isEnabled()
        said = len(staff.session.heard())
        QTest.keyClicks(pad, PIN)
        QTest.keyClick(pad, Qt.Key.Key_Return)
        assert len(staff.session.heard()) == said
        pad.count()
        assert "wait 2 seconds" in pad.told.text()
        pad.count()
        pad.count()
        assert pad.enter.isEnabled()
        enter(staff)
        assert staff.session.last() == PinTried(PIN)

    def test_a_short_one_is_not_sent(self, staff: Visitor) -> None:
        enter(staff, "4829")
        assert "6 digits or more" in room(staff).pad.told.text()
        assert not [one for one in staff.session.heard() if isinstance(one, PinTried)]

    def test_delete_takes_back_one(self, staff: Visitor) -> None:
        pad = room(staff).pad
        staff.touch(pad.digits[4])
        staff.touch(pad.digits[8])
        staff.touch(pad.delete)
        assert pad.told.text() == "●"

    def test_a_right_one_leads_in_and_a_patient_never_does(self, staff: Visitor) -> None:
        staff.session.say(PinChecked(right=True))
        assert staff.screen is room(staff).page
        assert Begun() not in staff.session.heard()

    def test_going_back_ends_this_process_as_staff(self, staff: Visitor) -> None:
        staff.touch_named("Go back")
        assert staff.session.last() == End(Ending.STAFF)

    def test_staff_who_walk_away_are_not_waited_for(self, inside: Visitor) -> None:
        inside.session.pass_by(EVERYTHING.idle_seconds + 1)
        assert inside.screen is inside.desk.countdown
        inside.session.pass_by(EVERYTHING.countdown_seconds + 1)
        assert inside.session.last() == End(Ending.STAFF)

    def test_without_a_pin_in_the_policy_there_is_no_way_in(self, visitor: Visitor) -> None:
        assert "Staff" not in visitor.names()
        assert visitor.desk.staff is None
        visitor.session.say(PinChecked(right=True))
        assert visitor.screen is visitor.desk.start


class TestPage:
    def test_what_is_amiss_comes_first_in_words(self, inside: Visitor) -> None:
        told = [text for text in texts(inside) if "ell: " in text]
        assert told == [
            "Not well: CUPS keeps what was printed. Set PreserveJobHistory No.",
            "Well: Swap is off.",
        ]

    def test_problems_of_the_policy_are_told(self, open_kiosk: Callable[..., Visitor]) -> None:
        show = Show(admits=True, problems=("idle_seconds is no number",))
        visitor = open_kiosk(has_staff=True, show=show)
        visitor.touch_named("Staff")
        visitor.session.say(PinChecked(right=True))
        assert "In the policy file: idle_seconds is no number" in texts(visitor)

    def test_staff_can_let_people_in_all_the_same(self, open_kiosk: Callable[..., Visitor]) -> None:
        visitor = open_kiosk(has_staff=True, show=Show(admits=False, health=HEALTH))
        visitor.touch_named("Staff")
        visitor.session.say(PinChecked(right=True))
        visitor.touch_named("Let people use it all the same")
        assert visitor.session.last() == StaffAsked(StaffTask.OVERRIDE)
        words = "This could not be written in the record."
        visitor.session.say(StaffTaskDone(StaffTask.OVERRIDE, done=False, words=words))
        assert words in texts(visitor)

    def test_where_people_are_let_in_there_is_nothing_to_override(self, inside: Visitor) -> None:
        assert room(inside).page.override_button is None

    @pytest.mark.parametrize(
        ("name", "task"),
        [("Start it again", StaffTask.RESTART), ("Close the kiosk", StaffTask.EXIT)],
    )
    def test_the_ways_out(self, inside: Visitor, name: str, task: StaffTask) -> None:
        inside.touch_named(name)
        assert inside.session.last() == StaffAsked(task)

    def test_back_to_the_start_screen_is_a_new_process(self, inside: Visitor) -> None:
        inside.touch_named("Back to the start screen")
        assert inside.session.last() == End(Ending.STAFF)


class TestPaper:
    def test_a_test_page_is_printed_and_counts_for_nobody(self, inside: Visitor) -> None:
        inside.touch_named("Print a test page")
        service = inside.session.service
        assert len(service.sent) == 1
        service.states[1] = JobState.COMPLETED
        run = room(inside).run
        assert run is not None
        run.look()
        assert any("take your pages" in text for text in texts(inside))
        assert Printed() not in inside.session.heard()

    @pytest.mark.parametrize("count", [1, 5, 10])
    def test_blank_sheets_come_in_one_job(self, inside: Visitor, count: int) -> None:
        name = "1 blank sheet" if count == 1 else f"{count} blank sheets"
        inside.touch_named(name)
        assert [one[2].copies for one in inside.session.service.sent] == [count]

    def test_staff_are_not_held_to_what_one_patient_may_print(
        self, open_kiosk: Callable[..., Visitor]
    ) -> None:
        printing = Printing("kiosk", pages_a_job=1, jobs_a_session=1)
        visitor = open_kiosk(replace(EVERYTHING, printing=printing), has_staff=True)
        visitor.touch_named("Staff")
        visitor.session.say(PinChecked(right=True))
        visitor.touch_named("10 blank sheets")
        assert len(visitor.session.service.sent) == 1

    def test_without_a_printer_there_is_no_paper(self, open_kiosk: Callable[..., Visitor]) -> None:
        visitor = open_kiosk(replace(EVERYTHING, printing=None), has_staff=True)
        visitor.touch_named("Staff")
        visitor.session.say(PinChecked(right=True))
        assert not [name for name in visitor.names() if "sheet" in name or "test page" in name]


class TestNumbers:
    def test_they_are_asked_for_and_shown_by_day_newest_first(self, inside: Visitor) -> None:
        inside.touch_named("Show the numbers")
        assert inside.session.last() == StaffAsked(StaffTask.COUNTS)
        days = (
            DayCounts(date(2026, 11, 18), 12, 7, 5, 1),
            DayCounts(date(2026, 11, 19), 3, 2, 1, 0),
        )
        inside.session.say(CountsTold(days))
        shown = texts(inside)
        at = shown.index("19 November 2026")
        assert shown[at : at + 4] == [
            "19 November 2026",
            "People: 3. Sheets printed: 2. Helpful: 1. Not helpful: 0.",
            "18 November 2026",
            "People: 12. Sheets printed: 7. Helpful: 5. Not helpful: 1.",
        ]

    def test_that_there_are_none_is_said(self, inside: Visitor) -> None:
        inside.session.say(CountsTold(()))
        assert "There are no numbers yet." in texts(inside)

    def test_a_stick_is_chosen_from_a_list_and_nothing_else(self, inside: Visitor) -> None:
        inside.touch_named("Save them to a stick")
        assert inside.session.last() == StaffAsked(StaffTask.STICKS)
        inside.session.say(SticksTold(("/media/clinic/BLUE", "/media/clinic/RED")))
        inside.touch_named("Stick “RED”")
        assert inside.session.last() == StaffAsked(StaffTask.EXPORT, "/media/clinic/RED")
        words = "The numbers are on the stick. You can take it out."
        inside.session.say(StaffTaskDone(StaffTask.EXPORT, done=True, words=words))
        assert words in texts(inside)

    def test_a_stick_that_was_taken_out_is_not_offered_again(self, inside: Visitor) -> None:
        inside.session.say(SticksTold(("/media/clinic/BLUE",)))
        inside.session.say(SticksTold(()))
        assert "Stick “BLUE”" not in inside.names()
        assert any("no stick" in text for text in texts(inside))
