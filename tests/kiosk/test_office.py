"""What sessions are told and may ask for, and what staff may have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.kiosk import pin
from reader.kiosk.messages import (
    Begun,
    CountsTold,
    DayCounts,
    End,
    Ending,
    Health,
    Helped,
    Painted,
    PinChecked,
    PinTried,
    Printed,
    Ready,
    Show,
    StaffAsked,
    StaffTask,
    StaffTaskDone,
    SticksTold,
)
from reader.kiosk.office import Outcome
from reader.kiosk.policy import Policy
from reader.kiosk.policy_file import PolicyRead
from reader.printing.model import Job, JobState
from tests.kiosk.conftest import PIN

if TYPE_CHECKING:
    from tests.kiosk.acting import Theatre

SWAP = Health("swap", good=False, words="Swap is on.")
NETWORK = Health("network", good=False, words="A network is on.")
FINE = Health("core", good=True, words="No core files.")


def turn(theatre: Theatre) -> None:
    """One person comes and goes."""
    theatre.say(theatre.shown, Begun(), End(Ending.FINISHED))
    theatre.say(theatre.shown, Painted())
    theatre.say(theatre.next, Ready())


def numbers(theatre: Theatre) -> tuple[int, ...]:
    days = theatre.counts.days
    assert len(days) <= 1
    return next(((d.sessions, d.prints, d.helpful, d.not_helpful) for d in days), ())


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash is worth is tested elsewhere; here it would only take time."""
    monkeypatch.setattr(pin, "matches", lambda tried, _: tried == PIN)


class TestCounts:
    def test_a_session_counts_once(self, opened: Theatre) -> None:
        opened.say(opened.shown, Begun(), Begun())
        assert numbers(opened) == (1, 0, 0, 0)

    def test_a_start_screen_that_nobody_touched_is_no_session(self, opened: Theatre) -> None:
        opened.shown.is_gone = True
        opened.hear()
        assert opened.counts.days == ()

    def test_sheets_are_counted(self, opened: Theatre) -> None:
        opened.say(opened.shown, Begun(), Printed(), Printed())
        assert numbers(opened) == (1, 2, 0, 0)

    def test_one_answer_a_session_is_counted(self, opened: Theatre) -> None:
        opened.say(opened.shown, Begun(), Helped(True), Helped(True), Helped(False))
        assert numbers(opened) == (1, 0, 1, 0)

    def test_what_the_policy_does_not_ask_is_not_counted(self, opened: Theatre) -> None:
        opened.policy_file.now = PolicyRead(Policy())
        opened.pass_by(5.2)
        opened.say(opened.shown, Begun(), Helped(True), Printed())
        assert numbers(opened) == (1, 0, 0, 0)


class TestPin:
    def test_the_right_one_is_told_so(self, opened: Theatre) -> None:
        opened.say(opened.shown, PinTried(PIN))
        assert opened.shown.last(PinChecked) == PinChecked(right=True)

    def test_five_wrong_ones_wait_a_minute_over_several_sessions(self, opened: Theatre) -> None:
        for _ in range(4):
            opened.say(opened.shown, PinTried("111222"))
            assert opened.shown.last(PinChecked) == PinChecked(right=False)
            turn(opened)
        opened.say(opened.shown, PinTried("111222"))
        assert opened.shown.last(PinChecked) == PinChecked(right=False, wait_seconds=60)
        turn(opened)
        opened.say(opened.shown, PinTried(PIN))
        assert not opened.shown.last(PinChecked).right

    def test_without_a_pin_there_is_no_answer(self, opened: Theatre) -> None:
        opened.policy_file.now = PolicyRead(Policy())
        opened.pass_by(5.2)
        opened.say(opened.shown, PinTried(""), StaffAsked(StaffTask.EXIT))
        assert not any(isinstance(message, PinChecked) for message in opened.shown.heard)
        assert opened.supervisor.outcome is None


