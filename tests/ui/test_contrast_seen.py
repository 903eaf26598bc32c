"""Contrast measured on the screen: every word, icon, border and ring of every page and theme.

What a theme promises in its file is one thing; which colour meets which is known only when the
pages are drawn. So each control is painted, and the colours in it are read back.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from reader.ui.theme import ORDER, load_theme
from tests.grids import first
from tests.pictures.scenes import MAIN, SCENES
from tests.ui.driver import Person
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from tests.pictures.scenes import Scene

TEXT, SHAPE = 7.0, 3.0
TEXT_OFF = 4.5
"""What cannot be pressed just now is muted, and still to be read."""

A_FEW = 6
"""Dots of a colour that count: fewer are the soft edge of a letter."""

PLACES = {scene.name: scene for scene in SCENES if scene.content is None}
EVERY_PLACE = pytest.mark.parametrize(
    "scene", first(PLACES.values(), [PLACES[name] for name in MAIN]), ids=PLACES
)


def measured(one: int, other: int) -> float:
    """The ratio by the words of WCAG 2.2 of two colours as ``0xRRGGBB``."""
    lights = []
    for colour in (one, other):
        value = 0.0
        for weight, shift in ((2126, 16), (7152, 8), (722, 0)):
            share = (colour >> shift & 0xFF) / 255
            linear = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
            value += weight * linear / 10_000
        lights.append(value)
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def colours(picture: QImage, rect: QRect) -> Counter[int]:
    """How many dots of each colour there are in that part of ``picture``."""
    rect = rect.intersected(picture.rect())
    part = picture.copy(rect).convertToFormat(QImage.Format.Format_RGB32)
    found: Counter[int] = Counter()
    data = bytes(part.constBits())
    for row in range(part.height()):
        line = data[row * part.bytesPerLine() : row * part.bytesPerLine() + 4 * part.width()]
        found.update(memoryview(line).cast("I"))
    return Counter({colour & 0xFFFFFF: count for colour, count in found.items()})


def seen(picture: QImage, rect: QRect) -> float:
    """The best contrast in ``rect`` of anything drawn there with what it is drawn on.

    The ground is what there is most of; the strokes of letters have their full colour only in the
    middle, so the strongest colour of which there are a few dots is theirs.
    """
    found = colours(picture, rect)
    if not found:
        return 0.0
    ground, _ = found.most_common(1)[0]
    drawn = [colour for colour, count in found.items() if count >= A_FEW and colour != ground]
    return max((measured(colour, ground) for colour in drawn), default=1.0)


def in_view(widget: QWidget) -> QRect:
    """Where it can be seen, in its window; empty where it is scrolled away."""
    rect = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(widget.window(), rect.topLeft()), rect.size())


def words_in(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit | QAbstractButton | QLabel):
        return widget.text() or (widget.placeholderText() if isinstance(widget, QLineEdit) else "")
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def pale_words(window: QWidget, picture: QImage) -> Iterator[str]:
    """Every piece of text that is too near to its ground."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit
        ):
            continue
        rect, text = in_view(widget), words_in(widget)
        if not text.strip() or rect.height() < widget.fontMetrics().height() or rect.width() < 12:
            continue
        least = TEXT if widget.isEnabled() else TEXT_OFF
        inside = rect if isinstance(widget, QLabel) else rect.adjusted(5, 5, -5, -5)
        found = seen(picture, inside)
        if found < least:
            yield f"{type(widget).__name__} “{text[:40]}” has {found:.2f}"


def pale_icons(window: QWidget, picture: QImage) -> Iterator[str]:
    """Every button that shows only an icon, and its icon is too near to its ground."""
    for button in window.findChildren(QPushButton):
        if not button.isVisible() or button.icon().isNull() or button.text():
            continue
        rect = in_view(button)
        if rect.size() == button.size():
            found = seen(picture, rect.adjusted(6, 6, -6, -6))
            if found < SHAPE:
                yield f"the icon of “{button.accessibleName()}” has {found:.2f}"


def pale_borders(window: QWidget, picture: QImage) -> Iterator[str]:
    """Every outlined control whose edge is too near to what is beside it."""
    for widget in window.findChildren(QWidget):
        outlined = isinstance(widget, QLineEdit | QPlainTextEdit) or (
            isinstance(widget, QPushButton) and str(widget.property("rank")) in ("plain", "choice")
        )
        rect = in_view(widget) if outlined and widget.isVisible() else QRect()
        if rect.size() != widget.size() or not widget.isEnabled() or widget.hasFocus():
            continue
        middle = QRect(rect.left() - 6, rect.center().y() - 6, 12, 12)
        if not picture.rect().contains(middle):
            continue
        found = seen(picture, middle)
        if found < SHAPE:
            yield f"the edge of “{widget.accessibleName()}” has {found:.2f}"


def themes_for(scene: Scene, *, is_all: bool) -> Sequence[str]:
    """All, or the one whose turn it is: many scenes show the same controls."""
    return ORDER if is_all else [ORDER[list(PLACES).index(scene.name) % len(ORDER)]]


@pytest.mark.parametrize(
    "is_all", [False, pytest.param(True, marks=pytest.mark.system)], ids=["one theme", "all themes"]
)
@EVERY_PLACE
def test_all_that_is_shown_can_be_seen(
    open_desk: Callable[..., Desk], scene: Scene, is_all: bool
) -> None:
    person = Person(Fingers(), open_desk())
    person.window.resize(1280, 1100)
    scene.arrange(person)
    for theme in themes_for(scene, is_all=is_all):
        folder = person.desk.pages._paths.resources / "themes"
        person.desk.looks.change(theme=load_theme(folder, theme))
        Fingers.rest()
        scene.each(person)
        Fingers.rest()
        picture = person.window.grab().toImage()
        found = [
            *pale_words(person.window, picture),
            *pale_icons(person.window, picture),
            *pale_borders(person.window, picture),
        ]
        assert found == [], theme


