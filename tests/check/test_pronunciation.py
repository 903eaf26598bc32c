"""The check of how words are said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from reader.check.checking import check_folders
from reader.check.finding import Rule
from reader.check.pronunciation import MOST_SAID

if TYPE_CHECKING:
    from pathlib import Path

    from reader.check.ease import Ease

TODAY = date(2026, 11, 21)


def say(ident: str, forms: str, said: str) -> str:
    return f'[[say]]\nid = "{ident}"\nwritten = [{forms}]\nsaid = "{said}"\n\n'


def found(folder: Path, ease: Ease, text: str) -> list[tuple[int, Rule, str]]:
    path = folder / "pronunciation.toml"
    path.write_text(text, encoding="utf-8")
    findings = check_folders([folder], TODAY, ease)
    return [(one.line, one.rule, one.what) for one in findings if one.path == path]


def test_a_good_list_has_nothing_to_mend(tmp_path: Path, ease: Ease) -> None:
    text = say("a", '"BRCA", "BRCA-x"', "bracka") + say("b", '"GP"', "G P")
    assert found(tmp_path, ease, text) == []


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (say("b", '"BRCA"', "B R C A"), "The form “BRCA” stands in “a” already"),
        (say("b", '"GP"', "GP"), "“GP” is said as it is written"),
        (say("b", '"GP,"', "G P"), "“GP,” ends in a mark that is none of the word"),
        (say("b", '"GP"', "G" * (MOST_SAID + 1)), "It takes 61 letters to say “GP”"),
    ],
)
def test_a_slip_is_found_where_it_stands(
    tmp_path: Path, ease: Ease, second: str, what: str
) -> None:
    text = say("a", '"BRCA"', "bracka") + second
    assert found(tmp_path, ease, text) == [(6, Rule.PRONUNCIATION, what)]


def test_a_key_that_means_nothing_is_found(tmp_path: Path, ease: Ease) -> None:
    text = say("a", '"BRCA"', "bracka").rstrip() + '\nsay = "x"\n'
    assert found(tmp_path, ease, text) == [(1, Rule.LIST, "The key “say” is not known")]


def test_a_list_that_cannot_be_read_is_found_at_its_line(tmp_path: Path, ease: Ease) -> None:
    text = say("a", '"BRCA"', "bracka") + say("b", '"GP"', "<b>")
    assert [(line, rule) for line, rule, _ in found(tmp_path, ease, text)] == [(6, Rule.LIST)]
