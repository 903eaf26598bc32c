"""The pictures of the bundled booklets."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import chain
from pathlib import Path

import pytest

from reader.booklet.figure_words import words_file
from reader.booklet.model import Figure, Gate, Section
from reader.booklet.reading import read_booklet
from reader.booklet.svg import ROLES

CONTENT = Path(__file__).parents[2] / "content"
WHERE = {
    "recurrence/figures/six-months.svg": "groups",
    "recurrence/figures/ways.svg": "how",
    "recurrence/figures/for-and-against.svg": "for-and-against",
    "surgery/figures/trials.svg": "trials",
    "surgery/figures/team.svg": "who",
}
LEAST_LETTERS = 24
"""Units of a picture 640 wide: 18 points on A4."""

LONGEST_ALTERNATIVE = 120


def figures() -> dict[str, tuple[Section, Figure]]:
    booklets = [read_booklet(path.parent) for path in sorted(CONTENT.glob("*/booklet.md"))]
    return {
        f"{booklet.id}/{passage.figure.source}": (part, passage.figure)
        for booklet in booklets
        for part in booklet.sections
        for passage in part.passages
        if passage.figure is not None
    }


FIGURES = figures()


def picture(name: str) -> ET.Element:
    return ET.fromstring((CONTENT / name).read_text(encoding="utf-8"))


def written(name: str) -> list[str]:
    """The lines that stand in a picture."""
    return ["".join(each.itertext()) for each in picture(name).iter() if each.tag.endswith("text")]


def test_each_is_where_it_belongs() -> None:
    assert {name: part.id for name, (part, _) in FIGURES.items()} == WHERE


def test_no_file_lies_about() -> None:
    found = {str(path.relative_to(CONTENT)) for path in CONTENT.glob("*/figures/*")}
    assert found == set(chain.from_iterable((name, words_file(name)) for name in WHERE))


@pytest.mark.parametrize("name", WHERE)
def test_its_words(name: str) -> None:
    _, figure = FIGURES[name]
    assert 0 < len(figure.alternative) < LONGEST_ALTERNATIVE
    assert len(figure.full_text) > 2 * len(figure.alternative)


@pytest.mark.parametrize("name", WHERE)
def test_the_full_text_says_all_that_is_written_in_it(name: str) -> None:
    """Word by word: endings aside, and numbers in figures or in letters."""
    told = set(re.findall(r"[\w-]+", _spelt(FIGURES[name][1].full_text)))
    shown = re.findall(r"[\w-]{4,}", _spelt(" ".join(written(name))))
    missing = [word for word in shown if not any(one.startswith(word[:5]) for one in told)]
    assert len(shown) > 8
    assert missing == []


def _spelt(text: str) -> str:
    return re.sub(r"\b6\b", "six", text.lower())


@pytest.mark.parametrize("name", WHERE)
def test_every_colour_is_a_role(name: str) -> None:
    for element in picture(name).iter():
        for key in ("fill", "stroke"):
            colour = element.get(key, "none")
            assert colour == "none" or colour.removeprefix("role:") in ROLES, colour
        if element.tag.endswith("text"):
            assert element.get("fill")


@pytest.mark.parametrize("name", WHERE)
def test_its_letters_are_large(name: str) -> None:
    root = picture(name)
    assert root.get("viewBox", "").split()[:3] == ["0", "0", "640"]
    sizes = [float(found) for each in root.iter() if (found := each.get("font-size"))]
    assert min(sizes) >= LEAST_LETTERS


def test_the_trials_are_behind_the_gate_with_no_number_of_our_own() -> None:
    part, figure = FIGURES["surgery/figures/trials.svg"]
    assert part.gate is Gate.OUTLOOK
    numbers = set(re.findall(r"\d+", " ".join((figure.full_text, *written(_TRIALS)))))
    assert numbers == {"3", "407", "1", "356", "0213", "485"}


_TRIALS = "surgery/figures/trials.svg"