@pytest.mark.parametrize("theme", ORDER)
def test_the_text_of_a_booklet_can_be_seen_wherever_it_stands(
    open_desk: Callable[..., Desk], theme: str
) -> None:
    """Plain, highlighted, in a picked passage, in a callout, in a table's head, as a link."""
    person = Person(Fingers(), open_desk())
    person.window.resize(1280, 1100)
    folder = person.desk.pages._paths.resources / "themes"
    person.desk.looks.change(theme=load_theme(folder, theme))
    for booklet, section in (
        ("recurrence", "how"),
        ("recurrence", "questions"),
        ("surgery", "what"),
    ):
        person.window.go(Stop(PageName.READING, booklet, section))
        page = person.page(MarkingPage)
        if page.is_gated:
            continue
        for number, passage in enumerate(page.section.passages):
            page.view.scroll_to(passage.id)
            if number % 3 == 1:
                page.view.select(passage.id)
            Fingers.rest()
            rect = page.view.passage_rect(passage.id).toRect()
            picture = page.view.viewport().grab().toImage()
            if passage.figure is None and rect.intersects(picture.rect()):
                assert seen(picture, rect) >= TEXT, (section, passage.text[:40])


@pytest.mark.parametrize("theme", ORDER)
def test_the_ring_of_what_has_the_keyboard_can_be_seen(
    open_desk: Callable[..., Desk], theme: str
) -> None:
    person = Person(Fingers(), open_desk())
    person.window.resize(1280, 860)
    folder = person.desk.pages._paths.resources / "themes"
    person.desk.looks.change(theme=load_theme(folder, theme))
    page = person.window.page
    assert page is not None
    buttons = [person.window.rail.buttons[PageName.SEARCH], person.window.header.bigger]
    buttons += [one for one in page.findChildren(QPushButton) if one.isVisible()]
    for button in buttons:
        if in_view(button).size() != button.size():
            continue
        button.setFocus(Qt.FocusReason.TabFocusReason)
        Fingers.rest()
        ring = person.desk.ring.geometry()
        picture = person.window.grab().toImage()
        beside = QRect(ring.left() - 4, ring.center().y() - 3, 7, 7)
        assert seen(picture, beside) >= SHAPE, button.accessibleName()


# ---- marks are told by more than their colour


@pytest.mark.parametrize("theme", ORDER)
def test_a_highlight_has_a_line_under_it(open_desk: Callable[..., Desk], theme: str) -> None:
    person = Person(Fingers(), open_desk())
    folder = person.desk.pages._paths.resources / "themes"
    person.desk.looks.change(theme=load_theme(folder, theme))
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    page = person.page(MarkingPage)
    passage = page.section.passages[1].id
    person.pick(page, passage)
    person.press_named("Highlight")
    Fingers.rest()
    look = person.desk.looks.look
    picture = page.view.viewport().grab().toImage()
    found = colours(picture, page.view.passage_rect(passage).toRect())
    ground, line = (int(look.colour(role)[1:], 16) for role in ("highlight", "highlight_line"))
    assert found[ground] > 500
    assert found[line] > 200
    assert measured(line, ground) >= SHAPE


# ---- the measure itself


class TestMeasure:
    """It finds what is pale, and lets pass what is not."""

    @pytest.mark.parametrize(
        ("one", "other", "ratio"),
        [(0x000000, 0xFFFFFF, 21.0), (0x777777, 0xFFFFFF, 4.48), (0x0000FF, 0xFFFF00, 8.0)],
    )
    def test_ratios_are_the_published_ones(self, one: int, other: int, ratio: float) -> None:
        assert measured(one, other) == pytest.approx(ratio, abs=0.005)

    @pytest.fixture
    def window(self, qtbot: QtBot) -> QWidget:
        made = QWidget()
        qtbot.addWidget(made)
        QHBoxLayout(made)
        made.resize(400, 120)
        return made

    @pytest.mark.parametrize(
        ("ink", "is_pale"), [("#000000", False), ("#595959", False), ("#777777", True)]
    )
    def test_pale_words(self, window: QWidget, qtbot: QtBot, ink: str, is_pale: bool) -> None:
        label = QLabel("Some words to be read")
        window.layout().addWidget(label)
        window.setStyleSheet(f"QWidget {{ background: #FFFFFF; color: {ink}; font-size: 24px; }}")
        window.show()
        qtbot.waitExposed(window)
        found = list(pale_words(window, window.grab().toImage()))
        assert bool(found) is is_pale

    @pytest.mark.parametrize(("edge", "is_pale"), [("#767676", False), ("#CCCCCC", True)])
    def test_pale_borders(self, window: QWidget, qtbot: QtBot, edge: str, is_pale: bool) -> None:
        field = QLineEdit()
        window.layout().addWidget(field)
        field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = f"QWidget {{ background: #FFFFFF; }} QLineEdit {{ border: 2px solid {edge}; }}"
        window.setStyleSheet(sheet)
        window.show()
        qtbot.waitExposed(window)
        assert bool(list(pale_borders(window, window.grab().toImage()))) is is_pale

    def test_what_is_drawn_thinly_is_measured_by_its_middle(self) -> None:
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.GlobalColor.black)
        painter.drawLine(QPoint(5, 10), QPoint(55, 10))
        painter.end()
        assert seen(picture, picture.rect()) > SHAPE
