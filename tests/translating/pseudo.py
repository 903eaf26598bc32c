"""A language that nobody speaks: every word can be read, is longer, and shows that it was marked.

``Open a booklet`` becomes ``«Öþéñ å ßööķļéţ öñé ţæö»``. No letter of it is plain, so plain
letters on the screen are words that no translator would ever see, or not the program's own.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
MARKED = "åßçđéƒğħîįķļœñöþøŕšţû√æ×ýžÅ§ÇÐÉ£ĞĦÎĮĶĻŒÑÖÞØŔŠŢÛ∏Æ¥ÝŽ"
LONGER = 0.4
PADDING = ("öñé", "ţæö", "ţħŕéé", "ƒöûŕ")

KEPT = re.compile(r"\{\w*\}|%L?n|%\d|<[^>]+>|\(\*\.\w+\)")
FROM_RIGHT = "\u200f"
"""Makes a line that begins with it one of Arabic or Hebrew, whatever its letters."""

PATTERNS = "Days"
"""The context in which letters stand for days and months."""

_LETTERS = str.maketrans(PLAIN, MARKED)
_BACK = str.maketrans(MARKED, PLAIN)
_PADDED = re.compile(rf"( ({'|'.join(PADDING)}))*»")


def pseudo(text: str) -> str:
    """``text`` in the language; what is put in later stays as it is."""
    parts = KEPT.split(text)
    kept = [*KEPT.findall(text), ""]
    said = "".join(part.translate(_LETTERS) + one for part, one in zip(parts, kept, strict=True))
    ending = said[len(said.rstrip()) :]
    wanted = round(len(text.strip()) * (1 + LONGER))
    words = itertools.cycle(PADDING)
    said = said.rstrip()
    while len(said) < wanted:
        said += f" {next(words)}"
    return f"«{said}»{ending}"


def plain(text: str) -> str:
    """The English that ``text`` was made of, also where some of it is in some other of it."""
    return _PADDED.sub("", text).replace("«", "").replace(FROM_RIGHT, "").translate(_BACK)


def pseudo_pattern(text: str) -> str:
    """A pattern of a day, in marks that are not read as letters of the pattern."""
    return f"'«'{text}'»'"


def fill_in(catalogue: Path, *, from_right: bool = False) -> None:
    """Translate all of ``catalogue``; ``from_right`` is for words that are read from there."""
    mark = FROM_RIGHT if from_right else ""
    tree = ElementTree.parse(catalogue)
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        say = pseudo_pattern if name == PATTERNS else pseudo
        for message in context.iter("message"):
            _translate(message, mark + say(message.findtext("source", "")))
    tree.write(catalogue, encoding="utf-8", xml_declaration=True)


def _translate(message: ElementTree.Element, said: str) -> None:
    translation = message.find("translation")
    assert translation is not None
    translation.attrib.pop("type", None)
    forms = translation.findall("numerusform")
    targets: Iterable[ElementTree.Element] = forms or [translation]
    for target in targets:
        target.text = said
