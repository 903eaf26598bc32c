"""The keys on a kiosk's screen: what they type, when they come, and the field kept in view."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from reader.ui import kiosk_keys
from reader.ui.history import PageName, Stop
from reader.ui.kiosk_keyboard import EDGE_PX, KioskKeyboard, is_field
from reader.ui.kiosk_keys import ACROSS, Act
from reader.ui.marking_page import MarkingPage
from reader.ui.questions_page import QuestionsPage
from reader.ui.search_page import SearchPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks
    from tests.ui.kiosk_stage import Visitor

SCREENS = [(1024, 768), (1280, 800), (768, 1024), (1080, 1920)]
LEAST_PX = 76


class Bench:
    """A field of each kind over the keys."""

    def __init__(self, looks: Looks) -> None:
        self.top = QWidget()
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        self.keys = KioskKeyboard(looks)
        column = QVBoxLayout(self.top)
        for widget in (self.line, self.text, self.keys):
            column.addWidget(widget)
        self.keys.show()

    def press(self, *names: str) -> None:
        for name in names:
            found = [button for row in self.keys.keys for button, key in row if key.name == name]
            found[0].click()

    def shown(self) -> str:
        return " ".join(button.text() for button, _ in chain.from_iterable(self.keys.keys))


@pytest.fixture
def bench(qtbot: QtBot, looks: Looks) -> Bench:
    made = Bench(looks)
    qtbot.addWidget(made.top)
    made.top.resize(1024, 768)
    made.top.show()
    made.keys.type_into(made.line)
    return made


class TestTyping:
    def test_a_sentence_begins_with_a_capital_and_goes_on_small(self, bench: Bench) -> None:
        bench.press("w", "i", "l", "l", "Space", "i", "t", "Question mark")
        assert bench.line.text() == "Will it?"

    def test_shift_is_for_one_letter(self, bench: Bench) -> None:
        bench.press("a", "Shift: a capital letter", "b", "c")
        assert bench.line.text() == "ABc"

    def test_shift_twice_is_no_shift(self, bench: Bench) -> None:
        bench.press("a", "Shift: a capital letter", "Shift: a capital letter", "b")
        assert bench.line.text() == "Ab"

    def test_the_keys_show_what_they_will_type(self, bench: Bench) -> None:
        assert bench.shown().startswith("Q W E")
        bench.press("q")
        assert bench.shown().startswith("q w e")

    def test_delete_takes_a_whole_emoji(self, bench: Bench) -> None:
        bench.line.setText("so 🙂")
        bench.press("Delete the last letter")
        assert bench.line.text() == "so "

    def test_what_is_selected_is_replaced(self, bench: Bench) -> None:
        bench.line.setText("old words")
        bench.keys.type_into(bench.line)
        bench.line.selectAll()
        bench.press("n")
        assert bench.line.text() == "n"

    def test_a_field_that_is_read_only_stays_as_it_is(self, bench: Bench) -> None:
        for field in (bench.line, bench.text):
            field.setReadOnly(True)
            bench.keys.type_into(field)
            bench.press("a", "Space", "Delete the last letter")
        assert (bench.line.text(), bench.text.toPlainText()) == ("", "")

    def test_a_field_takes_no_more_than_it_may(self, bench: Bench) -> None:
        bench.line.setMaxLength(3)
        bench.press("a", "b", "c", "d")
        assert bench.line.text() == "Abc"

    def test_enter_is_enter(self, bench: Bench, qtbot: QtBot) -> None:
        with qtbot.waitSignal(bench.line.returnPressed):
            bench.press("Enter")
        bench.keys.type_into(bench.text)
        bench.press("a", "Enter", "b")
        assert bench.text.toPlainText() == "A\nb"

    def test_a_beginning_is_one_press_and_letters_come_back(self, bench: Bench) -> None:
        bench.press("Words that questions begin with", "What about")
        assert bench.line.text() == "What about "
        bench.press("p", "a", "i", "n")
        assert bench.line.text() == "What about pain"

    def test_a_beginning_in_mid_sentence_is_small(self, bench: Bench) -> None:
        bench.line.setText("And ")
        bench.press("Words that questions begin with", "How long")
        assert bench.line.text() == "And how long "

    def test_numbers_and_signs(self, bench: Bench) -> None:
        bench.press("Numbers and signs", "2", "0", "Per cent", "Letters", "o", "k")
        assert bench.line.text() == "20%ok"

    @pytest.mark.parametrize("page", [Act.LETTERS, Act.NUMBERS, Act.BEGINNINGS])
    def test_each_key_types_just_what_it_says(self, bench: Bench, page: Act) -> None:
        bench.line.setText("x")
        rows = {
            Act.LETTERS: kiosk_keys.letters(),
            Act.NUMBERS: kiosk_keys.numbers(),
            Act.BEGINNINGS: kiosk_keys.beginnings(),
        }[page]
        for key in chain.from_iterable(rows):
            if key.act is not Act.TYPE:
                continue
            bench.keys.type_into(bench.line)
            bench.keys.show_page(page)
            bench.line.setText("x")
            bench.press(key.name)
            expected = key.types if len(key.types) == 1 else key.types[0].lower() + key.types[1:]
            assert bench.line.text() == f"x{expected}"

    def test_a_key_leaves_the_keyboard_where_it_is(self, bench: Bench, qtbot: QtBot) -> None:
        bench.top.activateWindow()
        qtbot.waitUntil(bench.top.isActiveWindow)
        bench.line.setFocus()
        for button, _ in chain.from_iterable(bench.keys.keys):
            assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
        bench.press("a")
        assert bench.line.hasFocus()

    def test_a_field_that_is_gone_is_typed_into_no_more(self, bench: Bench) -> None:
        bench.line.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
        bench.press("a", "Delete the last letter")

    def test_nothing_typed_is_kept_by_the_keys(self, bench: Bench) -> None:
        """A second field gets nothing of the first: no completion, nothing learned."""
        bench.press("s", "e", "c", "r", "e", "t")
        bench.keys.type_into(bench.text)
        assert bench.text.toPlainText() == ""
        assert "secret" not in repr(vars(bench.keys)).lower()


class TestLayout:
    @pytest.mark.parametrize(
        "rows", [kiosk_keys.letters, kiosk_keys.numbers, kiosk_keys.beginnings]
    )
    def test_each_row_is_as_wide_as_the_keyboard(
        self, rows: Callable[[], tuple[kiosk_keys.Row, ...]]
    ) -> None:
        assert [sum(key.width for key in row) for row in rows()] == [ACROSS] * 4

    @pytest.mark.parametrize(
        "rows", [kiosk_keys.letters, kiosk_keys.numbers, kiosk_keys.beginnings]
    )
    def test_each_key_has_a_name_of_its_own(
        self, rows: Callable[[], tuple[kiosk_keys.Row, ...]]
    ) -> None:
        names = [key.name for key in chain.from_iterable(rows())]
        assert all(names)
        assert len(set(names)) == len(names)

    @pytest.mark.parametrize(("width", "height"), SCREENS)
    @pytest.mark.parametrize("size", [1.0, 2.0])
    def test_keys_are_big_lie_edge_to_edge_and_hold_their_words(
        self, qtbot: QtBot, looks: Looks, dressed: Callable[[QWidget], QWidget],
        width: int, height: int, size: float,
    ) -> None:  # fmt: skip
        looks.change(size=size, big_targets=True)
        bench = Bench(looks)
        qtbot.addWidget(bench.top)
        bench.top.layout().setContentsMargins(0, 0, 0, 0)
        dressed(bench.top)
        bench.top.resize(width, height)
        bench.top.show()
        qtbot.waitUntil(lambda: bench.keys.width() == width)
        for page in (Act.LETTERS, Act.NUMBERS, Act.BEGINNINGS):
            bench.keys.show_page(page)
            for row in bench.keys.keys:
                buttons = [button for button, _ in row]
                for before, after in pairwise(buttons):
                    assert before.geometry().right() + 1 == after.geometry().left()
                for button in buttons:
                    told = f"{button.text()!r} {button.width()}×{button.height()}"
                    assert min(button.width(), button.height()) >= LEAST_PX, told
                    words = button.fontMetrics().horizontalAdvance(button.text())
                    assert words <= button.width() - 2 * EDGE_PX, f"{told} is {words} wide"
        assert bench.keys.height() <= 0.55 * height

    def test_no_press_falls_between_two_keys(self, bench: Bench) -> None:
        rows = bench.keys.keys
        top = rows[0][0][0].geometry()
        bottom = rows[-1][-1][0].geometry()
        for x in range(top.left(), bottom.right(), 7):
            for y in range(top.top(), bottom.bottom(), 7):
                assert bench.keys.childAt(QPoint(x, y)) is not None, (x, y)


class TestBySwitch:
    def test_arrows_go_from_key_to_key_and_enter_presses(self, bench: Bench, qtbot: QtBot) -> None:
        bench.top.activateWindow()
        qtbot.waitUntil(bench.top.isActiveWindow)
        bench.keys.setFocus()
        told: list[str] = []
        bench.keys.pressed.connect(told.append)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
            QTest.keyClick(bench.keys, key)
        assert bench.line.text() == "E"
        assert told == ["w", "e", "e"]

    def test_they_go_round_every_key(self, bench: Bench) -> None:
        bench.keys.setFocus()
        reached = set()
        for row in bench.keys.keys:
            for _ in row:
                reached |= {
                    key.name
                    for row_ in bench.keys.keys
                    for button, key in row_
                    if button.property("at")
                }
                QTest.keyClick(bench.keys, Qt.Key.Key_Right)
            QTest.keyClick(bench.keys, Qt.Key.Key_Down)
        assert reached == {key.name for _, key in chain.from_iterable(bench.keys.keys)}

    def test_where_one_is_shows_only_while_one_is_there(self, bench: Bench) -> None:
        first = bench.keys.keys[0][0][0]
        bench.keys.setFocus()
        assert first.property("at") is True
        bench.line.setFocus()
        assert first.property("at") is False


class TestInASession:
    @pytest.mark.parametrize(("width", "height"), SCREENS)
    @pytest.mark.parametrize("size", [1.0, 2.0])
    def test_the_field_stays_in_view_above_the_keys(
        self, open_kiosk: Callable[..., Visitor], qtbot: QtBot,
        width: int, height: int, size: float,
    ) -> None:  # fmt: skip
        visitor = open_kiosk(width=width, height=height)
        visitor.desk.looks.change(size=size)
        visitor.desk.begin()
        visitor.window.open_page(PageName.QUESTIONS)
        field = visitor.page(QuestionsPage).own.field
        visitor.touch(field)
        keys = visitor.desk.inside.view.keys
        qtbot.waitUntil(keys.isVisible)

        def is_seen() -> None:
            assert field.visibleRegion().boundingRect().height() == field.height()
            assert field.mapTo(visitor.frame, field.rect().bottomLeft()).y() < keys.y()

        qtbot.waitUntil(is_seen)
        assert visitor.desk.inside.bar.finish.isVisible()

    def test_a_question_is_written_and_added_by_touch(self, visitor: Visitor, qtbot: QtBot) -> None:
        visitor.desk.begin()
        visitor.window.open_page(PageName.QUESTIONS)
        page = visitor.page(QuestionsPage)
        visitor.touch(page.own.field)
        qtbot.waitUntil(visitor.desk.inside.view.keys.isVisible)
        visitor.type_by_touch("will it hurt")
        visitor.touch(visitor.key("Question mark"))
        assert page.own.field.text() == "Will it hurt?"
        visitor.touch(page.own.button)
        texts = [one.text for one in visitor.desk.inside.notebook.questions.all()]
        assert texts == ["Will it hurt?"]

    def test_a_hardware_keyboard_types_as_well(self, visitor: Visitor) -> None:
        visitor.desk.begin()
        visitor.window.open_page(PageName.SEARCH)
        field = visitor.page(SearchPage).field
        assert field.hasFocus()
        for letter in "letrozole":
            QTest.keyClick(visitor.frame.windowHandle(), letter)
        assert field.text() == "letrozole"

    def test_search_brings_them_and_another_page_takes_them_away(
        self, visitor: Visitor, qtbot: QtBot
    ) -> None:
        keys = visitor.desk.inside.view.keys
        visitor.desk.begin()
        assert keys.isHidden()
        visitor.window.open_page(PageName.SEARCH)
        assert keys.isVisible()
        assert visitor.window.header.isHidden()
        visitor.window.open_page(PageName.HELP)
        qtbot.waitUntil(keys.isHidden)
        assert visitor.window.header.isVisible()

    def test_hidden_they_stay_away_until_the_field_is_pressed(self, visitor: Visitor) -> None:
        keys = visitor.desk.inside.view.keys
        visitor.desk.begin()
        visitor.window.open_page(PageName.SEARCH)
        visitor.touch(visitor.key("Hide the keys"))
        assert keys.isHidden()
        field = visitor.page(SearchPage).field
        assert field.hasFocus()
        QTest.keyClicks(field, "a")
        assert keys.isHidden()
        visitor.touch(field)
        assert keys.isVisible()

    def test_what_a_finger_is_on_does_not_move_away_under_it(
        self, visitor: Visitor, qtbot: QtBot
    ) -> None:
        """The press takes the keyboard from the field; the keys go once the finger is off."""
        visitor.desk.begin()
        visitor.window.open_page(PageName.QUESTIONS)
        page, keys = visitor.page(QuestionsPage), visitor.desk.inside.view.keys
        visitor.touch(page.own.field)
        qtbot.waitUntil(keys.isVisible)
        visitor.reveal(page.own.button)
        handle = visitor.frame.windowHandle()
        at = page.own.button.mapTo(visitor.frame, page.own.button.rect().center())
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.qWait(600)
        assert keys.isVisible()
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert "nothing to add" in page.own.hint.text()

    def test_a_note_is_written_by_touch(self, visitor: Visitor, qtbot: QtBot) -> None:
        visitor.desk.begin()
        visitor.window.go(Stop(PageName.READING, "recurrence", "how"))
        page = visitor.page(MarkingPage)
        page.view.select(page.section.passages[2].id)
        page.passage_actions.write_note()
        qtbot.waitUntil(visitor.desk.inside.view.keys.isVisible)
        visitor.type_by_touch("ring")
        visitor.window.save()
        assert [one.text for one in visitor.desk.inside.notebook.marks.all()] == ["Ring"]

    def test_tab_goes_from_the_field_to_the_keys(self, visitor: Visitor) -> None:
        visitor.desk.begin()
        visitor.window.open_page(PageName.SEARCH)
        QTest.keyClick(visitor.frame.windowHandle(), Qt.Key.Key_Tab)
        assert visitor.desk.inside.view.keys.hasFocus()
        QTest.keyClick(visitor.frame.windowHandle(), Qt.Key.Key_Return)
        assert visitor.page(SearchPage).field.text() == "Q"


def test_what_a_field_is(qtbot: QtBot) -> None:
    line, text, other = QLineEdit(), QPlainTextEdit(), QWidget()
    for widget in (line, text, other):
        qtbot.addWidget(widget)
    assert is_field(line)
    assert is_field(text)
    assert not is_field(other)
    assert not is_field(None)
    line.setReadOnly(True)
    text.setEnabled(False)
    assert not is_field(line)
    assert not is_field(text)
