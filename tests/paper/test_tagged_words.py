"""The walk through the tags sees what the checker does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper.fonts import font_folder
from reader.paper.press import Press
from tests.paper.reading_back import faults
from tests.paper.tagged_words import headings, tagged, untagged_words

if TYPE_CHECKING:
    from pathlib import Path

START = """
#set document(title: "Words", date: none)
#set text(font: "Atkinson Hyperlegible", lang: "en")
#set list(marker: "•")
"""


def made(folder: Path, body: str) -> Press:
    (folder / "own.typ").write_text(START + body, encoding="utf-8")
    return Press(folder, font_folder())


def test_words_without_a_paragraph_are_found_though_the_checker_passes_them(
    tmp_path: Path,
) -> None:
    press = made(tmp_path, '= Words\n#block(text("Loose", weight: "bold"))\n#par(text("Held"))')
    pdf = press.typeset("own.typ", {})
    assert faults(pdf, tmp_path) == []
    assert untagged_words(tagged(pdf)) == ["Span: Loose"]


def test_headings_lists_and_words_come_in_order(tmp_path: Path) -> None:
    press = made(tmp_path, "= Ärger fi\n- One\n- Two\n  - Inner\n== Second\n#par[Last – “word”]")
    found = tagged(press.typeset("own.typ", {}))
    assert headings(found) == [(1, "Ärger fi"), (2, "Second")]
    assert [len(items) for items in found.lists()] == [3, 1]
    assert found.lists()[1] == ["Inner"]
    assert found.text.endswith("Last – “word”")
