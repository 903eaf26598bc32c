"""How words are said aloud that a voice would get wrong: ``pronunciation.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.shelf.tables import Entry, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "pronunciation.toml"

_SAYABLE = re.compile(r"[^\W_][\w ,.’'-]*")


@dataclass(frozen=True, slots=True)
class Saying:
    """What is ``said`` for each of the ``written`` forms, which are met letter for letter."""

    id: str
    written: tuple[str, ...]
    said: str


def read_pronunciation(folder: Path) -> tuple[Saying, ...]:
    """The sayings in ``folder``, as written; none without a file. Raises ``ShelfFileError``."""
    return tuple(_saying(entry) for entry in read_tables(folder / FILE, "say")["say"])


def merged_pronunciation(lists: Iterable[tuple[Saying, ...]]) -> tuple[Saying, ...]:
    """The sayings of several folders; what an earlier one says of a word holds."""
    met: set[str] = set()
    merged: list[Saying] = []
    for saying in (saying for sayings in lists for saying in sayings):
        new = tuple(form for form in saying.written if form not in met)
        met.update(new)
        if new:
            merged.append(Saying(saying.id, new, saying.said))
    return tuple(merged)


def _saying(entry: Entry) -> Saying:
    said = entry.text("said")
    if _SAYABLE.fullmatch(said) is None:
        raise entry.error("“said” has to be letters, digits, spaces, commas and full stops.")
    return Saying(entry.text("id"), _written(entry), said)


def _written(entry: Entry) -> tuple[str, ...]:
    forms = entry.values.get("written")
    if not isinstance(forms, list) or not forms or not all(map(_is_form, forms)):
        raise entry.error("“written” has to be a list of one or more words in quotation marks.")
    return tuple(" ".join(form.split()) for form in forms)


def _is_form(form: object) -> bool:
    return isinstance(form, str) and re.search(r"\w", form) is not None
