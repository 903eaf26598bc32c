"""Reading one TOML table key by key, with an error that names the line of the key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.booklet.errors import BookletError
from reader.booklet.source import bad_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IDENTIFIER_CHARACTERS = 64
TEXT_CHARACTERS = 300

_TABLE = re.compile(r" *\[ *([\w-]+) *\]")
_KEY = re.compile(r' *"?([\w-]+)"? *[=.]')


def is_identifier(text: str) -> bool:
    """Whether ``text`` can be the id of a booklet or a section."""
    return len(text) <= IDENTIFIER_CHARACTERS and IDENTIFIER.fullmatch(text) is not None


def key_lines(lines: Sequence[str], first: int) -> dict[str, int]:
    """The line of each table ``"[name]"`` and key ``"name.key"`` (top level: ``".key"``)."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(lines, first):
        if header := _TABLE.match(line):
            table = header[1]
            found.setdefault(f"[{table}]", number)
            found.setdefault(f".{table}", number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key[1]}", number)
    return found


@dataclass(frozen=True, slots=True)
class Fields:
    """One table of a front matter; every method raises ``BookletError`` on a wrong value."""

    path: Path
    table: str
    values: Mapping[str, object]
    lines: Mapping[str, int]

    def error(self, key: str, problem: str) -> BookletError:
        """``problem`` at the line of ``key``, or of its table, or of the front matter."""
        at_table = self.lines.get(f"[{self.table}]", 1)
        return BookletError(self.path, self.lines.get(f"{self.table}.{key}", at_table), problem)

    def check_known(self, known: Iterable[str]) -> None:
        """Refuse a key that is not one of ``known``."""
        names = tuple(known)
        for key in self.values:
            if key not in names:
                listed = ", ".join(names)
                problem = f"The key “{_shown(key)}” is not known. Known here: {listed}."
                raise self.error(key, problem)

    def text(self, key: str) -> str:
        """A line of text that is there and not empty."""
        value = self._value(key)
        if not isinstance(value, str):
            raise self.error(key, f"“{key}” must be text in quotation marks.")
        return self._plain(key, value)

    def optional_text(self, key: str, default: str) -> str:
        """A line of text, or ``default`` when the key is missing."""
        return self.text(key) if key in self.values else default

    def identifier(self, key: str) -> str:
        """An id: small letters, digits and single hyphens."""
        value = self.text(key)
        if not is_identifier(value):
            problem = f"“{key}” must be small letters, digits and hyphens, like “second-opinion”."
            raise self.error(key, problem)
        return value

    def choice(self, key: str, allowed: Sequence[str], default: str) -> str:
        """One of ``allowed``."""
        value = self.optional_text(key, default)
        if value not in allowed:
            raise self.error(key, f"“{key}” must be one of {', '.join(allowed)}.")
        return value

    def month(self, key: str) -> YearMonth:
        """A month written ``"2026-11"``."""
        value = self._value(key)
        problem = f"“{key}” must be a month in quotation marks, like “2026-11”."
        if not isinstance(value, str):
            raise self.error(key, problem)
        try:
            return YearMonth.parse(value)
        except ValueError:
            raise self.error(key, problem) from None

    def integer(self, key: str) -> int:
        """A whole number."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.error(key, f"“{key}” must be a whole number, without quotation marks.")
        return value

    def flag(self, key: str) -> bool:
        """``true`` or ``false``."""
        value = self._value(key)
        if not isinstance(value, bool):
            raise self.error(key, f"“{key}” must be true or false, without quotation marks.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of lines of text; it may be empty."""
        value = self._value(key)
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.error(key, f'“{key}” must be a list of texts, like ["Dr A. Name"].')
        return tuple(self._plain(key, entry) for entry in value)

    def within(self, key: str) -> Fields:
        """The table ``[key]`` inside this one."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.error(key, f"The table [{key}] is missing. Add it to the front matter.")
        return Fields(self.path, key, value, self.lines)

    def _value(self, key: str) -> object:
        if key not in self.values:
            place = f"[{self.table}]" if self.table else "the front matter"
            raise self.error(key, f"The key “{key}” is missing. Add it to {place}.")
        return self.values[key]

    def _plain(self, key: str, value: str) -> str:
        if not value.strip():
            raise self.error(key, f"“{key}” is empty. Write what it should say.")
        if len(value) > TEXT_CHARACTERS:
            problem = f"“{key}” is longer than {TEXT_CHARACTERS} characters. Shorten it."
            raise self.error(key, problem)
        if bad_character(value) or "\n" in value:
            raise self.error(key, f"“{key}” must be one line without control characters.")
        return " ".join(value.split())


def _shown(key: str) -> str:
    """A key as a message can carry it, whatever a file puts into its name."""
    return key if len(key) <= IDENTIFIER_CHARACTERS and key.isprintable() else "…"
