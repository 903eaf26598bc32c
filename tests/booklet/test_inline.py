"""Inline marks, and the runs they become."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from reader.booklet.model import Run, Runs
from tests.booklet.making import section

if TYPE_CHECKING:
    from tests.booklet.conftest import ReadBody

WEB = "https://www.example.org/a_b_c"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", strong=True), Run(" c"))),
        ("a *b* c", (Run("a "), Run("b", emphasis=True), Run(" c"))),
        ("_a_ __b__", (Run("a", emphasis=True), Run(" "), Run("b", strong=True))),
        ("***a***", (Run("a", strong=True, emphasis=True),)),
        ("**a *b* c**", (
            Run("a ", strong=True), Run("b", strong=True, emphasis=True), Run(" c", strong=True))),
        ("**a****b**", (Run("ab", strong=True),)),
        ("[a](#why)", (Run("a", link="#why"),)),
        ("[a **b**](coffee#x).", (
            Run("a ", link="coffee#x"), Run("b", strong=True, link="coffee#x"), Run("."))),
        ("**[a](coffee)**", (Run("a", strong=True, link="coffee"),)),
        (f"see [a]({WEB})", (Run("see "), Run("a", link=WEB))),
        (f"<{WEB}>", (Run(WEB, link=WEB),)),
        ("[a](#why)[b](#why)", (Run("ab", link="#why"),)),
        ("[a](#why) [b](#why)", (Run("a", link="#why"), Run(" "), Run("b", link="#why"))),
        ("[two\nlines](#why)", (Run("two lines", link="#why"),)),
        (r"[a\]b](#why)", (Run("a]b", link="#why"),)),
        ("a  \n  **b**  \n c", (Run("a "), Run("b", strong=True), Run(" c"))),
        ("a ** b", (Run("a ** b"),)),
        ("*a", (Run("*a"),)),
        ("(see [a](#why))", (Run("(see "), Run("a", link="#why"), Run(")"))),
    ],
)  # fmt: skip
def test_marks_become_runs(read: ReadBody, text: str, runs: Runs) -> None:
    assert read(section(text)).sections[0].passages[1].runs == runs


@pytest.mark.parametrize("text", ["a", "a **b** ", "**a **b", "- *a* ", "a\n\n    "])
def test_no_run_is_empty_and_none_begins_or_ends_with_space(read: ReadBody, text: str) -> None:
    for passage in read(section(text)).sections[0].passages:
        assert all(run.text for run in passage.runs)
        assert passage.text == " ".join(passage.text.split())


def test_neighbours_differ(read: ReadBody) -> None:
    runs = read(section("a **b** **c** *d* e f")).sections[0].passages[1].runs
    looks = [(run.strong, run.emphasis) for run in runs]
    assert all(one != other for one, other in pairwise(looks))
