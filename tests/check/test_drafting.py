"""Broken booklets and lists are findings, and the check goes on with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.check.checking import check_folders
from reader.check.drafting import read_draft
from tests.check.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from reader.check.ease import Ease
    from tests.check.conftest import Check, Spoil

TEA, MILK = "tea/booklet.md", "milk/booklet.md"


class TestBroken:
    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            ("format = 1", "format = 2", "2: format: “format” must be 1, the one this program r"),
            ("milk#what", "#nowhere", "22: format: There is no section “nowhere” in this bookle"),
            ("figures/cup.svg", "figures/pot.svg", "37: format: There is no picture “figures/pot"),
            ("gate=outlook", "gate=sad", "39: format: The gate “sad” is not known; write gate=o"),
            ("{#trials}", "{#why}", "29: format: The section id “why” is used on line 20; choose"),
        ],
    )
    def test_a_booklet_that_cannot_be_read_is_one_finding(
        self, spoil: Spoil, check: Check, old: str, new: str, found: str
    ) -> None:
        spoil(TEA, old, new)
        said = [line for line in check() if line.startswith("tea/")]
        assert len(said) == 1
        assert said[0].startswith(f"tea/booklet.md:{found}")

    def test_what_only_follows_from_it_is_not_said(self, spoil: Spoil, check: Check) -> None:
        spoil(TEA, "format = 1", "format = 2")
        assert len(check()) == 1

    def test_the_others_are_checked_all_the_same(self, spoil: Spoil, check: Check) -> None:
        spoil(TEA, "format = 1", "format = 2")
        spoil(MILK, "Milk comes from a cow.", "MLK comes from a cow.")
        assert [line.partition(": ")[0] for line in check()] == [
            "milk/booklet.md:20",
            "tea/booklet.md:2",
        ]

    def test_two_booklets_of_one_id(self, spoil: Spoil, check: Check) -> None:
        spoil(TEA, 'id = "tea"', 'id = "milk"')
        spoil(TEA, "milk#what", "#why")
        assert (
            "tea/booklet.md:1: format: The booklet in “milk” has the id “milk” too; " in check()[-1]
        )

    def test_a_folder_without_booklets(self, tmp_path: Path, ease: Ease) -> None:
        (found,) = check_folders([tmp_path], TODAY, ease)
        assert str(found) == (
            f"{tmp_path}:1: There is no booklet in this folder; put booklet.md into a folder in it"
        )


class TestLists:
    @pytest.mark.parametrize(
        ("name", "new", "found"),
        [
            ("glossary.toml", "x =\n", "15: list: The file is not TOML: Invalid value (at line 1"),
            ("glossary.toml", "[[word]]\n", "1: list: “word” is not known; use term"),
            ("contacts.toml", "\x00", "14: list: The file is not TOML"),
            ("questions.toml", "[idea]\n", "20: list: The file is not TOML"),
        ],
    )
    def test_a_list_that_cannot_be_read_is_one_finding(
        self, spoil: Spoil, check: Check, name: str, new: str, found: str
    ) -> None:
        spoil(name, "", new)
        (said,) = check()
        assert said.startswith(f"{name}:{found}")

    def test_a_list_need_not_be_there(self, shelf: Path, check: Check) -> None:
        (shelf / "questions.toml").unlink()
        assert check() == []

    def test_without_a_glossary_capitals_are_unexplained(self, shelf: Path, check: Check) -> None:
        (shelf / "glossary.toml").unlink()
        (said,) = check()
        assert said.startswith("tea/booklet.md:31: jargon: “BREW” is in capitals")

    def test_without_contacts_numbers_are_nobodys(self, shelf: Path, check: Check) -> None:
        (shelf / "contacts.toml").unlink()
        (said,) = check()
        assert said.startswith("tea/booklet.md:45: contact: The number 0800 123 4567 is no contact")


class TestOneBooklet:
    def test_it_is_checked_with_what_is_around_it(self, check: Check) -> None:
        assert check("tea") == []
        assert check("milk") == []

    def test_its_neighbours_are_not_checked(self, spoil: Spoil, check: Check) -> None:
        spoil(MILK, "Milk comes from a cow.", "MLK comes from a cow.")
        assert check("tea") == []
        assert len(check("milk")) == 1

    def test_links_to_neighbours_are(self, spoil: Spoil, check: Check) -> None:
        spoil(TEA, "milk#what", "milk#where")
        (said,) = check("tea")
        assert "The booklet “milk” has no section “where”" in said

    def test_the_lists_around_it_are_not_to_blame(self, spoil: Spoil, check: Check) -> None:
        spoil("questions.toml", "my tea be?", "my tea be")
        assert check("tea") == []
        assert len(check()) == 1

    def test_its_own_lists_are_its_own(self, shelf: Path, spoil: Spoil, check: Check) -> None:
        for name in ("glossary.toml", "questions.toml", "contacts.toml"):
            (shelf / name).rename(shelf / "tea" / name)
        assert check("tea") == []
        spoil("tea/questions.toml", "my tea be?", "my tea be")
        (said,) = check("tea")
        assert said.startswith("tea/questions.toml:5: question: This is no question")

    def test_it_can_be_where_one_stands(
        self, shelf: Path, ease: Ease, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from pathlib import Path

        monkeypatch.chdir(shelf / "tea")
        assert check_folders([Path()], TODAY, ease) == ()


class TestSeveralFolders:
    def test_what_is_in_two_of_them_is_said_once(self, shelf: Path, ease: Ease) -> None:
        path = shelf / "tea" / "booklet.md"
        path.write_text(path.read_text().replace("milk#what", "#no"), encoding="utf-8")
        assert len(check_folders([shelf, shelf], TODAY, ease)) == 1

    def test_findings_come_by_file_and_line(self, spoil: Spoil, check: Check) -> None:
        spoil(TEA, "Tea is a warm drink.", "It is TXN.")
        spoil(TEA, "Ring 0800 123 4567.", "Ring 0800 123 4568.")
        spoil("glossary.toml", '"A glass', '"A. It. Is. A glass')
        assert [line.rpartition(": ")[0].partition(": ")[0] for line in check()] == [
            "glossary.toml:3",
            "tea/booklet.md:22",
            "tea/booklet.md:45",
        ]


def test_a_draft_knows_where_its_parts_stand(shelf: Path) -> None:
    draft, broken = read_draft(shelf)
    assert broken == ()
    assert draft.is_whole
    assert draft.are_own
    milk, tea = draft.booklets
    assert (milk.keys["source.updated"], tea.keys[".title"]) == (13, 4)
    assert [section.line for section in tea.sections] == [20, 29, 39, 43]
    assert draft.glossary_file.lines == {("term", "tumbler"): 3, ("term", "brew-2"): 9}
    assert draft.sections["milk"] == {"what", "about"}
