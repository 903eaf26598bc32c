"""What is filled in on a letter beforehand, from a file."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.paper.errors import WrittenFileError
from reader.paper.letter_file import read_letter
from reader.paper.letters import Addressee, LetterFields, Reason

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """
to = "consultant"
reasons = ["confirm", "diagnosis", "confirm"]
other_reason = "My sister was treated in another way."
name = " Jo Smith "
born = "3 May 1958"
phone = "0161 496 0000"
doctor = "Dr Ahmed"
wanted = "Professor Jones"
helper = "Sam Smith"
relation = "my daughter"
date = "21 November 2026"
private = true
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "letter.toml"


def test_everything_can_be_filled_in(path: Path) -> None:
    path.write_text(WHOLE, encoding="utf-8")
    assert read_letter(path) == LetterFields(
        Addressee.CONSULTANT,
        (Reason.DIAGNOSIS, Reason.CONFIRM),
        other_reason="My sister was treated in another way.",
        name="Jo Smith",
        born="3 May 1958",
        phone="0161 496 0000",
        doctor="Dr Ahmed",
        wanted="Professor Jones",
        helper="Sam Smith",
        relation="my daughter",
        date="21 November 2026",
        is_private=True,
    )


def test_an_empty_file_leaves_everything_for_the_pen(path: Path) -> None:
    path.write_bytes(b"")
    assert read_letter(path) == LetterFields()


@pytest.mark.parametrize("to", list(Addressee))
@pytest.mark.parametrize("reason", list(Reason))
def test_every_addressee_and_reason_is_known(to: Addressee, reason: Reason, path: Path) -> None:
    path.write_text(f'to = "{to}"\nreasons = ["{reason}"]\nprivate = false', encoding="utf-8")
    assert read_letter(path) == LetterFields(to, (reason,), is_private=False)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('to = "vet"', "“vet” cannot stand at “to”. Only “gp”, “consultant” can."),
        ('reasons = ["boredom"]', "“boredom” cannot stand at “reasons”."),
        ("reasons = [[1]]", "“[1]” cannot stand at “reasons”."),
        ('reasons = "confirm"', 'Its “reasons” are no list such as ["confirm"].'),
        ("private = 1", "Its “private” is neither true nor false."),
        ("name = 3", "The file has a “name” that is not words in quotes."),
        ("nhs_number = 943_476_5919", "The file says “nhs_number”, which is not known here."),
        ("name = ", "It is not written as TOML"),
    ],
)
def test_what_cannot_be_used_is_told_with_what_can(written: str, told: str, path: Path) -> None:
    path.write_text(written, encoding="utf-8")
    with pytest.raises(WrittenFileError) as caught:
        read_letter(path)
    assert told in str(caught.value)
    assert str(caught.value).startswith("letter.toml: ")


def test_a_file_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(WrittenFileError, match="no such file"):
        read_letter(path)


@given(data=st.binary(max_size=80))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    found: LetterFields | None = None
    with contextlib.suppress(WrittenFileError):
        found = read_letter(path)
    assert found is None or found.addressee in Addressee
