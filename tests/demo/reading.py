"""Steps in the booklet: open it, find the part, and mark a passage in four ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor

from reader.notebook.model import MarkKind
from reader.ui.booklets_page import BookletCard, BookletsPage
from reader.ui.marking_page import MarkingPage
from reader.ui.passage_geometry import blocks_of
from reader.ui.writing_card import WritingCard
from tests.demo.story import Step, check_shown, has_colour, passage_box, passage_saying
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from reader.notebook.model import Mark
    from tests.demo.story import Story

BOOKLET = "recurrence"
PASSAGE = "You may worry about upsetting your specialist."
WORDS = PASSAGE.removesuffix(".")
NOTE = "Ring the surgery on Monday and ask for Dr Patel."
QUESTION = "Who could I see for a second opinion?"
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
ACTIONS = ("Ask about this", "Add a note", "Highlight", "Read from here")


def start(story: Story) -> None:
    page = story.person.page(BookletsPage)
    entries = story.person.desk.shelf.entries
    assert [entry.id for entry in entries] == ["recurrence", "surgery"]
    check_shown(page, [entry.title for entry in entries])
    assert len(page.findChildren(BookletCard)) == len(entries)
    assert not page.carry_on.isVisible(), "there is nothing to carry on with yet"


def open_booklet(story: Story) -> None:
    story.person.press_named("Open “When ovarian cancer comes back”")
    page = story.person.page(MarkingPage)
    booklet = page.booklet
    assert booklet is not None
    assert booklet.id == BOOKLET
    check_section(page, booklet.sections[0].title)
    assert page.contents.isVisible()
    for section in booklet.sections:
        story.person.button(section.title)


def check_section(page: MarkingPage, title: str) -> None:
    """That section is open, and every one of its words is in the text that is shown."""
    section = page.section
    assert section is not None
    assert section.title == title, f"“{section.title}” is open"
    shown = page.view.document().toPlainText()
    for passage in section.passages:
        wanted = passage.text if passage.figure is None else PICTURE
        assert wanted in shown, f"{passage.text!r} is not shown"


def second_opinion(story: Story) -> None:
    story.person.press_named("What a second opinion is")
    check_section(story.person.page(MarkingPage), "What a second opinion is")


def how_to_get_one(story: Story) -> None:
    story.person.press_named("How to get a second opinion")
    page = story.person.page(MarkingPage)
    check_section(page, "How to get a second opinion")
    story.passage = passage_saying(page.section, PASSAGE)


def pick(story: Story) -> None:
    page = story.person.page(MarkingPage)
    story.person.pick(page, story.passage.id)
    assert page.view.selected == story.passage.id
    for action in ACTIONS:
        story.person.button(action)
    passage_box(page, story.passage)


def marks(story: Story, kind: MarkKind) -> list[Mark]:
    """Marks of that kind in the notebook."""
    return [one for one in story.person.desk.notebook.marks.all() if one.kind is kind]


def highlight(story: Story) -> None:
    person, page = story.person, story.person.page(MarkingPage)
    (block,) = blocks_of(page.view.document(), story.passage.id)
    begin, end = (point_at(page, block.position() + at) for at in (0, len(WORDS)))
    person.drag(page, begin, end)
    person.press_named("Highlight these words")
    (mark,) = marks(story, MarkKind.HIGHLIGHT)
    assert mark.place.passage == story.passage.id
    assert mark.place.quote == WORDS, f"{mark.place.quote!r} is highlighted"
    shown = [extra.cursor.selectedText() for extra in page.view.extraSelections()]
    assert shown == [WORDS], f"{shown} look highlighted"
    box = QRect(begin, end).adjusted(0, -3, 0, 3)
    colour = person.desk.looks.look.colour("highlight")
    assert has_colour(page.view.viewport(), colour, box), "the highlight cannot be seen"
    person.button("Remove highlight")


def point_at(page: MarkingPage, position: int) -> QPoint:
    """Where the character at ``position`` of the text begins."""
    cursor = QTextCursor(page.view.document())
    cursor.setPosition(position)
    return page.view.cursorRect(cursor).center()


def bookmark(story: Story) -> None:
    story.person.press_named("Bookmark")
    (mark,) = marks(story, MarkKind.BOOKMARK)
    assert mark.place.passage == story.passage.id
    assert story.person.window.notice.text == "Bookmarked. It is in My notes."
    story.person.button("Remove bookmark")


def note(story: Story) -> None:
    story.person.press(story.person.window.notice.close_button)
    story.person.press_named("Add a note")
    write(story, NOTE)
    (mark,) = marks(story, MarkKind.NOTE)
    assert mark.place.passage == story.passage.id
    assert mark.text == NOTE


def write(story: Story, text: str) -> None:
    """Type into the card under the passage, until it says that the words are saved."""
    page = story.person.page(MarkingPage)
    cards = [one for one in page.view.findChildren(WritingCard) if one.isVisible()]
    assert len(cards) == 1, f"{len(cards)} cards to write in are shown"
    story.person.type(text)
    assert cards[0].field.toPlainText() == text
    Fingers.waitUntil(lambda: cards[0].status.text() == "Saved")


def ask(story: Story) -> None:
    story.person.press_named("Done")
    story.person.button("Open my note")
    story.person.press_named("Ask about this")
    (question,) = story.person.desk.notebook.questions.all()
    assert story.passage.text[:40] in question.text
    write(story, QUESTION)
    (question,) = story.person.desk.notebook.questions.all()
    assert question.text == QUESTION
    assert question.place is not None
    assert question.place.passage == story.passage.id
    story.person.button("My questions, 1 on the list")


STEPS = (
    Step("booklets", "the two booklets are on the shelf", start),
    Step("first-booklet", "the first booklet is open at its beginning", open_booklet),
    Step("what-it-is", "“What a second opinion is” is open", second_opinion),
    Step("how-to-get-one", "“How to get a second opinion” is open", how_to_get_one),
    Step("passage", "a passage is picked, and four actions stand under it", pick),
    Step("highlight", "its first words are highlighted", highlight),
    Step("bookmark", "it is bookmarked", bookmark),
    Step("note", "a note is written on it, and saved", note),
    Step("question", "it is asked about, in other words", ask),
)
