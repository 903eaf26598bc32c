"""Reading the lists that a publisher keeps beside the booklets: TOML files of like tables."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.shelf.errors import ShelfFileError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MOST_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[table]]`` of the file at ``path``; every method raises ``ShelfFileError``."""

    path: Path
    name: str
    values: dict[str, object]

    def text(self, key: str) -> str:
        """Text that has to be there."""
        found = self.optional_text(key)
        if not found:
            raise self.error(f"“{key}” is missing.")
        return found

    def optional_text(self, key: str) -> str:
        """Text, or ``""``."""
        found = self.values.get(key, "")
        if not isinstance(found, str):
            raise self.error(f"“{key}” has to be text in quotation marks.")
        return " ".join(found.split())

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        found = self.values.get(key, False)
        if not isinstance(found, bool):
            raise self.error(f"“{key}” has to be true or false.")
        return found

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """Text that is one of ``allowed``."""
        found = self.text(key)
        if found not in allowed:
            raise self.error(f"“{key}” has to be one of: {', '.join(sorted(allowed))}.")
        return found

    def error(self, problem: str) -> ShelfFileError:
        """``problem`` with the table it is in."""
        known_as = self.values.get("id", "with no id")
        return ShelfFileError(self.path, f"In the {self.name} “{known_as}”, {problem}")


def read_tables(path: Path, *names: str) -> dict[str, tuple[Entry, ...]]:
    """The tables of each of ``names`` in the file at ``path``, in order; none when it is missing.

    Every table needs an ``id`` that no other of its name has. Raises ``ShelfFileError``.
    """
    found = _parsed(path)
    unknown = sorted(set(found) - set(names))
    if unknown:
        raise ShelfFileError(path, f"“{unknown[0]}” is not known; use {', '.join(names)}.")
    return {name: _entries(path, name, found.get(name, [])) for name in names}


def _parsed(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ShelfFileError(path, f"The file cannot be read ({error.strerror}).") from error
    if len(data) > MOST_BYTES:
        raise ShelfFileError(path, f"The file is larger than {MOST_BYTES // 1024} kB.")
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ShelfFileError(path, "The file is not UTF-8 text.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ShelfFileError(path, f"The file is not TOML: {error}.") from error


def _entries(path: Path, name: str, tables: object) -> tuple[Entry, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ShelfFileError(path, f"Write each {name} under a line [[{name}]].")
    entries = tuple(Entry(path, name, table) for table in tables)
    seen: set[str] = set()
    for entry in entries:
        known_as = entry.text("id")
        if known_as in seen:
            raise entry.error("the id is used twice.")
        seen.add(known_as)
    return entries
