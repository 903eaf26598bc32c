"""The lists of all folders together: whom to ring, what to ask, links, words and their sound."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reader.shelf.contacts import first_contacts
from reader.shelf.errors import ShelfFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.shelf.contacts import Contact
    from reader.shelf.glossary import Term
    from reader.shelf.ideas import Ideas
    from reader.shelf.links import Link
    from reader.shelf.pronunciation import Saying

Kind = TypeVar("Kind")

_log = logging.getLogger(__name__)


class Lists:
    """Each list is read when it is first asked for and then kept; none ever raises.

    The folders of ``content`` come before ``own``, the program's booklets. A file that cannot be
    used is left out, and is in ``broken`` from then on.
    """

    def __init__(self, own: Path, content: Sequence[Path]) -> None:
        self._own = own
        self._content = tuple(content)
        self._broken: list[ShelfFileError] = []

    @property
    def broken(self) -> tuple[ShelfFileError, ...]:
        """What is wrong with the files that were left out so far."""
        return tuple(self._broken)

    def read_all(self) -> None:
        """Read every list now, so that ``broken`` is whole."""
        _ = (self.contacts, self.ideas, self.terms, self.links, self.pronunciation)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """As ``first_contacts``; nobody, rather than somebody else's number, if it is broken."""
        try:
            return first_contacts(self._own, self._content)
        except ShelfFileError as error:
            self._leave_out(error)
            return ()

    @cached_property
    def ideas(self) -> Ideas:
        """The topics and ideas of all folders."""
        from reader.shelf.ideas import merged_ideas, read_ideas  # not before the first page

        return merged_ideas(self._of_all(read_ideas))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The hard words of all folders."""
        from reader.shelf.glossary import merged_glossary, read_glossary  # as above

        return merged_glossary(self._of_all(read_glossary))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Where to look for more, of all folders."""
        from reader.shelf.links import merged_links, read_links  # as above

        return merged_links(self._of_all(read_links))

    @cached_property
    def pronunciation(self) -> tuple[Saying, ...]:
        """How words are said aloud, of all folders."""
        from reader.shelf.pronunciation import merged_pronunciation, read_pronunciation  # as above

        return merged_pronunciation(self._of_all(read_pronunciation))

    def _of_all(self, read: Callable[[Path], Kind]) -> list[Kind]:
        found = []
        for folder in (*self._content, self._own):
            try:
                found.append(read(folder))
            except ShelfFileError as error:
                self._leave_out(error)
        return found

    def _leave_out(self, error: ShelfFileError) -> None:
        _log.warning("A list is left out. %s", error)
        self._broken.append(error)
