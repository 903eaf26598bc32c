"""What is on the screen in each picture, brought about as a person would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.notebook.model import Answered, MarkKind, Place
from reader.paper.kinds import SheetKind
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.questions_page import ANSWERS
from reader.ui.rail import Shape
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.driver import Person

BOOKLET = "recurrence"
NOTE = "Ring the surgery on Monday and ask for Dr Patel. Say that letrozole was talked about."
QUESTIONS = (
    "Who could I see for a second opinion?",
    "If your advice differs from my first doctor’s, what makes the difference?",
    "Can my sister come with me?",
    "What would it mean for my daily life, and for the trip that we have booked for the spring?",
    "Is there a clinical trial that might suit me?",
)
BROKEN = '+++\nformat = 1\nid = "half"\n+++\n\n## Half a booklet {#half}\n'


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture's worth: ``arrange`` once, and ``each`` again whenever the look has changed.

    ``content`` writes a folder of booklets to be shown too.
    """

    name: str
    told: str
    arrange: Callable[[Person], None]
    each: Callable[[Person], None] = lambda _person: None
    content: Callable[[Path], None] | None = None


# ---- what is written in the notebook


def fill(person: Person) -> None:
    """Marks of every kind, questions and an appointment."""
    notebook = person.desk.notebook
    for section, index, kind, text in (
        ("why", 2, MarkKind.BOOKMARK, ""),
        ("how", 5, MarkKind.HIGHLIGHT, ""),
        ("how", 5, MarkKind.NOTE, NOTE),
        ("for-and-against", 3, MarkKind.NOTE, "This is what I keep thinking about."),
    ):
        notebook.marks.add(kind, place(person, section, index), text)
    notebook.marks.add(MarkKind.HIGHLIGHT, place(person, "risks", 3, "surgery"))
    for number, text in enumerate(QUESTIONS):
        notebook.questions.add(text, place(person, "how", 5) if number == 0 else None)
    now = notebook.appointments.current()
    notebook.appointments.change(now.id, "Second opinion", "Thursday 3 December, 2.30pm")
    person.desk.keeper.changed.emit()


def place(person: Person, section: str, index: int, booklet: str = BOOKLET) -> Place:
    """A passage of a booklet."""
    found = person.desk.shelf.read(booklet)
    passage = found.section(section).passages[index]
    return Place(booklet, str(found.edition), section, passage.id, quote=passage.text)


# ---- pages


def go(person: Person, page: PageName, booklet: str = "", section: str = "") -> None:
    person.window.go(Stop(page, booklet, section))


def read(person: Person, section: str, booklet: str = BOOKLET) -> MarkingPage:
    go(person, PageName.READING, booklet, section)
    return person.page(MarkingPage)


def carry_on(person: Person) -> None:
    fill(person)
    read(person, "how")
    go(person, PageName.BOOKLETS)


def picked(person: Person) -> None:
    fill(person)
    page = read(person, "how")
    passage = page.section.passages[5]
    page.view.scroll_to(passage.id)
    person.pick(page, passage.id)


def note(person: Person) -> None:
    picked(person)
    person.press_named("Open my note")


def figure(person: Person) -> None:
    page = read(person, "how")
    shown = next(one for one in page.section.passages if one.figure is not None)
    page.view.scroll_to(shown.id)


def table(person: Person) -> None:
    read(person, "trials", "surgery")
    person.press_named("Show it")


def carry(person: Person) -> None:
    fill(person)
    go(person, PageName.CARRY)


def contents(person: Person) -> None:
    page = person.page(MarkingPage)
    if page.contents_button.isVisible() and not page.contents.isVisible():
        person.press(page.contents_button)


def sentence(person: Person) -> None:
    read(person, "why")
    person.press(person.page(MarkingPage).sentences.by_sentence)
    for _ in range(5):
        person.press_named("Next sentence")


def aloud(person: Person) -> None:
    person.desk.speaker.say = lambda _text: None  # type: ignore[method-assign]  # no sound here
    read(person, "groups")
    person.press(person.page(MarkingPage).sentences.read_aloud)
    for _ in range(4):
        person.press_named("Next sentence")


def search(person: Person) -> None:
    fill(person)
    person.go(PageName.SEARCH)
    person.type("letrozole")
    person._qtbot.waitUntil(lambda: person.window.page.results)


def notes(person: Person) -> None:
    fill(person)
    go(person, PageName.NOTES)


def deleted(person: Person) -> None:
    notes(person)
    person.press_named("Delete Bookmark · Why it has come back")


def questions(person: Person) -> None:
    fill(person)
    go(person, PageName.QUESTIONS)


