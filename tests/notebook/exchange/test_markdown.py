"""Markdown that says what was written, whatever signs are in it."""

from __future__ import annotations

import html
import re
from datetime import UTC, timedelta, timezone

import markdown
import pytest
from hypothesis import given, settings

from reader.notebook.exchange.forms import Form, written
from reader.notebook.exchange.markdown import EMPTY, escaped
from reader.notebook.exchange.writings import Writings
from tests.notebook.exchange.samples import NAMES, NOW, SAMPLE, texts

EXPECTED = """\
# My notes and questions

Saved from Booklet Reader on 21 November 2026.

## Questions

### Second opinion, Thursday 3 December, 2.30pm

**One of the three that matter most. Not answered yet.** (20 November 2026)

Why me?

**One of the three that matter most. Not answered yet. From About tea, Why tea.** (20 November 2026)

> Tea warms you.

What of this?

### First visit, in May

**One of the three that matter most. Answered in part.** (20 November 2026)

Why me?

Answer:

Nobody knows.

## About tea

### Why tea

**Bookmark** (20 November 2026)

> Tea warms you.

**Highlight** (20 November 2026)

> warms you.

## A booklet that was not here \\(milk\\)

### A part that has another name now

**Note** (20 November 2026)

> Milk is white.

Ask Anna.

1\\. \\*Milk\\* &lt;first&gt;?
"""


def test_the_sample() -> None:
    assert written(SAMPLE, Form.MARKDOWN, NAMES, NOW) == EXPECTED


def test_nothing() -> None:
    assert EMPTY in written(Writings(), Form.MARKDOWN, NAMES, NOW)


def test_days_are_those_of_the_reader() -> None:
    zone = timezone(timedelta(hours=-12))
    found = written(SAMPLE, Form.MARKDOWN, NAMES, NOW.astimezone(zone))
    assert "on 20 November 2026" in found
    assert "(19 November 2026)" in found
    assert "(20 November 2026)" in written(SAMPLE, Form.MARKDOWN, NAMES, NOW.astimezone(UTC))


@pytest.mark.parametrize(
    "line",
    [
        "# x", "- x", "+ x", "1. x", "12) x", "> x", "    x", "===", "---", "* * *", "[x]: y",
        "![x](y)", "<b>x</b>", "&amp;", "`x`", "a_b_c", "~~x~~", "|a|b|", "\\", "http://x", ": x",
        "```", "2026.",
    ],
)  # fmt: skip
def test_signs_are_signs(line: str) -> None:
    assert shown(escaped(line)) == " ".join(line.split())


@settings(max_examples=300)
@given(texts)
def test_any_line_is_shown_as_it_is(text: str) -> None:
    text = text.replace("\x02", "").replace("\x03", "")  # Python-Markdown's own signs
    line = " ".join(text.split())
    assert shown(escaped(line)) == line


def shown(source: str) -> str:
    """What a reader sees of Markdown of one line."""
    made = markdown.markdown(source, extensions=["tables", "fenced_code", "def_list"])
    assert re.fullmatch(r"(<p>.*</p>)?", made, re.DOTALL), made
    assert "<" not in made.removeprefix("<p>").removesuffix("</p>")
    return html.unescape(made.removeprefix("<p>").removesuffix("</p>"))
