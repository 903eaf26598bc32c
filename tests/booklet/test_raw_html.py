"""Whatever a booklet says, no markup of its own reaches a page, and nothing crashes or hangs."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from reader.booklet.errors import BookletError
from reader.booklet.html import booklet_html
from reader.booklet.reading import read_booklet
from reader.booklet.text import booklet_text
from tests.booklet.making import FRONT, section
from tests.booklet.pages import parse_page
from tests.grids import first

if TYPE_CHECKING:
    from tests.booklet.conftest import MakeFolder, ReadBody

SECONDS = 2.0

TAGS = frozenset((
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2",
    "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td",
    "aside", "strong", "em", "a", "sup", "figure", "img", "figcaption", "details", "summary",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "role", "aria-label",
    "href", "src", "alt", "scope", "start", "value",
))  # fmt: skip

RAW = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example>",
    "<img src=x onerror=alert(1)>",
    "<img src=/dev/zero>",
    '"><svg onload=alert(1)>',
    "<iframe src='file:///etc/passwd'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>body{display:none}</style>",
    "x <!-- <b> -->",
    "<![CDATA[<b>x</b>]]>",
    "<?php echo 1 ?>",
    "</section></main></body>",
    "<table><tr><td>",
    "&lt;script&gt;&#60;b&#62;&#x3c;b&#x3e;",
    "<b\nclass=x>bold</b>",
    "<<b>>x<</b>>",
    "<details open ontoggle=alert(1)>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content=0>",
    "<plaintext>",
    "<textarea>",
    "wzxhzdk:0 klzzwxh:0000",
    "{{7+7}} ${7+7} #{7+7}",
]
PLACES = [
    "{}",
    "words {} words",
    "- {}",
    "- one\n    - {}",
    "1. {}",
    "**{}**",
    "| A | {} |\n|---|---|\n| {} | d |",
    "Term {}\n:   {}",
    "> [!note]\n> {}",
    "### {}",
    "Words[^1].\n\n[^1]: {}",
    "[{}](#why)",
]


def written(page: str) -> str:
    """The words of a page; fails when a tag or attribute is there that we never write."""
    root = parse_page(page)
    for each in root.all():
        assert each.tag in TAGS
        assert each.attributes.keys() <= ATTRIBUTES
        assert not each.attributes.get("href", "").lower().startswith(("javascript:", "file:"))
    return root.text


CASES = [
    (raw, place)
    for raw in RAW
    for place in PLACES
    if "\n" not in raw and not ("[" in raw and "](" in place)  # no brackets in a link's words
]


@pytest.mark.parametrize(("raw", "place"), CASES)
def test_raw_html_is_shown_as_letters(read: ReadBody, raw: str, place: str) -> None:
    booklet = read(section(place.format(*[raw] * place.count("{}"))))
    assert raw in "\n".join(part.text for part in booklet.sections)
    assert raw in written(booklet_html(booklet))
    assert raw in booklet_text(booklet)


def test_raw_html_over_two_lines(read: ReadBody) -> None:
    booklet = read(section("<b\nclass=x>bold</b>"))
    assert booklet.sections[0].passages[1].text == "<b class=x>bold</b>"
    assert "<b class=x>bold</b>" in written(booklet_html(booklet))


def test_raw_html_in_title_and_source(make_folder: MakeFolder) -> None:
    front = FRONT.replace("All about tea", "<b>Tea</b>").replace("The Tea Board", "<i>Board</i>")
    folder = make_folder(section("Words.", "## <u>Why</u> {#why}"), front=front)
    page = written(booklet_html(read_booklet(folder)))
    assert all(raw in page for raw in ("<b>Tea</b>", "<i>Board</i>", "<u>Why</u>"))


PIECES = [
    *RAW, "word", "two words", " ", "\n", "\n\n", "\n\n", "\n- ", "\n    - ", "\n1. ", "**", "*",
    "_", "[", "]", "(", ")", "](#why)", "[a](#why)", "![", "!", "\n> ", "\n> [!note]\n> ", "| ",
    "|---|", "\n|", "\n:   ", "\n### ", "#", "[^1]", "\n[^1]: ", "\\", "`", "<https://a.org>",
    "\u00a0", "é", "\U0001f600", "\n    ", "\n<!-- facts: R-1 -->\n", "---", "===", "&", "~~~",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_random_booklets_are_read_or_refused(make_folder: MakeFolder, seed: int) -> None:
    chance = random.Random(seed)
    outcomes = set()
    for _ in range(25):
        pieces = chance.choices(PIECES, k=chance.randint(1, 14))
        folder = make_folder(section("Start. " + "".join(pieces)))
        try:
            booklet = read_booklet(folder)
        except BookletError as error:
            outcomes.add("refused" if error.problem else "refused without a word")
        else:
            written(booklet_html(booklet))
            outcomes.add("read")
    assert outcomes == {"read", "refused"}


FLOODS = {
    "emphasis": f"{'*a*b' * 190}\n\n",
    "underscores": f"x{'_*' * 190}\n\n",
    "links": f"{'[a](#why) ' * 900}\n\n",
    "addresses": f"{'<https://www.example.org/> ' * 300}\n\n",
    "open addresses": f"{'<https://' * 1000}\n\n",
    "backslashes": "\\" * 9_000 + "\n\n",
    "angle brackets": f"{'<' * 9_000}\n\n",
    "raw tags": f"{'<a ' * 3_000}\n\n",
    "comments": f"x {'<!--' * 2_000}\n\n",
    "entities": f"{'&amp;' * 1_800}\n\n",
    "round brackets": f"{'(' * 9_000}\n\n",
    "exclamation marks": f"{'!' * 9_000}\n\n",
    "bars": f"{'x| ' * 3_000}\n\n",
    "list items": "- [" + "- a\n" * 290 + "\n",
    "zigzag lists": "\n".join(f"{'    ' * (n % 12)}- a" for n in range(290)) + "\n\n",
    "definitions": "T\n" + ":   x\n" * 290 + "\n",
    "tables": "| a | b |\n|---|---|\n" + "| *x* | _y_ |\n" * 200 + "\n",
    "boxes": "> [!note]\n>\n> x\n>\n" * 70 + "\n",
    "headings": "### a\n\n",
    "single letters": "a\n\n",
    "combining marks": "\u0301" * 4_000 + "\n\n",
    "digits": "1" * 9_000 + "\n\n",
    "dashes": "x" + "-" * 9_000 + "\n\n",
    "spaces": "x" + " " * 9_000 + "x\n\n",
}


@pytest.mark.parametrize(
    "name", first(FLOODS, ["zigzag lists", "definitions", "combining marks", "spaces"])
)
def test_a_booklet_full_of_one_thing_is_answered_in_time(
    make_folder: MakeFolder, name: str
) -> None:
    """Whether it is read or refused does not matter here: that it takes under two seconds does."""
    flood = FLOODS[name]
    times = min(250_000 // len(flood.encode()), 7_900 // flood.count("\n"))
    folder = make_folder(section(flood * times))
    assert (folder / "booklet.md").stat().st_size > 10_000
    began = time.process_time()
    try:
        words = read_booklet(folder).word_count
    except BookletError as error:
        words = error.line
    assert time.process_time() - began < SECONDS
    assert words
