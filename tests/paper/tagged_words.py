"""The words of a tagged PDF as a screen reader finds them: by tag, in the order of the tags."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.paper.pdf import Pdf

BLOCKS = {"P", "H1", "H2", "H3", "Lbl", "Caption", "TOCI", "Reference", "TH"}
"""The tags that words may stand in, be it within tags of a stretch of a line."""

_Words = dict[tuple[tuple[int, int], int], str]
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


@dataclass(frozen=True)
class Element:
    """A structure element: words and elements in their order."""

    name: str
    kids: tuple[Element | str, ...]
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All its words, without the places where lines may end."""
        inner = "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)
        return " ".join(inner.replace("\u200b", "").replace("\u00a0", " ").split())

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def all(self, *names: str) -> list[Element]:
        return [element for element in self.walk() if element.name in names]

    def lists(self) -> list[list[str]]:
        """What stands in each list beside its marks, the items of inner lists in both."""
        return [[item.all("LBody")[0].text for item in found.all("LI")] for found in self.all("L")]


def tagged(pdf: Pdf) -> Element:
    """The whole document."""
    with pikepdf.open(io.BytesIO(pdf.data)) as document:
        words = _words_by_mark(document)
        top = document.Root.StructTreeRoot.K
        return _element(top[0] if isinstance(top, pikepdf.Array) else top, words, None)


def headings(document: Element) -> list[tuple[int, str]]:
    """The level and the words of each heading, in order."""
    return [(int(one.name[1]), one.text) for one in document.all("H1", "H2", "H3")]


def untagged_words(document: Element) -> list[str]:
    """Words that are in no paragraph, heading or the like."""
    return list(_loose(document, is_inside=False))


def without_spaces(text: str) -> str:
    """Where lines end differs, and so do the spaces between what was set apart."""
    return "".join(text.replace("\u200b", "").split())


def _loose(element: Element, *, is_inside: bool) -> Iterator[str]:
    is_inside = is_inside or element.name in BLOCKS
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _loose(kid, is_inside=is_inside)
        elif kid.strip() and not is_inside:
            yield f"{element.name}: {kid}"


def _element(found: pikepdf.Object, words: _Words, page: pikepdf.Object | None) -> Element:
    page = found.get("/Pg", page)
    kids = found.get("/K", [])
    made: list[Element | str] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            assert page is not None
            made.append(words.get((page.objgen, kid), ""))
        elif "/S" in kid:
            made.append(_element(kid, words, page))
        elif "/MCID" in kid:
            at = kid.get("/Pg", page)
            assert at is not None
            made.append(words.get((at.objgen, int(kid.MCID)), ""))
    return Element(str(found.S)[1:], tuple(made))


def _words_by_mark(document: pikepdf.Pdf) -> _Words:
    words: _Words = {}
    for page in document.pages:
        fonts = {
            name: _letters(font.ToUnicode.read_bytes())
            for name, font in page.Resources.get("/Font", {}).items()
        }
        for mark, text in _shown(page, fonts):
            key = (page.objgen, mark)
            words[key] = words.get(key, "") + text
    return words


def _shown(page: pikepdf.Page, fonts: dict[str, dict[int, str]]) -> Iterator[tuple[int, str]]:
    """What each stretch that is marked shows, in the order in which it is drawn."""
    marks: list[int | None] = []
    instead: list[str | None] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                given = operands[1] if len(operands) > 1 else {}
                is_known = isinstance(given, pikepdf.Dictionary)
                mark = int(given.MCID) if is_known and "/MCID" in given else None
                marks.append(mark if mark is not None else (marks[-1] if marks else None))
                actual = str(given.ActualText) if is_known and "/ActualText" in given else None
                instead.append(actual if actual is not None else (instead[-1] if instead else None))
                if actual is not None and marks[-1] is not None:
                    yield marks[-1], actual
            case "EMC":
                marks.pop()
                instead.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                if marks and marks[-1] is not None and instead[-1] is None:
                    yield marks[-1], "".join(_decoded(part, letters) for part in parts)


def _decoded(part: pikepdf.Object, letters: dict[int, str]) -> str:
    if not isinstance(part, pikepdf.String):
        return ""
    data = bytes(part)
    codes = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
    return "".join(letters.get(code, "") for code in codes)


def _letters(table: bytes) -> dict[int, str]:
    """The characters of a "ToUnicode" table (ISO 32000-1, 9.10.3), by code."""
    letters: dict[int, str] = {}
    for kind, body in _BLOCK.findall(table):
        if kind == b"char":
            for code, text in _PAIR.findall(body):
                letters[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        else:
            for first, last, text in _RANGE.findall(body):
                start = int(text, 16)
                for step in range(int(last, 16) - int(first, 16) + 1):
                    letters[int(first, 16) + step] = chr(start + step)
    return letters
