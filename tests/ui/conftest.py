"""What the tests of the window share: a look, a notebook in memory, the bundled booklets."""

from __future__ import annotations

import functools
import gc
import itertools
import os
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech

from reader.app import Desk
from reader.booklet import reading
from reader.kiosk.messages import Setup
from reader.notebook.notebook import Notebook
from reader.paths import Paths, find_paths
from reader.shelf.shelf import Shelf
from reader.ui.collecting import collect_due
from reader.ui.fonts import load_reading_font
from reader.ui.icons import Icons
from reader.ui.keeper import Keeper
from reader.ui.look import Look, Looks
from reader.ui.stylesheet import stylesheet
from reader.ui.theme import load_theme
from tests.been_here import been_here
from tests.holding import held_in
from tests.ui.kiosk_stage import EVERYTHING, Visitor, session
from tests.ui.stage import PLATFORM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPointingDevice
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from reader.booklet.model import Booklet
    from reader.kiosk.messages import Show
    from reader.kiosk.policy import Policy
    from reader.ui.voices import EngineMaker

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
CONTENT = ROOT / "content"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = PLATFORM


@pytest.fixture(autouse=True)
def _garbage_is_collected_in_the_thread_of_the_windows() -> Iterator[None]:
    """As in the program; see ``Collecting``."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _bundled_booklets_are_read_once() -> Iterator[None]:
    """They are the same in every test and cannot be changed; other booklets are read anew."""
    read_once = functools.cache(reading.read_booklet)

    def read(folder: Path) -> Booklet:
        return (read_once if folder.is_relative_to(CONTENT) else anew)(folder)

    anew = reading.read_booklet
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_booklet", read)
        yield


def mock_engine() -> QTextToSpeech:
    """The engine that Qt has for tests: it takes its time, and makes no sound."""
    return QTextToSpeech("mock")


@pytest.fixture
def looks(qapp: QApplication) -> Looks:
    """Light, at size 1.0."""
    theme = load_theme(RESOURCES / "themes", "light")
    return Looks(Look(theme, load_reading_font()), Icons(RESOURCES / "icons"))


@pytest.fixture
def dressed(looks: Looks) -> Callable[[QWidget], QWidget]:
    """Puts the real style sheet on a widget, as the window does."""
    template = (RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8")

    def dress(widget: QWidget) -> QWidget:
        widget.setStyleSheet(stylesheet(template, looks.look))
        return widget

    return dress


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    """An empty notebook in memory, whose clock goes on a minute at every look."""
    minutes = itertools.count()
    ids = itertools.count(1)
    opened = Notebook.open(
        None,
        now=lambda: NOON + timedelta(minutes=next(minutes)),
        new_id=lambda: f"id-{next(ids)}",
    )
    yield opened
    opened.close()


@pytest.fixture
def keeper(qapp: QApplication) -> Keeper:
    """Tells of changes and failures."""
    return Keeper()


@pytest.fixture
def shelf() -> Shelf:
    """The bundled booklets."""
    return Shelf.open([CONTENT])


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The program's own files, and a folder for the reader's, who was here before."""
    return find_paths(data=been_here(tmp_path / "data"), environ={})


@pytest.fixture
def open_desk(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Iterator[Callable[..., Desk]]:
    """Opens the whole program; each desk is closed again at the end."""
    opened: list[Desk] = []

    def open_it(
        *content: Path,
        booklet: str = "",
        section: str = "",
        make_engine: EngineMaker = mock_engine,
    ) -> Desk:
        desk = Desk(qapp, paths, content, held_in(paths), now=NOON, make_engine=make_engine)
        opened.append(desk)
        qtbot.addWidget(desk.window)
        desk.open(booklet, section)
        qtbot.waitExposed(desk.window)
        return desk

    yield open_it
    for desk in opened:
        desk.window.close()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """The whole program as it is the first time it is opened."""
    return open_desk()


@pytest.fixture(scope="session")
def finger(qapp: QApplication) -> QPointingDevice:
    """A touch screen; Qt keeps each one that was ever made."""
    return QTest.createTouchDevice()


@pytest.fixture
def open_kiosk(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, finger: QPointingDevice
) -> Iterator[Callable[..., Visitor]]:
    """Opens a kiosk's session with somebody in front of it; each is gone at the end."""
    with ExitStack() as stack:

        def open_it(
            policy: Policy = EVERYTHING,
            *,
            width: int = 1280,
            height: int = 800,
            show: Show | None = None,
            has_staff: bool = False,
            now: datetime = NOON,
        ) -> Visitor:
            setup = Setup(policy, has_staff=has_staff)
            made = stack.enter_context(session(qapp, tmp_path, setup, now))
            made.appear(width, height, show)
            return Visitor(qtbot, made, finger)

        yield open_it


@pytest.fixture
def visitor(open_kiosk: Callable[..., Visitor]) -> Visitor:
    """Somebody at a kiosk where everything is allowed."""
    return open_kiosk()
