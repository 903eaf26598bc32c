"""Steps that find things again, take one back, and change how everything looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.notebook.model import MarkKind
from reader.ui.history import PageName
from reader.ui.look import SIZES
from reader.ui.notes_page import NotesPage
from reader.ui.search_page import SearchPage
from tests.demo.reading import NOTE, marks
from tests.demo.story import Step, check_shown, has_colour, press
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from tests.demo.story import Story

DRUG = "letrozole"


def search(story: Story) -> None:
    story.person.go(PageName.SEARCH)
    story.person.type(DRUG)
    page = story.person.page(SearchPage)
    places = [
        passage
        for booklet in story.person.desk.shelf.read_all()
        for section in booklet.sections
        for passage in section.passages
        if section.gate is None and DRUG in passage.text.lower()
    ]
    assert len(places) > 1
    Fingers.waitUntil(lambda: len(page.results) == len(places))
    check_shown(page, [f"{len(places)} places"])
    for result in page.results:
        assert f"<u>{DRUG}</u>" in result.text.text().lower()


def notes(story: Story) -> None:
    story.person.go(PageName.NOTES)
    page = story.person.page(NotesPage)
    kept = story.person.desk.notebook.marks.all()
    assert {mark.kind for mark in kept} == set(MarkKind)
    assert set(page.cards) == {mark.id for mark in kept}
    Fingers.rest()
    for kind in ("Bookmark", "Highlight", "Note"):
        check_shown(page, [f"{kind} · How to get a second opinion"])
    (written,) = marks(story, MarkKind.NOTE)
    assert page.cards[written.id].text.text().startswith(NOTE)


def delete(story: Story) -> None:
    (mark,) = marks(story, MarkKind.HIGHLIGHT)
    story.person.press_named("Delete Highlight · How to get a second opinion")
    assert marks(story, MarkKind.HIGHLIGHT) == []
    page = story.person.page(NotesPage)
    assert mark.id not in page.cards
    assert len(page.cards) == len(MarkKind) - 1
    assert story.person.window.notice.text == "Highlight deleted."
    assert story.person.window.notice.undo_button.isVisible()


def undo(story: Story) -> None:
    story.person.press(story.person.window.notice.undo_button)
    (mark,) = marks(story, MarkKind.HIGHLIGHT)
    assert mark.id in story.person.page(NotesPage).cards
    assert not story.person.window.notice.isVisible()


def comfort(story: Story) -> None:
    person, window = story.person, story.person.window
    person.press(window.rail.comfort)
    assert window.comfort is not None
    assert window.comfort.isVisible()
    for _ in range(SIZES.index(2.0)):
        press(story, window.comfort.bigger)
    press(story, window.comfort.themes.buttons["dark"])
    Fingers.rest()
    look = person.desk.looks.look
    assert (look.size, look.theme.id) == (2.0, "dark")
    assert has_colour(window, look.colour("surface")), "the window is not dark"
    check_shown(window, ["200 per cent of the usual size"])


def comfortable_notes(story: Story) -> None:
    person, window = story.person, story.person.window
    press(story, window.comfort.close_button)
    Fingers.rest()
    page = person.page(NotesPage)
    assert page.isVisible()
    room = page.list.viewport().width()
    assert all(card.width() <= room for card in page.cards.values()), "it is wider than the window"
    look = person.desk.looks.look
    assert has_colour(page, look.colour("surface"))
    sizes = {card.text.font().pixelSize() for card in page.cards.values()}
    assert sizes == {look.px(19)}, f"words are {sizes} pixels high"


def back_to_usual(story: Story) -> None:
    person, window = story.person, story.person.window
    person.press(window.rail.comfort)
    press(story, window.comfort.themes.buttons["light"])
    press(story, window.comfort.close_button)
    person._qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    Fingers.rest()
    look = person.desk.looks.look
    assert (look.size, look.theme.id) == (1.0, "light")
    assert has_colour(person.page(NotesPage), look.colour("surface"))
    assert not window.comfort.isVisible()


STEPS = (
    Step("search", "every place that says letrozole is found", search),
    Step("my-notes", "bookmark, highlight and note are listed", notes),
    Step("deleted", "the highlight is deleted, and can be taken back", delete),
    Step("undone", "it is back", undo),
    Step("comfort", "everything is twice as big, and dark", comfort),
    Step("big-and-dark", "the notes can be read so", comfortable_notes),
    Step("as-usual", "everything is as it was", back_to_usual),
)
