"""What a person does with a kiosk: everything that could leave a word of theirs behind."""

from __future__ import annotations

import os
import re
import signal
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.kiosk_full.person import Control, Person, View

PICKED_SECONDS = 0.2
OWN_FIELD = "Write a question of your own"
OPEN_BOOKLET = "Open “"
NOTHING = {"typed": 0, "undoable": 0, "clipboard": 0, "questions": 0, "marks": 0}


class End(Enum):
    """How a session ends, in turn."""

    BUTTON = auto()
    IDLE = auto()
    CRASH = auto()
    KILL = auto()


class Visit:
    """One session of ``person``, in which ``secret`` is typed into every field there is.

    ``by_touch``: with the keys on the screen.
    """

    def __init__(self, person: Person, secret: str, *, by_touch: bool) -> None:
        self._person = person
        self._secret = secret
        self._type: Callable[[str], None] = person.type_by_touch if by_touch else person.type
        self.fields = 0

    def look_for_the_last_person(self) -> dict[str, int]:
        """Begin, and try to get at something of whoever was here before; gives what was got."""
        person = self._person
        person.start()
        self._go("My questions")
        field = self._field(OWN_FIELD)
        self._go_into(field)
        person.keys("ctrl+v", "shift+Insert", "ctrl+z", "ctrl+shift+z", "ctrl+y", "XF86Paste")
        person.press_at(field.at, button=2)
        # Whether this one comes through is for the compositor to say; nobody waits for it.
        person.hands.click(field.at, button=8)
        person.keys("alt+Left", "XF86Back", "ctrl+z", "ctrl+v", "ctrl+shift+v")
        person.type("a")
        got: dict[str, int] = person.session.ask("letters")
        person.keys("BackSpace")
        return {**got, "typed": got["typed"] - self._own_letters()}

    def _own_letters(self) -> int:
        """What we have typed ourselves: it is there if the field was not left by then."""
        view = self._person.look()
        return int(any(one.id == view.focus for one in view.fields))

    def everything(self) -> None:
        """Read, ask, search, copy, mark, note, and see the questions as codes."""
        self._read()
        for place, do in (
            ("My questions", self._ask),
            ("Search", self._search),
            ("My notes", self._find_note),
            ("Take it home", self._take_home),
        ):
            self._go(place)
            do()

    def print(self) -> None:
        """Print the question sheet, by one press."""
        self.open_print()
        self.press_print()

    def open_print(self) -> None:
        """See the sheet as it will be."""
        self._go("Print")
        self._person.until(_print_button, "no pages are made")

    def press_print(self) -> None:
        """Send it to the printer."""
        self._person.press(_print_button(self._person.look()))

    def _go(self, place: str) -> None:
        person = self._person
        wanted = place.split()[-1].lower()[:5]
        hide = person.look().find("Hide the keys")
        if hide is not None:
            person.press("Hide the keys")
        pages = {"home": "KioskHome", "print": "KioskPrint"}
        page = pages.get(wanted, "")
        self._press_until(
            place, lambda view: view.page == page if page else wanted in view.page.lower()
        )

    def _press_until(self, name: str, holds: Callable[[View], object]) -> View:
        person = self._person
        return person.press_until(lambda: person.find(name), holds, f"{name} does nothing")

    # ---- on the pages

    def _go_into(self, field: Control) -> None:
        person = self._person
        person.press_until(
            lambda: person.again(field),
            lambda view: view.focus == field.id,
            f"{field.name} does not take the keys",
        )

    def _fill(self, field: Control, *, copy: bool = False) -> None:
        person = self._person
        self._go_into(field)
        self._type(self._secret)
        self.fields += 1
        if copy:
            person.keys("ctrl+a", "ctrl+c", "ctrl+Insert", "ctrl+End")

    def _field(self, name: str) -> Control:
        return self._person.find(name)

    def _read(self) -> None:
        person = self._person
        self._press_until(OPEN_BOOKLET, lambda view: view.find("Bookmark"))
        person.press("Bookmark")
        self._pick_passage()
        (note, *_) = self._press_until("Add a note", lambda view: view.fields).fields
        self._fill(note, copy=True)

    def _pick_passage(self) -> None:
        """Press into the text where there are words; the first place may lie between two lines."""
        person = self._person
        across, down = person.find("Text of the section").at
        for step in range(12):
            person.press_at((across, down - 17 * step))
            if person.comes("Add a note", PICKED_SECONDS):
                return
        message = "no passage can be picked"
        raise AssertionError(message)

    def _ask(self) -> None:
        person = self._person
        self._fill(self._field(OWN_FIELD))
        before = person.session.ask("letters")["questions"]
        person.keys("Return")
        person.until(
            lambda _: person.session.ask("letters")["questions"] > before, "nothing is added"
        )
        self._appointment()

    def _appointment(self) -> None:
        for field in _others(self._press_until("Add the appointment", _others)):
            self._fill(field)

    def _search(self) -> None:
        person = self._person
        self._fill(self._field("Search booklets"), copy=True)
        person.keys("Return")

    def _find_note(self) -> None:
        field = self._person.look().find("Find in my notes")
        if field is not None:  # it is offered once there are several
            self._fill(field)

    def _take_home(self) -> None:
        if self._person.look().find("Show my questions as codes"):
            self._person.press("Show my questions as codes")

    # ---- the end

    def end(self, how: End) -> None:
        """End the session, and wait until the next person can start."""
        person = self._person
        before = person.turn
        match how:
            case End.BUTTON:
                person.finish()
            case End.IDLE:
                person.be_idle()
            case End.CRASH:
                os.kill(person.kiosk.shown, signal.SIGSEGV)
                person.next_session(before)
            case End.KILL:
                os.kill(person.kiosk.shown, signal.SIGKILL)
                person.next_session(before)


def _others(view: View) -> list[Control]:
    """The fields besides that for a question."""
    return [one for one in view.fields if not one.name.startswith(OWN_FIELD)]


def _print_button(view: View) -> str:
    """It says how many pages there are, once they are made."""
    names = [one.name for one in view.controls if one.is_button and one.is_enabled]
    return next((name for name in names if re.fullmatch(r"Print \d+ pages?", name)), "")
