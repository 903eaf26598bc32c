"""One session after the other: who is seen, who is killed, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.kiosk.messages import (
    Alone,
    Begun,
    End,
    Ending,
    Painted,
    Ping,
    PinTried,
    Pong,
    Ready,
    Setup,
    Show,
    encode,
)
from reader.kiosk.policy import Policy
from reader.kiosk.stage import PAINT_SECONDS, READY_SECONDS, Act

if TYPE_CHECKING:
    from tests.kiosk.acting import Theatre


def finish(theatre: Theatre) -> None:
    theatre.say(theatre.shown, Begun(), End(Ending.FINISHED))


class TestStarting:
    def test_the_first_session_is_built_then_shown_then_let_in(self, theatre: Theatre) -> None:
        theatre.supervisor.go_on()
        assert theatre.log == ["Setup 1"]
        theatre.say(theatre.next, Ready())
        assert theatre.log == ["Setup 1", "Show 1", "Setup 2"]
        theatre.say(theatre.shown, Painted())
        assert theatre.log == ["Setup 1", "Show 1", "Setup 2", "Alone 1"]

    def test_what_is_built_is_not_shown_while_another_is(self, opened: Theatre) -> None:
        opened.pass_by(60)
        assert (opened.shown.pid, opened.next.pid) == (1, 2)
        assert not any(isinstance(message, Show) for message in opened.next.heard)

    def test_nobody_is_let_in_before_the_screen_was_seen(self, theatre: Theatre) -> None:
        theatre.supervisor.go_on()
        theatre.say(theatre.next, Ready())
        assert not any(isinstance(message, Alone) for message in theatre.shown.heard)

    def test_a_session_never_learns_the_pin(self, opened: Theatre) -> None:
        setup = opened.built(opened.shown)
        assert setup.has_staff
        assert setup.policy.staff_pin == ""
        assert setup.content == ("/more",)

    def test_what_it_complained_of_is_logged_only_if_it_never_was_ready(
        self, theatre: Theatre, caplog: pytest.LogCaptureFixture
    ) -> None:
        theatre.supervisor.go_on()
        theatre.next.is_gone = True
        theatre.hear()
        assert "libsomething.so is missing" in caplog.text
        caplog.clear()
        theatre.say(theatre.next, Ready())
        theatre.shown.is_gone = True
        theatre.hear()
        assert "libsomething" not in caplog.text


class TestChanging:
    def test_the_next_is_seen_before_the_old_is_killed_and_let_in_after(
        self, opened: Theatre
    ) -> None:
        opened.log.clear()
        finish(opened)
        assert opened.log == ["Show 2", "Setup 3"]
        opened.say(opened.shown, Painted())
        assert opened.log == ["Show 2", "Setup 3", "end 1", "clean kiosk", "Alone 2"]

    def test_the_old_is_killed_after_half_a_second_seen_or_not(self, opened: Theatre) -> None:
        finish(opened)
        opened.pass_by(0.4)
        assert 1 in opened.alive
        opened.pass_by(0.2)
        assert 1 not in opened.alive
        assert opened.shown.pid == 2

    def test_without_a_next_one_the_old_is_killed_at_once(self, opened: Theatre) -> None:
        finish(opened)
        opened.say(opened.shown, Painted())
        finish(opened)
        assert opened.alive == [3]
        opened.say(opened.next, Ready())
        assert opened.shown.pid == 3
        opened.say(opened.shown, Painted())
        assert any(isinstance(message, Alone) for message in opened.shown.heard)

    def test_a_thousand_turns_leave_two_sessions(self, opened: Theatre) -> None:
        for _ in range(1000):
            finish(opened)
            opened.say(opened.shown, Painted())
            opened.say(opened.next, Ready())
        assert opened.alive == [1001, 1002]
        assert [staged.act for staged in opened.supervisor.turns.sessions] == [
            Act.PLAYING,
            Act.WAITING,
        ]

    def test_what_an_old_session_says_is_not_heard_any_more(self, opened: Theatre) -> None:
        old = opened.shown
        finish(opened)
        opened.say(old, End(Ending.FINISHED), Begun(), PinTried("482913"))
        assert (opened.shown.pid, opened.next.pid) == (2, 3)
        assert opened.counts.days[0].sessions == 1

    def test_a_hidden_session_cannot_ask_for_anything(self, opened: Theatre) -> None:
        opened.say(opened.next, End(Ending.FINISHED), Begun(), PinTried("482913"), Painted())
        assert (opened.shown.pid, opened.next.pid) == (1, 2)
        assert opened.counts.days == ()
        assert opened.next.heard[-1] == Ping(1)

    def test_a_session_that_finishes_twice_is_one_turn(self, opened: Theatre) -> None:
        opened.say(opened.shown, End(Ending.FINISHED), End(Ending.IDLE))
        assert (opened.shown.pid, opened.next.pid) == (2, 3)


class TestFaults:
    def test_a_session_that_dies_is_followed_by_the_next(self, opened: Theatre) -> None:
        opened.shown.is_gone = True
        opened.hear()
        assert opened.shown.pid == 2
        opened.say(opened.shown, Painted())
        assert opened.alive == [2, 3]

    def test_a_session_that_does_not_answer_is_followed_by_the_next(self, opened: Theatre) -> None:
        opened.pass_by(2.9, answering=False)
        assert opened.shown.pid == 1
        opened.pass_by(0.4, answering=False)
        assert opened.shown.pid == 2

    def test_a_session_that_answers_but_paints_nothing_is_hung(self, opened: Theatre) -> None:
        for tenths in range(45):
            opened.clock.pass_by(0.1)
            assert (opened.shown.pid == 1) == (tenths < 40), "a busy one is left its words"
            for ping in [each for each in opened.shown.heard if isinstance(each, Ping)]:
                opened.shown.said.append(encode(Pong(ping.number, painted=False)))
            opened.hear()
        assert opened.shown.pid == 2

    @pytest.mark.parametrize("said", [b"nonsense", b'["Show",{}]', b'["Pong",{"number":"1"}]'])
    def test_a_session_that_talks_nonsense_is_ended(
        self, opened: Theatre, said: bytes, caplog: pytest.LogCaptureFixture
    ) -> None:
        opened.say(opened.shown, said)
        assert opened.shown.pid == 2
        assert "nonsense" in caplog.text

    def test_a_session_that_takes_nothing_is_ended(self, opened: Theatre) -> None:
        opened.next.is_gone = True
        finish(opened)
        assert 2 not in opened.alive
        assert 1 not in opened.alive
        opened.say(opened.next, Ready())
        assert opened.shown.pid == 3

    def test_a_next_one_that_dies_is_made_anew_and_nobody_notices(self, opened: Theatre) -> None:
        opened.next.is_gone = True
        opened.hear()
        assert (opened.shown.pid, opened.next.pid) == (1, 3)

    def test_one_that_is_never_built_is_given_up(self, opened: Theatre) -> None:
        opened.next.is_gone = True
        opened.hear()
        opened.pass_by(READY_SECONDS + 0.2)
        assert opened.next.pid == 4

    def test_one_that_is_never_seen_is_given_up(self, opened: Theatre) -> None:
        finish(opened)
        opened.say(opened.next, Ready())
        opened.pass_by(PAINT_SECONDS + 0.3)
        assert 2 not in opened.alive
        assert opened.shown.pid == 3

    def test_a_supervisor_that_was_held_up_blames_nobody(self, opened: Theatre) -> None:
        opened.clock.pass_by(3600 - 60)
        opened.hear()
        assert (opened.shown.pid, opened.next.pid) == (1, 2)
        opened.pass_by(5)
        assert (opened.shown.pid, opened.next.pid) == (1, 2)

    def test_one_that_waited_an_hour_is_built_anew(self, opened: Theatre) -> None:
        opened.pass_by(3601)
        assert (opened.shown.pid, opened.next.pid) == (1, 3)

    def test_it_survives_every_session_dying_at_once(self, opened: Theatre) -> None:
        for _ in range(50):
            for process in opened.starter.processes:
                process.is_gone = True
            opened.hear()
            opened.pass_by(31)
            opened.say(opened.next, Ready())
            opened.say(opened.shown, Painted())
            opened.say(opened.next, Ready())
            assert len(opened.alive) == 2


class TestOutOfOrder:
    def fail(self, theatre: Theatre, times: int) -> None:
        for _ in range(times):
            if theatre.supervisor.turns.next is None:
                theatre.supervisor.go_on()
            theatre.next.is_gone = True
            theatre.supervisor.listen(theatre.supervisor.turns.sessions[-1])

    def test_after_three_failing_starts_the_screen_says_so(self, theatre: Theatre) -> None:
        self.fail(theatre, 3)
        theatre.supervisor.go_on()
        assert theatre.built(theatre.next).out_of_order
        theatre.say(theatre.next, Ready())
        theatre.say(theatre.shown, Painted())
        assert "status Sessions do not start; the log says why." in theatre.notifier.said

    def test_sessions_go_on_being_tried_and_take_its_place(self, theatre: Theatre) -> None:
        self.fail(theatre, 3)
        theatre.supervisor.go_on()
        theatre.say(theatre.next, Ready())
        theatre.say(theatre.shown, Painted())
        sign = theatre.shown
        theatre.pass_by(1.2)
        assert not theatre.built(theatre.next).out_of_order
        theatre.say(theatre.next, Ready())
        assert theatre.shown is not sign
        theatre.say(theatre.shown, Painted())
        assert sign.is_ended

    def test_a_sign_that_fails_too_is_not_tried_again_and_again(self, theatre: Theatre) -> None:
        self.fail(theatre, 4)
        before = len(theatre.starter.processes)
        for _ in range(9):
            theatre.clock.pass_by(0.1)
            theatre.supervisor.go_on()
        assert len(theatre.starter.processes) == before

    def test_a_machine_without_memory_is_asked_again_later(
        self, theatre: Theatre, caplog: pytest.LogCaptureFixture
    ) -> None:
        theatre.starter.is_broken = True
        for _ in range(600):
            theatre.clock.pass_by(0.1)
            theatre.supervisor.go_on()
        assert "Cannot allocate memory" in caplog.text
        assert len(caplog.records) < 12
        theatre.starter.is_broken = False
        for _ in range(310):
            theatre.clock.pass_by(0.1)
            theatre.supervisor.go_on()
        assert theatre.starter.processes

    def test_dying_in_use_is_no_failing_start(self, opened: Theatre) -> None:
        for _ in range(20):
            opened.shown.is_gone = True
            opened.hear()
            opened.say(opened.shown, Painted())
            opened.say(opened.next, Ready())
        assert not any(
            message.out_of_order
            for process in opened.starter.processes
            for message in process.heard
            if isinstance(message, Setup)
        )


class TestWatchdog:
    def test_systemd_hears_of_the_first_painted_screen_and_of_no_earlier_one(
        self, theatre: Theatre
    ) -> None:
        theatre.supervisor.go_on()
        theatre.say(theatre.next, Ready())
        assert theatre.notifier.said == []
        theatre.say(theatre.shown, Painted())
        assert "ready" in theatre.notifier.said
        finish(theatre)
        theatre.say(theatre.next, Ready())
        theatre.say(theatre.shown, Painted())
        assert theatre.notifier.said.count("ready") == 1

    def test_it_is_fed_by_frames_of_the_shown_session_alone(self, opened: Theatre) -> None:
        opened.notifier.said.clear()
        opened.say(opened.next, Pong(1, painted=True))
        opened.say(opened.shown, Pong(1, painted=False))
        assert opened.notifier.said == []
        opened.say(opened.shown, Pong(1, painted=True))
        assert opened.notifier.said == ["alive"]

    def test_it_starves_when_nothing_is_painted(self, opened: Theatre) -> None:
        opened.notifier.said.clear()
        opened.starter.is_broken = True
        opened.pass_by(60, answering=False)
        assert "alive" not in opened.notifier.said


class TestPolicyChange:
    def test_a_start_screen_with_nobody_at_it_is_changed(self, opened: Theatre) -> None:
        opened.policy_file.now = opened.policy_file.now.__class__(Policy(has_qr=True))
        opened.pass_by(5.2)
        assert 2 not in opened.alive
        opened.say(opened.next, Ready())
        assert opened.shown.pid == 3
        assert opened.built(opened.shown).policy.has_qr

    def test_a_person_is_left_in_peace(self, opened: Theatre) -> None:
        opened.say(opened.shown, Begun())
        opened.policy_file.now = opened.policy_file.now.__class__(Policy(has_qr=True))
        opened.pass_by(5.2)
        opened.say(opened.next, Ready())
        opened.pass_by(60)
        assert opened.shown.pid == 1
        opened.say(opened.shown, End(Ending.FINISHED))
        assert opened.built(opened.shown).policy.has_qr
        opened.say(opened.shown, Painted())
        opened.say(opened.next, Ready())
        opened.pass_by(20)
        assert opened.shown.pid == 3


def test_everything_is_ended_at_the_end(opened: Theatre) -> None:
    finish(opened)
    opened.supervisor.close()
    assert opened.alive == []
    assert opened.notifier.said[-1] == "stopping"
