"""IPP as bytes: what is asked can be read again, and no answer can do harm."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.printing.wire import Attribute, Group, NotIppError, Operation, Tag, answer, question
from tests.printing.fake_server import ipp, number

PRINTER = Attribute(Tag.URI, "printer-uri", ("ipp://localhost/printers/Canon",))


def test_a_question_is_laid_out_as_the_standard_says() -> None:
    said = question(Operation.GET_PRINTER_ATTRIBUTES, 7, [PRINTER])
    assert said[:9] == b"\x02\x00\x00\x0b\x00\x00\x00\x07\x01"
    charset = b"\x47\x00\x12attributes-charset\x00\x05utf-8"
    language = b"\x48\x00\x1battributes-natural-language\x00\x02en"
    assert said[9:].startswith(charset + language)
    assert said.endswith(b"ipp://localhost/printers/Canon\x03")


def test_further_values_have_no_name_and_the_jobs_own_come_in_their_group() -> None:
    words = Attribute(Tag.KEYWORD, "requested-attributes", ("job-id", "job-state"))
    copies = Attribute(Tag.INTEGER, "copies", (2,))
    said = question(Operation.PRINT_JOB, 1, [words], [copies])
    assert b"requested-attributes\x00\x06job-id\x44\x00\x00\x00\x09job-state" in said
    assert said.endswith(b"\x02\x21\x00\x06copies\x00\x04\x00\x00\x00\x02\x03")


@pytest.mark.parametrize(
    ("tag", "value", "written"),
    [
        (Tag.INTEGER, -5, b"\xff\xff\xff\xfb"),
        (Tag.BOOLEAN, True, b"\x01"),
        (Tag.BOOLEAN, False, b"\x00"),
        (Tag.RANGE, (2, 300), b"\x00\x00\x00\x02\x00\x00\x01\x2c"),
        (Tag.NAME, "Zoë", b"Zo\xc3\xab"),
    ],
)
def test_each_kind_of_value_is_read_as_it_was_written(
    tag: Tag, value: int | bool | tuple[int, int] | str, written: bytes
) -> None:
    said = question(Operation.PRINT_JOB, 1, [], [Attribute(tag, "it", (value,))])
    assert said.endswith(written + b"\x03")
    assert answer(said).group(Group.JOB) == [{"it": (value,)}]


def test_groups_of_one_kind_are_kept_apart() -> None:
    said = ipp(
        0,
        (Group.OPERATION, ((Tag.TEXT, "status-message", (b"fine",)),)),
        (Group.PRINTER, ((Tag.NAME, "printer-name", (b"A",)),)),
        (Group.PRINTER, ((Tag.NAME, "printer-name", (b"B",)),)),
    )
    read = answer(said)
    assert (read.status, read.message) == (0, "fine")
    assert [one["printer-name"] for one in read.group(Group.PRINTER)] == [("A",), ("B",)]


def test_words_with_a_language_are_read_without_it() -> None:
    value = b"\x00\x02en\x00\x05paper"
    said = ipp(0, (Group.PRINTER, ((Tag.TEXT_WITH_LANGUAGE, "info", (value,)),)))
    assert answer(said).group(Group.PRINTER) == [{"info": ("paper",)}]


def test_what_has_no_value_is_left_out() -> None:
    unknown = 0x12
    said = ipp(0, (Group.JOB, ((unknown, "job-state", (b"",)), (Tag.ENUM, "it", (number(9),)))))  # type: ignore[arg-type]
    assert answer(said).group(Group.JOB) == [{"it": (9,)}]


def test_an_answer_without_a_message_has_none() -> None:
    assert answer(ipp(0x0406)).message == ""
    assert answer(ipp(0x0406)).status == 0x0406


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x02\x00",
        b"\x02\x00\x00\x00\x00\x00\x00\x01",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x02\x21",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x02\x21\xff\xff",
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x02\x21\x00\x01a\x00\x02ab\x03",
    ],
)
def test_half_an_answer_is_none(data: bytes) -> None:
    with pytest.raises(NotIppError):
        answer(data)


@given(st.binary(max_size=300))
def test_no_bytes_at_all_do_harm(data: bytes) -> None:
    with contextlib.suppress(NotIppError):
        answer(struct.pack(">2sHI", b"\x02\x00", 0, 1) + data)
