"""Where commands speak."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reader.commands.console import Console, console_on

if TYPE_CHECKING:
    import pytest


def test_results_and_words_for_people_go_their_own_ways(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err)

    console.say("result")
    console.say("whole lines\n")
    console.tell("for people")
    console.flush()

    assert out.getvalue() == "result\nwhole lines\n"
    assert err.getvalue() == "for people\n"
    assert capsys.readouterr() == ("", "")


def test_data_is_written_as_it_is_read() -> None:
    out = io.StringIO()

    Console(out, out).say_json({"words": "café", "none": None})

    assert out.getvalue() == '{\n  "words": "café",\n  "none": null\n}\n'


def test_any_locale_gets_utf_8() -> None:
    raw = io.BytesIO()
    console = console_on(io.TextIOWrapper(raw, encoding="ascii"), None)

    console.say("café \udcff")
    console.flush()

    assert raw.getvalue() == "café \\udcff\n".encode()


def test_without_streams_words_go_nowhere() -> None:
    console = console_on(None, None)

    console.say("words")
    console.tell("words")
    console.flush()

    assert console.out is not console.err
