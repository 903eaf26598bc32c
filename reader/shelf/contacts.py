"""Whom a reader can ring: ``contacts.toml`` beside the booklets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.shelf.tables import Entry, read_tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FILE = "contacts.toml"


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ring; ``hours`` and ``cost`` are ``""`` where the publisher says nothing.

    ``phone`` is ``""`` where there is no one number: ``what_for`` then says how to find it.
    ``primary`` marks the one whose number stands on every screen and sheet; it has a phone.
    """

    id: str
    name: str
    what_for: str
    phone: str
    hours: str = ""
    cost: str = ""
    primary: bool = False


def read_contacts(folder: Path) -> tuple[Contact, ...]:
    """The contacts in ``folder``, the primary ones first, else as written; none without a file.

    Raises ``ShelfFileError``.
    """
    contacts = [_contact(entry) for entry in read_tables(folder / FILE, "contact")["contact"]]
    return tuple(sorted(contacts, key=lambda contact: not contact.primary))


def first_contacts(own: Path, content: Sequence[Path]) -> tuple[Contact, ...]:
    """Whom to ring: as the first folder of ``content`` with contacts says, else as ``own`` does.

    ``own`` is the folder of the program's booklets. Raises ``ShelfFileError``.
    """
    for folder in (*content, own):
        if contacts := read_contacts(folder):
            return contacts
    return ()


def _contact(entry: Entry) -> Contact:
    primary = entry.flag("primary")
    return Contact(
        id=entry.text("id"),
        name=entry.text("name"),
        what_for=entry.text("what_for"),
        phone=entry.text("phone") if primary else entry.optional_text("phone"),
        hours=entry.optional_text("hours"),
        cost=entry.optional_text("cost"),
        primary=primary,
    )
