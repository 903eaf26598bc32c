"""Tests of the small parts under the My questions page: origins, changes, saving, tab order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.notebook.errors import EmptyTextError, UnknownIdError
from reader.notebook.model import Answered, Place
from reader.ui.announcing import StatusLine
from reader.ui.autosave import Autosave
from reader.ui.bit_by_bit import AT_ONCE
from reader.ui.question_changes import QuestionChanges
from reader.ui.question_list import QuestionList
from reader.ui.question_origin import Origins
from reader.ui.tab_order import put_in_order
from tests.ui.asking import HERE, IDEAS, full_disk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from reader.notebook.notebook import Notebook
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks


@pytest.fixture
def origins(shelf: Shelf) -> Origins:
    return Origins(shelf)


@pytest.fixture
def changes(notebook: Notebook, origins: Origins, keeper: Keeper) -> QuestionChanges:
    return QuestionChanges(notebook.questions, notebook.appointments, origins, keeper)


# ---- where a question comes from


@pytest.mark.parametrize(
    ("place", "idea", "words"),
    [
        (None, "", "My own"),
        (HERE, "", "My own · from “Questions to ask”"),
        (HERE, "an-idea", "From “Questions to ask”"),
        (None, "an-idea", "From the ideas in the booklets"),
        (replace(HERE, section="gone"), "an-idea", "From the ideas in the booklets"),
        (replace(HERE, booklet="gone"), "", "My own · from a booklet that is not here now"),
    ],
)
def test_origins_say_where_a_question_comes_from(
    notebook: Notebook, origins: Origins, place: Place | None, idea: str, words: str
) -> None:
    assert origins.words(notebook.questions.add("Why?", place, idea)) == words


def test_every_bundled_idea_has_a_section_that_can_be_named(
    notebook: Notebook, origins: Origins
) -> None:
    for idea in IDEAS.ideas:
        question = notebook.questions.add(idea.text, origins.place(idea), idea.id)
        assert origins.words(question).startswith("From “"), idea.id


def test_an_idea_of_a_booklet_that_is_not_here_has_no_place(origins: Origins) -> None:
    assert origins.place(replace(IDEAS.ideas[0], section="gone#part")) is None
    assert origins.place(replace(IDEAS.ideas[0], section="")) is None


# ---- changes


def test_put_first_makes_a_question_the_third(notebook: Notebook, changes: QuestionChanges) -> None:
    ids = [notebook.questions.add(f"{n}?").id for n in range(5)]
    assert changes.put_first(ids[4])
    assert [one.id for one in notebook.questions.all()].index(ids[4]) == 2


def test_an_idea_is_on_the_list_once(notebook: Notebook, changes: QuestionChanges) -> None:
    assert changes.add_idea(IDEAS.ideas[0])
    assert changes.add_idea(IDEAS.ideas[0])
    assert [one.idea for one in notebook.questions.all()] == [IDEAS.ideas[0].id]


@pytest.mark.parametrize("blank", ["", " ", "\n", "\u200b"])
def test_words_that_cannot_be_seen_are_refused_calmly(
    qtbot: QtBot, notebook: Notebook, changes: QuestionChanges, keeper: Keeper, blank: str
) -> None:
    question = notebook.questions.add("Why?")
    for refused in (
        lambda: changes.add_own(blank),
        lambda: changes.reword(question.id, blank),
    ):
        with qtbot.waitSignal(keeper.failed) as told:
            assert refused() is False
        assert told.args == [str(EmptyTextError("question"))]
    assert [one.text for one in notebook.questions.all()] == ["Why?"]


def test_a_question_that_is_gone_is_told_of_calmly(
    qtbot: QtBot, notebook: Notebook, changes: QuestionChanges, keeper: Keeper
) -> None:
    gone = notebook.questions.add("Why?").id
    notebook.questions.delete(gone)
    for refused in (
        lambda: changes.reword(gone, "Other words?"),
        lambda: changes.move(gone, 0),
        lambda: changes.answer(gone, "Yes.", Answered.ANSWERED),
    ):
        with qtbot.waitSignal(keeper.failed) as told:
            assert refused() is False
        assert told.args == [str(UnknownIdError("question", gone))]


def test_nothing_is_offered_to_undo_when_nothing_was_removed(
    qtbot: QtBot,
    notebook: Notebook,
    changes: QuestionChanges,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    question = notebook.questions.add("Why?")
    monkeypatch.setattr(notebook.questions, "delete", full_disk)
    with qtbot.assertNotEmitted(changes.undoable):
        changes.remove(question.id)


# ---- saving by itself


class Form(QObject):
    """A field, what is kept of it, and whether keeping works."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field, self.other, self.status = QLineEdit(), QLineEdit(), StatusLine()
        column = QVBoxLayout(self.window)
        for widget in (self.field, self.other, self.status):
            column.addWidget(widget)
        self.kept: list[str] = []
        self.works = True
        self.autosave = Autosave(self.field.text, self.keep, self.status, self)
        self.field.textEdited.connect(self.autosave.touch)
        self.autosave.watch(self.field)
        self.window.show()
        self.field.setFocus()

    def keep(self) -> bool:
        if self.works:
            self.kept.append(self.field.text())
        return self.works


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form(qtbot)


