"""Making a damaged row fit to be shown: the right types, and as many words as are left."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.notebook.model import Answered, MarkKind
from reader.notebook.rows import PLACE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notebook.store import Row, Value

_NUMBERS = frozenset({"start_char", "end_char", "kept_until"})
_MOMENTS = frozenset({"created", "changed", "deleted", "seen", "written"})
PLACE = frozenset(PLACE_COLUMNS.split(", "))
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC).isoformat(timespec="microseconds")


def mended(columns: Sequence[str], values: Sequence[object], optional: frozenset[str]) -> Row:
    """``values`` of ``columns`` with the types that a whole row has.

    A place is there as a whole or not at all, as its booklet says.
    """
    by_name = dict(zip(columns, values, strict=True))
    if by_name.get("booklet") is not None:
        optional = optional & {"carried_from", "deleted", "kept_until"}
    is_nowhere = "booklet" in optional
    return tuple(
        None if is_nowhere and name in PLACE else _mended(name, value, name in optional)
        for name, value in by_name.items()
    )


def _mended(name: str, value: object, is_optional: bool) -> Value:
    if value is None and is_optional:
        return None
    if name in _NUMBERS:
        return value if isinstance(value, int) and value >= 0 else 0
    text = _text(value)
    if name in _MOMENTS:
        with suppress(ValueError):
            if datetime.fromisoformat(text).tzinfo is not None:
                return text
        return _LONG_AGO
    if name == "kind":
        return text if text in set(MarkKind) else MarkKind.NOTE.value
    if name == "answered":
        return text if text in set(Answered) else Answered.NOT_YET.value
    return text


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
