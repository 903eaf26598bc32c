"""Time that goes by as the program sees it, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from reader.notebook.elapsed import Elapsed
from reader.notebook.state import About, State
from reader.notebook.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.notebook.making import Clock

DAY = 24 * 60 * 60


@pytest.fixture
def state() -> Iterator[State]:
    store = Store.open(None)
    yield State(store)
    store.close()


@pytest.fixture
def elapsed(state: State, clock: Clock) -> Elapsed:
    return Elapsed(state, now=clock)


def after(elapsed: Elapsed, clock: Clock, *moments: datetime) -> int:
    """The whole days that have gone by when the clock was looked at as it said ``moments``."""
    for one in moments:
        clock.now = one
        elapsed.look()
    return elapsed.seconds() // DAY


def on(day: int, year: int = 2026) -> datetime:
    """The ``day``-th day of the year at nine."""
    return datetime(year, 1, 1, 9, tzinfo=UTC) + timedelta(days=day)


def test_nothing_has_gone_by_before_the_first_look(elapsed: Elapsed) -> None:
    assert elapsed.seconds() == 0
    assert elapsed.look() == 0


@pytest.mark.parametrize(
    ("moments", "days"),
    [
        ([on(0), on(1), on(2)], 2),
        ([on(0), on(0)], 0),
        ([on(0), on(7), on(14)], 14),
        ([on(0), on(8)], 7),
        ([on(0), on(365)], 7),
        ([on(0), on(0, 2100)], 0),
        ([on(0), on(0, 2100), on(1, 2100)], 1),
        ([on(0), on(0, 2100), on(1), on(2)], 1),
        ([on(0), on(0, 1970), on(1)], 0),
        ([on(0), on(0, 1970), on(1, 1970), on(2, 1970)], 2),
        ([on(5), on(4), on(5), on(4), on(5)], 0),
        ([on(5), on(4), on(6), on(4), on(7)], 2),
        ([on(5), on(0, 1970), on(4), on(5), on(6)], 1),
        ([on(5), on(0, 2100), on(4), on(5), on(6)], 1),
        ([on(0, 2100), on(1, 2100), on(1), on(2), on(3)], 3),
        ([datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)], 0),
    ],
)
def test_how_many_days_go_by(
    elapsed: Elapsed, clock: Clock, moments: list[datetime], days: int
) -> None:
    assert after(elapsed, clock, *moments) == days


def test_looking_every_minute_loses_nothing(elapsed: Elapsed, clock: Clock) -> None:
    elapsed.look()
    for _ in range(60):
        clock.pass_by()
        elapsed.look()
    assert elapsed.seconds() == 60 * 60


def test_an_empty_battery_does_not_make_time_go_fast(elapsed: Elapsed, clock: Clock) -> None:
    """Ten starts in one day, each in 1970 until somebody sets the clock."""
    moments = [one for _ in range(10) for one in (on(0, 1970), on(300))]
    assert after(elapsed, clock, *moments) == 0


@pytest.mark.parametrize("nonsense", ["", "soon", "-4", "1e9", "0x10"])
def test_nonsense_counts_as_nothing(elapsed: Elapsed, state: State, nonsense: str) -> None:
    state.keep_all({About.ELAPSED: nonsense, About.CLOCK: nonsense})
    assert elapsed.seconds() == 0
    assert elapsed.look() == 0


def test_a_damaged_memory_is_none(state: State) -> None:
    state.keep_all({About.ELAPSED: "5", About.ROTATION: "off"})
    with state._store.transaction() as connection:
        connection.execute("UPDATE state SET value = '9999999' WHERE name = 'elapsed'")
    assert state.of(About.ELAPSED) == ""
    assert state.of(About.ROTATION) == "off"
    assert state.of(About.CLOCK) == ""
