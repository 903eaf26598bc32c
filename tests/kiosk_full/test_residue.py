"""Nothing of what a person typed is anywhere once their session is over."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING

import pytest

from tests.kiosk_full.amounts import amount, none_in
from tests.kiosk_full.person import FINISH, START_SCREEN, person_at, policy_text
from tests.kiosk_full.residue import Search, patterns
from tests.kiosk_full.visit import NOTHING, End, Visit
from tests.system.kiosk_child import RESETS
from tests.system.print_server import print_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.kiosk_full.person import Person
    from tests.system.print_server import PrintServer
    from tests.system.screen import Screen

pytestmark = pytest.mark.system

SESSIONS = amount(1000, 100)
EVERY = 20
WAYS = tuple(End)
EXTRAS = ("qr", "feedback")


@pytest.fixture
def printer() -> Iterator[PrintServer]:
    with print_server(keeps_history=False) as server:
        server.add("kiosk")
        yield server


@pytest.fixture
def marker() -> str:
    """What is in every secret of this run, and in no memory before it."""
    return "".join(random.sample(string.ascii_lowercase, 10))


def secret(marker: str, number: int) -> str:
    """Of one session alone. It ends in a digit, so that the other keys on the screen are used."""
    letters = string.ascii_lowercase
    own = letters[number // 260 % 26] + letters[number // 10 % 26]
    return f"q{marker}{own}{number % 10}"


def paper(printer: PrintServer) -> list[Path]:
    """What has come out of the printer: no memory of the machine."""
    return [*(printer._folder / "arrived").iterdir()]


class Visitors:
    """One person after another; counts what any of them left."""

    def __init__(self, person: Person, printer: PrintServer, marker: str) -> None:
        self.person = person
        self.printer = printer
        self.marker = marker
        self.golden = person.kiosk.picture()
        self.found: list[str] = []
        self.fields = 0
        self.printed = 0

    def come(self, number: int) -> None:
        """One session, and a look at what is left of it."""
        person, printer = self.person, self.printer
        visit = Visit(person, secret(self.marker, number), by_touch=number // 4 % 2 == 1)
        got = visit.look_for_the_last_person()
        if got != NOTHING:
            self.found.append(f"session {number} got {got}")
        visit.everything()
        if number == 0:
            self._see_that_the_search_works()
        # Every second printer is so slow that the session ends while it prints.
        is_slow = number // 8 % 2 == 1
        printer.is_to("slow" if is_slow else "fine")
        visit.print()
        if is_slow:
            person.kiosk.wait_until(printer.waiting)
        else:
            self._take_paper()
        visit.end(WAYS[number % len(WAYS)])
        self.fields += visit.fields
        self._look(number)

    def _take_paper(self) -> None:
        self.printer.wait_for(1)
        for path in paper(self.printer):
            path.unlink(missing_ok=True)
        self.printed += 1

    def _see_that_the_search_works(self) -> None:
        search = Search(self.marker, passed_over=[self.person.hands.pid])
        assert search.in_process(self.person.kiosk.shown), "the search finds nothing at all"

    def _look(self, number: int) -> None:
        person, printer = self.person, self.printer
        person.kiosk.wait_until(lambda: not printer.waiting())
        printer.is_to("fine")
        person.rest()
        person.kiosk.wait_until(lambda: person.kiosk.picture() == self.golden)
        search = Search(self.marker, passed_over=[person.hands.pid])
        finds = search.in_memory() + search.in_files([person.kiosk.folder, printer._folder])
        self.found += [f"after session {number}: {find}" for find in finds]


def test_nothing_of_a_person_is_left(
    screen: Screen, printer: PrintServer, marker: str, tell: Callable[[str], None]
) -> None:
    with person_at(screen, policy_text(printer.socket, extras=EXTRAS)) as person:
        visitors = Visitors(person, printer, marker)
        for number in range(SESSIONS):
            visitors.come(number)
            if number % EVERY == EVERY - 1:
                tell(f"{number + 1:,} sessions so far, {len(visitors.found)} finds")
            assert not visitors.found, visitors.found
        faults = [line for line in person.kiosk.said().splitlines() if "does not answer" in line]
        assert not faults, faults
    assert visitors.fields >= 5 * SESSIONS
    assert visitors.printed >= SESSIONS // 2
    tell(
        f"sessions of which anything was left: {none_in(SESSIONS)}; "
        f"{visitors.fields:,} fields filled, {visitors.printed:,} sheets printed"
    )


def test_a_session_that_is_emptied_and_not_ended_is_caught(
    screen: Screen, printer: PrintServer, marker: str, tell: Callable[[str], None]
) -> None:
    with person_at(screen, policy_text(printer.socket, extras=EXTRAS), RESETS) as person:
        shown = person.kiosk.shown
        visit = Visit(person, secret(marker, 0), by_touch=False)
        assert visit.look_for_the_last_person() == NOTHING
        visit.everything()
        person.press(FINISH)
        person.press("Clear without answering")
        person.until(lambda view: view.screen == START_SCREEN, "it is not emptied")
        assert person.kiosk.shown == shown
        search = Search(marker, passed_over=[person.hands.pid])
        finds = search.in_memory()
        assert {f" {shown} " in find.where for find in finds} == {True}
        assert {find.width for find in finds} >= {1}, "Qt keeps two bytes a letter"
    tell(f"a session that was emptied in its process: found in {len(finds)} places of its memory")


def test_words_are_looked_for_in_every_width_and_order() -> None:
    word = "bramble"
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        data = f"some {word} there".encode(encoding)
        assert any(pattern in data for pattern in patterns(word)), encoding
    assert not any(pattern in b"some bramb" for pattern in patterns(word))
