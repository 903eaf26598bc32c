"""The parts of reading by sentence: places on the screen, the walk, dimming, pages in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.booklet.model import Passage, PassageKind, Run, Section
from reader.booklet.saying import Sentence, section_sentences
from reader.shelf.glossary import TermFinder
from reader.ui.controls_said import controls_said
from reader.ui.dimming import READABLE, READABLE_LINK, dimming, mixed
from reader.ui.sentence_bar import SentenceBar
from reader.ui.sentence_view import SentenceView
from reader.ui.sentence_walk import SentenceWalk
from reader.ui.theme import ORDER, contrast, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.shelf.shelf import Shelf
    from reader.ui.look import Looks

THEMES = Path(__file__).parents[2] / "resources" / "themes"
SENTENCES = [
    Sentence("a", "One.", 0, 4),
    Sentence("a", "Two.", 5, 9),
    Sentence("b", "Three.", 0, 6),
]


# ---- the walk


def test_a_walk_goes_to_its_ends_and_no_further() -> None:
    walk = SentenceWalk()
    moved: list[str] = []
    walk.moved.connect(lambda: moved.append(walk.current.text if walk.current else "-"))
    assert (walk.current, walk.is_first, walk.is_last, walk.step(1)) == (None, True, True, False)
    walk.open(SENTENCES)
    assert (walk.is_first, walk.is_last) == (True, False)
    assert [walk.step(1), walk.step(1), walk.step(1), walk.step(-1)] == [True, True, False, True]
    walk.close()
    walk.close()
    assert moved == ["One.", "Two.", "Three.", "Two.", "-"]


def test_a_walk_begins_in_a_passage() -> None:
    walk = SentenceWalk()
    walk.open(SENTENCES, "b")
    assert (walk.current, walk.is_last) == (SENTENCES[2], True)
    walk.open(SENTENCES, "no such")
    assert walk.current == SENTENCES[0]
    assert not walk.go_to("no such")


# ---- where sentences are


def shown(looks: Looks, qtbot: QtBot, *passages: Passage, width: int = 800) -> SentenceView:
    view = SentenceView(looks, TermFinder(()))
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.show()
    view.show_section(Section("s", "S", passages), Path())
    return view


def words_under(view: SentenceView) -> str:
    """What stands in the marked rectangles, read from the screen letter by letter."""
    found: list[str] = []
    for rect in view.sentence_rects():
        y = round(rect.center().y())
        start = view.cursorForPosition(QPoint(round(rect.left()) + 1, y))
        end = view.cursorForPosition(QPoint(round(rect.right()) - 1, y))
        start.setPosition(end.position(), start.MoveMode.KeepAnchor)
        found.append(start.selectedText().strip())
    return " ".join(found)


TEXT = "Tea is hot. It may be a while before you can drink it, so put it down. Then wait."


@pytest.mark.parametrize("width", [300, 800])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_marked_rectangles_hold_the_sentence(
    looks: Looks, qtbot: QtBot, width: int, index: int
) -> None:
    heading = Passage("h", PassageKind.HEADING, (Run("Tea"),), level=2)
    passage = Passage("p", PassageKind.PARAGRAPH, (Run(TEXT),))
    view = shown(looks, qtbot, heading, passage, width=width)
    sentence = section_sentences(Section("s", "S", (passage,)))[index]
    view.show_sentence(sentence, dim=False)
    assert words_under(view) == sentence.text


def test_the_mark_of_a_footnote_moves_what_follows(looks: Looks, qtbot: QtBot) -> None:
    runs = (Run("Tea is hot."), Run("12", footnote="12"), Run(" Take care. Sip it."))
    passage = Passage("p", PassageKind.PARAGRAPH, runs)
    view = shown(looks, qtbot, passage)
    for sentence in section_sentences(Section("s", "S", (passage,)))[1:]:
        view.show_sentence(sentence, dim=False)
        assert words_under(view) == sentence.text


def test_of_a_definition_and_a_list_the_words_are_marked(looks: Looks, qtbot: QtBot) -> None:
    definition = Passage("d", PassageKind.DEFINITION, (Run("Hot. Wet."),), term=(Run("Tea"),))
    item = Passage("i", PassageKind.LIST_ITEM, (Run("One. Two."),), level=1, marker="1.", group=1)
    view = shown(looks, qtbot, definition, item)
    for sentence in section_sentences(Section("s", "S", (definition, item))):
        view.show_sentence(sentence, dim=True)
        assert words_under(view) == sentence.text


def test_of_a_table_the_cell_is_marked_and_stacked_the_row(looks: Looks, qtbot: QtBot) -> None:
    heads = Passage(
        "h", PassageKind.TABLE_ROW, cells=((Run("A"),), (Run("B"),)), is_header=True, group=1
    )
    row = Passage("r", PassageKind.TABLE_ROW, cells=((Run("Tea"),), (Run("Hot."),)), group=1)
    sentences = section_sentences(Section("s", "S", (heads, row)))
    view = shown(looks, qtbot, heads, row)
    for sentence in sentences:
        view.show_sentence(sentence, dim=False)
        assert words_under(view) == sentence.text
    narrow = shown(looks, qtbot, heads, row, width=300)
    narrow.show_sentence(sentences[0], dim=False)
    (rect,) = narrow.sentence_rects()
    assert rect.height() > looks.look.text_px * 2


def test_no_sentence_of_the_booklets_is_without_its_place(
    looks: Looks, qtbot: QtBot, shelf: Shelf
) -> None:
    for booklet in shelf.read_all():
        view = shown(looks, qtbot)
        for section in booklet.sections:
            view.show_section(section, booklet.folder)
            for sentence in section_sentences(section):
                view.show_sentence(sentence, dim=False)
                rects = view.sentence_rects()
                assert rects, sentence
                assert all(rect.width() > 0 and rect.height() > 0 for rect in rects)


def test_a_sentence_of_no_passage_here_has_no_place(looks: Looks, qtbot: QtBot) -> None:
    view = shown(looks, qtbot, Passage("p", PassageKind.PARAGRAPH, (Run(TEXT),)))
    view.show_sentence(Sentence("gone", "Gone.", 0, 5), dim=True)
    assert view.sentence_rects() == ()
    view.grab()


def test_what_is_dimmed_is_less_dark_and_the_sentence_is_not(looks: Looks, qtbot: QtBot) -> None:
    passage = Passage("p", PassageKind.PARAGRAPH, (Run(TEXT),))
    view = shown(looks, qtbot, passage)
    sentences = section_sentences(Section("s", "S", (passage,)))

    def darkest(index: int, *, dim: bool) -> int:
        view.show_sentence(sentences[0], dim=dim)
        image = view.viewport().grab().toImage()
        view.show_sentence(sentences[index], dim=dim)
        rect = view.sentence_rects()[0].toRect().adjusted(8, 4, -8, -4)
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        )

    assert darkest(0, dim=True) == darkest(0, dim=False)
    assert darkest(1, dim=True) > darkest(1, dim=False) + 20


# ---- dimming


@pytest.mark.parametrize("theme_id", ORDER)
def test_what_is_dimmed_can_still_be_read(theme_id: str) -> None:
    theme = load_theme(THEMES, theme_id)
    part, ground = dimming(theme), theme.colours["ground"]
    assert 0.1 < part < 0.9
    assert contrast(mixed(theme.colours["ink"], ground, part), ground) >= READABLE
    assert contrast(mixed(theme.colours["accent"], ground, part), ground) >= READABLE_LINK
    more = part + 0.01
    ink = contrast(mixed(theme.colours["ink"], ground, more), ground)
    link = contrast(mixed(theme.colours["accent"], ground, more), ground)
    assert ink < READABLE or link < READABLE_LINK


def test_colours_are_mixed() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mixed("#102030", "#405060", 0) == "#102030"
    assert mixed("#102030", "#405060", 1) == "#405060"


# ---- a page in words


def test_a_page_is_said_in_the_order_of_the_keyboard(qtbot: QtBot) -> None:
    page = QWidget()
    page.setAccessibleName("Tea")
    column = QVBoxLayout(page)
    pour, name, sugar = QPushButton("Pour"), QLineEdit(), QCheckBox("Sugar")
    name.setAccessibleName("Your name")
    hidden, useless = QPushButton("Hidden"), QPushButton("Useless")
    for widget in (sugar, name, pour, hidden, useless):
        column.addWidget(widget)
    hidden.hide()
    useless.setEnabled(False)
    QWidget.setTabOrder(pour, name)
    QWidget.setTabOrder(name, sugar)
    qtbot.addWidget(page)
    page.show()
    assert controls_said(page) == [
        *("Tea.", "Button: Pour.", "To fill in: Your name.", "Sugar, not chosen.")
    ]
    sugar.setChecked(True)
    assert controls_said(page, "Coffee.")[0] == "Coffee."
    assert controls_said(page)[-1] == "Sugar, chosen."


def test_an_empty_page_is_said_by_its_name(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    assert controls_said(page, "Tea") == ["Tea."]
    assert controls_said(page) == []


# ---- the bar


def test_a_bar_that_is_too_narrow_for_all_leaves_out_what_comfort_has(
    looks: Looks, qtbot: QtBot
) -> None:
    from reader.ui.reading_aloud import Voice

    bar = SentenceBar(looks)
    qtbot.addWidget(bar)
    bar.show()
    bar.show_voice(Voice.READING)
    counts = []
    for width in (1400, 900, 600, 200):
        bar.resize(width, 60)
        counts.append(sum(not button.isHidden() for button in bar.controls()))
    assert counts[0] == 7
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 4
    bar.resize(1400, 60)
    bar.show_voice(Voice.SILENT)
    assert sum(not button.isHidden() for button in bar.controls()) == 4
