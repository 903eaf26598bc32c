"""The Print page: the preview is the PDF, the choices change it, and failures are told calmly."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reader.booklet.errors import BookletError
from reader.notebook.errors import NotebookUnavailableError, NotSavedError, Trouble
from reader.notebook.model import Answered
from reader.paper.errors import FontsMissingError, TypesettingError
from reader.paper.kinds import SheetKind
from reader.settings import load_settings
from reader.shelf.errors import ShelfFileError, UnknownBookletError
from reader.ui import paper_desk
from reader.ui.ends import is_at_end
from reader.ui.history import PageName, Stop
from reader.ui.paper_desk import NotMade, PaperDesk
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_jobs import Sent
from reader.ui.print_run import PrintRun
from tests.ui.driver import Person
from tests.ui.printers import FakeJob, FakePrinters

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.paths import Paths
    from reader.ui.print_page import PrintPage

ASKED = ("One, first of all?", "Two, after that?", "Three?", "Four, if there is time?")
OTHERS = [kind for kind in SheetKind if kind is not SheetKind.BOOKLET]


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    for text in ASKED:
        desk.notebook.questions.add(text)
    return Person(qtbot, desk)


@pytest.fixture
def page(person: Person) -> PrintPage:
    person.go(PageName.PRINT)
    return person.paper()


def choose(person: Person, kind: str) -> PrintPage:
    """Press the button of a kind of sheet, where need be after the one that shows more."""
    page = person.paper()
    button = page.choices.what.choice.buttons[kind]
    if not button.isVisible():
        person.press(page.choices.what.more)
    person.press(button)
    return person.paper()


def words(page: PrintPage) -> str:
    """The text of all pages, as QtPdf reads it."""
    assert page.made is not None
    pages = PdfPages(page.made.printed.data)
    text = "\n".join(pages.words(number) for number in range(pages.count))
    return " ".join(text.split())


def told(page: PrintPage) -> str:
    return page.choices.told.text() if page.choices.told.isVisible() else ""


# ---- the preview


def test_the_preview_shows_the_pages_that_will_be_printed(page: PrintPage) -> None:
    assert page.made is not None
    assert len(page.view.sheets) == page.made.printed.pages
    assert page.choices.print_button.text() == "Print 1 page"
    assert "It fits on one side." in told(page)
    assert "One, first of all?" in page.view.sheets[0].accessibleName()
    picture = page.view.sheets[0].pixmap().toImage()
    assert picture.pixelColor(3, 3).name() == "#ffffff"
    across, down = range(0, picture.width(), 2), range(0, picture.height(), 2)
    darkest = min(picture.pixelColor(x, y).lightness() for x in across for y in down)
    assert darkest < 80, "nothing is drawn on the paper"


def test_each_question_is_there_once_and_in_order(page: PrintPage) -> None:
    text = words(page)
    assert [text.count(one) for one in ASKED] == [1, 1, 1, 1]
    assert sorted(ASKED, key=text.index) == list(ASKED)


def test_large_print_needs_more_pages_and_the_button_says_so(
    person: Person, page: PrintPage
) -> None:
    person.press_named("Very large (24 point)")
    person.paper()
    assert page.made is not None
    assert page.made.printed.pages > 1
    assert page.choices.print_button.text() == f"Print {page.made.printed.pages} pages"
    assert len(page.view.sheets) == page.made.printed.pages


def test_choices_are_kept_for_the_next_time(person: Person, page: PrintPage, paths: Paths) -> None:
    person.press_named("Large (18 point)")
    for _ in range(3):
        person.press_named("More lines for answers")
    person.press_named("Lines to write on")
    person.press_named("US Letter")
    person.paper()
    kept = load_settings(paths.settings)
    assert (kept.print_size, kept.answer_lines, kept.paper) == ("large", 6, "letter")
    assert (kept.rest_style, kept.fold) == ("lines", False)
    assert page.made is not None
    assert PdfPages(page.made.printed.data).points(0) == (612.0, 792.0)


def test_lines_stay_between_the_least_and_the_most(person: Person, page: PrintPage) -> None:
    less, more = page.choices.lines.less, page.choices.lines.more
    for _ in range(4):
        person.press(less)
    assert page.choices.lines.told.text() == "2 lines each"
    for _ in range(14):
        person.press(more)
    assert page.choices.lines.told.text() == "12 lines each"
    person.paper()
    assert page.made is not None


def test_what_would_fit_on_one_side_is_said(person: Person, page: PrintPage, qtbot: QtBot) -> None:
    for _ in range(9):
        person.press(page.choices.lines.more)
    qtbot.waitUntil(lambda: "it fits on one side" in told(page))
    lines = int(re.findall(r"With (\d+) lines each", told(page))[0])
    for _ in range(12 - lines):
        person.press(page.choices.lines.less)
    person.paper()
    assert page.choices.print_button.text() == "Print 1 page"
    person.press(page.choices.lines.more)
    person.paper()
    assert page.choices.print_button.text() == "Print 2 pages"


@pytest.mark.parametrize("kind", OTHERS)
def test_every_kind_of_sheet_is_previewed(person: Person, page: PrintPage, kind: str) -> None:
    choose(person, kind)
    assert page.made is not None
    assert page.made.printed.pages == len(page.view.sheets) >= 1
    assert page.choices.what.choice.buttons[kind].isChecked()
    assert page.choices.what.choice.buttons[kind].isVisible()
    assert page.title.startswith("Print")


def test_the_copy_and_the_blank_sheet_are_previewed_too(person: Person, page: PrintPage) -> None:
    choose(person, SheetKind.COMPANION)
    assert "Copy for the person with me" in words(page)
    choose(person, SheetKind.BLANK)
    assert "One, first of all?" not in words(page)
    assert "no question" not in told(page)


def test_what_is_chosen_stays_to_be_seen_when_the_list_is_closed(
    person: Person, page: PrintPage
) -> None:
    choose(person, SheetKind.BRING)
    person.press(page.choices.what.more)
    buttons = page.choices.what.choice.buttons
    shown = [key for key, button in buttons.items() if button.isVisible()]
    assert shown == [
        *map(str, (SheetKind.QUESTIONS, SheetKind.COMPANION, SheetKind.BLANK)),
        "bring",
    ]


def test_pages_are_looked_at_closer(person: Person, page: PrintPage) -> None:
    width = page.view.sheets[0].width()
    person.press_named("Look closer")
    assert page.view.sheets[0].width() == round(width * 1.5)
    person.keys(page.view, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert page.view.zoom == 3
    assert is_at_end(page.closer)
    person.press_named("Whole page")
    assert page.view.sheets[0].width() == width


def test_the_button_that_looks_closer_keeps_the_keyboard(person: Person, page: PrintPage) -> None:
    page.closer.setFocus()
    for _ in range(3):
        before = page.view.zoom
        person.keys(page.closer, Qt.Key.Key_Return)
        assert page.view.zoom > before
        assert page.closer.hasFocus()
    assert page.view.is_closest
    person.keys(page.closer, Qt.Key.Key_Return)
    assert page.closer.hasFocus()
    page.fit.setFocus()
    person.keys(page.fit, Qt.Key.Key_Return)
    assert page.view.zoom == 1
    assert page.closer.hasFocus()


# ---- booklets


def test_a_section_and_a_whole_booklet_can_be_printed(person: Person) -> None:
    person.window.go(Stop(PageName.PRINT, "recurrence", "how"))
    page = person.paper()
    assert page.title == "Print this part"
    assert "How to get a second opinion" in words(page)
    assert "Was due for review in August 2024" in words(page)
    choose(person, "booklet:recurrence")
    assert page.title == "Print the booklet"
    assert "Why it has come back" in words(page)
    assert page.made is not None
    assert page.made.printed.pages > 5


def test_parts_are_chosen_and_a_gate_is_printed_only_if_it_is(person: Person) -> None:
    person.window.go(Stop(PageName.PRINT, "recurrence"))
    page = person.paper()
    parts = page.choices.parts
    assert not parts.ticks["desktop-3"].isChecked()
    whole = words(page)
    assert "What DESKTOP 3 found" in whole  # named as left out
    person.press_named("Choose parts")
    for part, tick in parts.ticks.items():
        if tick.isChecked() is not (part in ("how", "desktop-3")):
            person.press(tick)
    assert "2 of" in parts.told.text()
    person.paper()
    assert "How to get a second opinion" in words(page)
    assert "Why it has come back" not in words(page)
    assert len(words(page)) < len(whole)
    person.press_named("The whole booklet")
    person.paper()
    assert words(page) == whole


def test_without_any_part_there_is_nothing_to_print(person: Person) -> None:
    person.window.go(Stop(PageName.PRINT, "surgery"))
    page = person.paper()
    person.press_named("Choose parts")
    for tick in page.choices.parts.ticks.values():
        if tick.isChecked():
            person.press(tick)
    person.paper()
    assert page.made is None
    assert "Choose at least one part" in told(page)
    assert not page.choices.print_button.isEnabled()


def test_a_booklet_is_folded_for_the_printer_and_saved_as_small_pages(
    person: Person, tmp_path: Path
) -> None:
    person.window.go(Stop(PageName.PRINT, "surgery"))
    page = person.paper()
    printers = FakePrinters()
    page.run._printers = printers
    person.press(page.choices.fold)
    person.paper()
    assert page.made is not None
    sides = PdfPages(page.made.printed.data)
    across, down = sides.points(0)
    assert across > down
    assert page.choices.print_button.text() == f"Print {sides.count // 2} sheets, both sides"
    page.save_to(tmp_path / "small.pdf")
    saved = PdfPages((tmp_path / "small.pdf").read_bytes())
    assert saved.points(0)[0] == pytest.approx(across / 2, abs=0.5)
    assert "small pages" in told(page)
    person.press(page.choices.print_button)
    assert printers.papers[0].is_folded
    captions = [one.text() for one in page.view.findChildren(QLabel) if one.text()]
    assert captions[0].startswith(f"Side 1 of {len(page.view.sheets)} ·")
    assert printers.papers[0].data == page.made.printed.data


def test_a_sheet_is_not_folded_because_a_booklet_was(person: Person, page: PrintPage) -> None:
    choose(person, SheetKind.NOTES)
    person.press(page.choices.fold)
    person.paper()
    choose(person, SheetKind.QUESTIONS)
    assert page.made is not None
    assert not page.made.is_folded
    assert not page.choices.fold.isVisible()


# ---- letters


def test_a_letter_is_filled_in_as_it_is_typed(person: Person, page: PrintPage) -> None:
    choose(person, SheetKind.REFERRAL)
    letter = page.choices.letter
    letter.fields["name"].setFocus()
    person.type("Maria Cole")
    person.press(letter.reasons[next(iter(letter.reasons))])
    person.press_named("My consultant")
    person.press_named("Private")
    person.paper()
    assert "Maria Cole" in words(page)
    values = letter.values()
    assert (values.name, len(values.reasons), values.is_private) == ("Maria Cole", 1, True)


def test_a_note_of_consent_asks_for_nobodys_reasons(person: Person, page: PrintPage) -> None:
    choose(person, SheetKind.CONSENT)
    letter = page.choices.letter
    assert letter.fields["helper"].isVisible()
    assert not letter.fields["wanted"].isVisible()
    assert not any(tick.isVisible() for tick in letter.reasons.values())
    letter.fields["helper"].setFocus()
    person.type("My sister Ann")
    person.paper()
    assert "My sister Ann" in words(page)


# ---- what is worth knowing


def test_signs_that_cannot_be_printed_are_named(person: Person) -> None:
    person.desk.notebook.questions.add("Is this fine 😀?")
    person.go(PageName.PRINT)
    assert "😀" in told(person.paper())


def test_many_questions_get_a_gentle_word(person: Person, page: PrintPage) -> None:
    assert "You have" not in told(page)
    for number in range(7):
        person.desk.notebook.questions.add(f"And number {number}?")
    person.go(PageName.PRINT)
    assert "You have 11 questions." in told(person.paper())


def test_a_number_of_ten_digits_is_warned_of(person: Person, page: PrintPage) -> None:
    choose(person, SheetKind.REFERRAL)
    assert "ten digits" not in told(page)
    page.choices.letter.fields["phone"].setText("943 476 5919")
    person.paper()
    assert "ten digits" in told(page)
    choose(person, SheetKind.QUESTIONS)
    assert "ten digits" not in told(page)


def test_without_questions_the_sheet_says_so(qtbot: QtBot, desk: Desk) -> None:
    person = Person(qtbot, desk)
    person.go(PageName.PRINT)
    page = person.paper()
    assert "no question on your list yet" in told(page)
    assert page.choices.print_button.isEnabled()


# ---- never in the way


def test_only_the_last_change_is_shown_and_typing_never_waits(
    person: Person, page: PrintPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, made = threading.Event(), []
    make = PaperDesk.make

    def slow(desk: PaperDesk, work: object, options: object) -> object:
        made.append(options)
        gate.wait(10)
        return make(desk, work, options)  # type: ignore[arg-type]

    choose(person, SheetKind.REFERRAL)
    monkeypatch.setattr(PaperDesk, "make", slow)
    field = page.choices.letter.fields["name"]
    field.setFocus()
    before = monotonic()
    person.type("Maria Cole of Hull")
    assert monotonic() - before < 5
    assert field.text() == "Maria Cole of Hull"
    assert page.is_making
    gate.set()
    person.paper()
    assert len(made) == 2, "what was superseded is not made"
    assert "Maria Cole of Hull" in words(page)


def test_print_pressed_too_soon_prints_what_was_asked_for(
    person: Person, page: PrintPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    printers = FakePrinters()
    page.run._printers = printers
    person.press_named("Very large (24 point)")
    assert page.is_making
    page.print()
    assert printers.papers == []
    qtbot.waitUntil(lambda: len(printers.papers) == 1)
    assert page.made is not None
    assert printers.papers[0].data == page.made.printed.data
    assert PdfPages(printers.papers[0].data).count > 1


def test_save_pressed_too_soon_saves_what_was_asked_for(
    person: Person,
    page: PrintPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    chosen = tmp_path / "sheet.pdf"
    monkeypatch.setattr("reader.ui.print_page.ask_where", lambda *_asked: chosen)
    person.press_named("Very large (24 point)")
    assert page.is_making
    page.save_as()
    assert not chosen.exists()
    qtbot.waitUntil(chosen.exists)
    assert page.made is not None
    assert chosen.read_bytes() == page.made.saved.data


def test_a_page_that_is_gone_is_told_nothing(
    qtbot: QtBot, open_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window is closed while pages are still being made."""
    gate = threading.Event()
    made = []

    def late(*_asked: object) -> NotMade:
        gate.wait(10)
        made.append(1)
        return NotMade("Nobody looks at it any more.")

    monkeypatch.setattr(PaperDesk, "make", late)
    desk = open_desk()
    Person(qtbot, desk).go(PageName.PRINT)
    desk.window.close()
    gate.set()
    qtbot.waitUntil(lambda: made == [1])