class TestStaff:
    @pytest.fixture
    def staffed(self, opened: Theatre) -> Theatre:
        opened.say(opened.shown, PinTried(PIN))
        return opened

    @pytest.mark.parametrize("task", list(StaffTask))
    def test_nothing_is_done_without_the_pin(self, opened: Theatre, task: StaffTask) -> None:
        opened.sticks = ("/media/stick",)
        before = len(opened.shown.heard)
        opened.say(opened.shown, PinTried("111222"), StaffAsked(task, "/media/stick"))
        assert len(opened.shown.heard) == before + 1
        assert opened.supervisor.outcome is None
        assert opened.written == {}
        assert opened.shown.pid == 1

    def test_the_pin_is_forgotten_with_the_session(self, staffed: Theatre) -> None:
        staffed.say(staffed.shown, End(Ending.STAFF))
        staffed.say(staffed.shown, Painted())
        staffed.say(staffed.shown, StaffAsked(StaffTask.EXIT))
        assert staffed.supervisor.outcome is None

    @pytest.mark.parametrize(
        ("task", "outcome"),
        [(StaffTask.EXIT, Outcome.EXIT), (StaffTask.RESTART, Outcome.RESTART)],
    )
    def test_staff_can_end_it_and_that_is_recorded(
        self, staffed: Theatre, task: StaffTask, outcome: Outcome
    ) -> None:
        staffed.say(staffed.shown, StaffAsked(task))
        assert staffed.supervisor.outcome is outcome
        assert staffed.record.read_text().startswith("2026-11-21T09:00:00")

    def test_the_numbers_are_told(self, staffed: Theatre) -> None:
        staffed.say(staffed.shown, StaffAsked(StaffTask.COUNTS))
        assert staffed.shown.last(CountsTold) == CountsTold(staffed.counts.days)

    def test_sticks_are_told(self, staffed: Theatre) -> None:
        staffed.sticks = ("/media/a", "/media/b")
        staffed.say(staffed.shown, StaffAsked(StaffTask.STICKS))
        assert staffed.shown.last(SticksTold) == SticksTold(("/media/a", "/media/b"))

    def test_the_table_goes_to_the_chosen_stick(self, staffed: Theatre) -> None:
        staffed.sticks = ("/media/a", "/media/b")
        staffed.counts.add(sessions=2)
        staffed.say(staffed.shown, StaffAsked(StaffTask.EXPORT, "/media/b"))
        assert staffed.shown.last(StaffTaskDone).done
        assert staffed.written == {"/media/b": staffed.counts.as_csv()}
        assert staffed.counts.days == (DayCounts(staffed.counts.days[0].day, 2, 0, 0, 0),)

    @pytest.mark.parametrize("place", ["/media/gone", "/etc", "", "/media/a/../../etc"])
    def test_only_a_stick_that_is_there_is_written_to(self, staffed: Theatre, place: str) -> None:
        staffed.sticks = ("/media/a",)
        staffed.say(staffed.shown, StaffAsked(StaffTask.EXPORT, place))
        assert not staffed.shown.last(StaffTaskDone).done
        assert staffed.written == {}

    def test_a_full_stick_is_said(self, staffed: Theatre) -> None:
        staffed.sticks = ("/media/a",)
        staffed.stick_is_full = True
        staffed.say(staffed.shown, StaffAsked(StaffTask.EXPORT, "/media/a"))
        told = staffed.shown.last(StaffTaskDone)
        assert not told.done
        assert "No space left on device" in told.words


