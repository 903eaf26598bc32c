"""The Print page: the preview is the PDF, the choices change it, and failures are told calmly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.errors import BookletError
from reader.notebook.errors import NotebookUnavailableError, NotSavedError, Trouble
from reader.paper.errors import FontsMissingError
from reader.settings import load_settings
from reader.shelf.errors import ShelfFileError, UnknownBookletError
from reader.ui.history import PageName, Stop
from reader.ui.paper_desk import PaperDesk
from reader.ui.paper_view import PdfPages
from reader.ui.print_page import PrintPage, What
from reader.ui.printing import NoPrinter, NotChosen, Refused, Sent
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.paths import Paths
    from reader.ui.printing import PrintOutcome


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    for text in ("One, first of all?", "Two, after that?", "Three?", "Four, if there is time?"):
        desk.notebook.questions.add(text)
    return Person(qtbot, desk)


@pytest.fixture
def page(person: Person) -> PrintPage:
    person.go(PageName.PRINT)
    return person.page(PrintPage)


def words(page: PrintPage) -> str:
    """The text of all pages, as QtPdf reads it."""
    assert page._pdf is not None
    pages = PdfPages(page._pdf.data)
    text = "\n".join(pages.words(number) for number in range(pages.count))
    return " ".join(text.split())


def test_the_preview_shows_the_pages_that_will_be_printed(page: PrintPage) -> None:
    assert page._pdf is not None
    assert len(page.view.sheets) == page._pdf.pages
    assert page.choices.print_button.text() == "Print 1 page"
    assert "One, first of all?" in page.view.sheets[0].accessibleName()
    picture = page.view.sheets[0].pixmap().toImage()
    assert picture.pixelColor(3, 3).name() == "#ffffff"
    across, down = range(0, picture.width(), 2), range(0, picture.height(), 2)
    darkest = min(picture.pixelColor(x, y).lightness() for x in across for y in down)
    assert darkest < 80, "nothing is drawn on the paper"


def test_each_question_is_there_once_and_in_order(page: PrintPage) -> None:
    text = words(page)
    asked = ["One, first of all?", "Two, after that?", "Three?", "Four, if there is time?"]
    assert [text.count(one) for one in asked] == [1, 1, 1, 1]
    assert sorted(asked, key=text.index) == asked


def test_large_print_needs_more_pages_and_the_button_says_so(
    person: Person, page: PrintPage
) -> None:
    person.press_named("Very large (24 point)")
    assert page._pdf is not None
    assert page._pdf.pages > 1
    assert page.choices.print_button.text() == f"Print {page._pdf.pages} pages"
    assert len(page.view.sheets) == page._pdf.pages


def test_choices_are_kept_for_the_next_time(person: Person, page: PrintPage, paths: Paths) -> None:
    person.press_named("Large (18 point)")
    person.press_named("6 lines each")
    person.press_named("US Letter")
    kept = load_settings(paths.settings)
    assert (kept.print_size, kept.answer_lines, kept.paper) == ("large", 6, "letter")
    assert page._pdf is not None
    assert PdfPages(page._pdf.data).points(0) == (612.0, 792.0)


def test_the_copy_and_the_blank_sheet_are_previewed_too(person: Person, page: PrintPage) -> None:
    person.press_named("A copy for the person with me")
    assert "Copy for the person with me" in words(page)
    person.press_named("A blank sheet")
    assert "One, first of all?" not in words(page)


def test_a_section_and_a_whole_booklet_can_be_printed(person: Person) -> None:
    person.window.go(Stop(PageName.PRINT, "recurrence", "how"))
    page = person.page(PrintPage)
    assert page.title == "Print this part"
    assert "How to get a second opinion" in words(page)
    assert "Was due for review in August 2024" in words(page)
    person.press_named("The whole booklet")
    assert "Why it has come back" in words(page)
    assert page._pdf is not None
    assert page._pdf.pages > 5


def test_signs_that_cannot_be_printed_are_named(person: Person) -> None:
    person.desk.notebook.questions.add("Is this fine 😀?")
    person.go(PageName.PRINT)
    page = person.page(PrintPage)
    assert "😀" in page.choices.told.text()
    assert page.choices.told.isVisible()


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Sent("Canon"), "Sent to Canon. Please take your pages."),
        (NotChosen(), "Nothing was printed."),
        (NoPrinter(), "No printer was found. Nothing is lost."),
        (Refused("Canon", "not accepting jobs"), "Canon would not take the pages (not accepting"),
    ],
)
def test_what_became_of_it_is_told(
    person: Person,
    page: PrintPage,
    outcome: PrintOutcome,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "_print", lambda _data, _parent: outcome)
    person.press(page.choices.print_button)
    assert told in person.window.notice.text


def test_saving_writes_just_what_is_shown(page: PrintPage, person: Person, tmp_path: Path) -> None:
    page.save_to(tmp_path / "For Dr. Smith")
    assert page._pdf is not None
    assert (tmp_path / "For Dr. Smith").read_bytes() == page._pdf.data
    assert person.window.notice.text == f"Saved as {tmp_path / 'For Dr. Smith'}."


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("name", "prepare"),
    [("missing/sheet.pdf", None), ("sheet.pdf", make_folder)],
)
def test_what_cannot_be_saved_is_told_and_changes_nothing(
    page: PrintPage,
    person: Person,
    tmp_path: Path,
    name: str,
    prepare: Callable[[Path], None] | None,
) -> None:
    if prepare is not None:
        prepare(tmp_path / name)
    before = sorted(tmp_path.rglob("*.pdf"))
    page.save_to(tmp_path / name)
    assert person.window.notice.text
    assert "Saved as" not in person.window.notice.text
    assert sorted(tmp_path.rglob("*.pdf")) == before


def test_a_full_disk_keeps_nobody_from_printing(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_kept: bool) -> None:
        raise NotSavedError(None, Trouble.DISK_FULL)

    monkeypatch.setattr(desk.notebook._store, "transaction", fail)
    person = Person(qtbot, desk)
    person.go(PageName.PRINT)
    page = person.page(PrintPage)
    assert (page.title, page._pdf is None) == ("Print my sheet", False)
    assert page.choices.print_button.text() == "Print 1 page"


@pytest.mark.parametrize(
    "error",
    [
        FontsMissingError(None),
        NotebookUnavailableError(None, Trouble.FAILING),
        BookletError(Path("tea/booklet.md"), 3, "It has no end."),
        UnknownBookletError("tea", ()),
        ShelfFileError(Path("contacts.toml"), "It is not TOML."),
    ],
)
def test_pages_that_cannot_be_made_are_told_in_the_page(
    person: Person, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> None:
        raise error

    monkeypatch.setattr(PaperDesk, "sheet", fail)
    person.go(PageName.PRINT)
    page = person.page(PrintPage)
    assert (page.title, page._pdf, page.view.sheets) == ("Print my sheet", None, [])
    assert page.choices.told.isVisible()
    assert page.choices.told.text() == str(error)
    assert page.choices.print_button.text() == "Print"
    assert not page.choices.print_button.isEnabled()
    person.press_named("A blank sheet")
    assert "Print 1 page" in person.names()
    assert not page.choices.told.isVisible()


def test_a_booklet_that_is_not_here_can_still_be_left_for_the_sheet(person: Person) -> None:
    person.window.go(Stop(PageName.PRINT, "coffee", "why"))
    page = person.page(PrintPage)
    assert page.title == "Print this part"
    assert "There is no booklet “coffee”." in page.choices.told.text()
    person.press_named("My question sheet")
    assert "One, first of all?" in words(page)


def test_what_to_print_is_a_closed_list() -> None:
    assert {str(what) for what in What} == {"sheet", "companion", "blank", "section", "booklet"}


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\n"])
def test_rubbish_is_no_pdf(qapp: object, data: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        PdfPages(data)


def test_a_page_is_never_drawn_so_large_that_it_ends_the_program(page: PrintPage) -> None:
    assert page._pdf is not None
    picture = PdfPages(page._pdf.data).picture(0, 40_000)
    assert max(picture.width(), picture.height()) <= 4000
