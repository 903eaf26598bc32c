"""Text made of letters that can be printed."""

from __future__ import annotations

import struct
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.paper.fonts import BOLD, REGULAR, font_folder
from reader.paper.glyphs import BREAK, REPLACEMENT, clean, read_coverage, with_breaks

if TYPE_CHECKING:
    from pathlib import Path

LATIN = frozenset(range(0x20, 0x7F))


class TestCoverage:
    @pytest.mark.parametrize("character", "aZ09–—‘’“”…•≤≥×°½µłő€£éñ")
    def test_letters_and_signs_of_the_font_are_found(
        self, character: str, coverage: frozenset[int]
    ) -> None:
        assert ord(character) in coverage

    @pytest.mark.parametrize("character", "\u2010\u2011□☐✓→●\ufffdαЖאع中ỹ😀")
    def test_what_the_font_lacks_is_not(self, character: str, coverage: frozenset[int]) -> None:
        assert ord(character) not in coverage

    def test_both_weights_have_the_same_letters(self) -> None:
        regular, bold = (read_coverage(font_folder() / name) for name in (REGULAR, BOLD))
        assert regular == bold
        assert len(regular) > 300

    @pytest.mark.parametrize(
        "data", [b"", b"\x00\x01\x00\x00\x00\x01", b"%PDF-1.7 and no font" * 9, b"\xff" * 300]
    )
    def test_a_file_that_is_no_font_is_refused(self, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "letters.ttf"
        path.write_bytes(data)

        with pytest.raises(ValueError, match=r"letters\.ttf is not|no table"):
            read_coverage(path)

    def test_a_table_of_groups_is_read(self, tmp_path: Path) -> None:
        groups = struct.pack(">HHIII", 12, 0, 40, 0, 2) + struct.pack(
            ">IIIIII", 0x41, 0x43, 1, 0x1F600, 0x1F601, 9
        )
        cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups
        head = b"\x00\x01\x00\x00" + struct.pack(">HHHH", 1, 0, 0, 0)
        path = tmp_path / "letters.ttf"
        path.write_bytes(head + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap)

        assert read_coverage(path) == {0x41, 0x42, 0x43, 0x1F600, 0x1F601}


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("plain words", "plain words"),
        ("platinum\u2011resistant", "platinum-resistant"),
        ("well\u2010known", "well-known"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("0800\u00a0008", "0800\u00a0008"),
        ("5\u202fmg", "5\u00a0mg"),
        ("thin\u2009space", "thin space"),
        ("\x00\x01\x07\x08\x1b\x7fbell", "bell"),
        ("chemo\u00adtherapy", "chemotherapy"),
        ("aa\u202ebb cc\u202c", "aabb cc"),
        ("\u2066left\u2069", "left"),
        ("\ufeffmark\u200b", "mark"),
        ("lone \ud800 half", "lone  half"),
        ("e\u0301", "é"),
        ("ﬁne", "fine"),
        ("№ 5", "No 5"),
        ("Ａ４", "A4"),
    ],
)
def test_what_has_no_ink_goes_and_what_has_a_plain_form_takes_it(
    given: str, printed: str, coverage: frozenset[int]
) -> None:
    found = clean(given, coverage)
    assert (found.text, found.replaced) == (printed, ())


@pytest.mark.parametrize(
    ("given", "printed", "replaced"),
    [
        ("a 😀 b", "a [?] b", ("😀",)),
        ("😀😀 😀", "[?] [?]", ("😀",)),
        ("👩🏽\u200d⚕️ asks", "[?] asks", ("👩", "🏽", "⚕")),
        ("μ is αβ", "μ is [?]", ("α", "β")),
        ("שלום", "[?]", ("ש", "ל", "ו", "ם")),
        ("☐ done ✓", "[?] done [?]", ("☐", "✓")),
        ("\ue000 \ufffe", "[?] [?]", ("\ue000", "\ufffe")),
        ("\ufffd", "[?]", ("\ufffd",)),
        ("Nguyỹn", "Nguy[?]n", ("ỹ",)),
    ],
)
def test_what_the_font_lacks_is_replaced_where_all_can_see_it_and_named_once(
    given: str, printed: str, replaced: tuple[str, ...], coverage: frozenset[int]
) -> None:
    found = clean(given, coverage)
    assert (found.text, found.replaced) == (printed, replaced)


@pytest.mark.parametrize("accents", [1, 200])
def test_accents_on_a_letter_that_no_alphabet_has_them_on_are_replaced(accents: int) -> None:
    """Set as two signs, the letter is read aloud twice; heaps of them leave the line."""
    marks = frozenset((0x301, 0x302))
    found = clean("q" + "\u0301" * accents + "x", LATIN | marks)
    assert (found.text, found.replaced) == ("q[?]x", ("\u0301",))


def test_a_letter_and_its_accent_become_one_sign(coverage: frozenset[int]) -> None:
    assert clean("Zoe\u0308 O\u0301 Se", coverage).text == "Zoë Ó Se"


def test_only_the_letters_given_are_kept() -> None:
    assert clean("abc", frozenset(map(ord, "ab"))).text == f"ab{REPLACEMENT}"


def test_every_character_comes_out_printable(coverage: frozenset[int]) -> None:
    code_points = [
        *range(0x2C00),
        *range(0xD700, 0xE100),
        *range(0xFB00, 0x10000),
        0x1F600,
        0xE0041,
    ]
    for code_point in code_points:
        text = clean(chr(code_point), coverage).text
        assert all(ord(letter) in coverage or letter in " \u00a0\n" for letter in text), code_point
        assert unicodedata.is_normalized("NFC", text), code_point


class TestBreaks:
    @pytest.mark.parametrize(
        "text", ["", "short words only", "immunohistochemistry", "IMMUNOHISTO", "a" * 20, " " * 50]
    )
    def test_words_stay_whole(self, text: str) -> None:
        assert with_breaks(text) == text

    @pytest.mark.parametrize("text", ["a" * 21, "W" * 13, "x" * 5000, "http://" + "W" * 80])
    def test_long_runs_get_places_to_break(self, text: str) -> None:
        broken = with_breaks(text)
        assert broken.replace(BREAK, "") == text
        assert max(map(len, broken.split(BREAK))) <= 8

    def test_words_beside_a_long_run_are_left_alone(self) -> None:
        assert with_breaks("see " + "a" * 24 + "\nthere").split() == [
            "see",
            BREAK.join(["a" * 8] * 3),
            "there",
        ]


@given(st.text("ab C-’\n\u00a0£…", max_size=80))
def test_plain_text_is_passed_as_the_long_way_passes_it(text: str) -> None:
    covered = frozenset(map(ord, "abC-’£…"))
    marked = clean(f"{text} e\u0301", covered | {ord("é")})
    assert clean(text, covered).text == marked.text.removesuffix(" é")
