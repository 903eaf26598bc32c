"""What people try at a screen that will not let them out.

Sources: HackTricks, "Escaping from KIOSKs"; the manuals of kiosk programs, whose filters name keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.kiosk_full.hands import press
from tests.system.screen import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.kiosk_full.person import Person

WIDE, HIGH = SIZE
EDGES = ((1, HIGH // 2), (WIDE - 2, HIGH // 2), (WIDE // 2, 1), (WIDE // 2, HIGH - 2))
CENTRE = (WIDE // 2, HIGH // 2)
# Away from the buttons of every screen, so that pressing it means nothing by itself.
QUIET = (WIDE // 2 - 70, 92)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try; ``settle`` is how long in seconds it takes to show."""

    name: str
    act: Callable[[Person], object]
    settle: float = 0.02


def attempts() -> list[Attempt]:
    """All of them: keys first, then what a pointer, then what fingers can do."""
    keys = [_chord(chord) for chord in _chords()]
    return [*keys, *_held(), *_with_pointer(), *_with_fingers()]


def _chords() -> list[str]:
    control = [f"ctrl+{key}" for key in "abcefghijklmnopqrstuvwxyz0"]
    control += [f"ctrl+{key}" for key in ("plus", "minus", "Tab", "shift+Tab", "Escape")]
    control += ["ctrl+shift+Escape", "ctrl+shift+u", "ctrl+shift+i", "ctrl+shift+n"]
    alt_control = [f"ctrl+alt+{key}" for key in ("Delete", "BackSpace", "t", "l")]
    terminals = [f"ctrl+alt+F{number}" for number in range(1, 13)]
    alt = [f"alt+{key}" for key in ("F4", "Tab", "shift+Tab", "Escape", "space", "Return")]
    alt += [f"alt+{key}" for key in ("Left", "Right", "Home", "F1", "F2", "f", "d", "x")]
    functions = [f"F{number}" for number in range(1, 13)]
    functions += ["shift+F1", "shift+F10", "Menu", "shift+F5", "alt+Print", "Print"]
    rescue = [f"alt+Sys_Req+{key}" for key in "beikru"]
    windows = ["super"] + [f"super+{key}" for key in "deefilruvx"]
    windows += [f"super+{key}" for key in ("period", "Tab", "space", "F1", "Return", "Left")]
    access = ["alt+shift+Print", "alt+shift+Num_Lock", "Multi_key", "Scroll_Lock", "Pause"]
    plain = ["Escape", "Tab", "shift+Tab", "space", "Return", "Delete", "BackSpace", "Insert"]
    plain += ["shift+Insert", "ctrl+Insert", "shift+Delete", "Home", "End", "Prior", "Next", "Help"]
    media = ["HomePage", "WWW", "Mail", "Search", "Back", "Forward", "Refresh", "Explorer"]
    media += ["AudioPlay", "AudioMute", "AudioRaiseVolume", "Calculator", "Tools", "MyComputer"]
    media += ["PowerOff", "PowerDown", "Sleep", "Suspend", "Hibernate", "Eject", "WakeUp"]
    media += ["ScreenSaver", "Terminal", "Launch0", "Launch1", "TaskPane", "Close", "Copy"]
    media += ["Paste", "Cut", "Open", "Save", "New", "LogOff", "ContrastAdjust", "Display"]
    extra = [f"XF86{key}" for key in media]
    return [
        *(*control, *alt_control, *terminals, *alt, *functions, *rescue),
        *(*windows, *access, *plain, *extra),
    ]


def _chord(chord: str) -> Attempt:
    return Attempt(chord, lambda person: person.keys(chord))


def _held() -> list[Attempt]:
    many = "qwertyuiopasdfghjklzxcvbnm1234"
    thirty = [f"{way} {key}" for way in ("keydown", "keyup") for key in many]
    return [
        Attempt("shift five times", lambda person: person.keys(*["shift"] * 5)),
        Attempt("escape twenty times", lambda person: person.keys(*["Escape"] * 20)),
        Attempt("thirty keys at once", lambda person: person.hands.do(*thirty)),
        Attempt("right shift held", _hold("Shift_R"), 0.1),
        Attempt("num lock held", _hold("Num_Lock"), 0.1),
        Attempt("a letter held", _hold("a"), 0.1),
        Attempt("tab held", _hold("Tab"), 0.1),
    ]


