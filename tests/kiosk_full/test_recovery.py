"""Whatever happens to a session, the start screen is there again within five seconds."""

from __future__ import annotations

import os
import signal
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.kiosk_full.amounts import amount, none_in, spread
from tests.kiosk_full.person import GoneError, person_at, policy_text
from tests.kiosk_full.visit import Visit
from tests.system.print_server import print_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.kiosk_full.person import Person
    from tests.system.print_server import PrintServer
    from tests.system.screen import Screen

pytestmark = pytest.mark.system

FAULTS = amount(1000, 100)
EVERY = 100
BACK_SECONDS = 5.0


@pytest.fixture
def printer() -> Iterator[PrintServer]:
    with print_server(keeps_history=False) as server:
        server.add("kiosk")
        yield server


class Faults:
    """Each is done to the session that is shown, and gives the moment at which it was done."""

    def __init__(self, person: Person, printer: PrintServer) -> None:
        self._person = person
        self._printer = printer
        self.all: dict[str, Callable[[], float]] = {
            "killed": lambda: self._signal(signal.SIGKILL),
            "stopped": lambda: self._signal(signal.SIGSTOP),
            "hung in a slot": lambda: self._order("hang"),
            "exception in a slot": lambda: self._order("raise"),
            "out of memory": lambda: self._order("eat"),
            "printer gone": lambda: self._without_printer(self._hide_socket),
            "printer deaf": lambda: self._without_printer(self._stop_server),
        }

    def _signal(self, number: signal.Signals) -> float:
        at = time.monotonic()
        os.kill(self._person.kiosk.shown, number)
        return at

    def _order(self, do: str) -> float:
        at = time.monotonic()
        self._person.session.order(do)
        return at

    def _without_printer(self, do: Callable[[], Callable[[], object]]) -> float:
        """Printing fails, nobody is lost by it, and finishing is as quick as ever."""
        person = self._person
        visit = Visit(person, "nothing", by_touch=False)
        visit.open_print()
        shown = person.kiosk.shown
        undo = do()
        try:
            visit.press_print()
            person.until(lambda view: not view.find("Stop printing"), "it goes on for ever")
            assert person.kiosk.shown == shown, "the session was lost with the printer"
            at = time.monotonic()
            person.finish()
            return at
        finally:
            undo()

    def _hide_socket(self) -> Callable[[], object]:
        socket = Path(self._printer.socket)
        away = socket.with_name("away")
        socket.rename(away)
        return lambda: away.rename(socket)

    def _stop_server(self) -> Callable[[], object]:
        os.kill(self._printer.pid, signal.SIGSTOP)
        return lambda: os.kill(self._printer.pid, signal.SIGCONT)


def test_the_start_screen_comes_back_after_every_fault(
    screen: Screen, printer: PrintServer, tell: Callable[[str], None]
) -> None:
    taken: dict[str, list[float]] = defaultdict(list)
    with person_at(screen, policy_text(printer.socket)) as person:
        faults = Faults(person, printer)
        golden = person.kiosk.picture()
        names = list(faults.all)
        for number in range(FAULTS):
            name = names[number % len(names)]
            before = person.turn
            person.start()
            try:
                at = faults.all[name]()
            except GoneError as error:
                message = f"{name}: the session was gone; {person.kiosk.said()}"
                raise AssertionError(message) from error
            taken[name].append(person.next_session(before).at - at)
            person.close()
            assert taken[name][-1] <= BACK_SECONDS, (name, taken[name][-1])
            person.rest()
            person.kiosk.wait_until(lambda: person.kiosk.picture() == golden)
            # What follows is about the fault after this one, so the machine gets its breath.
            person.kiosk.wait_for_turn(before)
            if number % EVERY == EVERY - 1:
                tell(f"{number + 1:,} faults so far, longest {max(map(max, taken.values())):.3f} s")
    for name, seconds in taken.items():
        tell(f"{name}: back after {spread(seconds)}")
    every = [one for seconds in taken.values() for one in seconds]
    tell(f"not back within 5 s: {none_in(FAULTS)}; {spread(every)}")
