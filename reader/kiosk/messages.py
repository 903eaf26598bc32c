"""What the supervisor and a session say to each other: one message, one datagram.

Nothing here can carry what a patient wrote. A PIN that staff typed is the only thing that is not
to be seen by others, and it goes to the supervisor alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - the types are read when a message arrives
from enum import StrEnum

from reader.kiosk.policy import Policy  # noqa: TC001 - likewise
from reader.kiosk.wire import WireError, from_data, to_data

MOST_BYTES = 64 * 1024
"""A datagram that is longer is not from us."""


class Ending(StrEnum):
    """Why a session asks to be ended."""

    FINISHED = "finished"
    IDLE = "idle"
    STAFF = "staff"


class StaffTask(StrEnum):
    """What the supervisor does for staff, once their PIN was right in this session."""

    EXIT = "exit"
    RESTART = "restart"
    OVERRIDE = "override"
    COUNTS = "counts"
    STICKS = "sticks"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Health:
    """One finding of the self-check; ``words`` say what is so and, if not ``good``, what to do."""

    check: str
    good: bool
    words: str


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What happened on one day, as numbers."""

    day: date
    sessions: int
    prints: int
    helpful: int
    not_helpful: int


# ---- from the supervisor


@dataclass(frozen=True, slots=True)
class Setup:
    """The first message: what to build. Everything is built and nothing shown.

    ``policy`` comes without the staff PIN; ``has_staff`` says whether there is one.
    ``out_of_order`` asks for a plain screen that says so, because sessions do not start.
    """

    policy: Policy
    content: tuple[str, ...] = ()
    has_staff: bool = False
    out_of_order: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """Be seen. Patients are let in only if ``admits``; ``health`` and ``problems`` are for staff.

    ``problems`` say what is wrong in the policy file.
    """

    admits: bool
    overridden: bool = False
    health: tuple[Health, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alone:
    """The session before this one is gone: input may count, the clipboard may be used."""


@dataclass(frozen=True, slots=True)
class Ping:
    """Paint something and say so with the same ``number``."""

    number: int


@dataclass(frozen=True, slots=True)
class PinChecked:
    """The answer to a PIN; ``wait_seconds`` above 0 means none is looked at for so long."""

    right: bool
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class CountsTold:
    """The days that have numbers, oldest first; at most the last 400."""

    days: tuple[DayCounts, ...]


@dataclass(frozen=True, slots=True)
class SticksTold:
    """Where sticks are mounted that can be written to; ``EXPORT`` wants one of these back."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffTaskDone:
    """What came of a task, in a sentence."""

    task: StaffTask
    done: bool
    words: str


# ---- from the session


@dataclass(frozen=True, slots=True)
class Ready:
    """Built and hidden."""


@dataclass(frozen=True, slots=True)
class Painted:
    """The start screen has been painted for the first time since ``Show``."""


@dataclass(frozen=True, slots=True)
class Pong:
    """An answer to ``Ping``: at once, and ``painted`` again when a frame was painted for it."""

    number: int
    painted: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """Somebody touched to start."""


@dataclass(frozen=True, slots=True)
class End:
    """End this session and show the next."""

    why: Ending


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet came out."""


@dataclass(frozen=True, slots=True)
class Helped:
    """Somebody said whether this was helpful."""

    yes: bool


@dataclass(frozen=True, slots=True)
class PinTried:
    """A PIN as it was typed."""

    pin: str


@dataclass(frozen=True, slots=True)
class StaffAsked:
    """A task for the supervisor; ``where`` is one of ``SticksTold.places`` for ``EXPORT``."""

    task: StaffTask
    where: str = ""


ToSession = Setup | Show | Alone | Ping | PinChecked | CountsTold | SticksTold | StaffTaskDone
ToSupervisor = Ready | Painted | Pong | Begun | End | Printed | Helped | PinTried | StaffAsked
Message = ToSession | ToSupervisor

TO_SESSION: dict[str, type[ToSession]] = {
    kind.__name__: kind
    for kind in (Setup, Show, Alone, Ping, PinChecked, CountsTold, SticksTold, StaffTaskDone)
}
TO_SUPERVISOR: dict[str, type[ToSupervisor]] = {
    kind.__name__: kind
    for kind in (Ready, Painted, Pong, Begun, End, Printed, Helped, PinTried, StaffAsked)
}


def encode(message: Message) -> bytes:
    """The datagram that says ``message``."""
    said = [type(message).__name__, to_data(message)]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def to_session(datagram: bytes) -> ToSession:
    """What the supervisor said; raises ``WireError``."""
    name, data = _opened(datagram)
    if name not in TO_SESSION:
        raise WireError(name)
    return from_data(TO_SESSION[name], data)


def to_supervisor(datagram: bytes) -> ToSupervisor:
    """What a session said; raises ``WireError``."""
    name, data = _opened(datagram)
    if name not in TO_SUPERVISOR:
        message = "unknown"  # what came is not repeated: it goes to the log
        raise WireError(message)
    return from_data(TO_SUPERVISOR[name], data)


def _opened(datagram: bytes) -> tuple[str, object]:
    if len(datagram) > MOST_BYTES:
        message = "too long"
        raise WireError(message)
    try:
        said = json.loads(datagram)
    except (ValueError, RecursionError) as error:
        message = "no message"
        raise WireError(message) from error
    match said:
        case [str(name), dict(data)]:
            return name, data
        case _:
            message = "no message"
            raise WireError(message)
