"""What is to be filled in on a letter, for ``sheet --letter``.

It is TOML, and all of it may be left out::

    to = "gp"
    reasons = ["diagnosis", "confirm"]
    other_reason = "My sister was treated in another way."
    name = "Jo Smith"
    doctor = "Dr Ahmed"
    private = false

``to`` is one of ``Addressee``, each of ``reasons`` one of ``Reason``. The other words are ``born``,
``phone``, ``wanted``, ``helper``, ``relation`` and ``date``, as in ``LetterFields``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from reader.paper.errors import WrittenFileError
from reader.paper.letters import Addressee, LetterFields, Reason
from reader.paper.written_file import checked, parsed, text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_WORDS: Final = (
    "other_reason", "name", "born", "phone", "doctor", "wanted", "helper", "relation", "date",
)  # fmt: skip
_NAMES: Final = {*_WORDS, "to", "reasons", "private"}
_SHAPE: Final = 'Write lines such as name = "Jo Smith".'
_WHERE: Final = "The file"

_Known = TypeVar("_Known", bound=StrEnum)


def read_letter(path: Path) -> LetterFields:
    """What the file at ``path`` fills in; raises ``WrittenFileError``."""
    known = checked(path, parsed(path, _SHAPE), _NAMES, _WHERE)
    words = {name: text(path, known, name, _WHERE).strip() for name in _WORDS}
    return LetterFields(
        _one_of(path, "to", text(path, known, "to", _WHERE) or Addressee.GP, Addressee),
        _reasons(path, known),
        is_private=_is_private(path, known),
        **words,
    )


def _reasons(path: Path, known: Mapping[str, object]) -> tuple[Reason, ...]:
    """In the order of the booklet's list, each once."""
    given = known.get("reasons", [])
    if not isinstance(given, list):
        raise WrittenFileError(path, 'Its “reasons” are no list such as ["confirm"].')
    named = {_one_of(path, "reasons", one, Reason) for one in given}
    return tuple(reason for reason in Reason if reason in named)


def _one_of(path: Path, name: str, value: object, kind: type[_Known]) -> _Known:
    for one in kind:
        if one == value:
            return one
    known = ", ".join(f"“{one}”" for one in kind)
    raise WrittenFileError(path, f"“{value}” cannot stand at “{name}”. Only {known} can.")


def _is_private(path: Path, known: Mapping[str, object]) -> bool | None:
    value = known.get("private")
    if value is None or isinstance(value, bool):
        return value
    raise WrittenFileError(path, "Its “private” is neither true nor false.")
