"""``search``"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.commands import searching
from reader.shelf import index_image
from reader.shelf.index import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.running import Run


def test_what_is_found_is_said_with_where_it_is(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "search", "words", "tea")

    assert (done.status, done.err) == (0, "")
    assert done.out == "tea#why: Why tea (About tea)\n  Some words on tea, at the café.\n"


def test_a_program_is_told_the_same(run: Run, shelf: Path) -> None:
    shown = json.loads(run("--content", shelf, "show", "tea", "--as", "json").out)

    done = run("--content", shelf, "search", "cafe tea", "--json")

    assert json.loads(done.out) == [
        {
            "booklet": "tea",
            "title": "About tea",
            "section": "why",
            "section_title": "Why tea",
            "passage": shown["sections"][0]["passages"][1]["id"],
            "snippet": "Some words on tea, at the café.",
            "matches": ["tea", "café"],
        }
    ]


def test_letters_are_not_escaped_for_a_program(run: Run, shelf: Path) -> None:
    assert "café" in run("--content", shelf, "search", "cafe", "--json").out


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("2", 2), ("3", 2)])
def test_no_more_than_asked_for(run: Run, shelf: Path, limit: str, count: int) -> None:
    done = run("--content", shelf, "search", "some", "--limit", limit, "--json")

    assert len(json.loads(done.out)) == count


def test_letrozole_is_found_in_the_program_s_booklets(run: Run) -> None:
    hits = json.loads(run("search", "letrozole", "--json", "--limit", "1000").out)
    shown = [
        json.loads(run("show", each, "--as", "json").out) for each in ("recurrence", "surgery")
    ]

    said = {
        passage["id"]
        for booklet in shown
        for section in booklet["sections"]
        for passage in section["passages"]
        if "letrozole" in passage["text"].lower()
    }
    assert {hit["passage"] for hit in hits} == said != set()


@pytest.mark.parametrize("words", [["coffee"], ["fifty", "days"]])
def test_nothing_found_is_no_answer(run: Run, shelf: Path, words: list[str]) -> None:
    done = run("--content", shelf, "search", *words)

    assert (done.status, done.out) == (1, "")
    assert done.err == f"Nothing in the booklets says “{' '.join(words)}”.\n"
    assert json.loads(run("--content", shelf, "search", *words, "--json").out) == []


@pytest.mark.parametrize("words", ["", " ", "…", '"'])
def test_no_word_is_wrong_use(run: Run, words: str) -> None:
    done = run("search", words)

    assert (done.status, done.out) == (2, "")
    assert done.err == "There is no word to look for. Write one after “search”.\n"


def test_the_index_is_kept_in_the_cache_and_used_again(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("search", "letrozole")
    assert [path.name for path in data.rglob("*") if path.is_file()] == ["search.index"]

    def build(*_: object) -> object:
        raise AssertionError

    monkeypatch.setattr(index_image, "build", build)

    assert run("search", "letrozole") == first


def test_other_content_does_not_disturb_the_kept_index(run: Run, data: Path, shelf: Path) -> None:
    run("--content", shelf, "search", "tea")

    assert not data.exists()


def test_a_damaged_index_is_no_matter(run: Run, data: Path) -> None:
    first = run("search", "letrozole")
    (data / "cache" / "search.index").write_bytes(b"damaged")

    again = run("search", "letrozole")

    assert again == first
    assert again.err == ""


def test_a_booklet_broken_inside_does_not_hide_the_others(run: Run, shelf: Path) -> None:
    with (shelf / "milk" / "booklet.md").open("a", encoding="utf-8") as file:
        file.write("\n#### Too deep\n")

    hits = json.loads(run("--content", shelf, "search", "some", "--json").out)

    assert [hit["booklet"] for hit in hits] == ["tea"]


def test_the_index_is_closed(run: Run, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    class Watched(SearchIndex):
        def close(self) -> None:
            closed.append(self._connection is not None)
            super().close()

    monkeypatch.setattr(searching, "SearchIndex", Watched)

    run("--content", shelf, "search", "tea")

    assert closed[-1:] == [True]
