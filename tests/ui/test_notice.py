"""The line at the foot: what it says, and that everything taken away can be brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.notebook.errors import NotSavedError, Trouble
from reader.ui.history import AT_HOME, PageName
from reader.ui.notice import Notice
from tests.ui.driver import Person

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks


@pytest.fixture
def notice(qtbot: QtBot, looks: Looks) -> Notice:
    made = Notice(looks)
    qtbot.addWidget(made)
    return made


class Drawer:
    """Things that were taken away, and whether the disk has room to bring them back."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self.is_full = False
        self.back: list[str] = []

    def delete(self, name: str) -> None:
        self._notice.tell(f"{name} deleted.", lambda: self._restore(name))

    def _restore(self, name: str) -> bool:
        if self.is_full:
            self._notice.tell("The disk is full. Nothing was changed.")
            return False
        self.back.append(name)
        return True


@pytest.fixture
def drawer(notice: Notice) -> Drawer:
    return Drawer(notice)


def test_what_was_deleted_last_comes_back_first_and_then_the_one_before(
    notice: Notice, drawer: Drawer
) -> None:
    drawer.delete("A")
    drawer.delete("B")
    assert (notice.text, notice.undo_button.text()) == ("B deleted.", "Undo")
    notice.undo()
    assert drawer.back == ["B"]
    assert (notice.text, notice.undo_button.text()) == ("Brought back.", "Undo: A deleted.")
    notice.undo()
    assert drawer.back == ["B", "A"]
    assert notice.text == ""
    notice.undo()
    assert drawer.back == ["B", "A"]


def test_another_notice_does_not_throw_the_undo_away(notice: Notice, drawer: Drawer) -> None:
    drawer.delete("A")
    notice.tell("Bookmarked: Why it has come back.")
    assert not notice.undo_button.isHidden()
    assert notice.undo_button.accessibleName() == "Undo: A deleted."
    notice.undo()
    assert drawer.back == ["A"]


def test_without_anything_to_take_back_there_is_no_button(notice: Notice, drawer: Drawer) -> None:
    notice.tell("Saved.")
    assert notice.undo_button.isHidden()
    drawer.delete("A")
    notice.undo()
    notice.tell("Saved.")
    assert notice.undo_button.isHidden()


def test_closing_it_leaves_what_can_be_taken_back(notice: Notice, drawer: Drawer) -> None:
    drawer.delete("A")
    notice.clear()
    assert notice.text == ""
    notice.undo()
    assert drawer.back == ["A"]


def test_what_could_not_be_brought_back_can_be_tried_again(notice: Notice, drawer: Drawer) -> None:
    undone: list[str] = []
    notice.undone.connect(lambda: undone.append("undone"))
    drawer.delete("A")
    drawer.is_full = True
    notice.undo()
    assert (drawer.back, undone) == ([], [])
    assert notice.text == "The disk is full. Nothing was changed."
    assert notice.undo_button.text() == "Undo: A deleted."
    drawer.is_full = False
    notice.undo()
    assert (drawer.back, undone) == (["A"], ["undone"])


def test_an_undo_that_says_nothing_about_itself_is_done(notice: Notice) -> None:
    calls: list[str] = []
    notice.tell("Gone.", lambda: calls.append("back"))
    notice.undo()
    notice.undo()
    assert calls == ["back"]


# ---- in the window


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


def test_a_question_survives_a_full_disk_between_delete_and_undo(
    person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = person.desk.notebook.questions
    question = questions.add("Mine?")
    person.go(PageName.QUESTIONS)
    person.window.page.changes.remove(question.id)
    path = person.desk._paths.notebook

    def refuse(_id: str) -> None:
        raise NotSavedError(path, Trouble.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(questions, "restore", refuse)
        person.press(person.window.notice.undo_button)
        assert questions.all() == ()
    qtbot.keyClick(person.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.text for one in questions.all()] == ["Mine?"]


@pytest.mark.parametrize("page", AT_HOME)
@pytest.mark.parametrize("button", ["undo_button", "close_button"])
def test_the_keyboard_goes_on_to_the_page(person: Person, page: PageName, button: str) -> None:
    person.window.open_page(page)
    notice = person.window.notice
    notice.tell("Gone.", lambda: None)
    pressed = getattr(notice, button)
    pressed.setFocus()
    person.keys(pressed, Qt.Key.Key_Return)
    focused = person.window.focusWidget()
    assert focused is not None
    shown = person.window.page
    assert focused is shown or shown.isAncestorOf(focused)
    assert focused.isVisible()