def _hold(key: str) -> Callable[[Person], object]:
    return lambda person: person.hands.do(f"keydown {key}", "sleep 1", f"keyup {key}")


def _with_pointer() -> list[Attempt]:
    buttons = [
        Attempt(f"button {button} at {at}", _press(at, button))
        for button in (2, 3, 8, 9)
        for at in (CENTRE, QUIET)
    ]
    corners = [(1, 1), (WIDE - 2, 1), (1, HIGH - 2), (WIDE - 2, HIGH - 2)]
    doubles = [Attempt(f"double press at {at}", _press(at, 1, 2)) for at in (QUIET, *corners)]
    wheels = [
        Attempt(f"{chord}wheel {way}", _wheel(chord, way))
        for chord in ("", "ctrl+", "shift+", "alt+")
        for way in (4, 5)
    ]
    drags = [Attempt(f"drag from {a} to {b}", _drag(a, b)) for a, b in zip(EDGES, corners)]  # noqa: B905
    drags += [Attempt(f"drag from the centre to {edge}", _drag(CENTRE, edge)) for edge in EDGES]
    return [*buttons, *doubles, *wheels, *drags, Attempt("long press", _long_press, 0.1)]


def _press(at: tuple[int, int], button: int, times: int = 1) -> Callable[[Person], object]:
    return lambda person: person.hands.do(f"mousemove {at[0]} {at[1]}", *(press(button) * times))


def _wheel(chord: str, way: int) -> Callable[[Person], object]:
    key = chord.rstrip("+")
    around = (f"keydown {key}", f"keyup {key}") if key else ("", "")

    def act(person: Person) -> None:
        orders = (f"mousemove {CENTRE[0]} {CENTRE[1]}", around[0], *press(way), around[1])
        person.hands.do(*(order for order in orders if order))

    return act


def _drag(begin: tuple[int, int], end: tuple[int, int]) -> Callable[[Person], object]:
    return lambda person: person.hands.do(
        f"mousemove {begin[0]} {begin[1]}",
        "mousedown 1",
        f"mousemove {CENTRE[0]} {CENTRE[1]}",
        f"mousemove {end[0]} {end[1]}",
        "mouseup 1",
    )


def _long_press(person: Person) -> None:
    x, y = QUIET
    person.hands.do(f"mousemove {x} {y}", "mousedown 1", "sleep 1.2", "mouseup 1")


def _with_fingers() -> list[Attempt]:
    """A driver of real fingers is not to be had: these are sent where the system would send."""
    tries = []
    for fingers in range(1, 6):
        for name, edge in zip(("left", "right", "top", "bottom"), EDGES, strict=True):
            paths = [_between(_beside(edge, one), _beside(CENTRE, one)) for one in range(fingers)]
            tries.append(Attempt(f"{fingers} from the {name}", _touch(paths)))
    apart = [
        _between((CENTRE[0] + 10 * way, CENTRE[1]), (CENTRE[0] + 300 * way, CENTRE[1]))
        for way in (-1, 1)
    ]
    together = [path[::-1] for path in apart]
    return [*tries, Attempt("pinch out", _touch(apart)), Attempt("pinch in", _touch(together))]


def _touch(paths: list[list[tuple[int, int]]]) -> Callable[[Person], object]:
    return lambda person: person.session.ask("touch", paths=paths)


def _beside(at: tuple[int, int], number: int) -> tuple[int, int]:
    across, down = at[0] + 60 * number, at[1] + 25 * number
    return min(across, WIDE - 2), min(down, HIGH - 2)


def _between(begin: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    return [
        (
            begin[0] + (end[0] - begin[0]) * step // 5,
            begin[1] + (end[1] - begin[1]) * step // 5,
        )
        for step in range(6)
    ]
