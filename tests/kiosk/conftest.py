"""What the tests of the kiosk share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.kiosk.pin import hash_pin
from reader.kiosk.policy import Policy, Printing
from tests.kiosk.acting import Theatre
from tests.kiosk.clocks import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

PIN = "482913"


@pytest.fixture(scope="session")
def policy() -> Policy:
    """Everything is allowed."""
    return Policy(
        printing=Printing("kiosk"), asks_feedback=True, staff_pin=hash_pin(PIN, bytes(16))
    )


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def theatre(tmp_path: Path, clock: FakeClock, policy: Policy) -> Theatre:
    """A supervisor with sessions that are no processes; nothing has been started yet."""
    return Theatre(tmp_path, clock, policy)


@pytest.fixture
def opened(theatre: Theatre) -> Theatre:
    """One where the start screen is seen and the next session waits."""
    theatre.open()
    return theatre