class TestHealth:
    @pytest.fixture
    def sick(self, theatre: Theatre) -> Theatre:
        """Something was wrong when the machine was switched on."""
        theatre.health = (FINE, SWAP)
        theatre.office._health = theatre.health
        theatre.open()
        return theatre

    def override(self, theatre: Theatre) -> None:
        theatre.say(theatre.shown, PinTried(PIN), StaffAsked(StaffTask.OVERRIDE))
        theatre.say(theatre.shown, Painted())
        theatre.say(theatre.next, Ready())

    def test_a_fit_machine_lets_patients_in(self, opened: Theatre) -> None:
        assert opened.shown.last(Show) == Show(admits=True)

    def test_an_unfit_one_does_not_and_says_why(self, sick: Theatre) -> None:
        show = sick.shown.last(Show)
        assert not show.admits
        assert show.health == (FINE, SWAP)

    def test_nobody_is_counted_who_was_not_let_in(self, sick: Theatre) -> None:
        sick.say(sick.shown, Begun())
        assert sick.counts.days == ()

    def test_staff_can_let_patients_in_and_that_is_recorded(self, sick: Theatre) -> None:
        self.override(sick)
        show = sick.shown.last(Show)
        assert (show.admits, show.overridden) == (True, True)
        assert "this failed: swap." in sick.record.read_text()

    def test_what_goes_wrong_later_closes_it_again(self, sick: Theatre) -> None:
        self.override(sick)
        sick.health = (FINE, SWAP, NETWORK)
        sick.pass_by(5.2)
        sick.say(sick.next, Ready())
        assert not sick.shown.last(Show).admits

    def test_what_was_mended_opens_it(self, sick: Theatre) -> None:
        sick.health = (FINE,)
        sick.pass_by(5.2)
        sick.say(sick.next, Ready())
        assert sick.shown.last(Show) == Show(admits=True, health=(FINE,))

    def test_what_cannot_be_recorded_is_not_done(self, sick: Theatre) -> None:
        sick.record.mkdir()
        sick.say(sick.shown, PinTried(PIN), StaffAsked(StaffTask.OVERRIDE))
        assert not sick.shown.last(StaffTaskDone).done
        turn(sick)
        assert not sick.shown.last(Show).admits

    def test_what_is_wrong_in_the_policy_is_shown_to_staff(self, opened: Theatre) -> None:
        opened.policy_file.now = PolicyRead(Policy(), ("“colour” is not known.",))
        opened.pass_by(5.2)
        opened.say(opened.next, Ready())
        assert opened.shown.last(Show).problems == ("“colour” is not known.",)

    def test_nothing_new_changes_nothing(self, opened: Theatre) -> None:
        opened.pass_by(60)
        assert (opened.shown.pid, opened.next.pid) == (1, 2)


class TestQueue:
    def test_it_is_emptied_after_each_person_before_the_next_is_let_in(
        self, opened: Theatre
    ) -> None:
        opened.queue.jobs_left = [Job(1, JobState.PROCESSING)]
        turn(opened)
        assert opened.log.index("clean kiosk") < opened.log.index("Alone 2")
        assert opened.queue.jobs_left == []

    def test_a_start_screen_that_nobody_touched_has_printed_nothing(self, opened: Theatre) -> None:
        opened.shown.is_gone = True
        opened.hear()
        opened.say(opened.shown, Painted())
        assert opened.queue.cancelled == 0

    def test_what_staff_printed_is_cleared_too(self, opened: Theatre) -> None:
        opened.say(opened.shown, PinTried(PIN), End(Ending.STAFF))
        opened.say(opened.shown, Painted())
        assert opened.queue.cancelled == 1

    def test_a_server_that_is_away_is_asked_again_until_it_is_done(self, opened: Theatre) -> None:
        opened.queue.is_away = True
        turn(opened)
        opened.pass_by(5)
        assert opened.queue.cancelled == 0
        opened.queue.is_away = False
        opened.pass_by(2.5)
        assert opened.queue.cancelled == 1
        opened.pass_by(60)
        assert opened.queue.cancelled == 1

    def test_it_is_not_asked_again_while_a_person_may_be_printing(self, opened: Theatre) -> None:
        opened.queue.is_away = True
        turn(opened)
        opened.queue.is_away = False
        opened.say(opened.shown, Begun())
        opened.pass_by(30)
        assert opened.queue.cancelled == 0

    def test_without_printing_no_server_is_asked(self, opened: Theatre) -> None:
        opened.policy_file.now = PolicyRead(Policy())
        opened.pass_by(5.2)
        opened.say(opened.next, Ready())
        opened.say(opened.shown, Painted())
        opened.say(opened.next, Ready())
        turn(opened)
        assert opened.queue.cancelled == 0
