"""Words that are typed and not yet added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook.watching import Watch
from tests.notebook.making import Opener, look, make_older

if TYPE_CHECKING:
    from pathlib import Path

    from reader.notebook.notebook import Notebook


def test_at_first_there_is_none(notebook: Notebook) -> None:
    assert notebook.drafts.of("question") == ""


@pytest.mark.parametrize(
    ("typed", "kept"), [("Will it hurt", "Will it hurt"), (" a  ", " a  "), ("a\0\ud800", "a�")]
)
def test_a_draft_comes_back_as_it_was_typed(notebook: Notebook, typed: str, kept: str) -> None:
    notebook.drafts.keep("question", typed)
    assert notebook.drafts.of("question") == kept
    assert notebook.drafts.of("note") == ""


def test_only_the_newest_is_kept_and_nothing_once_it_is_done(opener: Opener, path: Path) -> None:
    notebook = opener(path)
    for text in ("W", "Wi", "Will"):
        notebook.drafts.keep("question", text)
    notebook.drafts.keep("note", "Other")
    notebook.close()
    assert look(path, "SELECT name, text FROM drafts ORDER BY name") == [
        ("note", "Other"),
        ("question", "Will"),
    ]
    again = opener(path)
    again.drafts.keep("question", "")
    again.drafts.keep("never", "")
    again.close()
    assert look(path, "SELECT name, text FROM drafts") == [("note", "Other")]


def test_typing_makes_no_search_stale(notebook: Notebook) -> None:
    watch = Watch.begin(notebook._store)
    assert watch is not None
    notebook.drafts.keep("question", "Will it hurt")
    assert not watch.has_changes


def test_a_notebook_from_before_there_were_drafts_takes_one(opener: Opener, path: Path) -> None:
    make_older(path, 1)
    notebook = opener(path)
    notebook.questions.add("Why?")
    notebook.drafts.keep("question", "And wh")
    notebook.close()
    again = opener(path)
    assert [one.text for one in again.questions.all()] == ["Why?"]
    assert again.drafts.of("question") == "And wh"
