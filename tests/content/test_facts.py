"""Every fact behind the bundled booklets is stated in them, with its numbers, dates and names.

``tests/data/facts.toml`` lists the ids of the facts and, for each, what must stand letter for
letter in the sections that say ``<!-- facts: … -->`` of it.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.reading import read_booklet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Tokens = Mapping[str, tuple[str, ...]]

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "facts.toml"


@dataclass(frozen=True, slots=True)
class Stating:
    """A section: where it is, the facts it says that it states, and its words."""

    place: str
    facts: tuple[str, ...]
    text: str


def load_facts() -> dict[str, tuple[str, ...]]:
    facts = tomllib.loads(DATA.read_text(encoding="utf-8"))["fact"]
    assert len({fact["id"] for fact in facts}) == len(facts)
    return {fact["id"]: tuple(fact["tokens"]) for fact in facts}


def load_sections() -> list[Stating]:
    folders = sorted(path.parent for path in (ROOT / "content").glob("*/booklet.md"))
    return [
        Stating(f"{booklet.id}#{section.id}", section.facts, section.text)
        for booklet in map(read_booklet, folders)
        for section in booklet.sections
    ]


def problems(facts: Tokens, sections: Sequence[Stating]) -> Iterator[str]:
    """Facts stated nowhere, ids that are no fact, and tokens missing where their fact is stated."""
    stating: dict[str, list[Stating]] = defaultdict(list)
    for section in sections:
        for fact in section.facts:
            stating[fact].append(section)
    yield from (f"{fact} is stated nowhere" for fact in facts if fact not in stating)
    for fact, places in stating.items():
        if fact not in facts:
            yield f"{fact} in {places[0].place} is no fact"
            continue
        words = "\n".join(place.text for place in places)
        for token in facts[fact]:
            if token not in words:
                named = ", ".join(place.place for place in places)
                yield f"{fact}: “{token}” is not in {named}"


@pytest.fixture(scope="module")
def facts() -> dict[str, tuple[str, ...]]:
    return load_facts()


@pytest.fixture(scope="module")
def sections() -> list[Stating]:
    return load_sections()


def test_every_fact_is_stated_as_it_is(facts: Tokens, sections: list[Stating]) -> None:
    assert list(problems(facts, sections)) == []


def test_the_facts_are_all_there(facts: Tokens, sections: list[Stating]) -> None:
    assert len(facts) == 99
    assert sum(len(tokens) for tokens in facts.values()) > 100
    assert all(section.facts for section in sections)


def test_a_fact_that_is_dropped_is_missed(facts: Tokens, sections: list[Stating]) -> None:
    dropped = [
        replace(section, facts=tuple(fact for fact in section.facts if fact != "R-43"))
        for section in sections
    ]
    assert list(problems(facts, dropped)) == ["R-43 is stated nowhere"]


def test_an_id_that_is_no_fact_is_seen(facts: Tokens, sections: list[Stating]) -> None:
    first, *others = sections
    wrong = replace(first, facts=(*first.facts, "R-99"))
    assert list(problems(facts, [wrong, *others])) == ["R-99 in recurrence#why is no fact"]


@pytest.mark.parametrize(
    ("fact", "token", "changed"),
    [
        ("S-51", "407", "470"),
        ("S-53", "485", "458"),
        ("R-32", "eight months longer", "nine months longer"),
        ("R-04", "August 2024", "August 2025"),
        ("R-07", "0800 008 7054", "0800 008 7045"),
        ("S-02", "Professor Christina Fotopoulou", "Professor Christine Fotopoulou"),
        ("S-60", "fewer than 10 per cent", "about 10 per cent"),
        ("R-43", "12 months", "18 months"),
    ],
)
def test_a_number_or_a_name_that_changes_is_missed(
    facts: Tokens, sections: list[Stating], fact: str, token: str, changed: str
) -> None:
    assert token in facts[fact]
    other = [replace(section, text=section.text.replace(token, changed)) for section in sections]
    found = list(problems(facts, other))
    assert any(line.startswith(f"{fact}: “{token}” is not in ") for line in found)


def test_a_number_in_another_section_does_not_count(facts: Tokens, sections: list[Stating]) -> None:
    moved = [
        replace(section, text=section.text.replace("407 women", "women"))
        if section.place == "surgery#trials"
        else replace(section, text=section.text + "\n407 women")
        for section in sections
    ]
    assert any("S-51: “407”" in line for line in problems(facts, moved))
