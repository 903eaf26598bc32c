"""Files that somebody wrote beforehand as TOML, read with care: they may hold anything."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from reader.paper.errors import WrittenFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_BYTES = 256_000


def parsed(path: Path, shape: str) -> Mapping[str, object]:
    """What the file says; raises ``WrittenFileError``, which tells the ``shape`` it ought to have.

    At most ``FILE_BYTES``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise WrittenFileError(path, "There is no such file.") from error
    except IsADirectoryError as error:
        raise WrittenFileError(path, "This is a folder. Please name a file.") from error
    except (OSError, ValueError) as error:
        raise WrittenFileError(path, f"It cannot be read ({error}).") from error
    if len(data) > FILE_BYTES:
        raise WrittenFileError(path, f"It is larger than {FILE_BYTES // 1000} kB.")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WrittenFileError(path, "It is not UTF-8 text. Please save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WrittenFileError(path, f"It is not written as TOML: {error}. {shape}") from error


def checked(
    path: Path, entry: Mapping[str, object], names: set[str], where: str
) -> Mapping[str, object]:
    """``entry``, which has nothing but ``names``; raises ``WrittenFileError``."""
    if unknown := sorted(set(entry) - names):
        known = " and ".join(f"“{name}”" for name in sorted(names))
        problem = f"{where} says “{unknown[0]}”, which is not known here. Only {known} are."
        raise WrittenFileError(path, problem)
    return entry


def text(path: Path, entry: Mapping[str, object], name: str, where: str) -> str:
    """The words at ``name``, ``""`` where there are none; raises ``WrittenFileError``."""
    value = entry.get(name, "")
    if not isinstance(value, str):
        raise WrittenFileError(path, f"{where} has a “{name}” that is not words in quotes.")
    return value
