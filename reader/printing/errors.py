"""What a print server, or the lack of one, can answer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from pathlib import Path


class PrintServiceError(Exception):
    """The printing system did not do what it was asked."""


class NoServiceError(PrintServiceError):
    """Nothing answers at ``socket``; ``reason`` is the system's, for the log."""

    def __init__(self, socket: Path, reason: str) -> None:
        super().__init__(socket, reason)
        self.socket = socket
        self.reason = reason

    @override
    def __str__(self) -> str:
        return f"The printing system of this computer does not answer ({self.reason})."


class Refusal(StrEnum):
    """Why a server would not do something."""

    REJECTING = "rejecting"
    NOT_FOUND = "not-found"
    TOO_LATE = "too-late"
    NOT_ALLOWED = "not-allowed"
    BUSY = "busy"
    NO_ROOM = "no-room"
    WRONG_FORMAT = "wrong-format"
    OTHER = "other"


class RefusedError(PrintServiceError):
    """The server answered with ``status``, which means ``refusal``, and in its words ``reason``."""

    def __init__(self, refusal: Refusal, status: int, reason: str) -> None:
        super().__init__(refusal, status, reason)
        self.refusal = refusal
        self.status = status
        self.reason = reason

    @override
    def __str__(self) -> str:
        told = f": {self.reason}" if self.reason else ""
        return f"The printing system refused{told} ({self.status:#06x})."


_MEANS = {
    0x0401: Refusal.NOT_ALLOWED,
    0x0402: Refusal.NOT_ALLOWED,
    0x0403: Refusal.NOT_ALLOWED,
    0x0404: Refusal.TOO_LATE,
    0x0406: Refusal.NOT_FOUND,
    0x0408: Refusal.NO_ROOM,
    0x040A: Refusal.WRONG_FORMAT,
    0x0412: Refusal.NO_ROOM,
    0x0502: Refusal.BUSY,
    0x0505: Refusal.NO_ROOM,
    0x0506: Refusal.REJECTING,
    0x0507: Refusal.BUSY,
}


def refused(status: int, reason: str) -> RefusedError:
    """The error for an IPP status of RFC 8011, appendix B."""
    return RefusedError(_MEANS.get(status, Refusal.OTHER), status, reason)
