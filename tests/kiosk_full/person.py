"""A person at the kiosk, who goes by the names of things and by nothing else."""

from __future__ import annotations

import json
import socket
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.kiosk_full.guide import address
from tests.kiosk_full.hands import hands, press
from tests.system.kiosk_child import GUIDED
from tests.system.kiosk_stack import CORNER, kiosk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.kiosk_full.hands import Hands
    from tests.system.kiosk_stack import Event, Kiosk
    from tests.system.screen import Screen

PATIENCE_SECONDS = 30.0
TAKEN_SECONDS = 2.0
PRESSES = 3
LOOK_SECONDS = 0.01
WALK_SECONDS = 0.1
START = "Touch here to start"
FINISH = "Finish and clear"
START_SCREEN = "KioskStart"
BEYOND_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Control:
    """Something to press or to type into; ``at`` is where, on the screen."""

    id: int
    name: str
    kind: str
    is_button: bool
    is_field: bool
    is_enabled: bool
    is_reached: bool
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """What is on the screen of a session."""

    tops: tuple[str, ...]
    windows: int
    popup: bool
    modal: bool
    screen: str
    page: str
    focus: int
    controls: tuple[Control, ...]

    def find(self, name: str) -> Control | None:
        """The first control whose name begins like this."""
        return next((one for one in self.controls if one.name.startswith(name)), None)

    @property
    def fields(self) -> list[Control]:
        """Where words can be typed."""
        return [one for one in self.controls if one.is_field and one.is_enabled]


class GoneError(Exception):
    """The session ended while it was being asked."""


