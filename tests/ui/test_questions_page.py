"""Tests of ui.questions_page with real clicks and keys: the list before the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.notebook.errors import EmptyTextError, NotSavedError, Trouble
from reader.ui.controls import Rank
from reader.ui.ends import is_at_end
from reader.ui.history import PageName, Stop
from tests.ui.asking import HERE, Asker, full_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.notebook.notebook import Notebook
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks

FIVE = ("One?", "Two?", "Three?", "Four?", "Five?")


@pytest.fixture
def asker(
    qtbot: QtBot,
    looks: Looks,
    notebook: Notebook,
    shelf: Shelf,
    keeper: Keeper,
    dressed: Callable[[QWidget], QWidget],
) -> Asker:
    made = Asker(qtbot, looks, notebook, shelf, keeper)
    dressed(made.window)
    return made.open()


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


# ---- what is shown


def test_with_no_question_there_is_an_invitation_and_no_heading_for_a_list(asker: Asker) -> None:
    assert asker.page.empty.isVisible()
    assert "The three that matter most" not in words_on(asker.page)
    assert "If there is time" not in words_on(asker.page)
    assert asker.has("own-question")


def test_the_invitation_leads_to_the_ideas_and_to_the_field(asker: Asker) -> None:
    asker.press("write-own")
    assert asker.focused() == "own-question"
    asker.press("see-ideas")
    assert asker.focused() == "add-different-advice"


@pytest.mark.parametrize(("count", "has_rest"), [(1, False), (3, False), (4, True), (5, True)])
def test_the_first_three_stand_apart_and_numbers_run_on(
    asker: Asker, count: int, has_rest: bool
) -> None:
    asker.ask(*FIVE[:count])
    assert asker.shown() == [f"{n} {text}" for n, text in enumerate(FIVE[:count], 1)]
    seen = words_on(asker.page)
    assert "The three that matter most" in seen
    assert ("If there is time" in seen) is has_rest
    assert not asker.page.empty.isVisible()


def test_a_question_begins_over_where_it_comes_from_at_every_size(
    asker: Asker, looks: Looks
) -> None:
    row = asker.page.list.rows[asker.ask(*FIVE)[0].id]
    for size in (1.0, 2.0, 1.0, 4.0, 1.0):
        looks.change(size=size)
        asker.settle()
        assert row.text.x() == row.origin.x(), size


def test_the_fourth_question_is_under_the_second_heading(asker: Asker) -> None:
    rows = [asker.page.list.rows[one.id] for one in asker.ask(*FIVE)]
    heading = asker.page.list.rest_heading
    asker.settle()
    y = heading.mapTo(asker.window, heading.rect().topLeft()).y()
    above = [row.mapTo(asker.window, row.rect().topLeft()).y() < y for row in rows]
    assert above == [True, True, True, False, False]


@pytest.mark.parametrize(("count", "is_said"), [(10, False), (11, True)])
def test_past_ten_questions_there_is_a_gentle_word(asker: Asker, count: int, is_said: bool) -> None:
    asker.ask(*(f"Question {n}?" for n in range(count)))
    said = [text for text in words_on(asker.page) if text.startswith(f"You have {count} questions")]
    assert bool(said) is is_said


def test_each_row_says_where_its_question_comes_from(asker: Asker) -> None:
    asker.notebook.questions.add("Taken over?", HERE, "an-idea")
    asker.notebook.questions.add("About a passage?", HERE)
    asker.notebook.questions.add("Out of my head?")
    asker.page.refresh()
    origins = [row.origin.text() for row in asker.page.list.rows.values()]
    assert origins == ["From “Questions to ask”", "My own · from “Questions to ask”", "My own"]


def test_only_rows_below_the_three_offer_to_be_one_of_them(asker: Asker) -> None:
    asked = asker.ask(*FIVE)
    assert [asker.has(f"top-{one.id}") for one in asked] == [False, False, False, True, True]


def test_every_control_of_a_row_has_a_name_that_says_which_question(asker: Asker) -> None:
    asked = asker.ask(*FIVE)
    row = asker.page.list.rows[asked[3].id]
    assert row.up.accessibleName() == "Move question 4 up"
    assert row.down.accessibleName() == "Move question 4 down"
    assert row.top.accessibleName() == "Make question 4 one of my three"
    assert row.more.accessibleName() == "More for question 4"
    assert row.up.accessibleDescription() == "Four?"
    asker.press(f"up-{asked[3].id}")
    assert row.up.accessibleName() == "Move question 3 up"


def test_there_is_one_primary_button(asker: Asker) -> None:
    (asked,) = asker.ask("Mine?")
    asker.press(f"more-{asked.id}")
    asker.press(f"change-{asked.id}")
    asker.find(f"words-{asked.id}")
    buttons = [one for one in asker.window.findChildren(object) if hasattr(one, "rank")]
    assert [one.objectName() for one in buttons if one.rank is Rank.PRIMARY] == ["print-sheet"]


# ---- adding


@pytest.mark.parametrize("how", ["button", "Enter"])
def test_an_own_question_is_added_and_the_field_is_ready_for_the_next(
    asker: Asker, how: str
) -> None:
    asker.type("own-question", "  Who do I ring?  ")
    if how == "button":
        asker.press("add-own")
    else:
        asker.key("own-question", Qt.Key.Key_Return)
    assert asker.texts() == ["Who do I ring?"]
    assert asker.shown() == ["1 Who do I ring?"]
    assert asker.page.own.field.text() == ""
    assert asker.focused() == "own-question"
    assert asker.counts[-1] == 1


@pytest.mark.parametrize("written", ["", "   "])
def test_with_nothing_written_there_is_nothing_to_add_and_it_says_so(
    asker: Asker, written: str
) -> None:
    asker.type("own-question", written)
    asker.press("add-own")
    assert asker.texts() == []
    assert "There is nothing to add yet. Write your question first." in words_on(asker.page.own)
    asker.type("own-question", "W")
    assert asker.page.own.hint.text() == "Saving"


def test_a_question_of_letters_that_cannot_be_seen_is_not_added(asker: Asker) -> None:
    asker.page.own.field.setText("\u200b")
    asker.press("add-own")
    assert asker.texts() == []
    assert asker.told == [str(EmptyTextError("question"))]


def test_what_could_not_be_saved_stays_in_the_field(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asker.notebook.questions, "add", full_disk)
    asker.type("own-question", "Is it safe?")
    asker.press("add-own")
    assert asker.page.own.field.text() == "Is it safe?"
    assert asker.told == [str(NotSavedError(None, Trouble.DISK_FULL))]


def test_after_adding_to_a_long_list_the_field_is_still_in_sight(asker: Asker) -> None:
    asker.ask(*(f"Question {n}?" for n in range(30)))
    asker.page.scroller.ensureWidgetVisible(asker.page.own)
    asker.type("own-question", "The newest?")
    asker.press("add-own")
    view = asker.page.scroller.viewport()

    def in_sight() -> None:
        top = asker.page.own.mapTo(view, asker.page.own.rect().topLeft()).y()
        assert 0 <= top <= view.height() - asker.page.own.height()

    asker.qtbot.waitUntil(in_sight)


def test_an_idea_is_added_once_and_says_so(asker: Asker) -> None:
    asker.press("add-different-advice")
    (added,) = asker.notebook.questions.all()
    assert added.idea == "different-advice"
    assert added.place is not None
    assert (added.place.booklet, added.place.section) == ("recurrence", "questions")
    button = asker.find("add-different-advice")
    assert (button.text(), is_at_end(button)) == ("Added", True)
    asker.press(f"more-{added.id}")
    asker.press(f"remove-{added.id}")
    button = asker.find("add-different-advice")
    assert (button.text(), is_at_end(button)) == ("Add", False)


# ---- putting in order


@pytest.mark.parametrize(
    ("start", "way", "expected", "number"),
    [
        (4, "up", ["One?", "Two?", "Three?", "Five?", "Four?"], "4"),
        (3, "up", ["One?", "Two?", "Four?", "Three?", "Five?"], "3"),
        (0, "down", ["Two?", "One?", "Three?", "Four?", "Five?"], "2"),
        (2, "down", ["One?", "Two?", "Four?", "Three?", "Five?"], "4"),
        (0, "up", list(FIVE), "1"),
        (4, "down", list(FIVE), "5"),
    ],
)
def test_up_and_down_move_one_place_and_keep_the_keyboard(
    asker: Asker, start: int, way: str, expected: list[str], number: str
) -> None:
    moved = asker.ask(*FIVE)[start]
    asker.press(f"{way}-{moved.id}")
    asker.settle()
    assert asker.texts() == expected
    assert asker.shown() == [f"{n} {text}" for n, text in enumerate(expected, 1)]
    assert asker.page.list.rows[moved.id].number.text() == number
    assert asker.focused() == f"{way}-{moved.id}"


def test_a_question_goes_all_the_way_up_by_the_space_bar_alone(asker: Asker) -> None:
    last = asker.ask(*FIVE)[-1]
    name = f"up-{last.id}"
    asker.key(name, *[Qt.Key.Key_Space] * 5)
    assert asker.texts() == ["Five?", "One?", "Two?", "Three?", "Four?"]
    assert asker.focused() == name


def test_one_press_puts_a_question_among_the_three(asker: Asker) -> None:
    last = asker.ask(*FIVE)[-1]
    asker.press(f"top-{last.id}")
    asker.settle()
    assert asker.texts() == ["One?", "Two?", "Five?", "Three?", "Four?"]
    assert not asker.has(f"top-{last.id}")
    assert asker.focused() == f"up-{last.id}"


def test_the_rows_stay_the_same_widgets_when_a_question_moves(asker: Asker) -> None:
    asked = asker.ask(*FIVE)
    before = dict(asker.page.list.rows)
    asker.press(f"up-{asked[4].id}")
    asker.press(f"top-{asked[4].id}")
    assert asker.page.list.rows == before


def test_a_move_in_sight_does_not_scroll_the_page(asker: Asker) -> None:
    asked = asker.ask(*(f"Question {n}?" for n in range(30)))
    asker.settle()
    bar = asker.page.scroller.verticalScrollBar()
    asker.page.scroller.ensureWidgetVisible(asker.page.list.rows[asked[15].id], 0, 300)
    before = bar.value()
    assert before > 0
    asker.press(f"up-{asked[15].id}")
    asker.settle()
    assert bar.value() == before


def test_a_question_that_moves_out_of_sight_is_followed(asker: Asker) -> None:
    asked = asker.ask(*(f"Question {n}?" for n in range(30)))
    asker.settle()
    row = asker.page.list.rows[asked[29].id]
    asker.page.scroller.ensureWidgetVisible(row)
    asker.press(f"top-{asked[29].id}")
    view = asker.page.scroller.viewport()

    def in_sight() -> None:
        assert view.rect().contains(row.mapTo(view, row.rect().center()))

    asker.qtbot.waitUntil(in_sight)


def test_a_move_that_could_not_be_saved_leaves_all_as_it_was(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = asker.ask(*FIVE)[-1]
    monkeypatch.setattr(asker.notebook.questions, "move", full_disk)
    asker.press(f"up-{last.id}")
    assert asker.shown() == [f"{n} {text}" for n, text in enumerate(FIVE, 1)]
    assert len(asker.told) == 1


# ---- changing the words


def start_changing(asker: Asker, question_id: str) -> None:
    asker.press(f"more-{question_id}")
    asker.press(f"change-{question_id}")
    asker.find(f"words-{question_id}")
    assert asker.focused() == f"words-{question_id}"


def test_more_shows_change_and_remove_and_less_puts_them_away(asker: Asker) -> None:
    one, two = asker.ask("One?", "Two?")
    asker.press(f"more-{one.id}")
    assert asker.has(f"change-{one.id}")
    assert asker.find(f"more-{one.id}").accessibleName() == "Less for question 1"
    asker.press(f"more-{two.id}")
    assert not asker.has(f"change-{one.id}"), "only one row is open"
    assert asker.has(f"change-{two.id}")
    asker.press(f"more-{two.id}")
    assert not asker.has(f"change-{two.id}")
    assert asker.focused() == f"more-{two.id}"


def test_escape_puts_change_and_remove_away(asker: Asker) -> None:
    (one,) = asker.ask("One?")
    asker.press(f"more-{one.id}")
    asker.key(f"change-{one.id}", Qt.Key.Key_Escape)
    assert not asker.has(f"change-{one.id}")
    assert asker.focused() == f"more-{one.id}"


def test_words_are_changed_where_they_stand_and_saved_by_done(asker: Asker) -> None:
    (one,) = asker.ask("One?")
    start_changing(asker, one.id)
    asker.type(f"words-{one.id}", " And why?")
    asker.press(f"done-{one.id}")
    assert asker.texts() == ["One? And why?"]
    assert asker.shown() == ["1 One? And why?"]
    assert asker.focused() == f"more-{one.id}"
    assert not asker.has(f"words-{one.id}")


def test_words_are_saved_by_themselves_while_they_are_written(asker: Asker) -> None:
    (one,) = asker.ask("One?")
    start_changing(asker, one.id)
    asker.type(f"words-{one.id}", "!")
    asker.qtbot.waitUntil(lambda: asker.texts() == ["One?!"], timeout=2000)
    assert asker.has(f"words-{one.id}"), "saving does not close the field"
    assert asker.focused() == f"words-{one.id}"


@pytest.mark.parametrize("leave", ["page", "focus", "other row"])
def test_words_are_saved_on_leaving(asker: Asker, leave: str) -> None:
    one, two = asker.ask("One?", "Two?")
    start_changing(asker, one.id)
    asker.type(f"words-{one.id}", "!")
    if leave == "page":
        asker.page.leave()
    elif leave == "focus":
        asker.find("own-question").setFocus()
    else:
        asker.press(f"more-{two.id}")
    assert asker.texts() == ["One?!", "Two?"]


def test_a_question_with_no_words_left_keeps_those_it_had(asker: Asker) -> None:
    (one,) = asker.ask("One?")
    start_changing(asker, one.id)
    field = asker.find(f"words-{one.id}")
    field.selectAll()
    asker.key(f"words-{one.id}", Qt.Key.Key_Delete)
    asker.press(f"done-{one.id}")
    assert asker.texts() == ["One?"]
    assert asker.told == ["No words were left, so the question is as it was."]
    assert not asker.has(f"words-{one.id}")


def test_words_that_could_not_be_saved_are_not_put_away(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = asker.ask("One?", "Two?")
    start_changing(asker, one.id)
    asker.type(f"words-{one.id}", " Precious words.")
    with monkeypatch.context() as broken:
        broken.setattr(asker.notebook.questions, "change_text", full_disk)
        asker.press(f"done-{one.id}")
        asker.press(f"more-{two.id}")
        assert asker.find(f"words-{one.id}").toPlainText() == "One? Precious words."
        assert not asker.has(f"change-{two.id}")
    asker.press(f"done-{one.id}")
    assert asker.texts() == ["One? Precious words.", "Two?"]


def test_a_row_that_is_being_written_in_can_move_across_the_headings(asker: Asker) -> None:
    asked = asker.ask(*FIVE)
    start_changing(asker, asked[2].id)
    asker.press(f"down-{asked[2].id}")
    assert asker.has(f"words-{asked[2].id}")
    assert not asker.has(f"top-{asked[2].id}"), "the card stands in place of the buttons"
    asker.press(f"done-{asked[2].id}")
    assert asker.has(f"top-{asked[2].id}")


# ---- removing


@pytest.mark.parametrize(("index", "beside"), [(0, 1), (2, 3), (4, 3)])
def test_a_removed_question_can_be_brought_back_to_its_place(
    asker: Asker, index: int, beside: int
) -> None:
    asked = asker.ask(*FIVE)
    gone = asked[index]
    asker.press(f"more-{gone.id}")
    asker.press(f"remove-{gone.id}")
    assert gone.text not in asker.texts()
    assert len(asker.shown()) == 4
    assert asker.focused() == f"more-{asked[beside].id}"
    ((told, undo),) = asker.undos
    assert told == "Question removed."
    undo()
    assert asker.texts() == list(FIVE)
    asker.settle()
    assert asker.shown() == [f"{n} {text}" for n, text in enumerate(FIVE, 1)]


def test_the_card_to_write_in_can_remove_the_question_too(asker: Asker) -> None:
    one, _two = asker.ask("One?", "Two?")
    start_changing(asker, one.id)
    row = asker.page.list.rows[one.id]
    assert row.card is not None
    asker.qtbot.mouseClick(row.card.delete, Qt.MouseButton.LeftButton)
    assert asker.texts() == ["Two?"]
    asker.undos[0][1]()
    assert asker.texts() == ["One?", "Two?"]


def test_after_the_last_question_is_removed_the_invitation_is_back(asker: Asker) -> None:
    (one,) = asker.ask("One?")
    asker.press(f"more-{one.id}")
    asker.press(f"remove-{one.id}")
    assert asker.page.empty.isVisible()
    assert asker.counts[-1] == 0


def test_what_could_not_be_removed_stays(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = asker.ask("One?")
    monkeypatch.setattr(asker.notebook.questions, "delete", full_disk)
    asker.press(f"more-{one.id}")
    asker.press(f"remove-{one.id}")
    assert asker.shown() == ["1 One?"]
    assert asker.undos == []


# ---- the page among the others


def test_print_my_sheet_asks_for_the_print_page(asker: Asker) -> None:
    asker.press("print-sheet")
    assert asker.stops == [Stop(PageName.PRINT)]


def test_a_change_made_elsewhere_is_shown_and_counted(asker: Asker, keeper: Keeper) -> None:
    keeper.do(lambda: asker.notebook.questions.add("From the Reading page?"))
    assert asker.shown() == ["1 From the Reading page?"]
    assert asker.counts[-1] == 1


def test_a_hidden_page_counts_and_shows_the_rest_on_arriving(asker: Asker, keeper: Keeper) -> None:
    asker.page.hide()
    keeper.do(lambda: asker.notebook.questions.add("From the Reading page?"))
    assert asker.counts[-1] == 1
    assert asker.page.list.order == ()
    asker.page.show()
    asker.page.arrive(Stop(PageName.QUESTIONS))
    assert asker.shown() == ["1 From the Reading page?"]


def test_showing_the_list_writes_nothing(asker: Asker) -> None:
    asker.page.arrive(Stop(PageName.QUESTIONS))
    assert asker.notebook.appointments.all() == ()


# ---- keyboard alone


def tab_stops(asker: Asker, most: int = 60) -> list[str]:
    """What Tab reaches from the appointment line on, until it comes round."""
    asker.find("change-appointment").setFocus()
    found = [asker.focused()]
    while len(found) < most:
        asker.qtbot.keyClick(asker.window.focusWidget(), Qt.Key.Key_Tab)
        if asker.focused() == found[0]:
            break
        found.append(asker.focused())
    return found


def row_stops(question_id: str, *, is_top: bool) -> list[str]:
    names = ["up", "down", "more"] if is_top else ["up", "down", "top", "more"]
    return [f"{name}-{question_id}" for name in names]


def test_tab_goes_in_reading_order_also_after_moves_and_new_rows(asker: Asker) -> None:
    asker.ask(*FIVE)
    order = [question.id for question in asker.notebook.questions.all()]
    asker.press(f"top-{order[4]}")
    asker.press(f"up-{order[1]}")
    asker.ask("Six?")
    expected = ["change-appointment"]
    for index, question in enumerate(asker.notebook.questions.all()):
        expected += row_stops(question.id, is_top=index < 3)
    expected += ["own-question", "add-own", "add-different-advice"]
    assert tab_stops(asker)[: len(expected)] == expected


def test_change_and_remove_come_right_after_the_button_that_shows_them(asker: Asker) -> None:
    one, two = asker.ask("One?", "Two?")
    asker.key(f"more-{one.id}", Qt.Key.Key_Space)
    stops = tab_stops(asker)
    at = stops.index(f"more-{one.id}")
    assert stops[at + 1 : at + 4] == [f"change-{one.id}", f"remove-{one.id}", f"up-{two.id}"]


def test_the_whole_list_can_be_made_with_the_keyboard_alone(asker: Asker) -> None:
    asker.find("own-question").setFocus()
    for text in ("One?", "Two?", "Three?", "Four?"):
        asker.type("own-question", text)
        asker.key("own-question", Qt.Key.Key_Return)
    last = asker.notebook.questions.all()[-1]
    asker.key(f"top-{last.id}", Qt.Key.Key_Space)
    asker.key(f"more-{last.id}", Qt.Key.Key_Space)
    asker.key(f"change-{last.id}", Qt.Key.Key_Space)
    asker.find(f"words-{last.id}")
    asker.type(f"words-{last.id}", " Or not?")
    asker.key(f"words-{last.id}", Qt.Key.Key_Tab)
    assert asker.focused() == f"done-{last.id}"
    asker.key(f"done-{last.id}", Qt.Key.Key_Space)
    assert asker.texts() == ["One?", "Two?", "Four? Or not?", "Three?"]
    asker.key(f"more-{last.id}", Qt.Key.Key_Space)
    asker.key(f"remove-{last.id}", Qt.Key.Key_Space)
    assert asker.texts() == ["One?", "Two?", "Three?"]


# ---- room


@pytest.mark.parametrize(
    ("size", "width"), [(1.0, 760), (1.5, 760), (2.0, 760), (4.0, 760), (1.0, 1040), (4.0, 1240)]
)
def test_nothing_needs_sideways_scrolling(
    asker: Asker,
    looks: Looks,
    dressed: Callable[[QWidget], QWidget],
    size: float,
    width: int,
) -> None:
    asked = asker.ask(*FIVE, "A question with a " + "very " * 60 + "long text?")
    looks.change(size=size)
    dressed(asker.window)
    asker.press(f"more-{asked[4].id}")
    asker.window.layout().setContentsMargins(0, 0, 0, 0)
    for button in asker.page.header_buttons():
        button.hide()
    asker.window.resize(width, 700)
    page = asker.page
    asker.qtbot.waitUntil(lambda: page.body.width() <= page.scroller.viewport().width())
    assert page.scroller.viewport().width() <= width


def test_every_button_is_as_big_as_a_finger(asker: Asker, looks: Looks) -> None:
    asked = asker.ask(*FIVE)
    asker.press(f"more-{asked[4].id}")
    asker.press("topic-surgery")
    asker.settle()
    controls = [
        one
        for part in (asker.page.list, asker.page.own, asker.page.ideas, asker.page.appointment)
        for one in part.controls()
        if one.isVisible()
    ]
    assert len(controls) > 30
    small = [one.objectName() for one in controls if one.height() < looks.look.target_px]
    assert small == []
