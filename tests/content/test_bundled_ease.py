"""How easy the bundled booklets are, and that an editor finds nothing to mend in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.check.checking import check_folders
from reader.check.drafting import read_draft
from reader.check.ease import load_ease
from reader.check.reading_ease import names_in, section_age
from reader.check.sentences import read_texts, sentences, words

if TYPE_CHECKING:
    from reader.check.draft import Draft, DraftBooklet, DraftSection

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 21)


def load() -> Draft:
    draft, broken = read_draft(CONTENT)
    assert broken == ()
    return draft


DRAFT = load()
EASE = load_ease()
SECTIONS = [(booklet, section) for booklet in DRAFT.booklets for section in booklet.sections]


def test_an_editor_finds_nothing_to_mend() -> None:
    assert [str(finding) for finding in check_folders([CONTENT], TODAY, EASE)] == []


@pytest.mark.parametrize("folder", ["recurrence", "surgery"])
def test_nor_in_one_of_them_alone(folder: str) -> None:
    assert check_folders([CONTENT / folder], TODAY, EASE) == ()


@pytest.mark.parametrize(
    "section",
    [section for _, section in SECTIONS],
    ids=[f"{booklet.booklet.id}#{section.section.id}" for booklet, section in SECTIONS],
)
def test_a_section_is_for_readers_of_fourteen_or_less(section: DraftSection) -> None:
    age = section_age(section, names_in(DRAFT.terms), EASE)
    assert age is not None
    assert age <= 14


@pytest.mark.parametrize("booklet", DRAFT.booklets, ids=lambda booklet: booklet.booklet.id)
class TestWholeBooklet:
    def test_it_is_for_readers_of_twelve_on_average(self, booklet: DraftBooklet) -> None:
        names = names_in(DRAFT.terms)
        ages = [section_age(section, names, EASE) for section in booklet.sections]
        assert sum(filter(None, ages)) / len(ages) <= 12

    def test_no_sentence_is_longer_than_25_words(self, booklet: DraftBooklet) -> None:
        names = names_in(DRAFT.terms)
        counted = {
            sentence: len(words(names.without(sentence)))
            for placed in booklet.passages()
            for text in read_texts(placed.passage)
            for sentence in sentences(text)
        }
        assert len(counted) > 150
        assert {sentence: count for sentence, count in counted.items() if count > 25} == {}

    def test_it_is_long_enough_to_be_of_use(self, booklet: DraftBooklet) -> None:
        assert booklet.booklet.word_count > 1500


def test_a_hard_sentence_among_them_would_be_found() -> None:
    _, section = SECTIONS[0]
    hard = (
        "Notwithstanding considerable methodological heterogeneity, contemporary investigations "
        "consistently demonstrate statistically significant prolongation of survival following "
        "comprehensive cytoreductive interventions performed by multidisciplinary specialists."
    )
    easy = [words(s) for p in section.body for t in read_texts(p.passage) for s in sentences(t)]
    assert EASE.reading_age([words(hard)]) > 14
    assert EASE.reading_age([*easy, words(hard)]) > EASE.reading_age(easy)