class Asked:
    """The guide of one session's process."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(PATIENCE_SECONDS)
        try:
            self._socket.connect(address(pid))
        except ConnectionError as error:
            self._socket.close()
            raise GoneError(pid) from error
        self._rest = b""

    def close(self) -> None:
        """Ask no more."""
        self._socket.close()

    def order(self, do: str, **more: object) -> None:
        """Say something without waiting for an answer."""
        try:
            self._socket.sendall(json.dumps({"do": do, **more}).encode() + b"\n")
        except OSError as error:
            raise GoneError(do) from error

    def ask(self, do: str, **more: object) -> Any:  # noqa: ANN401
        """Say something and give the answer; raises ``GoneError``."""
        self.order(do, **more)
        return self.answer()

    def answer(self) -> Any:  # noqa: ANN401
        """Wait for what it says next; raises ``GoneError``, and ``TimeoutError`` for nothing."""
        while b"\n" not in self._rest:
            try:
                said = self._socket.recv(1 << 20)
            except ConnectionError as error:
                raise GoneError(self.pid) from error
            if not said:
                raise GoneError(self.pid)
            self._rest += said
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line)


class Person:
    """Has the session that is shown before them, and after its end the next one."""

    def __init__(self, found: Kiosk, own: Hands) -> None:
        self.kiosk = found
        self.hands = own
        self._asked: Asked | None = None

    # ---- the session

    @property
    def session(self) -> Asked:
        """The one that is shown now."""
        shown = self.kiosk.shown
        if self._asked is None or self._asked.pid != shown:
            self.close()
            self._asked = Asked(shown)
        return self._asked

    def close(self) -> None:
        """Ask nothing more."""
        if self._asked is not None:
            self._asked.close()
            self._asked = None

    def next_session(self, before: int) -> Event:
        """Wait until the session after ``before`` is let in."""
        self.kiosk.wait_until(lambda: len(self.kiosk.seen) > before)
        return self.kiosk.seen[before]

    @property
    def turn(self) -> int:
        """How many sessions have been shown."""
        return len(self.kiosk.seen)

    # ---- looking

    def look(self) -> View:
        """What is on the screen."""
        told = self.session.ask("look")
        told["controls"] = tuple(
            Control(**{**one, "at": tuple(one["at"])}) for one in told["controls"]
        )
        told["tops"] = tuple(told["tops"])
        return View(**told)

    def until(self, holds: Callable[[View], object], what: str) -> View:
        """Look until something is so."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            view = self.look()
            if holds(view):
                return view
            names = [one.name for one in view.controls]
            assert time.monotonic() < deadline, f"{what}: {view.screen} {view.page} {names}"
            time.sleep(LOOK_SECONDS)

    def find(self, name: str) -> Control:
        """Wait for something of that name that can be pressed."""

        def there(view: View) -> bool:
            one = view.find(name)
            return one is not None and one.is_enabled

        found = self.until(there, f"nothing is called {name}").find(name)
        assert found is not None
        return self.again(found)

    def comes(self, name: str, seconds: float) -> bool:
        """Whether something of that name is there before ``seconds`` have gone by."""
        return self.is_soon(lambda view: view.find(name), seconds)

    def is_soon(self, holds: Callable[[View], object], seconds: float) -> bool:
        """Whether something is so before ``seconds`` have gone by."""
        deadline = time.monotonic() + seconds
        while not holds(self.look()):
            if time.monotonic() > deadline:
                return False
            time.sleep(LOOK_SECONDS)
        return True

    def again(self, control: Control) -> Control:
        """The same control where it is now.

        It is brought into view as often as the page brings something else into view after it.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            view = self.look()
            now = next((one for one in view.controls if one.id == control.id), None)
            if now is not None and now.is_reached:
                return now
            assert time.monotonic() < deadline, f"{control} cannot be reached: {now}"
            self.session.ask("reveal", control=control.id)
            time.sleep(LOOK_SECONDS)

    # ---- doing

    def press(self, name: str) -> None:
        """Press what is called so, and wait until the press has come."""
        self.press_at(self.find(name).at)

    def press_until(
        self, control: Callable[[], Control], holds: Callable[[View], object], what: str
    ) -> View:
        """Press until it has done what it is for: a page may move just then, as for anybody."""
        for _ in range(PRESSES):
            self.press_at(control().at)
            if self.is_soon(holds, TAKEN_SECONDS):
                break
        return self.until(holds, what)

    def press_at(self, at: tuple[int, int], button: int = 1) -> None:
        """Press a place."""
        self._and_wait("releases", 1, lambda: self.hands.click(at, button))

    def type(self, text: str) -> None:
        """Type with real keys."""
        self._and_wait("keys_up", len(text), lambda: self.hands.type(text))

    def type_by_touch(self, text: str) -> None:
        """Type with the keys on the screen, letters before digits."""
        for page, signs in (
            ("Letters", text.rstrip("0123456789")),
            ("Numbers and signs", text[len(text.rstrip("0123456789")) :]),
        ):
            if not signs:
                continue
            if not self._has_key(signs[0]):
                self.press(page)
            shown = {one.name: one.at for one in self.look().controls if one.is_button}
            orders = []
            for sign in signs:
                x, y = shown[sign]
                orders += [f"mousemove {x} {y}", *press(1)]
            self._and_wait("releases", len(signs), lambda orders=orders: self.hands.do(*orders))

    def _has_key(self, sign: str) -> bool:
        return any(one.name == sign and one.is_reached for one in self.look().controls)

    def keys(self, *chords: str) -> None:
        """Press keys together, as xdotool calls them; nothing says whether they came."""
        self.hands.do(*(f"key --delay 0 {chord}" for chord in chords))

    def rest(self) -> None:
        """Take the pointer to where it is over nothing, as it was at the beginning."""
        self.hands.do(f"mousemove {CORNER[0]} {CORNER[1]}")

    def _and_wait(self, what: str, count: int, act: Callable[[], object]) -> None:
        session = self.session
        session.ask("await", what=what, count=count)
        act()
        try:
            session.answer()
        except TimeoutError as error:
            self.close()
            message = f"only some of {count} {what} came"
            raise AssertionError(message) from error

    # ---- the whole session

    def start(self) -> None:
        """Begin."""
        self.press(START)
        self.until(lambda view: view.screen != START_SCREEN, "it does not start")

    def finish(self) -> None:
        """End it by the button, and once more if it asks."""
        with_end = self.turn
        try:
            self.press(FINISH)
            for name in ("Clear it now", "Clear without answering"):
                if self.look().find(name):
                    self.press(name)
        except GoneError:
            pass
        self.next_session(with_end)

    def be_idle(self) -> None:
        """Let the time go by, and the countdown too."""
        with_end = self.turn
        try:
            self.session.ask("forward", seconds=BEYOND_SECONDS)
            self.until(lambda view: view.screen == "KioskCountdown", "no countdown")
            self.session.ask("forward", seconds=BEYOND_SECONDS)
        except GoneError:
            pass
        self.next_session(with_end)

    def walk_away(self) -> None:
        """Be idle on whatever screen this is."""
        before = self.turn
        while self.turn == before:
            try:
                self.session.ask("forward", seconds=BEYOND_SECONDS)
            except GoneError:
                break
            time.sleep(WALK_SECONDS)
        self.next_session(before)


@contextmanager
def person_at(screen: Screen, policy: str, fault: str = GUIDED) -> Iterator[Person]:
    """Somebody at a kiosk with this policy."""
    with kiosk(screen, fault, policy) as found, hands(screen) as own:
        person = Person(found, own)
        try:
            yield person
        except GoneError as error:
            message = f"a session was lost; the log says: {found.said()}"
            raise AssertionError(message) from error
        finally:
            person.close()


def policy_text(socket_path: str = "", *, extras: Sequence[str] = (), pin: str = "") -> str:
    """A policy that allows what can be tested here; without a socket nothing is printed."""
    tables = ["[session]", "idle_seconds = 90", "countdown_seconds = 30"]
    tables += ["[start]", "sizes = [1.0, 1.5, 2.0]", 'themes = ["light", "contrast-dark"]']
    if socket_path:
        tables += ["[printing]", 'queue = "kiosk"', f'socket = "{socket_path}"']
    tables += ["[extras]", *(f"{one} = true" for one in extras)]
    if pin:
        tables += ["[staff]", f'pin = "{pin}"']
    return "\n".join(tables) + "\n"
