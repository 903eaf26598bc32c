"""Small questions about block elements of a parsed section."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from reader.booklet.model import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.booklet.model import Runs

_BLOCK_TAGS = frozenset(
    ("p", "ul", "ol", "dl", "table", "blockquote", "pre", "hr", "h1", "h2", "h3")
)


def first_words(element: ET.Element) -> str:
    """The first line written in ``element``, by which its line in the source can be found."""
    words = (text.strip().partition("\n")[0] for text in element.itertext())
    return next(filter(None, words), "")


def as_blocks(element: ET.Element) -> list[ET.Element]:
    """The blocks of an item; words that stand in it bare become a paragraph."""
    blocks: list[ET.Element] = []
    bare = ET.Element("p")
    bare.text = element.text
    for child in element:
        if child.tag not in _BLOCK_TAGS:
            bare.append(child)
            continue
        blocks.extend(_if_worded(bare))
        blocks.append(child)
        bare = ET.Element("p")
        bare.text = child.tail
    return [*blocks, *_if_worded(bare)]


def joined(terms: Iterable[Runs]) -> Runs:
    """Several terms of one definition as one: ``"CT scan, CAT scan"``."""
    runs: Runs = ()
    for term in terms:
        runs = (*runs, *([Run(", ")] if runs else []), *term)
    return runs


def _if_worded(paragraph: ET.Element) -> list[ET.Element]:
    return [paragraph] if len(paragraph) or (paragraph.text or "").strip() else []


def callout_head(part: ET.Element) -> tuple[str, ET.Element]:
    """The kind of box that ``part`` begins, else ``""``; and ``part`` without that line."""
    text = (part.text or "").lstrip()
    if part.tag != "p" or not text.startswith("[!"):
        return "", part
    kind, closing, words = text.removeprefix("[!").partition("]")
    if not closing:
        return "", part
    rest = ET.Element("p")
    rest.text = words
    rest.extend(list(part))
    return kind, rest
