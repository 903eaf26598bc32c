"""When a session that nobody touches ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.kiosk.session_clock import Phase, Reading, SessionClock
from tests.kiosk.clocks import FakeClock


@pytest.fixture
def time() -> FakeClock:
    return FakeClock()


@pytest.fixture
def clock(time: FakeClock) -> SessionClock:
    """Ninety seconds idle, thirty to count down; somebody has just started."""
    made = SessionClock(90, 30, time)
    made.start()
    return made


def test_nothing_runs_out_on_the_start_screen(time: FakeClock) -> None:
    clock = SessionClock(90, 30, time)
    time.pass_by(100_000)
    assert clock.read() == Reading(Phase.START)


def test_a_touch_on_the_start_screen_starts_nothing(time: FakeClock) -> None:
    clock = SessionClock(90, 30, time)
    clock.touch()
    time.pass_by(100_000)
    assert clock.read().phase is Phase.START


def test_the_time_counts_from_the_start_not_from_before_it(time: FakeClock) -> None:
    clock = SessionClock(90, 30, time)
    time.pass_by(1000)
    clock.start()
    time.pass_by(89.9)
    assert clock.read().phase is Phase.IN_USE


@pytest.mark.parametrize(
    ("seconds", "phase"), [(0, Phase.IN_USE), (89.9, Phase.IN_USE), (90, Phase.COUNTDOWN)]
)
def test_the_countdown_begins_after_the_idle_time(
    clock: SessionClock, time: FakeClock, seconds: float, phase: Phase
) -> None:
    time.pass_by(seconds)
    assert clock.read().phase is phase


def test_the_countdown_says_whole_seconds_and_never_nought(
    clock: SessionClock, time: FakeClock
) -> None:
    time.pass_by(90)
    said = []
    while (reading := clock.read()).phase is Phase.COUNTDOWN:
        said.append(reading.seconds_left)
        time.pass_by(0.25)
    assert said[0] == 30
    assert said[-1] == 1
    assert said == sorted(said, reverse=True)
    assert set(said) == set(range(1, 31))


def test_after_the_countdown_it_is_over_for_good(clock: SessionClock, time: FakeClock) -> None:
    time.pass_by(90)
    clock.read()
    time.pass_by(30)
    assert clock.read() == Reading(Phase.OVER)
    clock.touch()
    clock.start()
    clock.hold(speaking=True)
    assert clock.read() == Reading(Phase.OVER)


def test_a_machine_that_slept_still_asks_first(clock: SessionClock, time: FakeClock) -> None:
    time.pass_by(8 * 3600)
    assert clock.read() == Reading(Phase.COUNTDOWN, 30)


def test_any_touch_begins_the_whole_time_anew(clock: SessionClock, time: FakeClock) -> None:
    time.pass_by(89)
    clock.touch()
    time.pass_by(89)
    assert clock.read().phase is Phase.IN_USE


def test_a_person_can_go_on_as_often_as_they_want(clock: SessionClock, time: FakeClock) -> None:
    for _ in range(500):
        time.pass_by(90)
        assert clock.read().phase is Phase.COUNTDOWN
        time.pass_by(29.9)
        clock.touch()
        assert clock.read().phase is Phase.IN_USE


def test_a_touch_after_the_end_that_nobody_looked_at_comes_too_late(
    clock: SessionClock, time: FakeClock
) -> None:
    time.pass_by(90)
    clock.read()
    time.pass_by(31)
    clock.touch()
    assert clock.read().phase is Phase.OVER


def test_speaking_stops_the_time_and_silence_lets_it_go_on(
    clock: SessionClock, time: FakeClock
) -> None:
    time.pass_by(60)
    clock.hold(speaking=True)
    time.pass_by(3600)
    assert clock.read().phase is Phase.IN_USE
    clock.hold(speaking=False)
    time.pass_by(29)
    assert clock.read().phase is Phase.IN_USE
    time.pass_by(1)
    assert clock.read().phase is Phase.COUNTDOWN


def test_to_say_twice_that_something_speaks_changes_nothing(
    clock: SessionClock, time: FakeClock
) -> None:
    time.pass_by(60)
    clock.hold(speaking=True)
    time.pass_by(50)
    clock.hold(speaking=True)
    clock.hold(speaking=False)
    clock.hold(speaking=False)
    time.pass_by(30)
    assert clock.read().phase is Phase.COUNTDOWN


def test_a_touch_while_it_speaks_gives_the_whole_time_afterwards(
    clock: SessionClock, time: FakeClock
) -> None:
    time.pass_by(80)
    clock.hold(speaking=True)
    time.pass_by(50)
    clock.touch()
    time.pass_by(50)
    clock.hold(speaking=False)
    time.pass_by(89)
    assert clock.read().phase is Phase.IN_USE
    time.pass_by(1)
    assert clock.read().phase is Phase.COUNTDOWN


def test_the_spoken_countdown_does_not_stop_itself(clock: SessionClock, time: FakeClock) -> None:
    time.pass_by(90)
    clock.read()
    clock.hold(speaking=True)
    time.pass_by(30)
    assert clock.read().phase is Phase.OVER


def test_to_finish_ends_it_at_once(clock: SessionClock) -> None:
    clock.finish()
    assert clock.read() == Reading(Phase.OVER)


def test_a_clock_that_goes_back_never_ends_a_session_early(
    clock: SessionClock, time: FakeClock
) -> None:
    time.pass_by(-10_000)
    assert clock.read().phase is Phase.IN_USE
    time.pass_by(10_000 + 89)
    assert clock.read().phase is Phase.IN_USE


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("pass"), st.floats(0, 200, allow_nan=False)),
            st.tuples(st.sampled_from(["touch", "speak", "silence", "read"]), st.just(0.0)),
        ),
        max_size=40,
    )
)
def test_it_is_never_over_without_a_countdown_of_the_whole_length(
    steps: list[tuple[str, float]],
) -> None:
    time = FakeClock()
    clock = SessionClock(90, 30, time)
    clock.start()
    seen_since: float | None = None
    for step, seconds in steps:
        time.pass_by(seconds)
        match step:
            case "touch":
                clock.touch()
            case "speak":
                clock.hold(speaking=True)
            case "silence":
                clock.hold(speaking=False)
        phase = clock.read().phase
        if phase is Phase.COUNTDOWN and seen_since is None:
            seen_since = time()
        elif phase is Phase.OVER:
            assert seen_since is not None
            assert time() - seen_since >= 30
            return
        elif phase is Phase.IN_USE:
            seen_since = None
