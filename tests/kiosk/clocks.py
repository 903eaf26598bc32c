"""Time that passes when a test says so."""

from __future__ import annotations


class FakeClock:
    """A clock in seconds, to be handed in where ``time.monotonic`` would be."""

    def __init__(self, start: float = 1000.0) -> None:
        self.time = start

    def __call__(self) -> float:
        return self.time

    def pass_by(self, seconds: float) -> None:
        self.time += seconds
