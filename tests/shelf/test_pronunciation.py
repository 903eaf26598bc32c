"""The publisher's list of how words are said, and what is said for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.shelf.errors import ShelfFileError
from reader.shelf.lists import Lists
from reader.shelf.pronouncing import Piece, Pronouncer, Spoken
from reader.shelf.pronunciation import FILE, Saying, merged_pronunciation, read_pronunciation
from reader.shelf.spoken_forms import phone_said

CONTENT = Path(__file__).parents[2] / "content"
OURS = Pronouncer(read_pronunciation(CONTENT))
BARE = Pronouncer(())


def written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_no_file_is_no_saying(tmp_path: Path) -> None:
    assert read_pronunciation(tmp_path) == ()


def test_a_saying_is_read(tmp_path: Path) -> None:
    text = '[[say]]\nid = "a"\nwritten = ["BRCA", "B R  CA"]\nsaid = "bracka"\n'
    assert read_pronunciation(written(tmp_path, text)) == (
        Saying("a", ("BRCA", "B R CA"), "bracka"),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[say]]\nid = "a"\nwritten = ["A"]\n', "“said” is missing"),
        ('[[say]]\nid = "a"\nsaid = "x"\n', "“written” has to be a list"),
        ('[[say]]\nid = "a"\nwritten = "A"\nsaid = "x"\n', "“written” has to be a list"),
        ('[[say]]\nid = "a"\nwritten = []\nsaid = "x"\n', "“written” has to be a list"),
        ('[[say]]\nid = "a"\nwritten = [3]\nsaid = "x"\n', "“written” has to be a list"),
        ('[[say]]\nid = "a"\nwritten = ["–"]\nsaid = "x"\n', "“written” has to be a list"),
        ('[[say]]\nid = "a"\nwritten = ["A"]\nsaid = "<b>"\n', "“said” has to be letters"),
        ('[[say]]\nid = "a"\nwritten = ["A"]\nsaid = "–"\n', "“said” has to be letters"),
        ('[[word]]\nid = "a"\n', "“word” is not known"),
        ("nonsense", "not TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ShelfFileError, match=problem):
        read_pronunciation(written(tmp_path, text))


def test_the_first_folder_that_says_a_word_holds() -> None:
    first = (Saying("a", ("CT",), "see tee"),)
    second = (Saying("ct", ("CT", "C.T."), "C T"), Saying("mri", ("MRI",), "M R I"))
    assert merged_pronunciation([first, second]) == (
        Saying("a", ("CT",), "see tee"),
        Saying("ct", ("C.T.",), "C T"),
        Saying("mri", ("MRI",), "M R I"),
    )


def test_a_publishers_words_come_before_our_own(tmp_path: Path) -> None:
    written(tmp_path, '[[say]]\nid = "a"\nwritten = ["NHS"]\nsaid = "the health service"\n')
    lists = Lists(CONTENT, [tmp_path])
    spoken = Pronouncer(lists.pronunciation).spoken("Ask the NHS about BRCA.")
    assert spoken.text == "Ask the the health service about bracka."
    assert lists.broken == ()


def test_a_broken_list_is_left_out_and_told(tmp_path: Path) -> None:
    lists = Lists(CONTENT, [written(tmp_path, "nonsense")])
    assert Pronouncer(lists.pronunciation).spoken("BRCA").text == "bracka"
    lists.read_all()
    assert [error.path.name for error in lists.broken] == [FILE]


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("CA125", "C A one two five"),
        ("Your CA125 fell.", "Your C A one two five fell."),
        ("a BRCA gene", "a bracka gene"),
        ("BRCA1 and BRCA2", "bracka one and bracka two"),
        ("PARP inhibitors", "parp inhibitors"),
        ("HER2, HRT and the NHS", "her two, H R T and the N H S"),
        ("Ring NHS 111.", "Ring N H S one one one."),
        ("fruit, e.g. apples, i.e. Coxes", "fruit, for example apples, that is Coxes"),
        ("tea, milk, etc. are here", "tea, milk, and so on are here"),
        ("GPs", "GPs"),
        ("PARPi", "PARPi"),
    ],
)
def test_words_of_the_bundled_list(shown: str, said: str) -> None:
    assert OURS.spoken(shown).text == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (
            "Ring 0800 008 7054 today.",
            "Ring zero eight zero zero, zero zero eight, seven zero five four today.",
        ),
        ("5–10", "5 to 10"),
        ("5 – 10 days", "5 to 10 days"),
        ("5%–10%", "5 per cent to 10 per cent"),
        ("20% of 5 mg", "20 per cent of 5 milligrams"),
        ("38°C", "38 degrees Celsius"),
        ("a 5kg bag", "a 5 kilograms bag"),
        ("stage III", "stage 3"),
        ("Stage IIIc or IV", "Stage 3 C or 4"),
        ("stages II–IV", "stages 2 to 4"),
        ("type I", "type 1"),
        ("when I go", "when I go"),
        ("see p. 4 and pp. 5 to 6", "see page 4 and pages 5 to 6"),
        ("No. 5", "number 5"),
        ("and/or", "and or"),
        ("his/her", "his or her"),
        ("24/7", "24/7"),
        ("tea – hot – is nice", "tea, hot, is nice"),
        ("SOC1", "S O C 1"),
        ("≥ 5", " at least 5"),
        ("www.ovacome.org.uk", "w w w dot ovacome dot org dot U K"),
        ("https://nice.org.uk/a/", "nice dot org dot U K slash a"),
        ("ask@tea.org", "ask at tea dot org"),
        ("made in 2022, 2.6 times", "made in 2022, 2.6 times"),
    ],
)
def test_rules_that_need_no_list(shown: str, said: str) -> None:
    assert BARE.spoken(shown).text == said


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("0808 157 0001", "zero eight zero eight, one five seven, zero zero zero one"),
        ("08081570001", "zero eight zero eight, one five seven, zero zero zero one"),
        ("+44 20 7946 0958", "plus four four, two zero, seven nine four six, zero nine five eight"),
    ],
)
def test_a_phone_number_is_said_in_groups(phone: str, said: str) -> None:
    assert phone_said(phone) == said
    assert BARE.spoken(phone).text == said


def test_what_is_said_leads_back_to_what_is_shown() -> None:
    shown = "Your CA125 rose 5–10%."
    spoken = OURS.spoken(shown)
    at = spoken.text.index("two")
    start, end = spoken.shown(at, at + 3)
    assert shown[start:end] == "CA125"
    at = spoken.text.index("rose")
    assert shown[slice(*spoken.shown(at, at + 4))] == "rose"
    at = spoken.text.index("per")
    assert shown[slice(*spoken.shown(at, at + 3))] == "%"
    assert spoken.shown(0, len(spoken.text)) == (0, len(shown))


def test_where_nothing_differs_letters_are_the_same() -> None:
    assert Spoken("Tea").shown(1, 2) == (1, 2)
    assert Spoken("five", (Piece(0, 4, 0, 1),)).shown(1, 3) == (0, 1)


@given(st.text(alphabet="BRCA125 0807.–%/mgIV@stageIwukorg", max_size=50))
def test_every_letter_that_is_shown_is_said_once(shown: str) -> None:
    spoken = OURS.spoken(shown)
    at_said = at_shown = 0
    for piece in spoken.pieces:
        assert spoken.text[at_said : piece.said] == shown[at_shown : piece.shown]
        at_said, at_shown = piece.said_end, piece.shown_end
    assert spoken.text[at_said:] == shown[at_shown:]


@given(st.text(max_size=40), st.integers(0, 60), st.integers(0, 60))
def test_places_never_leave_the_text(shown: str, start: int, length: int) -> None:
    spoken = OURS.spoken(shown)
    first, last = min(start, len(spoken.text)), min(start + length, len(spoken.text))
    begin, end = spoken.shown(first, last)
    assert 0 <= begin <= len(shown)
    assert 0 <= end <= len(shown)
