"""What staff did that somebody may ask about later: a line each, with the time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


class Record:
    """Adds lines to the file at ``path`` and never takes one away; ``now`` is the local time."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now

    def write(self, sentence: str) -> bool:
        """Add ``sentence`` and flush it to the disk; whether that was done."""
        line = f"{self._now().isoformat(timespec='seconds')} {' '.join(sentence.split())}\n"
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            return False
        return True
