"""Reading our own HTML back, strictly, to see what a browser would see."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from reader.override import override

VOID = frozenset(("meta", "img"))


@dataclass
class Element:
    """A tag with its attributes, in its place; text stands in ``inside`` as strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "") -> list[Element]:
        """Every element below, of ``tag`` if it is given, in order."""
        found: list[Element] = []
        for part in self.inside:
            if isinstance(part, Element):
                found.extend([part] if tag in {"", part.tag} else [])
                found.extend(part.all(tag))
        return found

    @property
    def text(self) -> str:
        """All words below, white space folded."""
        parts = (part if isinstance(part, str) else part.text for part in self.inside)
        return " ".join("".join(parts).split())

    @property
    def outline(self) -> str:
        """Tags and text as ``ul(li(a))``, for comparing shapes."""
        parts = (
            part.outline if isinstance(part, Element) else part.strip() for part in self.inside
        )
        return f"{self.tag}({' '.join(part for part in parts if part)})"


class _Reader(HTMLParser):
    """Builds elements; refuses tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Element("page")]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in {tag}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].inside.append(element)
        if tag not in VOID:
            self.stack.append(element)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().tag == tag, f"{tag} closes what it did not open"

    @override
    def handle_data(self, data: str) -> None:
        self.stack[-1].inside.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in the page: {data}")


def parse_page(page: str) -> Element:
    """The page as elements; fails on tags that are not nested properly."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.stack) == 1, "a tag is never closed"
    return reader.stack[0]
