"""Steps on My questions: ideas, a question of one's own, the three that matter, the appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from reader.notebook.model import TOP
from reader.ui.history import PageName
from reader.ui.questions_page import QuestionsPage
from tests.demo.reading import QUESTION
from tests.demo.story import Step, check_shown, press
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from reader.notebook.model import Question
    from tests.demo.story import Story

OWN = "Can my sister come with me?"
APPOINTMENT = "Second opinion"
WHEN = "Thursday 3 December, 2.30pm"


def asked(story: Story) -> list[Question]:
    """The questions that the notebook holds, in order."""
    return list(story.person.desk.notebook.questions.all())


def check_list(story: Story, *texts: str) -> None:
    """The notebook holds these questions, and the page shows them in that order."""
    page = story.person.page(QuestionsPage)
    assert [one.text for one in asked(story)] == list(texts)
    numbered = [(str(n), text) for n, text in enumerate(texts, start=1)]
    Fingers.waitUntil(lambda: from_the_top(page) == numbered)
    check_shown(page, texts)


def from_the_top(page: QuestionsPage) -> list[tuple[str, str]]:
    """Numbers and words of the questions as they are one under the other on the screen."""
    rows = sorted(page.list.rows.values(), key=lambda row: row.mapTo(page.body, QPoint()).y())
    return [(row.number.text(), row.text.text()) for row in rows]


def press_known(story: Story, name: str) -> None:
    """Press the button that the program knows by ``name``."""
    button = story.person.page(QuestionsPage).findChild(QAbstractButton, name)
    assert button is not None, f"there is no {name!r}"
    press(story, button)


def open_questions(story: Story) -> None:
    story.person.go(PageName.QUESTIONS)
    check_list(story, QUESTION)


def add_ideas(story: Story) -> None:
    page = story.person.page(QuestionsPage)
    ideas = [row.idea for row in page.ideas.rows[:2]]
    for idea in ideas:
        press_known(story, f"add-{idea.id}")
    check_list(story, QUESTION, *(idea.text for idea in ideas))
    assert [one.idea for one in asked(story)] == ["", *(idea.id for idea in ideas)]
    assert [row.button.text() for row in page.ideas.rows[:2]] == ["Added", "Added"]


def add_own(story: Story) -> None:
    page = story.person.page(QuestionsPage)
    before = [one.text for one in asked(story)]
    page.own.field.setFocus()
    story.person.type(OWN)
    story.person.keys(page.own.field, Qt.Key.Key_Return)
    check_list(story, *before, OWN)
    assert page.own.field.text() == ""


def put_first(story: Story) -> None:
    first, second, third, own = asked(story)
    assert own.text == OWN
    press_known(story, f"top-{own.id}")
    check_list(story, first.text, second.text, OWN, third.text)
    check_shown(
        story.person.page(QuestionsPage), ["The three that matter most", "If there is time"]
    )
    assert OWN in [one.text for one in asked(story)[:TOP]]


def appointment(story: Story) -> None:
    page = story.person.page(QuestionsPage)
    press_known(story, "change-appointment")
    story.person.type(APPOINTMENT)
    story.person.keys(page.appointment.what, Qt.Key.Key_Return)
    story.person.type(WHEN)
    press_known(story, "appointment-done")
    assert story.person.desk.notebook.appointments.current().line == f"{APPOINTMENT}, {WHEN}"
    check_shown(page, [f"{APPOINTMENT} · {WHEN}"])


STEPS = (
    Step("my-questions", "the question is on the list", open_questions),
    Step("ideas", "two ideas are added", add_ideas),
    Step("own-question", "a question of one’s own is added", add_own),
    Step("three-that-matter", "it is one of the three that matter most", put_first),
    Step("appointment", "the appointment is filled in", appointment),
)
