"""Save as PDF: what is typed into the dialog is what is saved, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox

from reader.ui.history import PageName
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.print_page import PrintPage

OLD = b"an older sheet"
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


class Typist:
    """Types a name into the dialog and presses Save; answers questions; then gives up."""

    def __init__(self, qtbot: QtBot, name: str, *answers: QMessageBox.StandardButton | str) -> None:
        self._qtbot = qtbot
        self._name = name
        self._answers = list(answers)
        self.asked: list[str] = []
        self._timer = QTimer()
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QMessageBox):
            self.asked.append(dialog.text())
            dialog.button(self._answers.pop(0)).click()
        elif isinstance(dialog, QFileDialog):
            if not self._name:
                dialog.reject()
                return
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            field.setCompleter(None)
            field.selectAll()
            self._qtbot.keyClicks(field, self._name)
            self._name = ""
            save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
            QTimer.singleShot(0, save.click)  # may ask, which keeps its slot busy


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrintPage]:
    """The Print page, and a home folder to save in; its dialogs are Qt's own."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    was = QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    person = Person(qtbot, desk)
    person.go(PageName.PRINT)
    yield person.paper()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, was)


def save(
    qtbot: QtBot, page: PrintPage, name: str, *answers: QMessageBox.StandardButton
) -> list[str]:
    """Press Save as PDF and type ``name``; what was asked."""
    typist = Typist(qtbot, name, *answers)
    qtbot.mouseClick(page.choices.save_button, Qt.MouseButton.LeftButton)
    typist.stop()
    return typist.asked


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("My questions", "My questions.pdf"),
        ("My questions.pdf", "My questions.pdf"),
        ("SHEET.PDF", "SHEET.PDF"),
        ("For Dr. Smith", "For Dr. Smith.pdf"),
        ("sheet.txt", "sheet.txt.pdf"),
    ],
)
def test_every_name_ends_as_a_pdf(
    qtbot: QtBot, page: PrintPage, tmp_path: Path, typed: str, saved: str
) -> None:
    assert save(qtbot, page, typed) == []
    assert page.made is not None
    assert {one.name for one in tmp_path.iterdir() if one.is_file()} == {saved}
    assert (tmp_path / saved).read_bytes() == page.made.saved.data


@pytest.mark.parametrize("typed", ["My questions", "My questions.pdf", "For Dr. Smith"])
@pytest.mark.parametrize("answer", [YES, NO])
def test_a_file_is_replaced_only_when_the_reader_says_so(
    qtbot: QtBot,
    page: PrintPage,
    tmp_path: Path,
    typed: str,
    answer: QMessageBox.StandardButton,
) -> None:
    there = tmp_path / f"{typed.removesuffix('.pdf')}.pdf"
    there.write_bytes(OLD)
    (asked,) = save(qtbot, page, typed, answer)
    assert there.name in asked
    assert (there.read_bytes() == OLD) is (answer is NO)


def test_the_name_that_is_offered_says_what_it_is(
    qtbot: QtBot, page: PrintPage, tmp_path: Path
) -> None:
    offered: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        offered.extend(dialog.selectedFiles())
        dialog.reject()

    QTimer.singleShot(50, look)
    page.save_as()
    assert offered == [str(tmp_path / "My questions.pdf")]
    assert not list(tmp_path.glob("*.pdf"))
