"""Where reading stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.model import Position
from reader.notebook.watching import Watch
from tests.notebook.making import START, Clock, Opener, look, place

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook


def test_at_first_reading_has_not_stopped_anywhere(notebook: Notebook) -> None:
    assert notebook.positions.last() is None
    assert notebook.positions.of("recurrence") is None


def test_a_position_is_a_place_and_when(notebook: Notebook) -> None:
    kept = notebook.positions.keep(place(start=2, end=4))
    assert kept == Position(place(start=2, end=4), START)
    assert notebook.positions.last() == kept
    assert notebook.positions.of("recurrence") == kept
    assert notebook.positions.of("surgery") is None


def test_each_booklet_has_its_newest_position(notebook: Notebook, clock: Clock) -> None:
    notebook.positions.keep(place("p1"))
    clock.pass_by()
    one = notebook.positions.keep(place("p2"))
    clock.pass_by()
    other = notebook.positions.keep(place("p1", booklet="surgery"))

    assert notebook.positions.of("recurrence") == one
    assert notebook.positions.of("surgery") == other
    assert notebook.positions.last() == other

    clock.pass_by()
    back = notebook.positions.keep(place("p9"))
    assert notebook.positions.last() == back
    assert notebook.positions.of("surgery") == other


def test_the_last_is_the_one_kept_last_though_the_clock_went_back(
    opener: Opener, path: Path, clock: Clock
) -> None:
    notebook = opener(path)
    notebook.positions.keep(place(booklet="a"))
    notebook.positions.keep(place(booklet="b"))
    clock.now = clock.now.replace(year=1970)
    last = notebook.positions.keep(place(booklet="a"))
    assert notebook.positions.last() == last
    notebook.close()
    assert opener(path).positions.last() == last


def test_one_row_a_booklet(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    for number in range(20):
        notebook.positions.keep(place(f"p{number}"))
    notebook.close()
    assert look(path, "SELECT count(*) FROM positions") == [(1,)]


def test_a_position_of_odd_words_is_kept(notebook: Notebook) -> None:
    kept = notebook.positions.keep(place(quote="a\0\ud800"))
    assert kept.place.quote == "a�"
    assert notebook.positions.last() == kept


def test_reading_on_makes_no_search_stale(notebook: Notebook) -> None:
    watch = Watch.begin(notebook._store)
    assert watch is not None
    notebook.positions.keep(place())
    assert not watch.has_changes
