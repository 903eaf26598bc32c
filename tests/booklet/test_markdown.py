"""The parser: what is off, and that one section leaves nothing for the next."""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET

import markdown
import pytest

from reader.booklet.blocks import as_blocks, callout_head, first_words, joined
from reader.booklet.markdown import FOOTNOTE_TAG, MarkdownParser
from reader.booklet.model import Run


def shape(parser: MarkdownParser, text: str) -> str:
    return "".join(ET.tostring(part, encoding="unicode") for part in parser.tree(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`a`", "<p>`a`</p>"),
        ("<b>a</b> &amp;", "<p>&lt;b&gt;a&lt;/b&gt; &amp;amp;</p>"),
        ("<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>"),
        ("[a][b] ![c][d] <a@example.org>", "<p>[a][b] ![c][d] &lt;a@example.org&gt;</p>"),
        ("a\n### b\nc", "<p>a</p><h3>b</h3><p>c</p>"),
        ("- a\n\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("3. a", '<ol start="3"><li>a</li></ol>'),
        ("[a](#b)", '<p><a href="#b">a</a></p>'),
        (r"[a](b\_c)", '<p><a href="b_c">a</a></p>'),
        ("![a](b.svg)", '<p><img src="b.svg" alt="a" /></p>'),
        (r"![a \* b](c\_d.svg)", '<p><img src="c_d.svg" alt="a * b" /></p>'),
        ("///Footnotes Go Here///", "<p>///Footnotes Go Here///</p>"),
    ],
)
def test_blocks_and_marks(text: str, expected: str) -> None:
    assert shape(MarkdownParser(), text) == expected


def test_a_footnote_follows_the_blocks() -> None:
    tree = MarkdownParser().tree(["a[^x]", "", "[^x]: b", "", "    *c*"])
    assert [part.tag for part in tree] == ["p", FOOTNOTE_TAG]
    assert tree[1].get("id") == "x"
    assert [(part.tag, "".join(part.itertext())) for part in tree[1]] == [("p", "b"), ("p", "c")]


def test_nothing_is_left_for_the_next_section() -> None:
    parser = MarkdownParser()
    parser.tree(["a[^x] **open [^y", "", "[^x]: b"])
    assert shape(parser, "c[^x] d**") == shape(MarkdownParser(), "c[^x] d**")


def test_bare_words_of_an_item_become_paragraphs() -> None:
    item = ET.fromstring("<li>a <b>b</b> c<ul><li>d</li></ul> <p>e</p>f</li>")
    assert [(part.tag, "".join(part.itertext())) for part in as_blocks(item)] == [
        ("p", "a b c"),
        ("ul", "d"),
        ("p", "e"),
        ("p", "f"),
    ]
    assert as_blocks(ET.fromstring("<li> \n </li>")) == []


@pytest.mark.parametrize(
    ("source", "kind", "rest"),
    [
        ("<p>[!note]\nA <em>b</em></p>", "note", "\nA b"),
        ("<p>[!note]</p>", "note", ""),
        ("<p>[!note A</p>", "", "[!note A"),
        ("<p>A [!note]</p>", "", "A [!note]"),
        ("<ul><li>[!note]</li></ul>", "", "[!note]"),
    ],
)
def test_the_head_of_a_box(source: str, kind: str, rest: str) -> None:
    found, without = callout_head(ET.fromstring(source))
    assert (found, "".join(without.itertext())) == (kind, rest)


def test_small_helpers() -> None:
    assert first_words(ET.fromstring("<p> <b/>\n a\nb</p>")) == "a"
    assert first_words(ET.fromstring("<p/>")) == ""
    assert joined([(Run("a"),), (Run("b"), Run("c"))]) == (Run("a"), Run(", "), Run("b"), Run("c"))
    assert joined([]) == ()


@pytest.mark.parametrize("flood", ["[" * 2_000, "[a](b" * 1_000, "![" * 1_000])
def test_floods_that_hold_up_the_library_do_not_hold_up_ours(flood: str) -> None:
    """The library as it comes is the control: if it is fast, this test proves nothing."""
    began = time.process_time()
    markdown.markdown(flood)
    library = time.process_time() - began
    began = time.process_time()
    MarkdownParser().tree([flood])
    ours = time.process_time() - began
    assert library > 10 * ours
