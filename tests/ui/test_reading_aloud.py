"""Reading aloud in the real window, with the engine that Qt has for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTextToSpeech import QTextToSpeech

from reader.booklet.saying import section_sentences
from reader.settings import load_settings
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.reading_aloud import Voice
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.app import Desk

PATIENCE = 15_000


@pytest.fixture
def person(qtbot: QtBot, desk: Desk) -> Person:
    return Person(qtbot, desk)


@pytest.fixture
def given(person: Person) -> list[str]:
    """What the engine is given to say, in order; it is said by hand with ``said``."""
    asked: list[str] = []
    person.desk.speaker.say = asked.append  # type: ignore[method-assign]
    return asked


def read_at(person: Person, section: str, booklet: str = "recurrence") -> MarkingPage:
    person.window.go(Stop(PageName.READING, booklet, section))
    return person.page(MarkingPage)


def said(person: Person) -> None:
    """The engine has come to the end of what it was given."""
    person.desk.speaker.finished.emit()


def current(page: MarkingPage) -> str:
    sentence = page.sentences.walk.current
    return sentence.text if sentence is not None else ""


def test_the_voice_goes_from_sentence_to_sentence(person: Person, qtbot: QtBot) -> None:
    page = read_at(person, "groups")
    person.press(page.sentences.read_aloud)
    sentences = [one.text for one in section_sentences(page.section)]
    assert current(page) == sentences[0]
    qtbot.waitUntil(lambda: current(page) == sentences[2], timeout=PATIENCE)
    assert page.sentences.aloud.voice is Voice.READING


def test_what_is_read_is_marked_and_kept_in_view(person: Person, given: list[str]) -> None:
    page = read_at(person, "other")
    person.press(page.sentences.read_aloud)
    for _ in section_sentences(page.section)[1:]:
        said(person)
        rects = page.view.sentence_rects()
        assert rects
        assert min(rect.top() for rect in rects) >= 0
        assert max(rect.bottom() for rect in rects) <= page.view.viewport().height()
    assert page.view.verticalScrollBar().value() > 0
    assert len(given) == len(section_sentences(page.section))


def test_text_is_not_moved_while_the_sentence_can_be_seen(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    person.press(page.sentences.read_aloud)
    for _ in range(3):
        said(person)
    assert page.view.verticalScrollBar().value() == 0
    assert len(given) == 4


def test_pause_go_on_and_stop(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    bar = page.sentences.bar
    person.press(page.sentences.read_aloud)
    said(person)
    sentence = current(page)
    person.press_named("Pause")
    assert page.sentences.aloud.voice is Voice.PAUSED
    said(person)
    assert current(page) == sentence
    person.press_named("Go on")
    assert given[-1] == given[-2] == sentence
    person.press_named("Stop reading aloud")
    assert (page.sentences.aloud.voice, current(page)) == (Voice.SILENT, "")
    assert bar.isHidden()
    assert page.sentences.read_aloud.accessibleName() == "Read aloud"


def test_next_and_previous_sentence(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    sentences = [one.text for one in section_sentences(page.section)]
    person.press(page.sentences.read_aloud)
    person.press_named("Next sentence")
    person.press_named("Next sentence")
    person.press_named("Previous sentence")
    assert given == [sentences[index] for index in (0, 1, 2, 1)]


def test_at_the_end_of_a_section_the_voice_waits_to_be_asked(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "groups")
    person.press(page.sentences.read_aloud)
    for _ in section_sentences(page.section):
        said(person)
    assert given[-1] == "That is the end of this part."
    said(person)
    assert page.section.id == "groups"
    assert page.sentences.aloud.voice is Voice.AT_END
    person.press_named("Read on: the next part")
    assert page.section.id == "choosing"
    assert given[-1] == page.section.title


def test_at_the_end_of_the_last_section_there_is_nothing_to_read_on_to(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "why")
    last = next(one for one in reversed(page.booklet.sections) if one.gate is None)
    page = read_at(person, last.id)
    assert page.neighbour(1) is None
    person.press(page.sentences.read_aloud)
    for _ in section_sentences(page.section):
        said(person)
    assert page.sentences.aloud.voice is Voice.AT_END
    assert "Read on: the next part" not in person.names()
    person.press_named("Read from this sentence")
    assert given[-1] == current(page)
    person.press_named("Stop reading aloud")
    count = len(given)
    read_at(person, "why")
    assert len(given) == count, "the voice began by itself"


def test_at_the_end_another_speed_changes_nothing_else(person: Person, given: list[str]) -> None:
    page = read_at(person, "groups")
    person.press(page.sentences.read_aloud)
    for _ in section_sentences(page.section):
        said(person)
    person.desk.speaker.step_rate(1)
    assert page.sentences.aloud.voice is Voice.AT_END


def test_next_keeps_the_keyboard_into_the_next_section(person: Person, given: list[str]) -> None:
    page = read_at(person, "groups")
    person.press(page.sentences.read_aloud)
    for _ in section_sentences(page.section)[1:]:
        page.sentences.step(1)
    page.sentences.bar.next.setFocus()
    page.sentences.bar.next.click()
    assert page.section.id == "choosing"
    assert page.sentences.bar.next.hasFocus()


def test_the_voice_does_not_go_through_a_closed_gate(person: Person, given: list[str]) -> None:
    page = read_at(person, "surgery")
    person.press(page.sentences.read_aloud)
    for _ in section_sentences(page.section):
        said(person)
    before = list(given)
    person.press_named("Read on: the next part")
    assert page.section.id == "desktop-3"
    assert page.is_gated
    assert (given, current(page)) == (before, "")
    assert page.sentences.aloud.voice is Voice.SILENT
    person.press_named("Show it")
    assert given == before


def test_the_next_sentence_after_the_last_is_in_the_next_section(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "groups")
    person.press(page.sentences.read_aloud)
    last = section_sentences(page.section)[-1]
    page.sentences.walk.go_to(last.passage)
    while current(page) != last.text:
        person.press_named("Next sentence")
    person.press_named("Next sentence")
    assert page.section.id == "choosing"
    assert given[-1] == page.section.title


def test_from_here_reads_from_the_picked_passage(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    passage = page.section.passages[3]
    person.pick(page, passage.id)
    person.press_named("Read from here")
    assert given == ["Sometimes the first treatment does not fully work."]
    assert page.view.selected == ""
    assert person.window.focusWidget() is page.view


def test_r_reads_from_the_picked_passage_too(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    person.pick(page, page.section.passages[3].id)
    person.keys(page.view, Qt.Key.Key_R)
    assert given == ["Sometimes the first treatment does not fully work."]
    person.keys(page.view, Qt.Key.Key_R)
    assert page.sentences.aloud.voice is Voice.PAUSED


def test_a_picture_is_said_whole_and_a_table_with_its_heads(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "groups")
    figure = next(one for one in page.section.passages if one.figure is not None)
    page.sentences.read_from(figure.id)
    assert given == ["Picture. The picture is a line of time."]
    assert page.view.sentence_rects()[0].height() > page.looks.look.text_px * 2
    table = read_at(person, "trials", "surgery")
    person.press_named("Show it")
    rows = [one for one in table.section.passages if one.cells]
    table.sentences.read_from(rows[1].id)
    assert given[-1] == "Trial: DESKTOP 3, presented in 2020"
    assert rows[0].is_header
    table.sentences.read_from(rows[0].id)
    assert given[-1] == "Trial: DESKTOP 3, presented in 2020"


@pytest.mark.parametrize("size", [1.0, 2.0, 4.0])
@pytest.mark.parametrize("window", [(800, 600), (1280, 800)])
@pytest.mark.parametrize("has_voice", [True, False])
def test_the_bar_is_one_row_of_whole_buttons(
    person: Person,
    given: list[str],
    qtbot: QtBot,
    size: float,
    window: tuple[int, int],
    has_voice: bool,
) -> None:
    page = read_at(person, "why")
    person.window.resize(*window)
    person.desk.looks.change(size=size)
    (page.sentences.read_page if has_voice else page.sentences.toggle_strip)()
    bar = page.sentences.bar

    def is_one_row() -> None:
        shown = [button for button in bar.controls() if button.isVisible()]
        assert len(shown) >= 4
        assert len({button.geometry().center().y() for button in shown}) == 1
        for button in shown:
            assert bar.rect().contains(button.geometry())
            assert button.width() >= button.sizeHint().width()
            assert button.height() >= 48
        assert page.view.viewport().height() >= page.looks.look.text_px * 1.6

    qtbot.waitUntil(is_one_row, timeout=5000)
    assert bool(given) is has_voice


def test_every_step_by_keys(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    sentences = [one.text for one in section_sentences(page.section)]
    view = page.view
    view.setFocus()
    person.keys(view, Qt.Key.Key_R)
    person.keys(view, Qt.Key.Key_Period)
    person.keys(view, Qt.Key.Key_Comma)
    assert given == [sentences[0], sentences[1], sentences[0]]
    person.keys(view, Qt.Key.Key_R)
    assert page.sentences.aloud.voice is Voice.PAUSED
    person.keys(view, Qt.Key.Key_R)
    assert page.sentences.aloud.voice is Voice.READING
    person.keys(view, Qt.Key.Key_Escape)
    assert page.sentences.aloud.voice is Voice.SILENT


def test_escape_stops_the_voice_and_then_puts_one_sentence_at_a_time_away(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "why")
    page.view.setFocus()
    person.keys(page.view, Qt.Key.Key_S)
    person.keys(page.view, Qt.Key.Key_R)
    assert (len(given), page.sentences.aloud.voice) == (1, Voice.READING)
    person.keys(page.view, Qt.Key.Key_Escape)
    assert page.sentences.aloud.voice is Voice.SILENT
    assert page.sentences.by_sentence.isChecked()
    person.keys(page.view, Qt.Key.Key_Escape)
    assert not page.sentences.by_sentence.isChecked()
    assert current(page) == ""


def test_keys_are_letters_where_there_is_writing(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    person.pick(page, page.section.passages[1].id)
    person.press_named("Add a note")
    person.type("r.,s")
    assert (given, current(page)) == ([], "")


def test_another_page_ends_the_voice_and_a_press_says_what_is_on_it(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "why")
    person.press(page.sentences.read_aloud)
    person.go(PageName.HELP)
    assert page.sentences.aloud.voice is Voice.SILENT
    person.desk.say_page()
    assert given[-1].startswith("Help")
    assert "Button: Make everything bigger." in given[-1]


def test_what_is_said_aside_pauses_the_reading(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    person.press(page.sentences.read_aloud)
    sentence = current(page)
    person.desk.speaker.say_aside("This is how your booklets sound.")
    said(person)
    assert (page.sentences.aloud.voice, current(page)) == (Voice.PAUSED, sentence)
    assert given[-1] == "This is how your booklets sound."


def test_where_there_is_no_voice_the_button_and_the_notice_say_so(
    open_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = open_desk(make_engine=lambda: None)
    person = Person(qtbot, desk)
    page = read_at(person, "why")
    person.press(page.sentences.read_aloud)
    qtbot.waitUntil(lambda: page.sentences.read_aloud.text() == "No voice yet", timeout=PATIENCE)
    told = person.window.notice.text
    assert told.startswith("This computer has no voice to read with. Nothing is wrong")
    assert "“speech-dispatcher”" in told
    assert page.sentences.aloud.voice is Voice.SILENT
    assert page.sentences.bar.isHidden()
    assert page.sentences.read_aloud.isEnabled()
    desk.speaker._make = lambda: QTextToSpeech("mock")
    person.press(page.sentences.read_aloud)
    qtbot.waitUntil(lambda: desk.speaker.voices != (), timeout=PATIENCE)
    assert page.sentences.read_aloud.text() == "Stop reading"


def test_speed_and_voice_are_kept(person: Person, given: list[str], qtbot: QtBot) -> None:
    page = read_at(person, "why")
    person.press(page.sentences.read_aloud)
    person.press_named("Read slower")
    assert given[-1] == given[0]
    assert person.desk.speaker.open()
    person.press_named("Voice and speed")
    person.press_named("Anne")
    settings = load_settings(person.desk._paths.settings)
    assert (settings.speech_rate, settings.speech_voice) == (-0.2, "Anne")


# ---- one sentence at a time


def test_one_sentence_at_a_time_is_one_press_and_is_remembered(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "why")
    person.presses = 0
    person.press(page.sentences.by_sentence)
    assert person.presses == 1
    assert current(page) == "Why it has come back"
    person.press_named("Next sentence")
    assert current(page).startswith("This booklet is for people")
    assert load_settings(person.desk._paths.settings).reading_strip
    assert given == []
    person.press_named("Close, and show all sentences alike")
    assert (current(page), page.sentences.by_sentence.isChecked()) == ("", False)
    assert not load_settings(person.desk._paths.settings).reading_strip


def test_the_strip_is_there_the_next_time(open_desk: Callable[..., Desk], qtbot: QtBot) -> None:
    person = Person(qtbot, open_desk())
    person.press(read_at(person, "why").sentences.by_sentence)
    person.window.close()
    again = read_at(Person(qtbot, open_desk()), "groups")
    assert again.sentences.by_sentence.isChecked()
    assert current(again) == "The two groups"
    assert not again.sentences.bar.isHidden()


def test_the_strip_goes_on_through_sections_without_a_voice(
    person: Person, given: list[str]
) -> None:
    page = read_at(person, "groups")
    person.press(page.sentences.by_sentence)
    for _ in section_sentences(page.section):
        person.press_named("Next sentence")
    assert page.section.id == "choosing"
    assert current(page) == page.section.title
    person.press_named("Previous sentence")
    assert (page.section.id, given) == ("groups", [])


def test_the_strip_reads_from_where_it_is(person: Person, given: list[str]) -> None:
    page = read_at(person, "why")
    person.press(page.sentences.by_sentence)
    person.press_named("Next sentence")
    person.press(page.sentences.bar.play)
    assert given == [current(page)]
    person.press_named("Stop reading aloud")
    assert current(page) == given[0]


def test_a_picked_passage_is_where_the_strip_goes(person: Person) -> None:
    page = read_at(person, "why")
    person.press(page.sentences.by_sentence)
    passage = page.section.passages[3]
    page.view.select(passage.id)
    assert current(page) == "Sometimes the first treatment does not fully work."


def test_the_strip_shows_no_sentence_behind_a_gate(person: Person) -> None:
    page = read_at(person, "surgery")
    person.press(page.sentences.by_sentence)
    gated = read_at(person, "desktop-3")
    assert (gated.is_gated, current(gated)) == (True, "")
    assert gated.sentences.bar.isHidden()
    person.press_named("Show it")
    assert current(gated) == gated.section.title
