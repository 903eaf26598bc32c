"""Markdown to an element tree: Python-Markdown with everything off that a booklet does not have.

Its HTML is never made: the tree is walked into passages (see ``passages``). Links and pictures are
matched by two patterns of our own, which take time in proportion to the text; the library's take
its square.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import markdown
from markdown.blockprocessors import OListProcessor, UListProcessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor

from reader.booklet.grammar import LINK
from reader.booklet.shapes import BOX_HEAD, IMAGE
from reader.override import override

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

FOOTNOTE_TAG = "footnote"
"""The element that holds a footnote's text; its ``id`` is the footnote's label."""

_BLOCKS_OFF = ("reference",)
_INLINE_OFF = (
    "backtick", "reference", "link", "image_link", "image_reference", "short_reference",
    "short_image_ref", "automail", "linebreak", "html", "entity",
)  # fmt: skip
_TREE_OFF = ("footnote", "footnote-duplicate", "prettify")
_NUMBERED_PRIORITY, _BULLETED_PRIORITY = 40, 30
_LINK_PRIORITY, _IMAGE_PRIORITY = 160, 150


class MarkdownParser:
    """One set-up parser; it can be used again and again, for one section after another."""

    def __init__(self) -> None:
        self._footnotes = FootnoteExtension(PLACE_MARKER="\x02")
        self._md = markdown.Markdown(
            extensions=[TableExtension(), DefListExtension(), self._footnotes]
        )
        for name in _BLOCKS_OFF:
            self._md.parser.blockprocessors.deregister(name)
        for name in _INLINE_OFF:
            self._md.inlinePatterns.deregister(name)
        for name in _TREE_OFF:
            self._md.treeprocessors.deregister(name)
        self._md.inlinePatterns.register(_Link(LINK, self._md), "link", _LINK_PRIORITY)
        self._md.inlinePatterns.register(_Image(IMAGE, self._md), "image", _IMAGE_PRIORITY)
        parser = self._md.parser
        parser.blockprocessors.register(_Numbered(parser), "olist", _NUMBERED_PRIORITY)
        parser.blockprocessors.register(_Bulleted(parser), "ulist", _BULLETED_PRIORITY)

    def tree(self, lines: Sequence[str]) -> ET.Element:
        """The elements of ``lines``: blocks, then a ``FOOTNOTE_TAG`` for each footnote."""
        self._md.reset()
        parser = self._md.parser
        root = parser.parseDocument([*_spaced(lines), "", ""]).getroot()
        if root is None:  # never: parseDocument always gives its tree a root
            return ET.Element("div")
        for label, text in list(self._footnotes.footnotes.items()):
            parser.parseChunk(ET.SubElement(root, FOOTNOTE_TAG, {"id": label}), text)
        for processor in self._md.treeprocessors:
            processor.run(root)
        return root


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    """``lines`` with headings, boxes and the heads of boxes set apart from what is next to them."""
    previous = ""
    for line in lines:
        starts = line.startswith("###") or (line.startswith(">") and not previous.startswith(">"))
        if previous and (starts or previous.startswith("###")):
            yield ""
        if BOX_HEAD.fullmatch(previous):
            yield ">"
        yield line
        previous = line


class _Numbered(OListProcessor):
    """Numbered lists that keep their first number, and are never joined to bullets."""

    LAZY_OL = False
    SIBLING_TAGS = ["ol"]  # noqa: RUF012 - as the library declares it


class _Bulleted(UListProcessor):
    """Bulleted lists that are never joined to numbers."""

    SIBLING_TAGS = ["ul"]  # noqa: RUF012 - as the library declares it


class _Link(InlineProcessor):
    """``[words](address)``."""

    @override
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        element = ET.Element("a", {"href": self.unescape(m[2])})
        element.text = m[1]
        return element, m.start(0), m.end(0)


class _Image(InlineProcessor):
    """``![words](path)``."""

    @override
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        attributes = {"src": self.unescape(m[2]), "alt": self.unescape(m[1])}
        return ET.Element("img", attributes), m.start(0), m.end(0)
