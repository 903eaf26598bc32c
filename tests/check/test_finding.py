"""Findings as lines and as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.booklet.errors import BookletError
from reader.check.finding import Finding, Rule, finding_data, finding_of, worded

FILE = Path("tea/booklet.md")


def test_a_finding_is_one_line_that_an_editor_can_jump_to() -> None:
    finding = Finding(FILE, 12, Rule.LINK, "There is no cup", "add one")
    assert str(finding) == "tea/booklet.md:12: There is no cup; add one"
    assert (
        str(Finding(FILE, 1, Rule.LINK, "There is no cup", ""))
        == "tea/booklet.md:1: There is no cup"
    )


def test_a_program_gets_the_same_in_parts() -> None:
    assert finding_data(Finding(FILE, 12, Rule.LINK, "There is no cup", "add one")) == {
        "file": str(FILE),
        "line": 12,
        "rule": "link",
        "what": "There is no cup",
        "mend": "add one",
    }


@pytest.mark.parametrize(
    ("problem", "what", "mend"),
    [
        ("The file is empty. Begin it with words.", "The file is empty", "begin it with words"),
        ("A cup is broken.", "A cup is broken", ""),
        ("“x” is odd. Known here: a, b.", "“x” is odd", "known here: a, b"),
        ("It is long. A cup is short.", "It is long", "a cup is short"),
        ("It is odd. “y” is not.", "It is odd", "“y” is not"),
        ("It is odd. UTF-8 is not. So it is.", "It is odd", "UTF-8 is not. So it is"),
        ("See a.b and c.", "See a.b and c", ""),
    ],
)
def test_sentences_become_what_and_how_to_mend(problem: str, what: str, mend: str) -> None:
    assert worded(FILE, 3, Rule.FORMAT, problem) == Finding(FILE, 3, Rule.FORMAT, what, mend)


def test_what_concerns_a_whole_file_is_on_its_first_line() -> None:
    assert finding_of(BookletError(FILE, 0, "It is a folder.")).line == 1
    assert finding_of(BookletError(FILE, 7, "It is a folder.")) == Finding(
        FILE, 7, Rule.FORMAT, "It is a folder", ""
    )


def test_findings_go_by_file_and_line() -> None:
    first = Finding(FILE, 2, Rule.TABLE, "z", "z")
    later = Finding(FILE, 10, Rule.DATE, "a", "a")
    other = Finding(Path("zoo.md"), 1, Rule.DATE, "a", "a")
    assert sorted([other, later, first]) == [first, later, other]
