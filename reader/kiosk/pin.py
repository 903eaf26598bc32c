"""The staff PIN: kept as what scrypt makes of it, and never tried faster than people type."""

from __future__ import annotations

import base64
import hashlib
import hmac
import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHORTEST = 6
LONGEST = 12
TRIES = 5
WAIT_SECONDS = 60

# Source: OWASP Password Storage Cheat Sheet, scrypt with N = 2^15, r = 8, p = 3 (32 MB).
_COST, _BLOCK, _PARALLEL = 2**15, 8, 3
_MOST_MEMORY = 64 * 1024 * 1024
_SALT_BYTES, _KEY_BYTES = 16, 32
_FORM = re.compile(r"scrypt\$32768\$8\$3\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)")


def is_pin(text: str) -> bool:
    """Whether ``text`` can be a PIN: 6 to 12 digits, and not all the same or in a row."""
    if not re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", text):
        return False
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(text)}
    return steps not in ({0}, {1}, {9})


def is_hash(text: str) -> bool:
    """Whether ``text`` is what ``hash_pin`` makes."""
    return _FORM.fullmatch(text) is not None


def hash_pin(pin: str, salt: bytes) -> str:
    """What to keep of ``pin``; ``salt`` is 16 random bytes."""
    parts = (base64.b64encode(part).decode() for part in (salt, _key(pin, salt)))
    return "$".join(("scrypt", str(_COST), str(_BLOCK), str(_PARALLEL), *parts))


def matches(pin: str, kept: str) -> bool:
    """Whether ``pin`` is the one of which ``kept`` was made; never, if ``kept`` is no hash."""
    found = _FORM.fullmatch(kept)
    if found is None or len(pin) > LONGEST:
        return False
    salt, key = (base64.b64decode(part) for part in found.groups())
    return hmac.compare_digest(_key(pin, salt), key)


def _key(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(),
        salt=salt,
        n=_COST,
        r=_BLOCK,
        p=_PARALLEL,
        maxmem=_MOST_MEMORY,
        dklen=_KEY_BYTES,
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a PIN was right, and for how many whole seconds none is looked at from now."""

    right: bool
    wait_seconds: int = 0


class PinGate:
    """Counts wrong PINs over all sessions: five of them, and none is looked at for a minute.

    ``now`` is a clock in seconds that never goes back.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._wrong = 0
        self._closed_until = -math.inf

    def try_pin(self, pin: str, kept: str) -> Answer:
        """Look at ``pin``, unless the gate is closed."""
        wait = math.ceil(self._closed_until - self._now()) if self._is_closed() else 0
        if wait > 0:
            return Answer(right=False, wait_seconds=wait)
        if matches(pin, kept):
            self._wrong = 0
            return Answer(right=True)
        self._wrong += 1
        if self._wrong < TRIES:
            return Answer(right=False)
        self._wrong = 0
        self._closed_until = self._now() + WAIT_SECONDS
        return Answer(right=False, wait_seconds=WAIT_SECONDS)

    def _is_closed(self) -> bool:
        return self._now() < self._closed_until
