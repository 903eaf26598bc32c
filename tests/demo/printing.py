"""Steps with paper: the sheet, a blank one, a part of the booklet; and Help; and the next day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdf
from PySide6.QtPdf import QPdfDocument

from reader.notebook.model import MarkKind
from reader.paper.kinds import SheetKind
from reader.shelf.contacts import read_contacts
from reader.ui.booklets_page import BookletsPage
from reader.ui.help_page import HelpPage
from reader.ui.history import PageName
from reader.ui.marking_page import MarkingPage
from tests.demo.asking import APPOINTMENT, WHEN, asked
from tests.demo.reading import check_section, marks
from tests.demo.story import Step, check_shown, press, save_as
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.print_page import PrintPage
    from tests.demo.story import Story

SECTION = "How to get a second opinion"


def words_of(path: Path) -> str:
    """The text of a PDF with single spaces; both readers of PDF must find as many pages."""
    document = QPdfDocument()
    document.load(str(path))
    pages = pypdf.PdfReader(path).pages
    assert len(pages) == document.pageCount() > 0
    return plain(" ".join(page.extract_text() for page in pages))


def plain(text: str) -> str:
    """Single spaces, and none of the signs that only say where a line may break."""
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b\u2060]", "", text))


def check_order(text: str, wanted: list[str]) -> None:
    """Each of ``wanted`` is in ``text`` once, and in that order."""
    for one in wanted:
        assert text.count(plain(one)) == 1, f"{one!r} is there {text.count(plain(one))} times"
    places = [text.index(plain(one)) for one in wanted]
    assert places == sorted(places), "they are in another order"


def check_preview(page: PrintPage, path: Path) -> None:
    """What was shown is what is in the file."""
    document = QPdfDocument()
    document.load(str(path))
    assert len(page.view.sheets) == document.pageCount()
    shown = [sheet.accessibleName() for sheet in page.view.sheets]
    assert shown == [document.getAllText(n).text() for n in range(document.pageCount())]


def show_sheet(story: Story) -> None:
    story.person.go(PageName.PRINT)
    page = story.person.paper()
    shown = plain(" ".join(sheet.accessibleName() for sheet in page.view.sheets))
    check_order(shown, [one.text for one in asked(story)])
    assert f"{APPOINTMENT}, {WHEN}" in shown
    count = len(page.view.sheets)
    story.person.button("Print 1 page" if count == 1 else f"Print {count} pages")


def save_sheet(story: Story) -> None:
    path = save_as(story, "my-questions.pdf")
    words = words_of(path)
    check_order(words, [one.text for one in asked(story)])
    assert f"{APPOINTMENT}, {WHEN}" in words
    assert "0800 008 7054" in words
    check_preview(story.person.paper(), path)


def save_blank(story: Story) -> None:
    page = story.person.paper()
    press(story, page.choices.what.choice.buttons[SheetKind.BLANK])
    story.person.paper()
    path = save_as(story, "blank-sheet.pdf")
    words = words_of(path)
    assert not [one.text for one in asked(story) if one.text in words]
    assert APPOINTMENT not in words
    assert "0800 008 7054" in words
    check_preview(page, path)


def save_section(story: Story) -> None:
    person = story.person
    person.go(PageName.NOTES)
    person.press_named(f"Open Bookmark · {SECTION}")
    reading = person.page(MarkingPage)
    check_section(reading, SECTION)
    person.press(reading.print_button)
    page = person.paper()
    path = save_as(story, "how-to-get-a-second-opinion.pdf")
    words = words_of(path)
    for passage in reading.section.passages:
        told = passage.figure.full_text.splitlines() if passage.figure else [passage.text]
        for line in told:
            assert plain(line) in words, f"{line[:40]!r} is not on paper"
    others = [one.title for one in reading.booklet.sections if one is not reading.section]
    assert not [title for title in others if title in words]
    check_preview(page, path)


def get_help(story: Story) -> None:
    story.person.go(PageName.HELP)
    page = story.person.page(HelpPage)
    Fingers.rest()
    check_shown(page, [one.name for one in read_contacts(story.stage.paths.content)])
    check_shown(
        page, ["0800 008 7054", "It stays on this computer. This program never goes online."]
    )


def next_day(story: Story) -> None:
    """Close the program, open it again on the same folder, and carry on."""
    kept = story.person.desk.notebook
    before = (kept.marks.all(), kept.questions.all(), kept.appointments.current())
    story.stage.close()
    story.person = story.stage.open()
    kept = story.person.desk.notebook
    assert (kept.marks.all(), kept.questions.all(), kept.appointments.current()) == before
    page = story.person.page(BookletsPage)
    Fingers.rest()
    check_shown(page, ["Carry on where you stopped", SECTION])
    story.person.button("My questions, 4 on the list")


def carry_on(story: Story) -> None:
    story.person.press(story.person.page(BookletsPage).carry_on)
    page = story.person.page(MarkingPage)
    check_section(page, SECTION)
    assert page.view.reading() == story.passage.id, "it opened at another passage"
    (mark,) = marks(story, MarkKind.HIGHLIGHT)
    shown = [extra.cursor.selectedText() for extra in page.view.extraSelections()]
    assert shown == [mark.place.quote], f"{shown} look highlighted"


STEPS = (
    Step("print", "the sheet is shown as it will print", show_sheet),
    Step("sheet-saved", "it is saved as a PDF", save_sheet),
    Step("blank-sheet", "a blank sheet is saved as a PDF", save_blank),
    Step("section-on-paper", "a part of the booklet is saved as a PDF", save_section),
    Step("help", "Help says who to ring", get_help),
    Step("the-next-day", "the program is opened again, and all is there", next_day),
    Step("carry-on", "reading goes on where it stopped", carry_on),
)
