"""The way to every screen of the kiosk, from wherever one is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.kiosk_full.person import BEYOND_SECONDS, FINISH, START_SCREEN, GoneError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.kiosk_full.person import Person, View

TRIES = 8
CHANGE_SECONDS = 0.3
INSIDE = "KioskSessionView"
A_PAGE = "My questions"


class Tour:
    """Takes ``person`` to screens by their names."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._ways: dict[str, Callable[[], object]] = {
            "start": lambda: None,
            "booklets": lambda: self._page("Booklets"),
            "reading": self._reading,
            "search, with keys": self._search,
            "questions": lambda: self._page("My questions"),
            "notes": lambda: self._page("My notes"),
            "print": lambda: self._page("Print"),
            "take home": lambda: self._page("Take it home"),
            "help": lambda: self._page("Help"),
            "comfort": lambda: person.press("Comfort"),
            "countdown": self._countdown,
            "closing": lambda: person.press(FINISH),
            "staff": lambda: person.press("Staff"),
        }

    @property
    def screens(self) -> list[str]:
        """All of them."""
        return list(self._ways)

    def go(self, name: str) -> View:
        """Be at a screen, from its beginning; what it looks like."""
        why: list[str] = []
        while len(why) < TRIES:
            try:
                return self._try(name)
            except GoneError as error:  # the session ended just then, as sessions do
                why.append(repr(error))
                self._person.close()
                time.sleep(CHANGE_SECONDS)
            except AssertionError as error:  # an attempt has made a way impassable: begin anew
                why.append(str(error))
                self._person.walk_away()
        message = f"there is no way to {name}: {why}"
        raise AssertionError(message)

    def _try(self, name: str) -> View:
        person = self._person
        begins = name in ("start", "staff")
        view = person.look()
        if begins and view.screen != START_SCREEN:
            self._leave(view)
        elif not begins:
            self._come_in(view)
        self._ways[name]()
        view = person.look()
        if name != "start":
            view = person.until(lambda now: now.screen != START_SCREEN, name)
        return view

    def _leave(self, view: View) -> None:
        person = self._person
        if view.screen in (INSIDE, "KioskClosing"):
            person.finish()
        else:
            person.walk_away()

    def _come_in(self, view: View) -> None:
        person = self._person
        match view.screen:
            case "KioskSessionView":
                if view.find(A_PAGE) is None:  # in bigger text the pages are behind one button
                    person.walk_away()
                    person.start()
                return
            case "KioskStart":
                person.start()
            case "KioskClosing":
                person.press("Go back")
            case "KioskCountdown":
                person.press("Yes, go on")
            case _:
                person.walk_away()
                person.start()
        person.until(lambda now: now.screen == INSIDE, "it does not go back to the pages")

    def _page(self, name: str) -> None:
        person = self._person
        if person.look().find("Hide the keys"):
            person.press("Hide the keys")
        person.press(name)

    def _reading(self) -> None:
        self._page("Booklets")
        person = self._person
        view = person.until(
            lambda now: now.find("Open “") or now.find("Text of the section"), "no booklets"
        )
        if view.find("Open “"):
            person.press("Open “")
        person.find("Text of the section")

    def _search(self) -> None:
        self._page("Search")
        person = self._person
        person.press_at(person.find("Search booklets").at)
        person.find("Hide the keys")

    def _countdown(self) -> None:
        self._person.session.ask("forward", seconds=BEYOND_SECONDS)
        self._person.until(lambda now: now.screen == "KioskCountdown", "no countdown")
