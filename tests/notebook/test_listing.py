"""Long lists: in order, by kind and by words, and only a window of them at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook import listing
from reader.notebook.listing import Choice, Group, Listing, Order
from reader.notebook.model import MarkKind
from tests.notebook.making import place

if TYPE_CHECKING:
    from reader.notebook.model import Mark
    from reader.notebook.notebook import Notebook

BOOKLETS = ["surgery", "recurrence"]
SECTIONS = ["why", "after"]


def rank(booklet: str, section: str, passage: str) -> tuple[int, ...]:
    """Surgery is read first, ``why`` before ``after``, ``p2`` before ``p10``; others come last."""
    if booklet not in BOOKLETS:
        return (len(BOOKLETS),)
    return BOOKLETS.index(booklet), SECTIONS.index(section), int(passage[1:])


@pytest.fixture
def marks(notebook: Notebook) -> dict[str, Mark]:
    """Marks by a name each, made in an order that is none."""
    made = {}
    for name, kind, booklet, section, passage, start in (
        ("r-why-10", MarkKind.NOTE, "recurrence", "why", "p10", 0),
        ("s-after-1", MarkKind.NOTE, "surgery", "after", "p1", 0),
        ("gone", MarkKind.BOOKMARK, "gone", "s", "px", 0),
        ("r-why-2", MarkKind.BOOKMARK, "recurrence", "why", "p2", 0),
        ("s-why-3-late", MarkKind.HIGHLIGHT, "surgery", "why", "p3", 9),
        ("s-why-3-early", MarkKind.HIGHLIGHT, "surgery", "why", "p3", 2),
        ("deleted", MarkKind.NOTE, "surgery", "why", "p1", 0),
    ):
        where = place(passage, booklet=booklet, section=section, start=start, end=start + 1)
        text = f"the {name} fox" if kind is MarkKind.NOTE else ""
        made[name] = notebook.marks.add(kind, where, text)
    notebook.marks.delete(made.pop("deleted").id)
    return made


def names(found: Listing, marks: dict[str, Mark], start: int = 0, count: int = 99) -> list[str]:
    by_id = {mark.id: name for name, mark in marks.items()}
    return [by_id[mark.id] for mark in found.marks(start, count)]


IN_ORDER = ["s-why-3-early", "s-why-3-late", "s-after-1", "r-why-2", "r-why-10", "gone"]


def test_in_reading_order(notebook: Notebook, marks: dict[str, Mark]) -> None:
    found = notebook.listing(Choice(), Order.READING, rank)
    assert len(found) == 6
    assert names(found, marks) == IN_ORDER
    assert found.groups == (Group("surgery", 0, 3), Group("recurrence", 3, 2), Group("gone", 5, 1))
    assert found.marks(3, 1) == (marks["r-why-2"],)


def test_newest_first(notebook: Notebook, marks: dict[str, Mark]) -> None:
    found = notebook.listing(Choice(), Order.NEWEST, rank)
    assert names(found, marks) == list(marks)[::-1]
    assert found.groups == ()


@pytest.mark.parametrize("order", Order)
def test_by_kind_booklet_and_words(
    notebook: Notebook, marks: dict[str, Mark], order: Order
) -> None:
    def found(choice: Choice) -> set[str]:
        return set(names(notebook.listing(choice, order, rank), marks))

    assert found(Choice(frozenset({MarkKind.NOTE}))) == {"r-why-10", "s-after-1"}
    assert found(Choice(frozenset({MarkKind.BOOKMARK, MarkKind.HIGHLIGHT}))) == {
        *("gone", "r-why-2", "s-why-3-late", "s-why-3-early"),
    }
    assert found(Choice(frozenset())) == set()
    assert found(Choice(booklet="recurrence")) == {"r-why-10", "r-why-2"}
    assert found(Choice(words="fox after")) == {"s-after-1"}
    assert found(Choice(words="asleep")) == set(marks)
    assert found(Choice(words="  ")) == set(marks)
    assert found(Choice(words="hedgehog")) == set()
    assert found(Choice(frozenset({MarkKind.NOTE}), "surgery", "fox")) == {"s-after-1"}


def test_groups_are_of_what_is_left(notebook: Notebook, marks: dict[str, Mark]) -> None:
    found = notebook.listing(Choice(words="fox"), Order.READING, rank)
    assert found.groups == (Group("surgery", 0, 1), Group("recurrence", 1, 1))


def test_windows(
    notebook: Notebook, marks: dict[str, Mark], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "AT_ONCE", 2)
    found = notebook.listing(Choice(), Order.READING, rank)
    for start in range(7):
        for count in range(8):
            assert names(found, marks, start, count) == IN_ORDER[start : start + count]
    assert found.marks(-5, 1) == found.marks(0, 1)
    assert found.marks(0, -1) == ()


def test_a_mark_that_has_gone_since_is_left_out(notebook: Notebook, marks: dict[str, Mark]) -> None:
    found = notebook.listing(Choice(), Order.READING, rank)
    notebook.marks.delete(marks["s-after-1"].id)
    notebook.marks.change_text(marks["r-why-10"].id, "changed")
    assert names(found, marks, 1, 3) == ["s-why-3-late", "r-why-2"]
    assert found.marks(4, 1)[0].text == "changed"


def test_where_a_mark_is(notebook: Notebook, marks: dict[str, Mark]) -> None:
    found = notebook.listing(Choice(booklet="recurrence"), Order.READING, rank)
    assert found.index(marks["r-why-10"].id) == 1
    assert found.index(marks["gone"].id) is None
    assert found.index("nobody") is None


def test_nothing_to_list(notebook: Notebook) -> None:
    for order in Order:
        found = notebook.listing(Choice(), order, rank)
        assert (len(found), found.marks(0, 9), found.groups) == (0, (), ())


def test_without_words_no_index_is_made(notebook: Notebook, marks: dict[str, Mark]) -> None:
    notebook.listing(Choice(), Order.READING, rank)
    assert notebook._searching()._index is None


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("words", ["", "  ", "fox", "fox after", "nothing like it"])
def test_words_can_be_asked_of_a_list_that_is_there(
    notebook: Notebook, marks: dict[str, Mark], order: Order, words: str
) -> None:
    whole = notebook.listing(Choice(), order, rank)
    asked = notebook.listing(Choice(words=words), order, rank)
    found = whole.with_words(words)
    assert names(found, marks) == names(asked, marks)
    assert found.groups == asked.groups
    for index, name in enumerate(names(found, marks)):
        assert found.index(marks[name].id) == index
    left_out = set(marks) - set(names(found, marks))
    assert all(found.index(marks[name].id) is None for name in left_out)


def test_a_list_of_some_words_says_where_each_booklet_begins(
    notebook: Notebook, marks: dict[str, Mark]
) -> None:
    found = notebook.listing(Choice(), Order.READING, rank).with_words("fox")
    assert names(found, marks) == ["s-after-1", "r-why-10"]
    assert found.groups == (Group("surgery", 0, 1), Group("recurrence", 1, 1))
