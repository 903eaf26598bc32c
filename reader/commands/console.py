"""Where a command speaks: results on one side, what went wrong on the other."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from enum import IntEnum
from typing import TextIO


class Status(IntEnum):
    """The exit status of every command."""

    DONE = 0
    NO = 1
    WRONG = 2
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Console:
    """``out`` is for results, which a program may read; ``err`` is for people."""

    out: TextIO
    err: TextIO

    def say(self, text: str) -> None:
        """A result, as whole lines."""
        self.out.write(text if text.endswith("\n") else f"{text}\n")

    def say_json(self, value: object) -> None:
        """A result for a program."""
        self.say(json.dumps(value, ensure_ascii=False, indent=2))

    def tell(self, text: str) -> None:
        """Something to know that is no result."""
        self.err.write(f"{text}\n")

    def flush(self) -> None:
        """Let everything out; raises ``BrokenPipeError`` when nobody listens any more."""
        self.out.flush()
        self.err.flush()


def console_on(out: TextIO | None, err: TextIO | None) -> Console:
    """A console that writes UTF-8 whatever the locale; without streams its words go nowhere."""
    return Console(_in_utf8(out), _in_utf8(err))


def _in_utf8(stream: TextIO | None) -> TextIO:
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
