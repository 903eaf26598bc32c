"""Taking notes along in the real window: to a stick, in again, into files, and away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from reader.notebook.carrying import find_moved, move_out
from reader.notebook.errors import NotBackedUpError, NotSavedError, Trouble
from reader.notebook.exchange.forms import Form
from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook
from reader.ui import carry_page
from reader.ui.carry_page import CarryPage
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.notes_page import NotesPage
from reader.ui.questions_page import QuestionsPage
from reader.ui.sticks import Stick
from tests.ui.conftest import NOON
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.part import Part
    from reader.ui.save_dialog import Kind

PATIENCE_MS = 20_000
PLACE = Place("recurrence", "2026-11", "why", "p", quote="It has come back")


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    """Somebody with a note and a question, of which there is no copy yet."""
    qtbot.waitUntil(lambda: desk.upkeep.is_running)
    desk.notebook.marks.add(MarkKind.NOTE, PLACE, "Ring on Monday")
    desk.notebook.questions.add("Will it hurt?")
    return Person(qtbot, desk)


def carry(person: Person, *sticks: Path) -> CarryPage:
    """The page, with these folders as the sticks in the computer."""
    made = person.window.made(PageName.CARRY)
    assert isinstance(made, CarryPage)
    made._sticks = lambda: tuple(Stick(folder.name, folder) for folder in sticks)
    person.window.go(Stop(PageName.CARRY))
    return person.page(CarryPage)


def done(qtbot: QtBot, page: CarryPage, part: Part) -> str:
    """What the part says when nothing goes on any more."""
    qtbot.waitUntil(lambda: not page.is_busy, timeout=PATIENCE_MS)
    assert part.status.isVisible()
    where = part.status.visibleRegion
    qtbot.waitUntil(lambda: where().boundingRect().size() == part.status.size())
    return part.status.text()


def other_notebook(folder: Path, *texts: str, ids: str = "other") -> Path:
    """A stick with the notes of another computer on it."""
    folder.mkdir(exist_ok=True)
    names = (f"{ids}-{number}" for number in range(100))
    notebook = Notebook.open(folder / "n.sqlite", now=lambda: NOON, new_id=lambda: next(names))
    for text in texts:
        notebook.marks.add(MarkKind.NOTE, PLACE, text)
    path = move_out(notebook, folder, NOON).path
    notebook.close()
    return path


# ---- out


def test_one_press_saves_everything_on_the_stick_and_checks_it(
    person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "LUCY"
    stick.mkdir()
    page = carry(person, stick)
    person.press_named("Save everything on “LUCY”")
    told = done(qtbot, page, page.moving)
    assert told.startswith("Saved and checked: 2 notes, marks and questions, in the file")
    assert "eject" in told
    (copy,) = find_moved(stick)
    assert copy.items == 2
    assert len(person.desk.notebook.backups.all()) == 1


def test_it_is_told_how_far_it_is(person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    page = carry(person, tmp_path)
    said: list[str] = []
    go_on = page.moving.go_on
    page.moving.go_on = lambda text: (said.append(text), go_on(text))  # type: ignore[method-assign, assignment]
    person.press(page.moving.sticks[0])
    done(qtbot, page, page.moving)
    assert said[0] == "One moment …"
    assert said[-1].startswith("Written. Reading it again")


def test_a_stick_that_is_full_or_gone_is_told_of(
    person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    page = carry(person, tmp_path / "gone")
    person.press(page.moving.sticks[0])
    told = done(qtbot, page, page.moving)
    assert "Your notes here are as they were." in told


def test_without_a_backup_nothing_is_copied_and_it_says_why(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotBackedUpError(tmp_path, Trouble.DISK_FULL)

    page = carry(person, tmp_path)
    monkeypatch.setattr(type(person.desk.notebook.backups), "make", full)
    person.press(page.moving.sticks[0])
    assert "the disk is full" in done(qtbot, page, page.moving)


def test_another_folder_is_asked_for(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = carry(person)
    assert page.moving.sticks == []
    monkeypatch.setattr(carry_page, "ask_folder", lambda *_: None)
    person.press(page.moving.elsewhere)
    assert not page.moving.status.isVisible()
    monkeypatch.setattr(carry_page, "ask_folder", lambda *_: tmp_path)
    person.press(page.moving.elsewhere)
    assert done(qtbot, page, page.moving).startswith("Saved and checked")


@pytest.mark.parametrize("form", list(Form))
def test_notes_are_saved_in_a_file(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Form
) -> None:
    asked: list[tuple[str, str]] = []

    def where(_parent: object, name: str, kind: Kind) -> Path:
        asked.append((name, kind.ending))
        return tmp_path / name

    monkeypatch.setattr(carry_page, "ask_where", where)
    page = carry(person)
    person.press(page.files.forms[form])
    told = done(qtbot, page, page.files)
    (name, ending) = asked[0]
    assert name == f"My notes and questions{form.ending}"
    assert ending == form.ending
    assert told == f"Saved: {tmp_path / name}"
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "Ring on Monday" in text
    assert "Will it hurt?" in text


def test_notes_are_saved_as_pdf(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry_page, "ask_where", lambda _parent, name: tmp_path / name)
    page = carry(person)
    person.press(page.files.pdf)
    assert done(qtbot, page, page.files) == f"Saved: {tmp_path / 'My notes.pdf'}"
    assert (tmp_path / "My notes.pdf").read_bytes().startswith(b"%PDF")


def test_without_marks_there_is_no_pdf_to_save(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry_page, "ask_where", lambda *_: pytest.fail("a dialog came"))
    person = Person(qtbot, desk)
    page = carry(person)
    person.press(page.files.pdf)
    assert "nothing to save as PDF" in page.files.status.text()


# ---- in


def test_one_press_brings_in_the_newest_copy_on_a_stick(
    person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    other_notebook(tmp_path / "LUCY", "From the old computer")
    page = carry(person, tmp_path / "LUCY")
    person.press(page.arriving.bring)
    told = done(qtbot, page, page.arriving)
    assert told.startswith("Brought in: ")
    texts = {one.text for one in person.desk.notebook.marks.all()}
    assert texts == {"Ring on Monday", "From the old computer"}

    person.press(page.arriving.bring)
    told = done(qtbot, page, page.arriving)
    assert told == "Everything in that file was here already. Nothing was changed."


def test_what_came_in_can_be_taken_out_again(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = other_notebook(tmp_path / "old", "One", "Two")
    monkeypatch.setattr(carry_page, "ask_file", lambda *_: came)
    page = carry(person)
    person.press(page.arriving.choose)
    done(qtbot, page, page.arriving)
    marks = person.desk.notebook.marks
    assert len(marks.all()) == 3
    person.press(person.window.notice.undo_button)
    assert [one.text for one in marks.all()] == ["Ring on Monday"]


def test_what_came_with_an_appointment_stays(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its questions the appointment would stand in the way of the reader's own list."""
    notebook = Notebook.open(None, now=lambda: NOON, new_id=iter("abc").__next__)
    notebook.questions.add("From the old computer")
    came = move_out(notebook, tmp_path, NOON).path
    notebook.close()
    monkeypatch.setattr(carry_page, "ask_file", lambda *_: came)
    page = carry(person)
    person.press(page.arriving.choose)
    assert "2 new" in done(qtbot, page, page.arriving)
    assert not person.window.notice._undos


