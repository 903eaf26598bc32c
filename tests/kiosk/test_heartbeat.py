"""Whether a session still answers, and when one that does not start is tried again."""

from __future__ import annotations

import pytest

from reader.kiosk.heartbeat import LONGEST_WAIT_SECONDS, FailingStarts, Heartbeat
from tests.kiosk.clocks import FakeClock


@pytest.fixture
def time() -> FakeClock:
    return FakeClock()


class TestHeartbeat:
    @pytest.fixture
    def heart(self, time: FakeClock) -> Heartbeat:
        return Heartbeat(2.0, time)

    def test_it_asks_at_once_and_then_every_half_second(
        self, heart: Heartbeat, time: FakeClock
    ) -> None:
        assert heart.question() == 1
        assert heart.question() is None
        time.pass_by(0.49)
        assert heart.question() is None
        time.pass_by(0.01)
        assert heart.question() == 2

    def test_who_answers_is_alive(self, heart: Heartbeat, time: FakeClock) -> None:
        for _ in range(100):
            number = heart.question()
            assert number is not None
            heart.answered(number, painted=False)
            time.pass_by(1.9)
            assert not heart.is_silent

    def test_who_answers_and_paints_nothing_is_silent_after_a_while(self, time: FakeClock) -> None:
        heart = Heartbeat(2.0, time, 4.0)
        for painted in (False, True, False):
            assert not heart.is_silent
            heart.answered(heart.question() or 0, painted=painted)
            time.pass_by(1.9)
        assert not heart.is_silent
        heart.answered(heart.question() or 0, painted=False)
        time.pass_by(0.3)
        assert heart.is_silent
        heart.forgive()
        assert not heart.is_silent

    def test_silence_is_noticed_after_its_time(self, heart: Heartbeat, time: FakeClock) -> None:
        heart.question()
        time.pass_by(2.0)
        assert not heart.is_silent
        time.pass_by(0.01)
        assert heart.is_silent

    @pytest.mark.parametrize("number", [0, -1, 2, 99])
    def test_an_answer_to_no_question_is_none(
        self, heart: Heartbeat, time: FakeClock, number: int
    ) -> None:
        heart.question()
        time.pass_by(2.01)
        heart.answered(number, painted=True)
        assert heart.is_silent

    def test_who_was_not_heard_is_forgiven(self, heart: Heartbeat, time: FakeClock) -> None:
        time.pass_by(60)
        heart.forgive()
        assert not heart.is_silent


class TestFailingStarts:
    @pytest.fixture
    def starts(self, time: FakeClock) -> FailingStarts:
        return FailingStarts(time)

    def test_the_first_failures_are_tried_again_at_once(self, starts: FailingStarts) -> None:
        for _ in range(2):
            starts.failed()
            assert starts.may_start
            assert not starts.is_out_of_order

    def test_then_it_waits_longer_each_time_up_to_a_limit(
        self, starts: FailingStarts, time: FakeClock
    ) -> None:
        starts.failed()
        starts.failed()
        waits = []
        for _ in range(40):
            starts.failed()
            assert starts.is_out_of_order
            begun = time()
            while not starts.may_start:
                time.pass_by(0.5)
            waits.append(time() - begun)
        assert waits[:6] == [1, 2, 4, 8, 16, 30]
        assert set(waits[6:]) == {LONGEST_WAIT_SECONDS}

    def test_a_success_makes_all_good(self, starts: FailingStarts) -> None:
        for _ in range(10):
            starts.failed()
        starts.succeeded()
        assert starts.may_start
        assert not starts.is_out_of_order
