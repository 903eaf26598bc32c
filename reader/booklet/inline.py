"""Inline elements to runs: stretches of text of one look."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.booklet.blocks import first_words
from reader.booklet.model import Run

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator, Mapping

    from reader.booklet.links import Links
    from reader.booklet.model import Runs
    from reader.booklet.sections import SectionSource

_SPACE = re.compile(r"[ \t\n]+")
_FOOTNOTE_TARGET = "#fn:"


@dataclass(frozen=True, slots=True)
class Inline:
    """Makes the runs of one section; ``numbers`` gives a footnote's number by its label."""

    section: SectionSource
    links: Links
    numbers: Mapping[str, str]

    def runs(self, element: ET.Element) -> Runs:
        """All that is written in ``element``; white space folded, none at either end.

        Raises ``BookletError`` for a link that is not allowed.
        """
        return _tidy(self._inside(element, Run("")))

    def _inside(self, element: ET.Element, look: Run) -> Iterator[Run]:
        if element.text:
            yield replace(look, text=element.text)
        for child in element:
            yield from self._child(child, look)
            if child.tail:
                yield replace(look, text=child.tail)

    def _child(self, child: ET.Element, look: Run) -> Iterator[Run]:
        match child.tag:
            case "strong":
                yield from self._inside(child, replace(look, strong=True))
            case "em":
                yield from self._inside(child, replace(look, emphasis=True))
            case "a":
                yield from self._link(child, look)
            case "sup":
                label = child[0].get("href", "").removeprefix(_FOOTNOTE_TARGET)
                number = self.numbers[label]
                yield replace(look, text=number, footnote=number)
            case tag:
                problem = f"This cannot stand here ({tag}). Give it a block of its own."
                raise self.section.error_at(first_words(child), problem)

    def _link(self, child: ET.Element, look: Run) -> Iterator[Run]:
        address = child.get("href", "")
        problem = self.links.problem(address)
        if not problem and not "".join(child.itertext()).strip():
            problem = "This link has no words. Write some in the square brackets."
        if problem:
            is_bare = child.text == address
            raise self.section.error_at(address if is_bare else f"]({address})", problem)
        yield from self._inside(child, replace(look, link=address))


def _tidy(runs: Iterator[Run]) -> Runs:
    """Neighbours of one look joined, white space folded across runs."""
    tidy: list[Run] = []
    at_space = True
    for run in runs:
        if run.footnote:
            tidy.append(run)
            continue
        text = _SPACE.sub(" ", run.text)
        text = text.removeprefix(" ") if at_space else text
        if not text:
            continue
        at_space = text.endswith(" ")
        if tidy and replace(tidy[-1], text="") == replace(run, text=""):
            tidy[-1] = replace(run, text=tidy[-1].text + text)
        else:
            tidy.append(replace(run, text=text))
    return _without_last_space(tidy)


def _without_last_space(runs: list[Run]) -> Runs:
    """``runs`` without the space that may end their words; a footnote's mark may stand after it."""
    for at in range(len(runs) - 1, -1, -1):
        if not runs[at].footnote:
            last = replace(runs[at], text=runs[at].text.removesuffix(" "))
            return (*runs[:at], *([last] if last.text else []), *runs[at + 1 :])
    return tuple(runs)
