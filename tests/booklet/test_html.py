"""Booklets and sections as HTML pages."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.booklet.html import booklet_html, section_html
from reader.booklet.reading import read_booklet
from tests.booklet.making import PNG, SVG, section
from tests.booklet.pages import Element, parse_page

if TYPE_CHECKING:
    from tests.booklet.conftest import MakeFolder, ReadBody


def section_of(page: str, section_id: str = "why") -> Element:
    found = [
        each for each in parse_page(page).all("section") if each.attributes["id"] == section_id
    ]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("a **b** *c*", "p(a strong(b) em(c))"),
        ("***a***", "p(strong(em(a)))"),
        ("### Part\n\na", "h3(Part) p(a)"),
        ("- a\n- b", "ul(li(a) li(b))"),
        ("- a\n    - b\n        - c\n- d", "ul(li(a ul(li(b ul(li(c))))) li(d))"),
        ("1. a\n    - b\n    - c\n2. d", "ol(li(a ul(li(b) li(c))) li(d))"),
        ("- a\n    - b\n\n    c\n\n    - d", "ul(li(a ul(li(b)) p(c) ul(li(d))))"),
        ("- a\n\n    b", "ul(li(a p(b)))"),
        ("- a\n\n1. b", "ul(li(a)) ol(li(b))"),
        ("- a\n    - b\n    - c\n\nd", "ul(li(a ul(li(b) li(c)))) p(d)"),
        (
            "| A | B |\n|---|---|\n| c | **d** |\n| e | f |",
            "table(thead(tr(th(A) th(B))) tbody(tr(td(c) td(strong(d))) tr(td(e) td(f))))",
        ),
        ("Tea\n:   a\n\n    b\n\nCup\n:   c", "dl(dt(Tea) dd(a) dd(b) dt(Cup) dd(c))"),
        ("> [!note]\n> a\n>\n> - b", "aside(p(strong(Note)) p(a) ul(li(b)))"),
        ("> [!important]\n> 1. a\n>\n> - b", "aside(p(strong(Important)) ol(li(a)) ul(li(b)))"),
        (
            "> [!note]\n> a\n\n> [!note]\n> b",
            "aside(p(strong(Note)) p(a)) aside(p(strong(Note)) p(b))",
        ),
        ("a[^1]\n\n[^1]: b", "p(a sup(a(1))) ol(li(p(b) a(↩)))"),
        ("a[^1]\n\n[^1]: b\n\n    c", "p(a sup(a(1))) ol(li(p(b) p(c) a(↩)))"),
    ],
)
def test_blocks_are_nested(read: ReadBody, text: str, outline: str) -> None:
    page = section_of(booklet_html(read(section(text))))
    assert page.outline == f"section(h2(Why tea) {outline})"


def test_the_page_is_whole(read: ReadBody) -> None:
    page = booklet_html(read(section("Words.")))
    assert page.startswith("<!doctype html>\n")
    root = parse_page(page)
    (html,) = root.all("html")
    assert html.attributes == {"lang": "en-GB"}
    assert [each.text for each in root.all("title")] == ["All about tea"]
    assert [each.text for each in root.all("h1")] == ["All about tea"]
    assert root.all("meta")[0].attributes == {"charset": "utf-8"}
    header = root.all("header")[0].text
    assert "What to ask before you drink it" in header
    assert "Retells “Tea and you” by The Tea Board, version 2.6" in header
    assert "This retelling has not been checked by a doctor." in header


def test_a_reviewed_booklet_does_not_say_that_it_is_not(read: ReadBody) -> None:
    booklet = replace(read(section("Words.")), is_clinically_reviewed=True)
    assert "has not been checked" not in booklet_html(booklet)


def test_the_page_asks_for_nothing_from_anywhere(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)\n\n[web](https://www.example.org)"))
    (folder / "cup.svg").write_bytes(SVG)
    root = parse_page(booklet_html(read_booklet(folder)))
    policy = root.all("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"].startswith("default-src 'none'")
    for each in root.all():
        assert each.tag not in {"script", "link", "iframe", "object"}
        assert each.attributes.get("src", "data:").startswith("data:")


def test_every_id_is_there_once_and_every_anchor_has_its_target(read: ReadBody) -> None:
    body = section("Ask[^1][^1].\n\nAsk.\n\n- Ask [later](#later).\n\n[^1]: Note.") + section(
        "Ask [why](tea#why)[^1].\n\n[^1]: Note.", "## Later {#later}"
    )
    elements = parse_page(booklet_html(read(body))).all()
    ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    anchors = [each.attributes["href"] for each in elements if each.tag == "a"]
    assert len(anchors) == 7
    assert {anchor.removeprefix("#") for anchor in anchors} <= set(ids)


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("#later", "#later"),
        ("tea#later", "#later"),
        ("https://www.example.org/?a=1&b=2", "https://www.example.org/?a=1&b=2"),
        ("coffee#later", None),
        ("coffee", None),
        ("tea", None),
    ],
)
def test_links_lead_only_where_they_can(read: ReadBody, link: str, href: str | None) -> None:
    booklet = read(section(f"[words]({link})") + section("Two.", "## Later {#later}"))
    found = section_of(booklet_html(booklet))
    assert [each.attributes["href"] for each in found.all("a")] == ([href] if href else [])
    assert "words" in found.text


def test_a_section_is_a_page_of_its_own(read: ReadBody) -> None:
    booklet = read(section("[a](#later) [b](#why)") + section("Two.", "## Later {#later}"))
    root = parse_page(section_html(booklet, booklet.sections[0]))
    assert [each.text for each in root.all("title")] == ["Why tea – All about tea"]
    assert [each.attributes["id"] for each in root.all("section")] == ["why"]
    assert [each.attributes["href"] for each in root.all("a")] == ["#why"]


def test_a_numbered_list_keeps_its_first_number(read: ReadBody) -> None:
    found = section_of(booklet_html(read(section("4. a\n5. b\n\nWords.\n\n1. c"))))
    assert [each.attributes for each in found.all("ol")] == [{"start": "4"}, {}]


def test_heads_of_tables_have_a_scope(read: ReadBody) -> None:
    found = section_of(booklet_html(read(section("| A | B |\n|---|---|\n| c | d |"))))
    assert [each.attributes for each in found.all("th")] == [{"scope": "col"}] * 2


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [("cup.svg", SVG, "image/svg+xml"), ("cup.png", PNG, "image/png")],
)
def test_a_figure_is_inside_the_page(
    make_folder: MakeFolder, name: str, data: bytes, media_type: str
) -> None:
    folder = make_folder(section(f'![A "cup" & <saucer>]({name})'))
    (folder / name).write_bytes(data)
    found = section_of(booklet_html(read_booklet(folder)))
    (image,) = found.all("img")
    assert image.attributes == {
        "src": f"data:{media_type};base64,{b64encode(data).decode()}",
        "alt": 'A "cup" & <saucer>',
    }
    assert found.outline == 'section(h2(Why tea) figure(img() figcaption(A "cup" & <saucer>)))'


def test_a_figure_that_has_gone_leaves_its_words(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)"))
    (folder / "cup.svg").write_bytes(SVG)
    booklet = read_booklet(folder)
    (folder / "cup.svg").unlink()
    assert section_of(booklet_html(booklet)).outline == (
        "section(h2(Why tea) figure(figcaption(A cup)))"
    )


def test_the_full_text_of_a_figure_stands_below_it(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)"))
    (folder / "cup.svg").write_bytes(SVG)
    booklet = read_booklet(folder)
    (part,) = booklet.sections
    heading, passage = part.passages
    assert passage.figure is not None
    told = replace(passage, figure=replace(passage.figure, full_text="It is <empty>.\nIt is red."))
    page = section_html(booklet, replace(part, passages=(heading, told)))
    assert section_of(page).all("figcaption")[0].outline == (
        "figcaption(A cup p(It is <empty>.) p(It is red.))"
    )


def test_a_figure_is_light_and_in_any_letters(make_folder: MakeFolder) -> None:
    folder = make_folder(section("![A cup](cup.svg)"))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="Atkinson Hyperlegible">'
        '<text fill="role:accent">Tea</text></svg>'
    )
    (folder / "cup.svg").write_text(svg, encoding="utf-8")
    (image,) = section_of(booklet_html(read_booklet(folder))).all("img")
    shown = b64decode(image.attributes["src"].partition(",")[2]).decode()
    assert shown == (
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="Atkinson Hyperlegible, sans-serif">'
        '<text fill="#0A575C">Tea</text></svg>'
    )


def test_a_gated_section_is_folded_up(read: ReadBody) -> None:
    booklet = read(section("Eight months.", "## How long {#long gate=outlook}"))
    found = section_of(booklet_html(booklet), "long")
    (details,) = found.all("details")
    assert "Eight months." in details.text
    assert found.inside[1] == found.all("h2")[0]
    assert details.all("summary")[0].text.startswith("This part says how long people lived.")
