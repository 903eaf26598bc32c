"""A section as a document: marks, lists, pictures, and the dots under explained words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument, QTextFormat

from reader.booklet.model import Figure, Passage, PassageKind, Run, Section
from reader.shelf.glossary import Term, TermFinder
from reader.shelf.term_places import TermPlace, first_places
from reader.ui.section_document import SectionDocument
from reader.ui.section_view import SectionView
from reader.ui.term_dots import paint_dots
from reader.ui.term_spans import cut_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks

TEA = Term("tea", "Tea", ("tea", "green tea"), "Leaves in water.")
CUP = Term("cup", "Cup", ("cup",), "You drink from it.")
FINDER = TermFinder([TEA, CUP])
HEADING = Passage("h", PassageKind.HEADING, (Run("All of it"),), level=2)
P, D = PassageKind.PARAGRAPH, PassageKind.DEFINITION


def section(*passages: Passage) -> Section:
    return Section("s", "All of it", (HEADING, *passages))


def build(
    looks: Looks, *passages: Passage, draw: Callable[[str], QImage | None] = lambda _: None
) -> SectionDocument:
    whole = section(*passages)
    return SectionDocument(whole, looks.look, 600, draw=draw, places=first_places(FINDER, whole))


def marked(made: SectionDocument) -> list[str]:
    """The words of each span, as they came to stand in the document."""
    found = []
    for span in made.spans:
        cursor = QTextCursor(made.document)
        cursor.setPosition(span.position)
        cursor.setPosition(span.position + span.length, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


@pytest.mark.parametrize(
    ("text", "at", "pieces"),
    [
        ("Some tea now", 0, ["Some ", "tea", " now"]),
        ("e tea now", 3, ["e ", "tea", " now"]),
        ("tea", 5, ["", "tea", ""]),
        ("te", 5, ["", "te", ""]),
        ("a now", 7, ["", "a", " now"]),
        ("Before", -10, ["Before"]),
        ("After", 20, ["After"]),
    ],
)
def test_text_is_cut_where_a_term_begins_and_ends(text: str, at: int, pieces: list[str]) -> None:
    place = TermPlace("p", 0, 5, 8, "tea", TEA)
    cut = list(cut_at([place], text, at))
    assert [words for words, _ in cut] == pieces
    assert [found for _, found in cut][1::2] == [place] * (len(pieces) // 2)


def test_terms_are_marked_over_runs_and_footnotes(looks: Looks) -> None:
    made = build(
        looks,
        Passage("p", P, (Run("Green "), Run("1", footnote="1"), Run("tea", strong=True))),
    )
    assert marked(made) == ["Green ", "tea"]
    assert {span.term for span in made.spans} == {"tea"}


def test_terms_are_marked_in_cells_and_definitions(looks: Looks) -> None:
    row = Passage("r", PassageKind.TABLE_ROW, cells=((Run("a"),), (Run("a cup"),)), group=1)
    head = Passage(
        "q", PassageKind.TABLE_ROW, cells=((Run("tea"),), (Run("b"),)), is_header=True, group=1
    )
    made = build(looks, head, row, Passage("d", D, (Run("of tea"),), term=(Run("Leaves"),)))
    assert marked(made) == ["cup", "tea"]


def test_a_definition_that_goes_on_has_no_colon(looks: Looks) -> None:
    made = build(
        looks,
        Passage("d", D, (Run("One."),), term=(Run("Leaves"),)),
        Passage("e", D, (Run("Two."),)),
    )
    assert made.document.toPlainText().splitlines()[1:3] == ["Leaves: One.", "Two."]


def test_a_bullet_is_no_larger_than_the_text(looks: Looks) -> None:
    made = build(looks, Passage("i", PassageKind.LIST_ITEM, (Run("One"),), level=1, marker="•"))
    block = made.document.begin().next()
    assert block.textList() is not None
    size = block.charFormat().property(QTextFormat.Property.FontPixelSize)
    assert size == looks.look.text_px


def test_a_picture_is_in_the_document_itself(looks: Looks) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    asked = []

    def draw(source: str) -> QImage:
        asked.append(source)
        return image

    figure = Passage("f", PassageKind.FIGURE, figure=Figure("figures/a.svg", "A cup"))
    made = build(looks, figure, draw=draw)
    assert asked == ["figures/a.svg"]
    kept = made.document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("figure:f"))
    assert kept == image
    assert "A cup" not in made.document.toPlainText()


def test_a_picture_that_cannot_be_drawn_is_told(looks: Looks) -> None:
    figure = Passage("f", PassageKind.FIGURE, figure=Figure("figures/a.svg", "A cup"))
    assert "A cup" in build(looks, figure).document.toPlainText()


def dots(looks: Looks, view: SectionView, top: int = 0) -> QImage:
    """The dots alone, on white."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    paint_dots(painter, view.document(), view._spans, looks.look, top)
    painter.end()
    return image


def inked(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not white."""
    data, stride = bytes(image.constBits()), image.bytesPerLine()
    rows = [data[y * stride : y * stride + 4 * image.width()] for y in range(image.height())]
    white = b"\xff" * len(rows[0])
    ys = [y for y, row in enumerate(rows) if row != white]
    xs = [x for y in ys for x in range(image.width()) if rows[y][4 * x : 4 * x + 4] != b"\xff" * 4]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.fixture
def view(looks: Looks, qtbot: QtBot) -> SectionView:
    made = SectionView(looks, FINDER)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.mark.parametrize("in_table", [False, True])
def test_dots_stand_under_the_word(looks: Looks, view: SectionView, in_table: bool) -> None:
    runs = (Run("Give me a "), Run("cup", strong=True), Run(" please."))
    if in_table:
        passage = Passage("p", PassageKind.TABLE_ROW, cells=((Run("x"),), runs), group=1)
    else:
        passage = Passage("p", P, runs)
    view.show_section(section(passage), Path())
    (span,) = view._spans
    cursor = QTextCursor(view.document())
    cursor.setPosition(span.position)
    begin = view.cursorRect(cursor)
    cursor.setPosition(span.position + span.length)
    end = view.cursorRect(cursor)
    left, top, right, bottom = inked(dots(looks, view))
    pen = looks.look.text_px * 0.13
    assert left == pytest.approx(begin.left(), abs=pen + 2)
    assert right == pytest.approx(end.left(), abs=pen + 4)
    baseline = begin.top() + 20
    assert baseline < top < bottom < baseline + looks.look.text_px * 0.45
    assert inked(dots(looks, view, 30))[1] == top - 30


def test_a_term_on_two_lines_has_dots_on_both(looks: Looks, view: SectionView) -> None:
    view.resize(120, 500)
    view.show_section(section(Passage("p", P, (Run("green tea"),))), Path())
    block = view.document().findBlock(view._spans[0].position)
    assert block.layout().lineCount() == 2
    _, top, _, bottom = inked(dots(looks, view))
    assert bottom - top > looks.look.text_px


def test_dots_out_of_view_cost_nothing(looks: Looks, view: SectionView) -> None:
    view.show_section(section(Passage("p", P, (Run("tea"),))), Path())
    image = dots(looks, view, 5000)
    assert set(bytes(image.constBits())) == {255}
