"""The lists of several folders, taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.shelf.contacts import first_contacts
from reader.shelf.errors import ShelfFileError
from reader.shelf.lists import Lists

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = "[[nonsense"


def contact(name: str) -> str:
    return f'[[contact]]\nid = "{name}"\nname = "{name}"\nwhat_for = "All"\nphone = "01632"\n'


def topic(known_as: str, title: str) -> str:
    return f'[[topic]]\nid = "{known_as}"\ntitle = "{title}"\n'


def idea(known_as: str, text: str, about: str) -> str:
    return f'[[idea]]\nid = "{known_as}"\ntext = "{text}"\ntopic = "{about}"\nby = "ours"\n'


def term(known_as: str, form: str, meaning: str) -> str:
    return (
        f'[[term]]\nid = "{known_as}"\nname = "{form}"\nforms = ["{form}"]\nmeaning = "{meaning}"\n'
    )


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The program's own folder and one beside it, both empty."""
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir()
    other.mkdir()
    return own, other


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("A", "", ["A"]),
        ("A", "B", ["B"]),
        ("", "B", ["B"]),
        ("", "", []),
    ],
)
def test_a_publisher_s_contacts_come_first(
    folders: tuple[Path, Path], ours: str, theirs: str, found: list[str]
) -> None:
    for folder, name in zip(folders, (ours, theirs), strict=True):
        if name:
            (folder / "contacts.toml").write_text(contact(name), encoding="utf-8")
    own, other = folders
    assert [one.name for one in first_contacts(own, [other])] == found
    assert [one.name for one in Lists(own, [other]).contacts] == found


def test_nobody_is_better_than_somebody_else_s_number(folders: tuple[Path, Path]) -> None:
    own, other = folders
    (own / "contacts.toml").write_text(contact("A"), encoding="utf-8")
    (other / "contacts.toml").write_text(BROKEN, encoding="utf-8")
    lists = Lists(own, [other])
    assert (lists.contacts, lists.contacts) == ((), ())
    assert [error.path for error in lists.broken] == [other / "contacts.toml"]
    with pytest.raises(ShelfFileError):
        first_contacts(own, [other])


def test_ideas_of_all_folders_are_offered(folders: tuple[Path, Path]) -> None:
    own, other = folders
    both = topic("tea", "Our tea") + idea("why", "Ours?", "tea") + idea("how", "How?", "tea")
    (own / "questions.toml").write_text(both, encoding="utf-8")
    theirs = topic("tea", "Their tea") + topic("milk", "Milk") + idea("why", "Theirs?", "milk")
    (other / "questions.toml").write_text(theirs, encoding="utf-8")
    found = Lists(own, [other]).ideas
    assert [one.title for one in found.topics] == ["Their tea", "Milk"]
    assert [one.text for one in found.ideas] == ["Theirs?", "How?"]


def test_hard_words_of_all_folders_are_explained(folders: tuple[Path, Path]) -> None:
    own, other = folders
    ours = term("scan", "scan", "ours") + term("tea", "tea", "a drink")
    (own / "glossary.toml").write_text(ours, encoding="utf-8")
    (other / "glossary.toml").write_text(term("scan", "scan", "theirs"), encoding="utf-8")
    found = Lists(own, [other]).terms
    assert [(one.id, one.meaning) for one in found] == [("scan", "theirs"), ("tea", "a drink")]


@pytest.mark.parametrize("file", ["questions.toml", "glossary.toml"])
def test_a_broken_list_takes_no_other_with_it(folders: tuple[Path, Path], file: str) -> None:
    own, other = folders
    (own / "questions.toml").write_text(topic("tea", "Tea"), encoding="utf-8")
    (own / "glossary.toml").write_text(term("tea", "tea", "a drink"), encoding="utf-8")
    (other / file).write_text(BROKEN, encoding="utf-8")
    lists = Lists(own, [other])
    lists.read_all()
    assert [error.path for error in lists.broken] == [other / file]
    assert ([one.id for one in lists.ideas.topics], [one.id for one in lists.terms]) == (
        ["tea"],
        ["tea"],
    )


def test_a_form_of_two_terms_stands_for_the_first(folders: tuple[Path, Path]) -> None:
    from reader.shelf.glossary import TermFinder

    own, other = folders
    (own / "glossary.toml").write_text(term("picture", "scan", "ours"), encoding="utf-8")
    (other / "glossary.toml").write_text(term("scan", "scan", "theirs"), encoding="utf-8")
    finder = TermFinder(Lists(own, [other]).terms)
    assert [one.term.meaning for one in finder.occurrences("A scan.")] == ["theirs"]
