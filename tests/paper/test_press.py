"""The press: words stay words, the same words give the same bytes, every failure has a name."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from reader.paper.errors import FontsMissingError, TypesettingError
from reader.paper.fonts import BOLD, REGULAR, font_folder
from reader.paper.press import Picture, Press, clean_data
from tests.paper.conftest import TEMPLATES
from tests.paper.reading_back import embedded_fonts, faults, page_texts, text_of
from tests.paper.samples import SVG

if TYPE_CHECKING:
    from pathlib import Path

    from reader.paper.pdf import Pdf

TEMPLATE = """
#let doc = json(bytes(sys.inputs.at("doc")))
#set document(title: doc.title, date: none)
#set text(font: "Atkinson Hyperlegible", lang: "en")
#heading(level: 1, text(doc.title))
#for line in doc.lines { par(text(line)) }
#if doc.has-replaced { par(text("replaced")) }
#let pictures = json(bytes(sys.inputs.at("pictures")))
#for (format, data) in pictures { image(bytes(data), format: format, alt: "A picture") }
"""


@pytest.fixture
def own(tmp_path: Path) -> Press:
    """A press with one small template."""
    (tmp_path / "own.typ").write_text(TEMPLATE, encoding="utf-8")
    return Press(tmp_path, font_folder())


def made(press: Press, *lines: str) -> Pdf:
    return press.typeset("own.typ", {"title": "Words", "lines": [*lines]})


def test_importing_what_paper_has_loads_neither_typesetter_nor_qt() -> None:
    names = [
        path.stem
        for path in (TEMPLATES.parents[1] / "reader" / "paper").glob("*.py")
        if path.stem != "__init__"
    ]
    imports = "; ".join(f"import reader.paper.{name}" for name in sorted(names))
    code = (
        f"import sys; {imports}; "
        "print(sorted({'typst', 'PySide6', 'markdown', 'segno'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "line",
    [
        '#eval("1+1")',
        "$x^2$",
        "*bold* _slanted_ `code`",
        "@label <label>",
        "// comment",
        "/* comment */ after",
        '#read("/etc/passwd")',
        "= Heading",
        "- item",
        "[brackets] {braces} ]",
        "back\\slash \\u{41}",
        "“quoted” 'and' \"plain\" -- --- ...",
        "~ tilde",
        '"},{"',
    ],
)
def test_words_are_never_read_as_markup(line: str, own: Press) -> None:
    assert text_of(made(own, line)) == f"Words {line}"


def test_the_same_words_give_the_same_bytes(own: Press) -> None:
    again = Press(own._templates, font_folder())
    assert made(own, "One").data == made(own, "One").data == made(again, "One").data
    assert made(own, "One").data != made(own, "Two").data


def test_only_our_letters_are_embedded(own: Press) -> None:
    assert embedded_fonts(made(own, "Words")) == {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
    }


@pytest.mark.parametrize("count", [1, 60, pytest.param(3000, marks=pytest.mark.system)])
def test_pages_are_counted(count: int, own: Press) -> None:
    pdf = made(own, *["Line"] * count)
    assert pdf.pages == len(page_texts(pdf)) >= count // 60


def test_a_title_that_looks_like_a_page_is_not_counted(own: Press) -> None:
    title = "1 0 obj\n<</Type/Pages/Count 9\n<</Type/Page"
    assert own.typeset("own.typ", {"title": title, "lines": []}).pages == 1


def test_what_cannot_be_printed_is_replaced_named_once_and_the_sheet_is_told(own: Press) -> None:
    pdf = made(own, "a 😀 b", "c 😀 d", "αβ")
    assert text_of(pdf) == "Words a [?] b c [?] d [?] replaced"
    assert pdf.replaced == ("😀", "α", "β")


def test_a_character_that_gets_past_the_table_is_replaced_too(
    own: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.__dict__["coverage"] = own.coverage | {ord("😀"), ord("中")}
    pdf = made(own, "a 😀 b 中")
    assert text_of(pdf) == "Words a [?] b [?] replaced"
    assert pdf.replaced == ("😀", "中")


def test_a_flood_of_such_characters_ends_in_a_named_error(own: Press) -> None:
    hidden = "αβγδεζηθικλ"
    own.__dict__["coverage"] = own.coverage | set(map(ord, hidden))
    with pytest.raises(TypesettingError, match="could not be set out"):
        made(own, *hidden)


def test_a_picture_is_printed(own: Press, tmp_path: Path) -> None:
    picture = Picture("svg", SVG.encode())
    pdf = own.typeset("own.typ", {"title": "Words", "lines": []}, [picture])
    assert "Six months" in text_of(pdf)
    assert faults(pdf, tmp_path) == []


@pytest.mark.parametrize(
    ("picture", "problem"),
    [(Picture("svg", b"no picture"), "SVG"), (Picture("png", b"\x89PNG\r\n\x1a\n"), "image")],
)
def test_a_broken_picture_is_a_named_error(picture: Picture, problem: str, own: Press) -> None:
    with pytest.raises(TypesettingError) as caught:
        own.typeset("own.typ", {"title": "Words", "lines": []}, [picture])
    assert problem in caught.value.problem
    assert caught.value.template == "own.typ"


def test_a_missing_template_is_a_named_error(own: Press) -> None:
    with pytest.raises(TypesettingError) as caught:
        own.typeset("none.typ", {})
    assert caught.value.template == "none.typ"
    assert "Nothing you wrote was lost" in str(caught.value)


def test_a_template_that_breaks_the_standard_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "untitled.typ").write_text("= No title", encoding="utf-8")
    with pytest.raises(TypesettingError, match="title"):
        Press(tmp_path, font_folder()).typeset("untitled.typ", {})


def test_a_template_cannot_read_outside_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "templates"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (inside / "own.typ").write_text('#read("../secret.txt")', encoding="utf-8")
    with pytest.raises(TypesettingError, match="escape"):
        Press(inside, font_folder()).typeset("own.typ", {})


def test_missing_fonts_are_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(FontsMissingError) as caught:
        Press(TEMPLATES, tmp_path).typeset("sheet.typ", {})
    assert caught.value.folder == tmp_path


def test_another_font_under_our_name_is_not_used(tmp_path: Path) -> None:
    for name in (REGULAR, BOLD):
        data = (font_folder() / name).read_bytes()
        other = "Atkinson".encode("utf-16-be"), "Somebody".encode("utf-16-be")
        (tmp_path / name).write_bytes(
            data.replace(*other).replace(b"Atkinson Hyper", b"Somebody Hyper")
        )
    with pytest.raises(FontsMissingError):
        Press(TEMPLATES, tmp_path).typeset("sheet.typ", {})


def test_one_press_serves_several_threads(own: Press) -> None:
    lines = [f"Question {number}" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        pdfs = list(pool.map(lambda line: made(own, line), lines))
    assert [text_of(pdf) for pdf in pdfs] == [f"Words {line}" for line in lines]


def test_data_is_cleaned_however_deep_it_lies(coverage: frozenset[int]) -> None:
    data = {"a": ["x\tα", {"b": "y\x00"}], "n": 3, "none": None, "yes": True}
    cleaned, replaced = clean_data(data, coverage)
    assert cleaned == {"a": ["x [?]", {"b": "y"}], "n": 3, "none": None, "yes": True}
    assert replaced == ("α",)


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.typ")), ids=lambda path: path.name)
class TestTemplates:
    def test_nothing_is_fetched_and_nothing_outside_is_read(self, template: Path) -> None:
        text = template.read_text(encoding="utf-8")
        assert "@" not in text
        assert re.findall(r'#(?:import|include)\s+"([^"]*)"', text) == (
            [] if template.name in {"base.typ", "fold.typ"} else ["base.typ"]
        )
        assert not re.search(r"\b(?:read|plugin|eval)\(", text)

    def test_nothing_is_slanted_underlined_or_in_capitals(self, template: Path) -> None:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\b(?:italic|oblique|emph|underline|upper|smallcaps)\b", text)

    def test_no_words_of_ours_are_hidden_in_it(self, template: Path) -> None:
        text = re.sub(r"//.*", "", template.read_text(encoding="utf-8"))
        spaced = [found for found in re.findall(r'"([^"\n]*)"', text) if " " in found.strip()]
        assert spaced == ["Atkinson Hyperlegible"][: len(spaced)]
