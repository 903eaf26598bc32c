"""Where to look for more: ``links.toml`` beside the booklets. Nothing here is ever opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.shelf.tables import Entry, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "links.toml"
SCHEME = "https://"


@dataclass(frozen=True, slots=True)
class Link:
    """Something that is published elsewhere.

    ``address`` is ``""`` where none is known, and is otherwise shown as words and a code.
    ``section`` is where a booklet speaks of it, as ``"booklet#section"``.
    """

    id: str
    about: str
    publisher: str
    section: str
    address: str = ""


def read_links(folder: Path) -> tuple[Link, ...]:
    """The links in ``folder``, as written; none without a file. Raises ``ShelfFileError``."""
    return tuple(_link(entry) for entry in read_tables(folder / FILE, "link")["link"])


def merged_links(lists: Iterable[tuple[Link, ...]]) -> tuple[Link, ...]:
    """All links, each id once: the first that is met."""
    found: dict[str, Link] = {}
    for links in lists:
        for link in links:
            found.setdefault(link.id, link)
    return tuple(found.values())


def _link(entry: Entry) -> Link:
    address = entry.optional_text("address")
    if address and not address.startswith(SCHEME):
        raise entry.error(f"the address “{address}” does not begin with {SCHEME}")
    return Link(
        id=entry.text("id"),
        about=entry.text("about"),
        publisher=entry.text("publisher"),
        section=entry.text("section"),
        address=address,
    )