def test_a_series_of_keys_is_saved_once_when_it_ends(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.field, "Clinic")
    assert form.kept == []
    assert form.status.text() == "Saving"
    qtbot.waitUntil(lambda: form.status.text() == "Saved", timeout=2000)
    assert form.kept == ["Clinic"]


def test_leaving_the_field_saves_at_once(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.field, "Clinic")
    form.other.setFocus()
    assert form.kept == ["Clinic"]


def test_what_is_saved_is_not_saved_again(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.field, "A")
    assert form.autosave.save_now()
    assert form.autosave.save_now()
    form.other.setFocus()
    assert form.kept == ["A"]


def test_what_rests_is_saved_already(form: Form) -> None:
    form.field.setText("From the notebook")
    assert form.autosave.is_unsaved
    form.autosave.rest()
    assert not form.autosave.is_unsaved
    assert form.autosave.save_now()
    assert form.kept == []


def test_a_failure_says_so_and_the_next_try_saves(qtbot: QtBot, form: Form) -> None:
    form.works = False
    qtbot.keyClicks(form.field, "Clinic")
    assert form.autosave.save_now() is False
    assert form.status.text() == "Not saved"
    assert form.autosave.is_unsaved
    form.works = True
    assert form.autosave.save_now() is True
    assert form.kept == ["Clinic"]


# ---- tab order


class Buttons:
    """A part of a page, made of buttons."""

    def __init__(self, window: QWidget, names: str) -> None:
        self.buttons = {name: QPushButton(name, window) for name in names}
        self.order = names

    def controls(self) -> Sequence[QWidget]:
        return [self.buttons[name] for name in self.order]


@pytest.mark.parametrize("order", ["abc", "cba", "bca"])
def test_tab_follows_the_parts_whatever_was_made_first(qtbot: QtBot, order: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    last, first = Buttons(window, "xy"), Buttons(window, "abc")
    first.order = order
    put_in_order((first, last))
    window.show()
    qtbot.waitExposed(window)
    first.controls()[0].setFocus()
    found = [window.focusWidget().text()]
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        found.append(window.focusWidget().text())
    assert "".join(found) == order + "xy"


# ---- long lists


def test_five_hundred_questions_move_without_making_a_row_anew(
    qtbot: QtBot, looks: Looks, notebook: Notebook, origins: Origins
) -> None:
    shown = QuestionList(looks, origins)
    qtbot.addWidget(shown)
    made: list[object] = []
    shown.row_made.connect(made.append)
    for number in range(500):
        notebook.questions.add(f"Question {number}?")
    assert shown.show_questions(notebook.questions.all())
    assert len(made) == AT_ONCE, "the first are there at once"
    qtbot.waitUntil(lambda: len(made) == 500)
    last = shown.order[-1]
    notebook.questions.move(last, 0)
    assert shown.show_questions(notebook.questions.all())
    assert len(made) == 500
    assert (shown.order[0], shown.rows[last].number.text()) == (last, "1")
    assert not shown.show_questions(notebook.questions.all()), "nothing has changed"
    assert shown.rows[shown.order[-1]].number.text() == "500"
