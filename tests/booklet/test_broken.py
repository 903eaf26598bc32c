"""Booklets that break a rule, made by code: each gets its one sentence, at its line."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from reader.booklet.errors import BookletError
from reader.booklet.reading import read_booklet
from tests.booklet.making import BODY_LINE, FRONT, PNG, SVG, section

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.booklet.conftest import MakeFolder

GOOD = FRONT + section("Words.")
FIRST = BODY_LINE + 2
"""The line of the first words in a ``section``."""
SECONDS = 2.0


@dataclass(frozen=True)
class Broken:
    """A ``booklet.md`` and the files beside it; what is said of them, and at which line."""

    name: str
    data: bytes | str
    line: int
    problem: str
    files: Mapping[str, bytes] = field(default_factory=dict)


def front(name: str, old: str, new: str, line: int, problem: str) -> Broken:
    """A good booklet with ``old`` in the front matter made ``new``."""
    assert FRONT.count(old) == 1, old
    return Broken(name, GOOD.replace(old, new), line, problem)


def body(name: str, text: str, line: int, problem: str, **files: bytes) -> Broken:
    """A section of ``text``; ``line`` counts from 1 in it."""
    named = {f"figures/{key.replace('_', '.')}": value for key, value in files.items()}
    return Broken(name, FRONT + section(text), FIRST + line - 1, problem, named)


def heading(name: str, text: str, problem: str) -> Broken:
    """A section under the heading ``text``."""
    return Broken(name, FRONT + section("Words.", text), BODY_LINE, problem)


ALONE = "A picture must stand alone between empty lines, like ![What it shows](figures/name.svg)."
LINK = "This link cannot be read. Write it like [words](#section) or [words](https://…)."
SCHEMES = "are not allowed. Use #section, booklet#section or https://."
MONTH = "must be a month in quotation marks, like “2026-11”."
TABLE = "A table needs a head, then a line like |---|---|, then rows; nothing before it."
BRACKETS = "More than 12 square brackets are open here. Close them."
PARAGRAPH = "A paragraph has 10,000 characters at most. Split this one."
DEEP = "This is nested deeper than 12 levels. Make the list flatter."
RULE = "Lines of dashes, stars or equals signs are not used. Take this line out."
NOT_TOML = 'The front matter is not TOML here. Write key = "text", one key a line.'
PLACE = "cannot stand here. Give it a place of its own, without spaces before it."
NO_ID = "This section has no id. Write its heading like “## Title {#id}”."
BAD_ID = "A section's id must be small letters, digits and hyphens, like “second-opinion”."
UNREADABLE = "This heading cannot be read. Write it like “## Title {#id}”."
OUTSIDE = "A picture's path stays inside the booklet's folder, like figures/name.svg."
EMPTY_ITEM = "This list item has no words. Write some, or take it out."

FILES = [
    Broken("empty", "", 1, "The file is empty. Begin it with a front matter between +++ lines."),
    Broken("blank", " \n\n\t\n", 1,
           "The file is empty. Begin it with a front matter between +++ lines."),
    Broken("latin 1", GOOD.replace("Words", "Caf\u00e9").encode("latin-1"), FIRST,
           "This is not UTF-8 text. Save the file as UTF-8."),
    Broken("utf 16", GOOD.encode("utf-16"), 1, "This is not UTF-8 text. Save the file as UTF-8."),
    Broken("byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), 1,
           "The file begins with a byte order mark. Save it as UTF-8 without one."),
    Broken("a picture", PNG, 1, "This is not UTF-8 text. Save the file as UTF-8."),
    Broken("nul", GOOD.replace("Words", "Wo\0rds"), FIRST,
           "The character U+0000 must not stand in a booklet. Take it out."),
    Broken("control character", GOOD.replace("Words", "Wo\x1brds"), FIRST,
           "The character U+001B must not stand in a booklet. Take it out."),
    Broken("lone carriage return", GOOD.replace("Words", "Wo\rrds"), FIRST,
           "The character U+000D must not stand in a booklet. Take it out."),
    Broken("bidi override", GOOD.replace("Words", "Wo\u202erds"), FIRST,
           "The character U+202E must not stand in a booklet. Take it out."),
    Broken("line separator", GOOD.replace("All about", "All\u2028about"), 4,
           "The character U+2028 must not stand in a booklet. Take it out."),
    Broken("300 kB", GOOD + "More words.\n\n" * 25_000, 0,
           "The file is larger than 256 kB. Split it into two booklets."),
    Broken("too many lines", GOOD + "a\n\n" * 5_000, 8_001,
           "The file has more than 8,000 lines. Split it into two booklets."),
    Broken("no front matter", section("Words."), 1,
           "The file has no front matter. Begin it with a line that says only +++."),
    Broken("front matter in YAML", "---\nid: tea\n---\n", 1,
           "The file has no front matter. Begin it with a line that says only +++."),
    Broken("front matter not closed", GOOD.replace("\n+++\n", "\n"), 1,
           "The front matter is never closed. End it with a line that says only +++."),
]  # fmt: skip

FRONTS = [
    front("not toml", 'cover = "teal"', "cover = teal", 8, NOT_TOML),
    front("key twice", 'cover = "teal"', 'id = "tea"', 8, NOT_TOML),
    front("nested for ever", 'cover = "teal"', f"cover = {'[' * 1900}", 1, NOT_TOML),
    front("a key of thousands of parts", 'cover = "teal"', "a." * 4000 + "a = 1", 8,
          "A line here has 2,000 characters at most. Shorten it."),
    front("a long front matter", 'cover = "teal"', f"# {'a' * 1990}\n" * 11, 1,
          "A front matter has 20,000 characters at most. Shorten it."),
    front("a dotted key", 'cover = "teal"', "a." * 900 + "a = 1", 8,
          "The key “a” is not known. Known here: format, id, title, summary, language, "
          "edition, cover, clinically_reviewed, source."),
    front("endless number", "format = 1", f"format = {'9' * 1900}", 2,
          "“format” must be 1, the one this program reads."),
    front("unknown key", 'cover = "teal"', 'colour = "teal"', 8,
          "The key “colour” is not known. Known here: format, id, title, summary, language, "
          "edition, cover, clinically_reviewed, source."),
    front("unknown key of the source", 'publisher = "The Tea Board"', 'author = "A"', 13,
          "The key “author” is not known. Known here: title, publisher, edition, updated, "
          "review_due, reviewers."),
    front("unknown table", "[source]", "[origin]", 11,
          "The key “origin” is not known. Known here: format, id, title, summary, language, "
          "edition, cover, clinically_reviewed, source."),
    front("missing key", 'title = "All about tea"\n', "", 1,
          "The key “title” is missing. Add it to the front matter."),
    front("missing key of the source", 'updated = "2022-08"\n', "", 11,
          "The key “updated” is missing. Add it to [source]."),
    front("another format", "format = 1", "format = 2", 2,
          "“format” must be 1, the one this program reads."),
    front("format as text", "format = 1", 'format = "1"', 2,
          "“format” must be a whole number, without quotation marks."),
    front("format as truth", "format = 1", "format = true", 2,
          "“format” must be a whole number, without quotation marks."),
    front("title a number", 'title = "All about tea"', "title = 7", 4,
          "“title” must be text in quotation marks."),
    front("title empty", 'title = "All about tea"', 'title = " "', 4,
          "“title” is empty. Write what it should say."),
    front("title long", "All about tea", "tea " * 80, 4,
          "“title” is longer than 300 characters. Shorten it."),
    front("title of two lines", "All about tea", "All\\nabout", 4,
          "“title” must be one line without control characters."),
    front("title with an escaped override", "All about tea", "All \\u202e about", 4,
          "“title” must be one line without control characters."),
    front("reviewed as text", "clinically_reviewed = false", 'clinically_reviewed = "no"', 9,
          "“clinically_reviewed” must be true or false, without quotation marks."),
    front("reviewers as text", '["Dr A. Leaf", "Dr B. Pot"]', '"Dr A. Leaf"', 17,
          "“reviewers” must be a list of texts, like [\"Dr A. Name\"]."),
    front("a reviewer who is a number", '["Dr A. Leaf", "Dr B. Pot"]', "[7]", 17,
          "“reviewers” must be a list of texts, like [\"Dr A. Name\"]."),
    front("source as text", "[source]", 'source = "Tea"\n[other]', 12,
          "The key “other” is not known. Known here: format, id, title, summary, language, "
          "edition, cover, clinically_reviewed, source."),
    front("an edition that is no month", 'edition = "2026-11"', 'edition = "2026-13"', 7,
          f"“edition” {MONTH}"),
    front("an edition in words", 'edition = "2026-11"', 'edition = "November"', 7,
          f"“edition” {MONTH}"),
    front("an edition that is a date", 'edition = "2026-11"', "edition = 2026-11-01", 7,
          f"“edition” {MONTH}"),
    front("a review that is no month", 'review_due = "2024-08"', 'review_due = "2024-8"', 16,
          f"“review_due” {MONTH}"),
    front("id with capitals", 'id = "tea"', 'id = "Tea"', 3,
          "“id” must be small letters, digits and hyphens, like “second-opinion”."),
    front("id that is a path", 'id = "tea"', 'id = "../tea"', 3,
          "“id” must be small letters, digits and hyphens, like “second-opinion”."),
    front("unknown cover", 'cover = "teal"', 'cover = "pink"', 8,
          "“cover” must be one of teal, plum, slate, ochre."),
    front("language in words", 'language = "en-GB"', 'language = "English"', 6,
          "“language” must be a language code, like “en-GB”."),
]  # fmt: skip

SECTIONS = [
    Broken("no section", FRONT, BODY_LINE,
           "The booklet has no section. Begin one with “## Title {#id}”."),
    Broken("words before the first section", FRONT + "Words.\n\n" + section("More."), BODY_LINE,
           "Words stand before the first section. Begin with “## Title {#id}”."),
    Broken("only a sub-heading", FRONT + "### Part\n\nWords.", BODY_LINE,
           "Words stand before the first section. Begin with “## Title {#id}”."),
    Broken("empty section", FRONT + "## A {#a}\n\n<!-- facts: R-1 -->\n\n" + section("Words."),
           BODY_LINE, "The section “a” has no words. Write some, or take it out."),
    Broken("id twice", FRONT + section("One.") + section("Two."), BODY_LINE + 3,
           f"The section id “why” is used on line {BODY_LINE}. Choose another."),
    heading("no id", "## Why tea", NO_ID),
    heading("id without #", "## Why tea {why}", NO_ID),
    heading("empty braces", "## Why tea {}", NO_ID),
    heading("bad id", "## Why tea {#Why}", BAD_ID),
    heading("section id that is a path", "## Why tea {#../why}", BAD_ID),
    heading("no title", "## {#why}", UNREADABLE),
    heading("no space", "##Why {#why}", UNREADABLE),
    heading("braces not closed", "## Why {#why", UNREADABLE),
    heading("words after the braces", "## Why {#why} tea", UNREADABLE),
    heading("marks in a title", "## Why *tea* {#why}",
            "A section's title is plain words. Take * ` [ ] and \\ out of it."),
    heading("unknown gate", "## Why {#why gate=survival}",
            "The gate “survival” is not known. Write gate=outlook, or take it out."),
    heading("unknown mark", "## Why {#why door=outlook}",
            "“door=outlook” is not known in a heading. Only #id and gate=outlook are."),
    body("comment not closed", "<!-- hidden\n\nWords.", 1,
         "This comment is never closed. End it with -->."),
    body("words after a comment", "<!-- hidden --> Words.", 1,
         "A comment has its lines to itself. Put other words on their own line."),
    body("facts that are none", "Words.\n\n<!-- facts: R-1 ten -->", 3,
         "“ten” is not the id of a fact. Write it like R-10."),
]  # fmt: skip

BLOCKS = [
    body("one #", "Words.\n\n# Title", 3,
         "Headings begin with ## or ###. To begin a line with #, write \\#."),
    body("four #", "#### Title\n\nWords.", 1,
         "### is the deepest heading. Take away the # signs above three."),
    body("heading without words", "###\n\nWords.", 1,
         "A heading needs a space and words after ###."),
    body("heading without space", "###Part\n\nWords.", 1,
         "A heading needs a space and words after ###."),
    body("sub-heading with an id", "### Part {#part}\n\nWords.", 1,
         "Only ## headings have an id. Take the {#…} away."),
    body("heading in a list", "- one\n- # two", 2,
         "A heading begins its line, outside any list. For #, write \\#."),
    body("indented heading", "Words.\n\n ### Part", 3,
         "A heading begins its line, outside any list. For #, write \\#."),
    body("heading in a box", "> [!note]\n> ### Part", 2, f"A heading {PLACE}"),
    body("fenced code", "```\ncode\n```", 1,
         "Code blocks have no place in a booklet. Write plain paragraphs."),
    body("fenced code with tildes", "Words.\n\n~~~", 3,
         "Code blocks have no place in a booklet. Write plain paragraphs."),
    body("indented code", "Words.\n\n    print()", 3, f"An indented paragraph {PLACE}"),
    body("inline code", "Type `this`.", 1,
         "Text in ` signs has no place in a booklet. Take the ` signs away."),
    body("rule", "Words.\n\n---\n\nMore.", 3, RULE),
    body("rule of stars", "Words.\n\n* * *", 3, RULE),
    body("underlined heading", "Title\n=====", 2, RULE),
    body("underlined heading with dashes", "Title\n--", 2, RULE),
    body("list nested 40 deep", "\n".join(f"{'    ' * n}- a" for n in range(40)), 13, DEEP),
    body("list nested 40 deep on a line", "- " * 40 + "a", 1, DEEP),
    body("boxes nested 40 deep", ">" * 40 + " a", 1, DEEP),
    body("list without an empty line", "Ask:\n- one", 2,
         "A list needs an empty line before it. Put one above this line."),
    body("list nested by two spaces", "- one\n  - two", 2,
         "Indent a list inside a list by four spaces more, no less and no deeper."),
    body("list nested by eight spaces", "- one\n        - two", 2,
         "Indent a list inside a list by four spaces more, no less and no deeper."),
    body("bullets and numbers mixed", "- one\n1. two", 2,
         "Bullets and numbers are mixed in one list. Put an empty line between them."),
    body("two marks on a line", "- - one", 1, "Two list marks stand on one line. Keep one."),
    body("item without words", "- one\n-\n- two", 2, EMPTY_ITEM),
    body("paragraph indented by two", "- one\n\n  more", 3,
         "This line is indented by 2. Use none, or four for each level of a list."),
    body("table in a list", "- one\n\n    | A | B |\n    |---|---|\n    | c | d |", 3,
         "A row of a table must begin and end with |."),
    body("table of 1,000 rows", "| A | B |\n|---|---|\n" + "| c | d |\n" * 1000, 203,
         "A table has 200 rows at most. Split this one."),
    body("table of 201 rows", "| A | B |\n|---|---|\n" + "| c | d |\n" * 201, 203,
         "A table has 200 rows at most. Split this one."),
    body("table without a separator", "| A | B |\n| c | d |", 1, TABLE),
    body("table without rows", "| A | B |\n|---|---|", 1, TABLE),
    body("table after words", "Words:\n| A | B |\n|---|---|\n| c | d |", 1, TABLE),
    body("table without outer bars", "A | B\n---|---\nc | d", 1,
         "A row of a table must begin and end with |."),
    body("row with a cell too many", "| A | B |\n|---|---|\n| c | d | e |", 3,
         "The head has 2 cells and this row 3. Make them equal."),
    body("row with a cell too few", "| A | B |\n|---|---|\n| c |", 3,
         "The head has 2 cells and this row 1. Make them equal."),
    body("empty row", "| A | B |\n|---|---|\n| | |", 3,
         "This row of the table is empty. Fill it, or take it out."),
    body("box without a kind", "> Words.", 1,
         "A box must begin with a line > [!note] or > [!important]."),
    body("unknown box", "Words.\n\n> [!danger]\n> Words.", 3,
         "The box [!danger] is not known. Write [!note] or [!important]."),
    body("empty box", "> [!note]", 1, "This box has no words. Write some, or take it out."),
    body("empty box before another", "> [!note]\n\n> [!note]\n> Words.", 1,
         "This box has no words. Write some, or take it out."),
    body("box in a box", "> [!note]\n> > [!note]\n> > Words.", 2,
         "A box cannot stand in a box. Take one > away."),
    body("box in a list", "- > [!note]", 1, "A box cannot stand in a list. Put it after the list."),
    body("box indented", "- one\n\n    > [!note]", 3,
         "A box begins its lines with >. Take away the spaces before."),
    body("box that trails off", "> [!note]\n> One\ntwo.", 3,
         "Is this still in the box? Begin it with >, or put an empty line before it."),
    body("table in a box", "> [!note]\n>\n> | A | B |\n> |---|---|\n> | c | d |", 3,
         f"A table {PLACE}"),
    body("list in a definition", "Tea\n:   - one", 2, f"A list {PLACE}"),
    body("footnote without text", "One.\n\nTwo[^1].", 3,
         "The footnote [^1] has no text here. Add “[^1]: Words” below."),
    body("footnote that nothing points at", "One.\n\n[^1]: Note.", 3,
         "Nothing points at the footnote [^1]. Put [^1] in the text."),
    body("footnote written twice", "One[^1].\n\n[^1]: Note.\n\n[^1]: More.", 5,
         "The footnote [^1] is written twice. Keep one."),
    body("footnote right after words", "One[^1].\n[^1]: Note.", 2,
         "A footnote's text must begin its line, with an empty line before it."),
    body("footnote with an odd name", "One[^a b].\n\n[^a b]: Note.", 1,
         "A footnote is named by letters, digits and hyphens, like [^1]."),
    body("empty footnote", "One[^1].\n\n[^1]:\n", 3,
         "This footnote has no words. Write some, or take it out."),
    body("list in a footnote", "One[^1].\n\n[^1]: Ask\n\n    - one", 5, f"A list {PLACE}"),
    body("101 footnote marks", "[^1] " * 101, 1,
         "A section has 100 footnote marks at most. Use fewer."),
    body("address apart", "See [the web][1].\n\n[1]: https://www.example.org", 3,
         "Write an address right after its words: [words](https://…)."),
]  # fmt: skip

INLINE = [
    body("javascript link", "Words.\n\nSee [a](javascript:alert%281%29).", 3,
         f"Links with “javascript:” {SCHEMES}"),
    body("file link", "[a](file:///etc/passwd)", 1, f"Links with “file:” {SCHEMES}"),
    body("http link", "[a](http://www.example.org)", 1, f"Links with “http:” {SCHEMES}"),
    body("data link", "[a](data:text/html,x)", 1, f"Links with “data:” {SCHEMES}"),
    body("mailto link", "[a](mailto:a@example.org)", 1, f"Links with “mailto:” {SCHEMES}"),
    body("bare address of another kind", "One.\n\n<ftp://example.org>", 3,
         f"Links with “ftp:” {SCHEMES}"),
    body("link to no section", "One.\n\n- [a](#never)", 3,
         "There is no section “never” in this booklet. Correct the link."),
    body("link to no section of itself", "[a](tea#never)", 1,
         "There is no section “never” in this booklet. Correct the link."),
    body("link to a file", "[a](../other/booklet.md)", 1,
         "“../other/booklet.md” cannot be linked to. Use #section, booklet#section or https://."),
    body("link without address", "[a]()", 1,
         "This link has no address. Write one in the round brackets."),
    body("link without words", "[](#why)", 1,
         "This link has no words. Write some in the square brackets."),
    body("link with a title", 'One\ntwo [a](#why "b").', 2, LINK),
    body("link with a space", "[a](#why not)", 1, LINK),
    body("link not closed", "[a](#why", 1, LINK),
    body("link in a link", "[a [b](#why) c](#why)", 1, LINK),
    body("picture in a paragraph", "See ![a](figures/a.svg) here.", 1, ALONE, a_svg=SVG),
    body("picture right after words", "See\n![a](figures/a.svg)", 2, ALONE, a_svg=SVG),
    body("picture in a list", "- ![a](figures/a.svg)", 1, ALONE, a_svg=SVG),
    body("picture in a table", "| A | B |\n|---|---|\n| ![a](figures/a.svg) | c |", 3, ALONE,
         a_svg=SVG),
    body("picture in a link", "[![a](figures/a.svg)](#why)", 1, LINK, a_svg=SVG),
    body("picture without words", "One.\n\n![](figures/a.svg)", 3,
         "This picture has no words. Say in the square brackets what it shows.", a_svg=SVG),
    body("picture that is missing", "One.\n\n![a](figures/b.svg)", 3,
         "There is no picture “figures/b.svg” in this folder. Add it, or correct the name."),
    body("picture outside the folder", "![a](../a.svg)", 1, OUTSIDE),
    body("picture /dev/zero", "![a](/dev/zero)", 1, OUTSIDE),
    body("picture on the web", "![a](https://www.example.org/a.png)", 1, OUTSIDE),
    body("picture of another kind", "![a](figures/a.gif)", 1,
         "A picture must be an .svg or a .png file. Save it as one of them.", a_gif=b"GIF89a"),
    body("svg named png", "![a](figures/a.png)", 1,
         "“figures/a.png” is not a PNG picture, whatever its name says. Save it as one.",
         a_png=SVG),
    body("20,000 characters on a line", "word " * 4000, 1,
         "A line has 10,000 characters at most. Split the paragraph."),
    body("20,000 characters in a paragraph", "word word word\n" * 1400, 301,
         "More than 300 lines follow each other. Put empty lines between."),
    body("20,000 characters on 200 lines", f"{'word ' * 20}\n" * 200, 101, PARAGRAPH),
    body("50,000 [ on one line", "[" * 50_000, 1,
         "A line has 10,000 characters at most. Split the paragraph."),
    body("50,000 [ over many lines", f"{'[' * 100}\n" * 500, 100, PARAGRAPH),
    body("50,000 [ over many paragraphs", f"{'[' * 5000}\n\n" * 10, -1,
         "A booklet has 20,000 signs * _ [ and \\ at most. Take some out."),
    body("10,000 [ in a paragraph", "[" * 9_990, 1, BRACKETS),
    body("a flood of ![", "![" * 4_000, 1, BRACKETS),
    body("a flood of ](", "](" * 4_000, 1, LINK),
    body("a flood of stars", "*a " * 3_000, 1,
         "A paragraph has 400 signs * and _ at most. Take some out."),
    body("a flood of stars over many paragraphs", f"{'*a _b ' * 100}\n\n" * 101, -1,
         "A booklet has 20,000 signs * _ [ and \\ at most. Take some out."),
]  # fmt: skip

ALL = [*FILES, *FRONTS, *SECTIONS, *BLOCKS, *INLINE]


@pytest.mark.parametrize("broken", [pytest.param(each, id=each.name) for each in ALL])
def test_a_broken_booklet_gets_its_sentence(tmp_path: Path, broken: Broken) -> None:
    folder = tmp_path / "tea"
    for name, data in {"booklet.md": broken.data, **broken.files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    began = time.process_time()
    with pytest.raises(BookletError) as caught:
        read_booklet(folder)
    assert time.process_time() - began < SECONDS
    assert (caught.value.problem, caught.value.line) == (broken.problem, broken.line)
    assert caught.value.path == folder / "booklet.md"


def test_there_are_at_least_forty_and_none_twice() -> None:
    names = [broken.name for broken in ALL]
    assert len(names) == len(set(names)) >= 40


@pytest.mark.parametrize("broken", [pytest.param(each, id=each.name) for each in ALL])
def test_every_sentence_is_plain_and_says_how_to_mend(broken: Broken) -> None:
    assert broken.problem.endswith((".", "="))
    assert broken.problem[0].isupper() or broken.problem[0] in "“#"
    assert len(broken.problem) < 200


def message(folder: Path) -> str:
    with pytest.raises(BookletError) as caught:
        read_booklet(folder)
    return str(caught.value)


def test_a_folder_without_a_booklet(tmp_path: Path) -> None:
    (tmp_path / "tea").mkdir()
    expected = "There is no booklet.md in this folder. Put the booklet's text there."
    assert message(tmp_path / "tea") == f"booklet.md in “tea”: {expected}"
    assert message(tmp_path / "never") == f"booklet.md in “never”: {expected}"


@pytest.mark.parametrize("target", ["/dev/zero", "real.md", "nowhere"])
def test_a_link_in_place_of_the_file(tmp_path: Path, target: str) -> None:
    (tmp_path / "real.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "booklet.md").symlink_to(target)
    assert message(tmp_path).endswith(
        ": booklet.md is not a file of its own. Put the text itself here, not a link."
    )


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "booklet.md").mkdir()
    assert "booklet.md is not a file of its own." in message(tmp_path)


def test_a_pipe_in_place_of_the_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "booklet.md")
    assert "booklet.md is not a file of its own." in message(tmp_path)


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "tea").write_text("Words.", encoding="utf-8")
    assert message(tmp_path / "tea") == (
        "booklet.md in “tea”: The file cannot be read (Not a directory). Check who may open it."
    )


def test_a_file_that_may_not_be_read(
    make_folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder(section("Words."))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert message(folder) == (
        "booklet.md in “tea”: The file cannot be read (Permission denied). Check who may open it."
    )


def test_a_symbolic_link_as_a_picture(make_folder: MakeFolder) -> None:
    folder = make_folder(section("One.\n\n![A cup](cup.svg)"))
    (folder / "cup.svg").symlink_to("/dev/zero")
    assert message(folder) == (
        f"booklet.md in “tea”, line {FIRST + 2}: “cup.svg” is a link to another place. "
        "Put the picture itself in the folder."
    )
