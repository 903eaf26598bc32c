"""Clicks and keys for ``Person`` without pytest: what it uses of ``qtbot``, made of ``QTest``."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_MS = 5000
LOOK_EVERY_MS = 10
REST_MS = 60


class Fingers:
    """Named as pytest-qt names them."""

    mouseClick = staticmethod(QTest.mouseClick)  # noqa: N815
    mousePress = staticmethod(QTest.mousePress)  # noqa: N815
    mouseMove = staticmethod(QTest.mouseMove)  # noqa: N815
    mouseRelease = staticmethod(QTest.mouseRelease)  # noqa: N815
    keyClick = staticmethod(QTest.keyClick)  # noqa: N815
    keyClicks = staticmethod(QTest.keyClicks)  # noqa: N815

    @staticmethod
    def rest() -> None:
        """Let everything be laid out and painted that waits for its turn."""
        QTest.qWait(REST_MS)

    @staticmethod
    def waitUntil(  # noqa: N802
        is_so: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        """Wait until ``is_so`` is true, or gives nothing and does not fail.

        Raises ``AssertionError``, its own if it has one, after ``timeout`` milliseconds.
        """
        deadline = monotonic() + timeout / 1000
        while True:
            failure = _failure(is_so)
            if failure is None:
                return
            if monotonic() > deadline:
                raise failure
            QTest.qWait(LOOK_EVERY_MS)


def _failure(is_so: Callable[[], bool | None]) -> AssertionError | None:
    try:
        answer = is_so()
    except AssertionError as error:
        return error
    if answer is None or answer:
        return None
    return AssertionError("it did not come true in time")
