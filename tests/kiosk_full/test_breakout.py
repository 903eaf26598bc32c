"""Nobody gets out: no key, no gesture and no storm of them opens, starts or ends anything."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.kiosk_full.amounts import amount, none_in
from tests.kiosk_full.breakout import CENTRE, attempts
from tests.kiosk_full.person import GoneError, person_at, policy_text
from tests.kiosk_full.tour import Tour
from tests.kiosk_full.watch import Watch
from tests.system.print_server import print_server
from tests.system.screen import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.kiosk_full.breakout import Attempt
    from tests.kiosk_full.person import Person, View
    from tests.system.screen import Screen

pytestmark = pytest.mark.system

ATTEMPTS = amount(2_000, 200)
SEEDS = amount(10, 5)
EVENTS = amount(100_000, 4_000)
EVERY = 250
AT_ONCE = 5
"""While it is sent these a session answers nobody."""

REAL_EVENTS = amount(20_000, 1_000)
KEYS = ("Tab", "Return", "space", "Escape", "BackSpace", "Left", "Down", "F6", "h", "question")
KEYS += ("ctrl+z", "ctrl+p", "ctrl+f", "alt+Left", "alt+F4", "super", "Menu", "ctrl+a", "a", "Q")


@pytest.fixture
def person(screen: Screen) -> Iterator[Person]:
    with print_server(keeps_history=False) as server:
        server.add("kiosk")
        text = policy_text(server.socket, extras=("qr", "feedback"), pin=pin())
        with person_at(screen, text) as made:
            yield made


def pin() -> str:
    """Of nobody here: twelve digits by chance."""
    from reader.kiosk.pin import LONGEST, hash_pin

    rng = random.SystemRandom()
    return hash_pin("".join(rng.choices("0123456789", k=LONGEST)), rng.randbytes(16))


def chosen(screens: list[str], tries: list[Attempt], count: int) -> list[tuple[str, Attempt]]:
    """``count`` of all pairs or a few more; every screen has its share, every try its turn."""
    pairs = [(screen, attempt) for screen in screens for attempt in tries]
    if count >= len(pairs):
        return pairs
    each = -(-count // len(screens))
    picked = []
    for number, screen in enumerate(screens):
        first = number * each
        picked += [(screen, tries[(first + one) % len(tries)]) for one in range(each)]
    return picked


def look(person: Person) -> View | None:
    """What is there now, of this session or the one after it."""
    for _ in range(50):
        try:
            return person.look()
        except GoneError:
            person.close()
            time.sleep(0.05)
    return None


def check(watch: Watch, person: Person, where: str) -> None:
    """Fail when anything is not as it is to be."""
    faults = watch.wrong(look(person)) + watch.lost()
    if faults:
        pytest.fail("\n".join([where, *faults]))


def test_no_chord_and_no_gesture_leads_out(person: Person, tell: Callable[[str], None]) -> None:
    tour, watch = Tour(person), Watch(person)
    pairs = chosen(tour.screens, attempts(), ATTEMPTS)
    arrived, sessions = 0, person.turn
    at, expected = "", None
    for number, (name, attempt) in enumerate(pairs):
        if number and number % EVERY == 0:
            tell(f"{number:,} attempts so far, {arrived:,} arrived")
        view = look(person)
        if at != name or expected != _where(view):
            expected, at = _where(tour.go(name)), name
        before = _counts(person)
        with suppress(GoneError):
            attempt.act(person)
        person.hands.wait()
        time.sleep(attempt.settle)
        view = look(person)
        arrived += before != _counts(person)
        assert person.hands.is_well, f"{attempt.name} on {name} was too much for xdotool"
        faults = watch.wrong(view) + watch.lost()
        if faults:
            pytest.fail("\n".join([f"{attempt.name} on {name}, attempt {number}", *faults]))
    assert arrived > len(pairs) // 2, f"of {len(pairs)} only {arrived} came to a session"
    tell(
        f"ways out, on {len(tour.screens)} screens: {none_in(len(pairs))}; {arrived:,} of them "
        f"reached a session, the compositor kept the rest; {person.turn - sessions} sessions ended "
        "as they are to"
    )


def test_those_who_watch_see_a_window_a_process_and_a_crash(person: Person) -> None:
    watch = Watch(person)
    assert not watch.wrong(look(person)) + watch.lost()
    person.session.ask("open")
    assert any("dialog" in fault for fault in watch.wrong(look(person)))
    person.session.ask("start")
    assert watch.wrong(None)
    person.kiosk.wait_until(lambda: any("sleep" in fault for fault in watch.wrong(None)))
    before = person.turn
    person.session.order("raise")
    person.next_session(before)
    assert any("seven times Tuesday" in fault for fault in watch.lost())
    person.close()
    person.kiosk.wait_until(lambda: not watch.wrong(look(person)))


def _where(view: View | None) -> tuple[str, str]:
    return (view.screen, view.page) if view is not None else ("", "")


def _counts(person: Person) -> object:
    try:
        return person.session.pid, person.session.ask("counts")
    except GoneError:
        return None


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_storm_of_events_leads_nowhere(
    person: Person, tell: Callable[[str], None], seed: int
) -> None:
    watch, sent, chunk = Watch(person), 0, 0
    began = person.turn
    while sent < EVENTS:
        chunk += 1
        try:
            sent += person.session.ask("storm", seed=seed * 1_000_003 + chunk, count=AT_ONCE)[
                "done"
            ]
        except GoneError:
            person.close()
            time.sleep(0.02)
        if chunk % 20 == 0:
            check(watch, person, f"seed {seed}, part {chunk}")
    check(watch, person, f"seed {seed}")
    tell(f"crashes or ways out: {none_in(sent)} events; {person.turn - began} sessions ended")


def test_a_storm_of_real_keys_and_presses_leads_nowhere(
    person: Person, tell: Callable[[str], None]
) -> None:
    watch, rng = Watch(person), random.Random(7)
    began = person.turn
    for number in range(REAL_EVENTS):
        if rng.random() < 0.5:
            x, y = rng.randrange(SIZE[0]), rng.randrange(SIZE[1])
            person.hands.click((x, y), rng.choice((1, 1, 1, 2, 3)))
        else:
            person.keys(rng.choice(KEYS))
        if number % AT_ONCE == 0:
            person.hands.wait()
            look(person)  # no faster than it can be taken: nobody has so many hands
        if number % 50 == 0:
            person.hands.do(f"mousemove {CENTRE[0]} {CENTRE[1]}")
            check(watch, person, f"event {number}")
    check(watch, person, "the end")
    tell(f"crashes or ways out: {none_in(REAL_EVENTS)} real events; {person.turn - began} sessions")
