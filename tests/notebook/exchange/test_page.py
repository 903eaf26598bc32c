"""The HTML page: whole, self-contained, readable by a screen reader, and safe."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from reader.notebook.exchange.forms import Form, written
from reader.notebook.exchange.markdown import DAMAGED, EMPTY
from reader.notebook.exchange.page import embedded_json, to_page
from reader.notebook.exchange.writings import Writings
from reader.notebook.model import Mark, MarkKind
from tests.notebook.exchange.samples import NAMES, NOW, SAMPLE, WHY, texts
from tests.notebook.making import START

VOID = {"meta"}


class Page(HTMLParser):
    """What stands in a page: its tags with their attributes, and the words people see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1] not in ("script", "style"):
            self.words.append((self._open[-1], data))


def page_of(writings: Writings) -> Page:
    return Page(written(writings, Form.HTML, NAMES, NOW))


def test_headings_and_words_in_order() -> None:
    page = page_of(SAMPLE)
    headings = [words for words in page.words if words[0] in ("h1", "h2", "h3")]
    assert headings == [
        ("h1", "My notes and questions"),
        ("h2", "Questions"),
        ("h3", "Second opinion, Thursday 3 December, 2.30pm"),
        ("h3", "First visit, in May"),
        ("h2", "About tea"),
        ("h3", "Why tea"),
        ("h2", "A booklet that was not here (milk)"),
        ("h3", "A part that has another name now"),
    ]
    said = [words for _tag, words in page.words]
    assert "Ask Anna.\n\n1. *Milk* <first>?" in said
    assert "Answer: Nobody knows." in said
    assert ("blockquote", "warms you.") in page.words


def test_it_needs_nothing_else() -> None:
    page = page_of(SAMPLE)
    for _tag, attributes in page.tags:
        assert not {"src", "href", "srcset", "onclick", "style"} & set(attributes)
    tags = [tag for tag, _ in page.tags]
    assert not {"img", "link", "iframe", "a", "base", "form", "object"} & set(tags)
    policies = [found.get("content") for tag, found in page.tags if tag == "meta"]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies


def test_a_screen_reader_knows_its_language_title_and_parts() -> None:
    page = page_of(SAMPLE)
    assert page.tags[0] == ("html", {"lang": "en-GB"})
    tags = [tag for tag, _ in page.tags]
    assert tags.count("main") == tags.count("h1") == tags.count("title") == 1
    assert tags.count("article") == 6
    assert all(found["datetime"] for tag, found in page.tags if tag == "time")


def test_nothing_and_damage_are_said() -> None:
    assert ("p", EMPTY) in page_of(Writings()).words
    mark = Mark("m", MarkKind.NOTE, WHY, "x", START, START, is_whole=False)
    assert ("p", DAMAGED) in page_of(Writings((mark,))).words


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_no_words_can_become_a_tag(text: str, quote: str) -> None:
    hostile = f"{text}</script></p><script>alert(1)</script><!--"
    place = WHY.__class__("tea", "1", "why", "p", 0, 0, f"{quote}<img src=x>")
    mark = Mark("m", MarkKind.NOTE, place, hostile, START, START)
    page = written(Writings((mark,)), Form.HTML, NAMES, NOW)
    tags = [tag for tag, _ in Page(page).tags]
    assert tags.count("script") == 1
    assert "img" not in tags


@pytest.mark.parametrize("page", ["", "<html>", '<script type="application/ld+json">{}</script>'])
def test_a_page_of_somebody_else_has_no_data(page: str) -> None:
    assert embedded_json(page) is None


def test_data_that_was_cut_off_is_none() -> None:
    whole = to_page((), "today", "{}")
    assert embedded_json(whole) == "\n{}"
    assert embedded_json(whole[: whole.index("{}")]) is None
