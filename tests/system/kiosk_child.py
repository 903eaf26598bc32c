"""A session with a fault that its start button sets off, or one that can be asked what it shows.

Else it is the real one.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader import kiosk_session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _raise(self: object) -> None:
    message = "seven times Tuesday"
    raise ValueError(message)


def _hang(self: object) -> None:
    while True:
        time.sleep(1)


def _eat(self: object) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
    eaten = []
    while True:
        eaten.append(bytearray(10**8))


GUIDED = "guided"
RESETS = "resets"
GUIDES = (GUIDED, RESETS)
FAULTS: dict[str, Callable[[object], None]] = {"raise": _raise, "hang": _hang, "eat": _eat}


def main(arguments: Sequence[str]) -> int:
    """As ``reader.kiosk_session.main``, after the name of a fault.

    One that has a guide is also told a file for what went wrong.
    """
    fault, *rest = arguments
    if fault in GUIDES:
        from tests.kiosk_full.guide import attach_guide, report_faults

        report, *rest = rest
        attach_guide(report_faults(Path(report)), resets=fault == RESETS)
        return kiosk_session.main(rest)
    real = kiosk_session._first_message

    def with_fault(end: object) -> object:
        setup = real(end)  # type: ignore[arg-type]
        from reader.kiosk_desk import KioskDesk

        KioskDesk.begin = FAULTS[fault]  # type: ignore[method-assign, assignment]
        return setup

    kiosk_session._first_message = with_fault  # type: ignore[assignment]
    return kiosk_session.main(rest)
