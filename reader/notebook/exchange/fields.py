"""Taking typed values out of parsed JSON; every function raises ``ValueError`` for other types."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

MOST_NAME = 4_000
"""Characters of an id, a date or anything else that is not written by hand."""

_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


def mapping(value: object, kind: str = "") -> dict[str, Any]:
    """An object, of ``type`` ``kind`` if that is given."""
    if not isinstance(value, dict) or (kind and value.get("type") != kind):
        problem = f"{kind or 'an object'} expected, not {str(value)[:80]!r}"
        raise ValueError(problem)
    return value


def listing(value: object) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        problem = f"a list expected, not {type(value).__name__}"
        raise ValueError(problem)
    return value


def text(found: dict[str, Any], key: str) -> str:
    """The text at ``key``, ``""`` where there is none; as long as it may be."""
    value = found.get(key, "")
    if not isinstance(value, str):
        problem = f"{key}: text expected, not {type(value).__name__}"
        raise ValueError(problem)
    return value


def name(found: dict[str, Any], key: str) -> str:
    """The short text at ``key``, which must be there."""
    value = text(found, key)
    if not 0 < len(value) <= MOST_NAME:
        problem = f"{key}: {len(value)} characters"
        raise ValueError(problem)
    return value


def whole_number(found: dict[str, Any], key: str) -> int:
    """The number at ``key``, not below 0."""
    value = found.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        problem = f"{key}: a whole number expected, not {str(value)[:20]!r}"
        raise ValueError(problem)
    return value


def instant(found: dict[str, Any], key: str) -> datetime:
    """The moment at ``key``, in UTC."""
    return datetime.strptime(name(found, key), _INSTANT).replace(tzinfo=UTC)
