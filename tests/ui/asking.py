"""The My questions page with a person in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.notebook.errors import NotSavedError, Trouble
from reader.notebook.model import Place
from reader.shelf.ideas import read_ideas
from reader.ui.questions_page import QuestionsPage
from tests.ui.conftest import CONTENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from reader.notebook.model import Question
    from reader.notebook.notebook import Notebook
    from reader.shelf.ideas import Ideas
    from reader.shelf.shelf import Shelf
    from reader.ui.history import Stop
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks

IDEAS = read_ideas(CONTENT)
ROUNDS = 4
HERE = Place("recurrence", "2026-11", "questions", "p-1")


def full_disk(*_: object) -> None:
    """In place of a change: what the notebook does when nothing more fits."""
    raise NotSavedError(None, Trouble.DISK_FULL)


class Asker:
    """Presses buttons by their object names, and hears all that the page asks for."""

    def __init__(
        self,
        qtbot: QtBot,
        looks: Looks,
        notebook: Notebook,
        shelf: Shelf,
        keeper: Keeper,
        *,
        ideas: Ideas = IDEAS,
    ) -> None:
        self.qtbot = qtbot
        self.notebook = notebook
        self.told: list[str] = []
        self.undos: list[tuple[str, Callable[[], object]]] = []
        self.stops: list[Stop] = []
        self.counts: list[int] = []
        self.page = QuestionsPage(
            looks,
            notebook.questions,
            notebook.appointments,
            notebook.drafts,
            ideas,
            shelf,
            keeper,
        )
        self.page.told.connect(self.told.append)
        self.page.went.connect(self.stops.append)
        self.page.counted.connect(self.counts.append)
        self.page.undoable.connect(lambda text, undo: self.undos.append((text, undo)))
        keeper.failed.connect(self.told.append)
        self.window = QWidget()
        header = QHBoxLayout()
        for button in self.page.header_buttons():
            header.addWidget(button)
        column = QVBoxLayout(self.window)
        column.addLayout(header)
        column.addWidget(self.page)

    def open(self, width: int = 1100, height: int = 860) -> Asker:
        """Show the window."""
        self.qtbot.addWidget(self.window)
        self.window.resize(width, height)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.page.arrive(self.page.stop())
        return self

    def ask(self, *texts: str) -> list[Question]:
        """Put questions of the reader's own on the list, and show them."""
        made = [self.notebook.questions.add(text) for text in texts]
        self.page.refresh()
        self.settle()
        return made

    def find(self, name: str) -> QWidget:
        """The visible control of that object name; new ones show a moment late."""

        def there_is_one() -> None:
            assert self._visible(name), f"{name} is not on the screen"

        self.qtbot.waitUntil(there_is_one, timeout=2000)
        return self._visible(name)[0]

    def has(self, name: str) -> bool:
        """Whether a control of that object name can be seen."""
        return bool(self._visible(name))

    def press(self, name: str) -> None:
        """Click a button that can be pressed."""
        button = self.find(name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Write into a field."""
        self.qtbot.keyClicks(self.find(name), text)

    def key(self, name: str, *keys: Qt.Key) -> None:
        """Press keys while a control has the keyboard."""
        control = self.find(name)
        control.setFocus()
        for key in keys:
            self.qtbot.keyClick(control, key)

    def focused(self) -> str:
        """The object name of what has the keyboard."""
        control = self.window.focusWidget()
        return control.objectName() if control is not None else ""

    def texts(self) -> list[str]:
        """The questions kept, in order."""
        return [question.text for question in self.notebook.questions.all()]

    def shown(self) -> list[str]:
        """The questions on the screen from top to bottom, each with its number."""
        self.settle()
        rows = [row for row in self.page.list.rows.values() if row.isVisible()]
        rows.sort(key=lambda row: row.mapTo(self.window, row.rect().topLeft()).y())
        return [f"{row.number.text()} {row.text.text()}" for row in rows]

    def settle(self) -> None:
        """Let what Qt put off happen: new widgets shown, everything in its place."""
        layout = self.page.body.layout()
        for _ in range(ROUNDS):
            self.qtbot.wait(1)
            layout.activate()

    def _visible(self, name: str) -> list[QWidget]:
        found = self.window.findChildren(QWidget, name)
        return [one for one in found if one.isVisible()]
