"""Tests of ui.history."""

from __future__ import annotations

from reader.ui.history import History, PageName, Stop

HOME = Stop(PageName.BOOKLETS)
READING = Stop(PageName.READING, "recurrence", "how")


def test_back_returns_the_way_one_came() -> None:
    history = History()
    history.leave(HOME)
    history.leave(READING)
    assert (history.peek(), history.back(), history.back(), history.back()) == (
        READING,
        READING,
        HOME,
        None,
    )


def test_the_same_stop_twice_is_one() -> None:
    history = History()
    history.leave(HOME)
    history.leave(HOME)
    history.back()
    assert history.peek() is None


def test_a_reading_page_with_nothing_open_is_no_place_to_go_back_to() -> None:
    history = History()
    history.leave(HOME)
    history.leave(Stop(PageName.READING))
    assert history.peek() == HOME


def test_a_long_way_is_forgotten_from_its_beginning() -> None:
    history = History()
    for number in range(History.LONGEST + 5):
        history.leave(Stop(PageName.READING, "b", f"s{number}"))
    stops = []
    while (stop := history.back()) is not None:
        stops.append(stop.section)
    assert len(stops) == History.LONGEST
    assert (stops[0], stops[-1]) == (f"s{History.LONGEST + 4}", "s5")


def test_a_cleared_history_leads_nowhere() -> None:
    history = History()
    history.leave(HOME)
    history.clear()
    assert history.back() is None
