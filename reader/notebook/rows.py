"""From the model to a row of the database and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.notebook.model import Place

if TYPE_CHECKING:
    from reader.notebook.store import Row, Value

PLACE_COLUMNS = "booklet, edition, section, passage, start_char, end_char, quote, prefix, suffix"
PLACE_WIDTH = 9


def place_values(place: Place | None) -> tuple[Value, ...]:
    """What stands in ``PLACE_COLUMNS`` for ``place``."""
    if place is None:
        return (None,) * PLACE_WIDTH
    return (
        place.booklet,
        place.edition,
        place.section,
        place.passage,
        place.start,
        place.end,
        place.quote,
        place.prefix,
        place.suffix,
    )


def place_columns(place: Place | None) -> dict[str, Value]:
    """The values of ``PLACE_COLUMNS`` by name."""
    return dict(zip(PLACE_COLUMNS.split(", "), place_values(place), strict=True))


def place_of(values: Row) -> Place | None:
    """The place in ``values``, those of ``PLACE_COLUMNS``; ``None`` where there is none."""
    return None if values[0] is None else required_place(values)


def required_place(values: Row) -> Place:
    """The place in ``values``, those of ``PLACE_COLUMNS``; raises ``ValueError`` without one."""
    booklet, edition, section, passage, start, end, quote, prefix, suffix = values
    return Place(
        words(booklet),
        words(edition),
        words(section),
        words(passage),
        number(start),
        number(end),
        words(quote),
        words(prefix),
        words(suffix),
    )


def words(value: Value) -> str:
    """``value`` as text; raises ``ValueError`` when it is none."""
    if not isinstance(value, str):
        problem = f"text expected, not {type(value).__name__}"
        raise ValueError(problem)
    return value


def number(value: Value) -> int:
    """``value`` as a whole number; raises ``ValueError`` when it is none."""
    if not isinstance(value, int):
        problem = f"number expected, not {type(value).__name__}"
        raise ValueError(problem)
    return value


def iso(moment: datetime) -> str:
    """``moment`` as ISO 8601 in UTC to the microsecond, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(value: Value) -> datetime:
    """The moment that ``iso`` wrote; raises ``ValueError`` for anything else."""
    found = datetime.fromisoformat(words(value))
    if found.tzinfo is None:
        problem = f"time without a zone: {value}"
        raise ValueError(problem)
    return found
