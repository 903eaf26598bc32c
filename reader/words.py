"""Searching by words: from what a person types to an FTS5 query, and from its answer to a snippet.

The booklets' index and the notebook's search share this, so that one search box means one thing.
"""

from __future__ import annotations

from dataclasses import dataclass

FTS_TOKENIZER = "porter unicode61 remove_diacritics 2"
"""The ``tokenize=`` of every FTS5 table: English stems, and letters with or without accents."""

START = "\x02"
"""Give this to FTS5's ``snippet()`` or ``highlight()`` as what stands before a match."""

END = "\x03"
"""Give this to FTS5's ``snippet()`` or ``highlight()`` as what stands after a match."""

MAX_WORDS = 32
"""More words than this are not looked at; a pasted page is not a search."""

_UNSEARCHABLE = {ord(START): " ", ord(END): " ", 0: " "} | dict.fromkeys(range(0xD800, 0xE000), " ")


@dataclass(frozen=True, slots=True)
class SnippetPart:
    """A stretch of a snippet; ``is_match`` where it is what was looked for."""

    text: str
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few words of a text around what was found in it."""

    parts: tuple[SnippetPart, ...]

    @property
    def text(self) -> str:
        """The words of the snippet with nothing marked."""
        return "".join(part.text for part in self.parts)


def match_expression(words: str) -> str:
    """The FTS5 query that finds texts holding all of ``words``.

    ``""`` when there is nothing to look for: then do not ask FTS5, which takes it for an error.
    Every word is quoted, so that no letter has a meaning to FTS5; the last one is a prefix, because
    a search runs while a person is still typing it.
    """
    found = [
        word
        for word in words.translate(_UNSEARCHABLE).split()
        if any(letter.isalnum() for letter in word)
    ]
    if not found:
        return ""
    return " ".join(_quoted(word) for word in found[:MAX_WORDS]) + "*"


def searchable(text: str) -> str:
    """``text`` without the characters that would be taken for marks of a match, or break UTF-8."""
    return text.translate(_UNSEARCHABLE)


def snippet_of(marked: str) -> Snippet:
    """The snippet that FTS5 ``marked`` with ``START`` and ``END``."""
    before, *pieces = marked.split(START)
    parts = [SnippetPart(before.replace(END, ""))]
    for piece in pieces:
        inside, end, after = piece.partition(END)
        parts += [SnippetPart(inside, is_match=bool(end)), SnippetPart(after.replace(END, ""))]
    return Snippet(tuple(part for part in parts if part.text))


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