# ---- saving


def test_saving_writes_just_what_is_shown(page: PrintPage, person: Person, tmp_path: Path) -> None:
    page.save_to(tmp_path / "For Dr. Smith")
    assert page.made is not None
    assert (tmp_path / "For Dr. Smith").read_bytes() == page.made.saved.data
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


def test_a_full_disk_is_a_clear_sentence(
    page: PrintPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.paper.saving.write_atomically", full)
    page.save_to(tmp_path / "sheet.pdf")
    assert "There is no room left" in person.window.notice.text
    assert "Nothing was saved" in person.window.notice.text


# ---- trouble


def test_a_full_disk_keeps_nobody_from_printing(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_kept: bool) -> None:
        raise NotSavedError(None, Trouble.DISK_FULL)

    monkeypatch.setattr(desk.notebook._store, "transaction", fail)
    person = Person(qtbot, desk)
    person.go(PageName.PRINT)
    page = person.paper()
    assert (page.title, page.made is None) == ("Print my sheet", False)
    assert page.choices.print_button.text() == "Print 1 page"


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ("gather", NotebookUnavailableError(None, Trouble.FAILING)),
        ("gather", BookletError(Path("tea/booklet.md"), 3, "It has no end.")),
        ("gather", UnknownBookletError("tea", ())),
        ("gather", ShelfFileError(Path("contacts.toml"), "It is not TOML.")),
        ("paper_pdf", FontsMissingError(None)),
        ("paper_pdf", TypesettingError("sheet.typ", "out of ink")),
    ],
)
def test_pages_that_cannot_be_made_are_told_in_the_page(
    person: Person, where: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(paper_desk, where, fail)
        person.go(PageName.PRINT)
        page = person.paper()
    assert (page.title, page.made, page.view.sheets) == ("Print my sheet", None, [])
    assert told(page) == str(error)
    assert page.choices.print_button.text() == "Print"
    assert not page.choices.print_button.isEnabled()
    choose(person, SheetKind.BLANK)
    assert "Print 1 page" in person.names()
    assert str(error) not in told(page)


def test_a_booklet_that_is_not_here_can_still_be_left_for_the_sheet(person: Person) -> None:
    person.window.go(Stop(PageName.PRINT, "coffee", "why"))
    page = person.paper()
    assert page.title == "Print this part"
    assert "There is no booklet “coffee”." in told(page)
    person.press_named("My question sheet")
    person.paper()
    assert "One, first of all?" in words(page)


def test_pages_are_made_off_the_windows_thread(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    make = PaperDesk.make

    def noted(desk: PaperDesk, work: object, options: object) -> object:
        threads.append(threading.current_thread())
        return make(desk, work, options)  # type: ignore[arg-type]

    monkeypatch.setattr(PaperDesk, "make", noted)
    person.go(PageName.PRINT)
    person.paper()
    assert threads
    assert threading.main_thread() not in threads


# ---- which appointment


@pytest.fixture
def two_visits(person: Person) -> Person:
    """Two appointments, each with an answer to the question of both."""
    notebook = person.desk.notebook
    notebook.appointments.change(notebook.appointments.current().id, "Dr Ahmed", "")
    first = notebook.questions.all()[0]
    notebook.questions.answer(first.id, "Wait a while.", Answered.PARTLY)
    notebook.appointments.start_next("Professor Jones", "")
    carried = next(one for one in notebook.questions.all() if one.text == first.text)
    notebook.questions.answer(carried.id, "Do it soon.", Answered.ANSWERED)
    person.go(PageName.PRINT)
    person.paper()
    return person


def test_what_was_said_at_an_earlier_appointment_can_be_printed(two_visits: Person) -> None:
    page = choose(two_visits, SheetKind.AFTER_VISIT)
    assert "Do it soon." in words(page)
    two_visits.press(page.choices.visits.second.buttons[page.choices.visits.before])
    text = words(two_visits.paper())
    assert "Dr Ahmed" in text
    assert "Wait a while." in text
    assert "Do it soon." not in text


def test_two_opinions_are_of_two_appointments(two_visits: Person) -> None:
    page = choose(two_visits, SheetKind.TWO_OPINIONS)
    text = words(page)
    assert text.index("Dr Ahmed") < text.index("Professor Jones")
    assert text.index("Wait a while.") < text.index("Do it soon.")
    visits = page.choices.visits
    assert visits.isVisible()
    two_visits.press(visits.first.buttons[visits.chosen])
    text = words(two_visits.paper())
    assert text.index("Do it soon.") < text.index("Wait a while.")


def test_with_one_appointment_nothing_is_asked(page: PrintPage) -> None:
    assert not page.choices.visits.isVisible()


# ---- the window


def test_f6_goes_between_the_pages_and_the_choices(person: Person, page: PrintPage) -> None:
    assert [one.widget for one in page.regions()] == [page.view, page.choices]
    assert all(one.widget.accessibleName() for one in page.regions())


def test_the_window_asks_once_before_it_cuts_off_what_is_being_printed(
    person: Person, page: PrintPage
) -> None:
    job = FakeJob(needs_program=True)
    printers = FakePrinters(job)
    page.run = PrintRun(printers, page.choices.card)
    page.run.told.connect(page.told)
    page.print()
    assert job.is_started
    assert not person.window.close()
    assert person.window.notice.text == (
        "Your pages are still on their way to the printer. Close again to stop that."
    )
    assert not job.is_dropped
    job.ended.emit(Sent())
    later = printers.outcome = FakeJob(needs_program=True)
    page.print()
    assert not person.window.close(), "this job has not been asked about"
    assert person.window.close()
    assert later.is_dropped


def test_the_window_closes_when_a_print_server_has_the_pages(
    person: Person, page: PrintPage
) -> None:
    job = FakeJob()
    page.run = PrintRun(FakePrinters(job), page.choices.card)
    page.print()
    assert person.window.close()
