"""Ids of passages stay while their words stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.booklet.passage_id import PassageIds, passage_id
from tests.booklet.making import section

if TYPE_CHECKING:
    from reader.booklet.model import Booklet
    from tests.booklet.conftest import ReadBody


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hot tea", "hot TEA"),
        ("Hot tea", "Hot\u00a0  tea "),
        ("Caf\u00e9", "Cafe\u0301"),
        ("Straße", "STRASSE"),
    ],
)
def test_what_does_not_matter(one: str, other: str) -> None:
    assert passage_id(one) == passage_id(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hot tea", "hottea"), ("tea", "tea?"), ("six months", "eight months"), ("cafe", "café")],
)
def test_what_matters(one: str, other: str) -> None:
    assert passage_id(one) != passage_id(other)


def test_an_id_is_the_same_for_ever() -> None:
    """Notes point at these: a changed digest would lose every note of every reader."""
    assert passage_id("Why it has come back") == "4c9999c2491e"


def test_a_repeated_text_is_counted() -> None:
    ids = PassageIds()
    first = ids.give("Ask")
    assert [ids.give("ask"), ids.give("Ask"), ids.give("Tell")] == [
        f"{first}-2",
        f"{first}-3",
        passage_id("Tell"),
    ]


def _ids(booklet: Booklet) -> dict[str, str]:
    return {passage.text: passage.id for part in booklet.sections for passage in part.passages}


def test_ids_stay_when_passages_move_and_neighbours_change(read: ReadBody) -> None:
    before = _ids(read(section("One.\n\nTwo.\n\n- three\n- four") + section("Five.", "## B {#b}")))
    after = _ids(
        read(section("Five.\n\n1. four", "## New {#new}") + section("Other.\n\n**Two**.\n\nOne."))
    )
    for text in ("One.", "Two.", "four", "Five.", "Why tea"):
        assert before[text] == after[text]
    assert before.keys() - after.keys() == {"three", "B"}


def test_ids_stay_when_a_footnote_is_put_in(read: ReadBody) -> None:
    before = _ids(read(section("One two.")))
    after = _ids(read(section("One[^a] two.\n\n[^a]: Note.")))
    assert before["One two."] == after["One two."]


def test_no_two_passages_of_a_booklet_share_an_id(read: ReadBody) -> None:
    booklet = read(section("Ask.\n\nAsk.\n\n- ask.") + section("Ask.", "## Ask {#ask}"))
    ids = [passage.id for part in booklet.sections for passage in part.passages]
    assert len(set(ids)) == len(ids) == 6