def answers(person: Person) -> None:
    fill(person)
    asked = person.desk.notebook.questions.all()
    told = ("Dr Lee in Leeds. She will write to her.", Answered.ANSWERED)
    person.desk.notebook.questions.answer(asked[0].id, *told)
    person.desk.notebook.questions.answer(asked[1].id, "", Answered.NOT_ASKED)
    go(person, PageName.QUESTIONS)
    go(person, PageName.QUESTIONS, section=ANSWERS)


def sheet(person: Person) -> None:
    fill(person)
    go(person, PageName.PRINT)
    person.paper()


def letter(person: Person) -> None:
    go(person, PageName.PRINT)
    choices = person.paper().choices
    person.press(choices.what.more)
    person.press(choices.what.choice.buttons[SheetKind.REFERRAL])
    person.paper()


def opinions(person: Person) -> None:
    """Two appointments to choose from, and the answers of both side by side."""
    answers(person)
    person.desk.notebook.appointments.start_next("Professor Jones, the larger centre", "")
    go(person, PageName.PRINT)
    choices = person.paper().choices
    person.press(choices.what.more)
    person.press(choices.what.choice.buttons[SheetKind.TWO_OPINIONS])
    person.press(choices.what.more)
    person.paper()


def out_of_paper(person: Person) -> None:
    """A job that waits for somebody to put paper in."""
    sheet(person)
    told = "Front desk has no paper. Nothing is lost. Put paper in, and it goes on by itself."
    person.paper().choices.card.tell(told, can_cancel=True, can_save=True)


def whole_booklet(person: Person) -> None:
    go(person, PageName.PRINT, "surgery", "what")
    person.press(person.paper().choices.what.choice.buttons["booklet:surgery"])
    person.paper()


def comfort(person: Person) -> None:
    go(person, PageName.BOOKLETS)
    person.press(person.window.rail.comfort)


def comfort_below(person: Person) -> None:
    """The lower part of Comfort: how the booklets are set."""
    shown = person.window.comfort
    bar = shown._scroll.verticalScrollBar()
    bar.setValue(shown.reading.y())


def first_start(person: Person) -> None:
    """What is asked once, the very first time."""
    if person.window._first is None:
        person.desk._ask_size()


def menu(person: Person) -> None:
    """The pages to choose from, where they have no room of their own."""
    rail = person.window.rail
    if rail.shape is Shape.MENU and not rail.is_open:
        person.press(rail.menu)


def by_keyboard(person: Person) -> None:
    """What a picked passage looks like when the keyboard is at its first action."""
    fill(person)
    page = read(person, "what")
    for _ in range(3):
        QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Return)


def break_a_booklet(folder: Path) -> None:
    broken = folder / "half"
    broken.mkdir(parents=True)
    (broken / "booklet.md").write_text(BROKEN, encoding="utf-8")


def broken_shelf(person: Person) -> None:
    Fingers.waitUntil(lambda: person.desk.shelf.broken)


SCENES = (
    Scene("start", "the shelf, the first time", lambda _: None),
    Scene("booklets", "the shelf, with a place to carry on", carry_on),
    Scene("broken", "the shelf, one booklet broken", broken_shelf, content=break_a_booklet),
    Scene("reading", "a picked passage and its actions", picked),
    Scene("keyboard", "the same by keyboard", by_keyboard),
    Scene("note", "a note on a passage", note),
    Scene("figure", "a picture of facts", figure),
    Scene("table", "a table", table),
    Scene("sentence", "one sentence at a time", sentence),
    Scene("aloud", "a section read aloud", aloud),
    Scene("gate", "a gate", lambda person: read(person, "desktop-3")),
    Scene("contents", "the contents", lambda person: read(person, "how"), contents),
    Scene("search", "what was found", search),
    Scene("notes", "marks of every kind", notes),
    Scene("notice", "what can be taken back", deleted),
    Scene("questions", "questions and ideas", questions),
    Scene("empty", "no questions yet", lambda person: go(person, PageName.QUESTIONS)),
    Scene("answers", "after the visit", answers),
    Scene("sheet", "the question sheet", sheet),
    Scene("print", "a booklet to print", whole_booklet),
    Scene("opinions", "two opinions to print", opinions),
    Scene("letter", "a letter to fill in and print", letter),
    Scene("paper-out", "a printer without paper", out_of_paper),
    Scene("carry", "taking notes along", carry),
    Scene("help", "help", lambda person: go(person, PageName.HELP)),
    Scene("comfort", "comfort", comfort),
    Scene("spacing", "comfort, further down", comfort, comfort_below),
    Scene("first", "the very first time", first_start, first_start),
    Scene("menu", "the pages, where there is a menu", lambda _: None, menu),
)

MAIN = ("booklets", "reading", "gate", "notes", "questions", "print", "letter", "comfort", "menu")
"""The scenes that ``make test`` tries: the system tests try them all."""
