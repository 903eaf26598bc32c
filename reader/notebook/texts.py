"""Making what people type, paste and dictate fit to be kept: it must come back as it went in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.notebook.errors import EmptyTextError

if TYPE_CHECKING:
    from reader.notebook.model import Place

REPLACEMENT = "\ufffd"
"""Stands for half of a surrogate pair, which UTF-8 cannot hold."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_NEW_LINE = re.compile("\r\n?")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def kept(text: str) -> str:
    """``text`` with its lines, but without NUL (SQLite's end of text) and lone surrogates."""
    if text.isascii() and "\0" not in text and "\r" not in text:
        return text
    return _SURROGATE.sub(REPLACEMENT, _NEW_LINE.sub("\n", text.replace("\0", "")))


def one_line(text: str) -> str:
    """``text`` kept, on one line, with no space around it."""
    return " ".join(line for part in kept(text).splitlines() if (line := part.strip()))


def note_text(text: str) -> str:
    """A note's text kept; raises ``EmptyTextError`` when nothing in it can be seen."""
    return _filled(kept(text), "note")


def question_text(text: str) -> str:
    """A question's text on one line; raises ``EmptyTextError`` when nothing in it can be seen."""
    return _filled(one_line(text), "question")


def kept_place(place: Place) -> Place:
    """``place`` with all its words kept."""
    return replace(
        place,
        booklet=kept(place.booklet),
        edition=kept(place.edition),
        section=kept(place.section),
        passage=kept(place.passage),
        quote=kept(place.quote),
        prefix=kept(place.prefix),
        suffix=kept(place.suffix),
    )


def _filled(text: str, what: str) -> str:
    if all(unicodedata.category(letter) in _UNSEEN for letter in text):
        raise EmptyTextError(what)
    return text
