"""Tests of the My questions page after the visit: answers, and the next appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.notebook.model import Answered
from reader.ui.history import PageName, Stop
from reader.ui.questions_page import ANSWERS
from tests.ui.asking import Asker, full_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.notebook.model import Question
    from reader.notebook.notebook import Notebook
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks


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


@pytest.fixture
def asked(asker: Asker) -> list[Question]:
    """Two questions, and the page after the visit."""
    made = asker.ask("One?", "Two?")
    asker.press("after-visit")
    asker.settle()
    return made


def kept(asker: Asker, question: Question) -> tuple[str, Answered]:
    found = asker.notebook.questions.get(question.id)
    return found.answer, found.answered


def labels(asker: Asker) -> list[str]:
    return [label.text() for label in asker.page.findChildren(QLabel) if label.isVisible()]


# ---- there and back


def test_after_the_visit_each_question_has_a_field_and_three_choices(
    asker: Asker, asked: list[Question]
) -> None:
    for question in asked:
        names = [f"{name}-{question.id}" for name in ("answered", "partly", "not-asked", "answer")]
        assert [asker.has(name) for name in names] == [True] * 4
    assert asker.page.title == "After the visit"
    assert not asker.has("own-question")


def test_the_same_button_leads_back_and_says_so(asker: Asker, asked: list[Question]) -> None:
    assert asker.find("after-visit").text() == "Back to my list"
    asker.press("after-visit")
    assert asker.find("after-visit").text() == "After the visit"
    assert asker.has("own-question")
    assert asker.page.title == "My questions"


def test_both_begin_at_the_top(asker: Asker) -> None:
    asker.ask(*(f"Question {n}?" for n in range(20)))
    bar = asker.page.scroller.verticalScrollBar()
    for _ in range(2):
        asker.settle()
        bar.setValue(bar.maximum())
        assert bar.value() > 0
        asker.press("after-visit")
        assert bar.value() == 0


def test_the_answers_need_no_sideways_scrolling_in_the_smallest_window(
    asker: Asker,
    asked: list[Question],
    looks: Looks,
    dressed: Callable[[QWidget], QWidget],
) -> None:
    looks.change(size=4.0)
    dressed(asker.window)
    assert asker.page.body.minimumSizeHint().width() <= 760


def test_the_answers_are_a_stop_of_their_own_for_back(asker: Asker, asked: list[Question]) -> None:
    here = Stop(PageName.QUESTIONS, section=ANSWERS)
    assert asker.page.stop() == here
    asker.page.arrive(Stop(PageName.QUESTIONS))
    assert not asker.page.is_after
    asker.page.arrive(here)
    assert asker.has(f"answer-{asked[0].id}")


def test_with_no_question_it_says_that_there_is_nothing_to_fill_in(asker: Asker) -> None:
    asker.press("after-visit")
    assert "There are no questions on the list, so there is nothing to fill in." in labels(asker)
    assert not asker.has("start-next")


# ---- how far it was answered


@pytest.mark.parametrize("choice", [Answered.ANSWERED, Answered.PARTLY, Answered.NOT_ASKED])
def test_a_choice_is_kept_and_shown_by_more_than_colour(
    asker: Asker, asked: list[Question], choice: Answered
) -> None:
    asker.press(f"{choice}-{asked[1].id}")
    assert kept(asker, asked[1]) == ("", choice)
    assert kept(asker, asked[0]) == ("", Answered.NOT_YET)
    shown = asker.page.answers.cards[asked[1].id].choices
    assert [one for one, button in shown.items() if button.isChecked()] == [choice]
    assert [one for one, button in shown.items() if button.icon_name == "check"] == [choice]


def test_another_choice_takes_the_place_of_the_first(asker: Asker, asked: list[Question]) -> None:
    asker.press(f"answered-{asked[0].id}")
    asker.press(f"partly-{asked[0].id}")
    assert kept(asker, asked[0]) == ("", Answered.PARTLY)


def test_a_choice_pressed_again_is_taken_back(asker: Asker, asked: list[Question]) -> None:
    asker.press(f"answered-{asked[0].id}")
    asker.press(f"answered-{asked[0].id}")
    assert kept(asker, asked[0]) == ("", Answered.NOT_YET)
    assert not asker.find(f"answered-{asked[0].id}").isChecked()


def test_a_choice_that_could_not_be_saved_is_not_shown_as_made(
    asker: Asker, asked: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asker.notebook.questions, "answer", full_disk)
    asker.press(f"answered-{asked[0].id}")
    assert not asker.find(f"answered-{asked[0].id}").isChecked()
    assert len(asker.told) == 1


# ---- what was said


def test_an_answer_is_saved_while_it_is_written(asker: Asker, asked: list[Question]) -> None:
    name = f"answer-{asked[0].id}"
    asker.find(name).setFocus()
    asker.type(name, "The trial is full.")
    card = asker.page.answers.cards[asked[0].id]
    assert card.status.text() == "Saving"
    asker.qtbot.waitUntil(
        lambda: kept(asker, asked[0]) == ("The trial is full.", Answered.NOT_YET), timeout=2000
    )
    assert card.status.text() == "Saved"
    assert asker.focused() == name


def test_saving_does_not_move_the_cursor_of_who_goes_on_writing(
    asker: Asker, asked: list[Question]
) -> None:
    name = f"answer-{asked[0].id}"
    field = asker.find(name)
    field.setFocus()
    asker.type(name, "Yes.")
    asker.page.answers.save_now()
    asker.key(name, Qt.Key.Key_Home)
    asker.page.refresh()
    asker.type(name, "Oh ")
    assert field.toPlainText() == "Oh Yes."


@pytest.mark.parametrize("leave", ["page", "focus", "back", "choice"])
def test_an_answer_is_saved_on_leaving(asker: Asker, asked: list[Question], leave: str) -> None:
    name = f"answer-{asked[0].id}"
    asker.find(name).setFocus()
    asker.type(name, "Yes.")
    if leave == "page":
        asker.page.leave()
    elif leave == "focus":
        asker.key(name, Qt.Key.Key_Tab)
    elif leave == "back":
        asker.press("after-visit")
    else:
        asker.press(f"partly-{asked[0].id}")
    expected = Answered.PARTLY if leave == "choice" else Answered.NOT_YET
    assert kept(asker, asked[0]) == ("Yes.", expected)


def test_an_answer_can_be_emptied_again(asker: Asker, asked: list[Question]) -> None:
    name = f"answer-{asked[0].id}"
    field = asker.find(name)
    field.setFocus()
    asker.type(name, "Yes.")
    asker.page.answers.save_now()
    field.selectAll()
    asker.key(name, Qt.Key.Key_Delete)
    asker.page.answers.save_now()
    assert kept(asker, asked[0]) == ("", Answered.NOT_YET)


def test_an_answer_that_could_not_be_saved_stays_and_says_so(
    asker: Asker, asked: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"answer-{asked[0].id}"
    field = asker.find(name)
    field.setFocus()
    asker.type(name, "Yes.")
    with monkeypatch.context() as broken:
        broken.setattr(asker.notebook.questions, "answer", full_disk)
        asker.page.answers.save_now()
        asker.page.refresh()
        assert field.toPlainText() == "Yes."
        assert asker.page.answers.cards[asked[0].id].status.text() == "Not saved"
    asker.page.answers.save_now()
    assert kept(asker, asked[0]) == ("Yes.", Answered.NOT_YET)


def test_what_was_written_is_there_again_later(asker: Asker, asked: list[Question]) -> None:
    asker.notebook.questions.answer(asked[1].id, "By letter.", Answered.PARTLY)
    asker.page.arrive(Stop(PageName.QUESTIONS, section=ANSWERS))
    assert asker.find(f"answer-{asked[1].id}").toPlainText() == "By letter."
    assert asker.find(f"partly-{asked[1].id}").isChecked()
    assert asker.page.answers.cards[asked[1].id].status.text() == ""


def test_answers_follow_the_order_of_the_list(asker: Asker, asked: list[Question]) -> None:
    asker.press("after-visit")
    asker.press(f"up-{asked[1].id}")
    asker.press("after-visit")
    asker.settle()
    cards = [asker.page.answers.cards[one.id] for one in asked]
    assert [card.number.text() for card in cards] == ["2", "1"]
    assert cards[1].y() < cards[0].y()


def test_tab_goes_through_the_answers_in_reading_order(asker: Asker, asked: list[Question]) -> None:
    expected = [
        f"{name}-{one.id}"
        for one in asked
        for name in ("answered", "partly", "not-asked", "answer")
    ]
    asker.find(expected[0]).setFocus()
    found = [asker.focused()]
    for _ in range(len(expected)):
        asker.qtbot.keyClick(asker.window.focusWidget(), Qt.Key.Key_Tab)
        found.append(asker.focused())
    assert found == [*expected, "start-next"]


# ---- the next appointment


@pytest.mark.parametrize(
    ("marked", "carried", "told"),
    [
        ((), ["One?", "Two?"], "A new list is ready. 2 questions came with you."),
        (("answered",), ["Two?"], "A new list is ready. 1 question came with you."),
        (("partly",), ["One?", "Two?"], "A new list is ready. 2 questions came with you."),
        (
            ("answered", "answered"),
            [],
            "A new list is ready. All your questions were answered.",
        ),
    ],
)
def test_the_next_appointment_takes_along_what_is_not_answered_and_says_how_many(
    asker: Asker, asked: list[Question], marked: tuple[str, ...], carried: list[str], told: str
) -> None:
    for question, choice in zip(asked, marked, strict=False):
        asker.press(f"{choice}-{question.id}")
    asker.press("start-next")
    assert asker.texts() == carried
    assert asker.told == [told]
    assert not asker.page.is_after
    assert asker.focused() == "appointment-what"
    assert [text.split(" ", 1)[1] for text in asker.shown()] == carried


def test_words_not_saved_yet_go_with_the_list_they_belong_to(
    asker: Asker, asked: list[Question]
) -> None:
    name = f"answer-{asked[0].id}"
    asker.find(name).setFocus()
    asker.type(name, "Yes.")
    asker.press("start-next")
    assert kept(asker, asked[0]) == ("Yes.", Answered.NOT_YET)
    assert [one.answer for one in asker.notebook.questions.all()] == ["", ""]


def test_no_new_list_is_begun_while_an_answer_could_not_be_saved(
    asker: Asker, asked: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"answer-{asked[0].id}"
    asker.find(name).setFocus()
    asker.type(name, "Yes.")
    with monkeypatch.context() as broken:
        broken.setattr(asker.notebook.questions, "answer", full_disk)
        asker.press("start-next")
    assert asker.find(name).toPlainText() == "Yes."
    assert len(asker.notebook.appointments.all()) == 1


def test_a_list_that_could_not_be_begun_leaves_all_as_it_was(
    asker: Asker, asked: list[Question], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asker.notebook.appointments, "start_next", full_disk)
    asker.press("start-next")
    assert asker.page.is_after
    assert [one.id for one in asker.notebook.questions.all()] == [one.id for one in asked]


def test_what_was_answered_before_can_be_read_again(asker: Asker, asked: list[Question]) -> None:
    now = asker.notebook.appointments.current()
    asker.notebook.appointments.change(now.id, "Second opinion", "3 December")
    asker.notebook.questions.answer(asked[0].id, "The trial is full.", Answered.ANSWERED)
    asker.press("start-next")
    asker.press("appointment-done")
    asker.press("after-visit")
    button = asker.find(f"visit-{now.id}")
    assert button.words() == "Second opinion, 3 December"
    assert "The trial is full." not in labels(asker)
    asker.press(f"visit-{now.id}")
    asker.settle()
    seen = labels(asker)
    assert {"Earlier appointments", "One?", "The trial is full.", "Answered", "Not marked"} <= {
        *seen
    }
    asker.press(f"visit-{now.id}")
    asker.settle()
    assert "The trial is full." not in labels(asker)


def test_an_earlier_list_without_a_name_says_when_it_was_begun(
    asker: Asker, asked: list[Question]
) -> None:
    before = asker.notebook.appointments.current()
    asker.press("start-next")
    asker.press("after-visit")
    assert asker.find(f"visit-{before.id}").words() == "List begun on 20 November 2026"


def test_an_earlier_list_without_a_question_is_left_out(asker: Asker) -> None:
    asker.notebook.appointments.start_next("", "")
    asker.notebook.appointments.start_next("", "")
    asker.press("after-visit")
    assert not asker.page.answers.earlier.isVisible()
