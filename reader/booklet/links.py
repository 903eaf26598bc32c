"""Which addresses a booklet may link to: itself, other booklets, and the web by ``https``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.booklet.fields import is_identifier

_WEB = re.compile(
    r"https://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d{1,5})?(?:[/?#][^\s<>\"'\\^`{|}]*)?"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ADDRESS_CHARACTERS = 500
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Links:
    """What links of one booklet can point at; other booklets cannot be checked from here."""

    booklet_id: str
    section_ids: frozenset[str]

    def problem(self, address: str) -> str:
        """Why ``address`` is refused and how to mend it; empty when it is allowed."""
        shown = address if len(address) <= _SHOWN else f"{address[:_SHOWN]}…"
        if not address:
            return "This link has no address. Write one in the round brackets."
        if len(address) > _ADDRESS_CHARACTERS:
            return f"An address has {_ADDRESS_CHARACTERS} characters at most. Use a shorter one."
        if _WEB.fullmatch(address):
            return ""
        if address.startswith("https:"):
            return (
                f"“{shown}” is not a whole web address. Write it like https://www.example.org/page."
            )
        if _SCHEME.match(address):
            scheme = address.partition(":")[0]
            return f"Links with “{scheme}:” are not allowed. Use #section, booklet#section or https://."
        return self._problem_inside(address, shown)

    def _problem_inside(self, address: str, shown: str) -> str:
        booklet, hash_sign, section = address.partition("#")
        well_formed = (is_identifier(booklet) or not booklet) and (
            is_identifier(section) or not hash_sign
        )
        if not well_formed:
            return f"“{shown}” cannot be linked to. Use #section, booklet#section or https://."
        if booklet in {"", self.booklet_id} and hash_sign and section not in self.section_ids:
            return f"There is no section “{section}” in this booklet. Correct the link."
        return ""
