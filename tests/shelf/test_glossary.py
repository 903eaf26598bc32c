"""Hard words: their file, and where they stand in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.shelf.errors import ShelfFileError
from reader.shelf.glossary import Term, TermFinder, TermKind, read_glossary

CONTENT = Path(__file__).parents[2] / "content"

TUMOUR = Term("tumour", "Tumour", ("tumour", "tumours"), "A lump.")
PLATINUM = Term("platinum", "Platinum", ("platinum",), "A metal.")
RESISTANT = Term("resistant", "Platinum-resistant", ("platinum-resistant", "resistant"), "It is.")
GP = Term("gp", "GP", ("GP",), "A family doctor.")
TRIAL = Term("desktop-3", "DESKTOP 3", ("DESKTOP 3",), "A trial.", TermKind.TRIAL)
TIE2 = Term("tie2", "Tie2", ("Tie2",), "A protein.")
FINDER = TermFinder([TUMOUR, PLATINUM, RESISTANT, GP, TRIAL, TIE2])


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.term.id) for each in FINDER.occurrences(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("Nothing hard here.", []),
        ("A tumour, two tumours.", [("tumour", "tumour"), ("tumours", "tumour")]),
        ("Tumours grow", [("Tumours", "tumour")]),
        ("tumoural", []),
        ("_tumour", []),
        ("platinum", [("platinum", "platinum")]),
        ("platinum-resistant", [("platinum-resistant", "resistant")]),
        ("Platinum-sensitive", [("Platinum", "platinum")]),
        ("resistant or not", [("resistant", "resistant")]),
        ("your GP, the gp, a Gp", [("GP", "gp")]),
        ("GPs", []),
        ("DESKTOP 3 found", [("DESKTOP 3", "desktop-3")]),
        ("a desktop 3 inches high", []),
        ("TIE2 and Tie2", [("TIE2", "tie2"), ("Tie2", "tie2")]),
        ("(tumour)", [("tumour", "tumour")]),
    ],
)
def test_terms_are_found_as_whole_words(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text) == terms


def test_terms_can_be_taken_out_of_a_text() -> None:
    assert FINDER.without("DESKTOP 3 asked one thing.") == " asked one thing."


def test_without_terms_nothing_is_found() -> None:
    assert list(TermFinder([]).occurrences("anything at all")) == []
    assert TermFinder([]).without("anything") == "anything"


def test_marks_of_patterns_are_letters_like_others() -> None:
    finder = TermFinder([Term("x", "x", ("a.b (c)",), "Odd.")])
    assert [each.term.id for each in finder.occurrences("a.b (c) and axb (c)")] == ["x"]


def write(folder: Path, text: str) -> Path:
    (folder / "glossary.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_glossary_is_read_in_its_order(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        '[[term]]\nid = "stoma"\nname = "Stoma"\nforms = ["stoma"]\nmeaning = "An opening."\n'
        '[[term]]\nid = "soc1"\nname = "SOC1"\nforms = ["SOC1"]\nmeaning = "A trial."\n'
        'kind = "trial"\n',
    )
    assert read_glossary(folder) == (
        Term("stoma", "Stoma", ("stoma",), "An opening."),
        Term("soc1", "SOC1", ("SOC1",), "A trial.", TermKind.TRIAL),
    )


def test_there_need_be_no_glossary(tmp_path: Path) -> None:
    assert read_glossary(tmp_path) == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "“forms” has to be a list of texts"),
        ("forms = []", "“forms” has to be a list of texts"),
        ("forms = 'stoma'", "“forms” has to be a list of texts"),
        ("forms = ['stoma', 3]", "“forms” has to be a list of texts"),
        ("forms = ['stoma', ' ']", "“forms” has to be a list of texts"),
        ("forms = ['stoma']\nkind = 'verb'", "“kind” has to be one of: drug, trial, word."),
        ("forms = ['stoma']\nkind = 3", "“kind” has to be text"),
    ],
)
def test_a_term_that_cannot_be_used_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    head = '[[term]]\nid = "stoma"\nname = "Stoma"\nmeaning = "An opening."\n'
    with pytest.raises(ShelfFileError, match=r"In the term “stoma”") as caught:
        read_glossary(write(tmp_path, head + line))
    assert problem in caught.value.problem


def test_the_bundled_glossary_explains_enough_words_in_few() -> None:
    terms = read_glossary(CONTENT)
    assert len(terms) >= 35
    assert {term.id for term in terms if term.kind is TermKind.TRIAL} == {
        "desktop-3", "gog-0213", "soc1", "valtive",
    }  # fmt: skip
    drugs = {term.id for term in terms if term.kind is TermKind.DRUG}
    assert {"carboplatin", "olaparib", "letrozole", "bevacizumab"} <= drugs
    assert all(term.meaning.count(". ") <= 1 for term in terms)
