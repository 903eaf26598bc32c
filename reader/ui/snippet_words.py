"""A snippet as rich text that a label can show: the words found are bold and underlined."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.words import Snippet


def snippet_html(snippet: Snippet) -> str:
    """The snippet with its matches marked by more than colour; everything else escaped."""
    return "".join(
        f"<b><u>{escape(part.text)}</u></b>" if part.is_match else escape(part.text)
        for part in snippet.parts
    )