def test_with_no_copy_on_any_stick_it_says_what_to_do(
    person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    page = carry(person, tmp_path)
    person.press(page.arriving.bring)
    assert done(qtbot, page, page.arriving).startswith("No copy was found on a stick.")


def test_a_file_that_is_not_ours_changes_nothing(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / "letter.json"
    foreign.write_text("[1, 2]", encoding="utf-8")
    monkeypatch.setattr(carry_page, "ask_file", lambda *_: foreign)
    page = carry(person)
    person.press(page.arriving.choose)
    assert "Nothing was changed." in done(qtbot, page, page.arriving)
    assert len(person.desk.notebook.marks.all()) == 1


def test_a_full_disk_lets_nothing_in(
    person: Person, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = other_notebook(tmp_path / "old", "One")
    monkeypatch.setattr(carry_page, "ask_file", lambda *_: came)
    page = carry(person)

    def full() -> None:
        raise NotSavedError(None, Trouble.DISK_FULL)

    vars(person.desk.notebook._store)["transaction"] = full
    person.press(page.arriving.choose)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=PATIENCE_MS)
    vars(person.desk.notebook._store).pop("transaction")
    assert person.window.notice.text.startswith("Not saved: the disk is full.")
    assert not page.arriving.status.isVisible()
    assert len(person.desk.notebook.marks.all()) == 1


# ---- the copies of this computer


def test_a_copy_is_made_and_all_are_listed_with_what_is_in_them(
    person: Person, qtbot: QtBot
) -> None:
    page = carry(person)
    assert page.copies.newest.text() == "There is none yet."
    assert not page.copies.list.isVisible()
    person.press(page.copies.now)
    assert page.copies.status.text().startswith("A copy was made and checked: ")
    person.press(page.copies.list)
    (card,) = page.copies.cards
    person.press(card.look_button)
    assert card.inside.isVisible()
    assert "• Note: Ring on Monday" in card.inside.text()
    assert "• Question: Will it hurt?" in card.inside.text()
    person.press(card.look_button)
    assert not card.inside.isVisible()
    person.press(page.copies.list)
    assert page.copies.cards == []


def test_what_is_missing_comes_back_from_a_copy(person: Person, qtbot: QtBot) -> None:
    page = carry(person)
    person.press(page.copies.now)
    marks = person.desk.notebook.marks
    marks.delete(marks.all()[0].id)
    person.press(page.copies.list)
    person.press(page.copies.cards[0].use_button)
    assert "1 changed" in done(qtbot, page, page.copies)
    assert [one.text for one in marks.all()] == ["Ring on Monday"]


def test_a_damaged_copy_cannot_be_used(person: Person) -> None:
    page = carry(person)
    person.press(page.copies.now)
    (backup,) = person.desk.notebook.backups.all()
    backup.path.write_bytes(b"no notebook at all" * 1000)
    person.press(page.copies.list)
    (card,) = page.copies.cards
    person.press(card.look_button)
    assert "cannot be read" in card.inside.text()
    assert not card.use_button.isEnabled()


# ---- away


def test_two_presses_delete_everything_here(person: Person, qtbot: QtBot) -> None:
    desk = person.desk
    person.go(PageName.QUESTIONS)
    person.page(QuestionsPage).own.field.setFocus()
    person.type("Something half written")
    person.go(PageName.NOTES)
    notes = person.page(NotesPage)
    notes.list.tools.field.setText("lump")
    (card,) = notes.cards.values()
    card.change_asked.emit()
    page = carry(person)
    person.press(page.copies.now)
    person.press(page.erase.first)
    assert "2 notes, marks and questions, for good" in page.erase.warning.text()
    assert page.erase.keep.hasFocus()
    assert len(desk.notebook.marks.all()) == 1
    person.press(page.erase.second)
    assert page.erase.status.text().startswith("Everything you wrote is deleted, and every copy")
    assert desk.notebook.marks.all() == ()
    assert desk.notebook.questions.all() == ()
    assert desk.notebook.backups.all() == ()
    assert not desk.window.notice._undos
    assert (notes.list.editor, dict(notes.cards), notes.list.model.count) == (None, {}, 0)
    person.go(PageName.QUESTIONS)
    for field in (notes.list.tools.field, person.page(QuestionsPage).own.field):
        field.undo()
        assert field.text() == ""
    assert desk.notebook.drafts.of("own question") == ""


def test_what_is_being_written_in_a_booklet_is_not_saved_again(
    person: Person, qtbot: QtBot
) -> None:
    person.window.go(Stop(PageName.READING, "recurrence", "why"))
    reading = person.page(MarkingPage)
    person.pick(reading, reading.section.passages[1].id)
    person.press_named("Add a note")
    person.type("A secret")
    page = carry(person)
    person.press(page.erase.first)
    person.press(page.erase.second)
    person.window.save()
    assert person.desk.notebook.marks.all() == ()


def test_it_can_be_thought_better_of(person: Person) -> None:
    page = carry(person)
    person.press(page.erase.first)
    person.press(page.erase.keep)
    assert page.erase.status.text() == "Nothing was deleted."
    assert not page.erase.second.isVisible()
    person.press(page.erase.first)
    person.go(PageName.HELP)
    person.window.go(Stop(PageName.CARRY))
    assert not page.erase.second.isVisible()
    assert len(person.desk.notebook.marks.all()) == 1


def test_a_copy_that_cannot_be_deleted_yet_is_told_of(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = carry(person)
    monkeypatch.setattr(
        type(person.desk.notebook.erasing), "delete_everything", lambda _self: False
    )
    person.press(page.erase.first)
    person.press(page.erase.second)
    assert "tried again the next time you start" in page.erase.status.text()


# ---- the way there


def test_help_leads_there(person: Person) -> None:
    person.go(PageName.HELP)
    person.press_named("Take my notes with me")
    assert person.page(CarryPage).title == "Take my notes with me"


def test_my_notes_leads_there_too_and_back(person: Person) -> None:
    person.go(PageName.NOTES)
    person.press_named("Take my notes with me")
    assert isinstance(person.window.page, CarryPage)
    person.window.back()
    assert person.window.page is person.window.made(PageName.NOTES)


def test_a_window_that_keeps_nothing_makes_no_copies_but_saves_one(
    qtbot: QtBot, open_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    open_desk()
    second = Person(qtbot, open_desk())
    second.desk.notebook.questions.add("Only here")
    page = carry(second, tmp_path)
    assert not page.copies.now.isVisible()
    second.press(page.moving.sticks[0])
    assert done(qtbot, page, page.moving).startswith("Saved and checked: 1 note")


def test_one_thing_at_a_time(person: Person, qtbot: QtBot, tmp_path: Path) -> None:
    page = carry(person, tmp_path)
    person.press(page.moving.sticks[0])
    assert page.is_busy
    person.press(page.arriving.bring)
    assert not page.arriving.status.isVisible()
    done(qtbot, page, page.moving)
    QTest.qWait(0)
    assert len(find_moved(tmp_path)) == 1
