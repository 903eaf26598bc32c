"""``list``: which booklets are here, and how far each can be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.booklet.review import NOT_REVIEWED, is_overdue, review_notice
from reader.commands.console import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.commands.context import Context
    from reader.shelf.shelf import ShelfEntry


def list_booklets(context: Context, *, as_json: bool) -> Status:
    """Say every booklet; those that cannot be read are named on the side."""
    shelf, today, console = context.shelf(), context.today, context.console
    for error in shelf.broken:
        console.tell(str(error))
    if as_json:
        console.say_json([_data(entry, today) for entry in shelf.entries])
    elif shelf.entries:
        console.say("\n\n".join("\n".join(_lines(entry, today)) for entry in shelf.entries))
    if shelf.entries:
        return Status.DONE
    places = " or ".join(f"“{folder}”" for folder in context.folders)
    console.tell(f"There is no booklet to read in {places}.")
    return Status.NO


def _lines(entry: ShelfEntry, today: date) -> Iterator[str]:
    count = len(entry.section_titles)
    sections = "1 section" if count == 1 else f"{count} sections"
    yield f"{entry.id}: {entry.title}"
    yield f"  {entry.summary}"
    yield f"  Edition of {entry.edition.words}, {sections}, {_minutes(entry)}"
    yield f"  From “{entry.source.title}” by {entry.source.publisher}"
    yield f"  {review_notice(entry, today)}"
    if not entry.is_clinically_reviewed:
        yield f"  {NOT_REVIEWED}"


def _minutes(entry: ShelfEntry) -> str:
    count = entry.minutes_to_read
    return "1 minute to read" if count == 1 else f"{count} minutes to read"


def _data(entry: ShelfEntry, today: date) -> dict[str, object]:
    source = entry.source
    return {
        "id": entry.id,
        "title": entry.title,
        "summary": entry.summary,
        "edition": str(entry.edition),
        "publisher": source.publisher,
        "source_edition": source.edition,
        "updated": str(source.updated),
        "review_due": str(source.review_due),
        "overdue": is_overdue(entry, today),
        "review": review_notice(entry, today),
        "clinically_reviewed": entry.is_clinically_reviewed,
        "sections": [{"id": each, "title": title} for each, title in entry.section_titles],
        "minutes": entry.minutes_to_read,
    }
