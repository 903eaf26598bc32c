"""What the steps share: somebody at the window, where files go, and how to see what is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
)

from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from reader.booklet.model import Passage, Section
    from reader.ui.marking_page import MarkingPage
    from tests.ui.driver import Person
    from tests.ui.stage import Stage

LOOK_FOR_DIALOG_MS = 20
MOST_LOOKS = 250


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``name`` becomes part of the picture's name. ``do`` raises ``AssertionError``."""

    name: str
    told: str
    do: Callable[[Story], None]


@dataclass(slots=True)
class Story:
    """Goes from step to step; ``made`` are the PDFs so far."""

    stage: Stage
    person: Person
    out: Path
    passage: Passage | None = None
    made: list[Path] = field(default_factory=list)


# ---- what can be seen


def texts(within: QWidget) -> list[str]:
    """The words of every visible label."""
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def check_shown(within: QWidget, wanted: Iterable[str]) -> None:
    """Every one of these texts stands on a visible label."""
    shown = texts(within)
    for text in wanted:
        assert text in shown, f"{text!r} is not on the screen"


def has_colour(widget: QWidget, colour: str, rect: QRect | None = None) -> bool:
    """Whether a tenth or more of ``rect`` in ``widget`` is painted in ``colour``."""
    rect = widget.rect() if rect is None else rect.intersected(widget.rect())
    picture = widget.grab(rect).toImage()
    wanted = QColor(colour).rgb()
    points = [(x, y) for y in range(0, picture.height(), 2) for x in range(0, picture.width(), 2)]
    painted = sum(picture.pixel(x, y) == wanted for x, y in points)
    return painted * 10 >= len(points) > 0


def passage_saying(section: Section, beginning: str) -> Passage:
    """The passage of ``section`` that begins so."""
    found = [one for one in section.passages if one.text.startswith(beginning)]
    assert len(found) == 1, f"{len(found)} passages of “{section.title}” begin with {beginning!r}"
    return found[0]


def passage_box(page: MarkingPage, passage: Passage) -> QRect:
    """Where ``passage`` is on the screen; it has to be in view."""
    rect = page.view.passage_rect(passage.id).toRect()
    assert page.view.viewport().rect().contains(rect), f"{passage.text[:30]!r} is out of view"
    return rect


def press(story: Story, button: QAbstractButton) -> None:
    """Scroll until ``button`` can be seen, and click it."""
    Fingers.rest()
    parent = button.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(button)
        parent = parent.parentWidget()
    Fingers.rest()
    is_seen = button.visibleRegion().contains(button.rect().center())
    assert is_seen, f"{button.accessibleName()!r} is out of view"
    story.person.press(button)


# ---- dialogs


class FileDialogFiller:
    """Types ``path`` into the dialog that opens next, and presses its Save button."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._looks = 0
        self._timer = QTimer()
        self._timer.setInterval(LOOK_FOR_DIALOG_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._looks += 1
        if isinstance(dialog, QFileDialog) and self._looks < MOST_LOOKS:
            self._fill(dialog)
        elif dialog is not None:
            dialog.close()

    def _fill(self, dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
        if field.text() != str(self._path):
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
            field.setCompleter(None)  # its list would lie over the button
            field.selectAll()
            QTest.keyClicks(field, str(self._path))
        elif save.isEnabled():
            QTest.mouseClick(save, Qt.MouseButton.LeftButton)


def save_as(story: Story, name: str) -> Path:
    """Press Save as PDF and give the file a name; where it is then."""
    path = story.out / name
    filler = FileDialogFiller(path)
    story.person.press_named("Save as PDF")
    filler.stop()
    notice = story.person.window.notice.text
    assert notice == f"Saved as {path}.", f"the notice says {notice!r}"
    assert path.is_file(), f"there is no {name}"
    story.made.append(path)
    return path
