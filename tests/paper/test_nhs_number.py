"""Words that hold an NHS number are told from words that hold another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.paper.nhs_number import has_nhs_number


@pytest.mark.parametrize(
    "words",
    [
        "943 476 5919",
        "9434765919",
        "943-476-5919",
        "943\u2013476\u20135919",
        "943\u00a0476\u00a05919",
        "My number is 943.476.5919, second opinion",
        "NHS no. 943 4765919",
        "943 476 5918",  # mistyped: as private
        "94 34 76 59 19",  # oddly apart, and the check digit is right
        "(9434765919)",
        "0101501234",  # Scottish: born on 1 January 1950
        "٩٤٣٤٧٦٥٩١٩",
    ],
)
def test_an_nhs_number_is_seen(words: str) -> None:
    assert has_nhs_number(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Second opinion, Thursday 3 December, 2.30pm",
        "Ring 0800 008 7054",
        "01750 52343",
        "020 7946 0000",
        "+44 20 7946 0000",
        "12 12 2026 10",
        "3/12/2026 14.30 room 12",
        "99434765919",
        "943476591",
        "943 476 59190",
        "943, 476, 5919",
        "Ward 943 and 476 5919",
    ],
)
def test_other_numbers_are_not(words: str) -> None:
    assert not has_nhs_number(words)


@given(st.text())
def test_any_words_can_be_asked_about(words: str) -> None:
    assert has_nhs_number(words) in (True, False)


@given(st.integers(1_000_000_000, 9_999_999_999), st.sampled_from(["", " ", "-", "\u00a0"]))
def test_ten_digits_together_or_as_the_nhs_writes_them_are_seen(number: int, gap: str) -> None:
    digits = str(number)
    assert has_nhs_number(f"No {gap.join((digits[:3], digits[3:6], digits[6:]))}.")
