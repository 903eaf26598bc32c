"""Every page in a language that nobody speaks: all words are marked, and longer ones fit.

The pages are those of ``make pictures``, so a scene that is added there is looked at here.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.kiosk.messages import Show
from reader.start import Start
from reader.ui.history import PageName, Stop
from reader.ui.save_dialog import ask_where
from tests.been_here import been_here
from tests.grids import first
from tests.pictures.__main__ import SMALLEST, USUAL
from tests.pictures.fit import misfits
from tests.pictures.scenes import BROKEN, MAIN, SCENES
from tests.translating.corpus import corpus
from tests.translating.foreign import Foreigner, foreign, mirrored
from tests.translating.unmarked import Known, unmarked
from tests.ui.fingers import Fingers
from tests.ui.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from reader.paths import Paths
    from tests.pictures.scenes import Scene
    from tests.ui.kiosk_stage import Visitor

VIEWS = {
    "once": [(SMALLEST, 2.0)],
    "left": [(USUAL, 1.0), (USUAL, 2.0), (SMALLEST, 1.0), (SMALLEST, 2.0)],
    "right": [(USUAL, 1.0), (SMALLEST, 2.0)],
}
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FOR_EDITORS = (
    "booklet.md in “half”, line 1: The key “language” is missing. Add it to the front matter.",
)
"""What is said of a broken booklet to whoever edits it: not for readers, so never translated."""


@pytest.fixture
def stage(side: str, qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """The program in the language, read from the left or from the right."""
    from_right = side == "right"
    with foreign(qapp, from_right=from_right):
        made = Stage(qapp, tmp_path / "data")
        if from_right:
            with mirrored(qapp):
                yield made
                made.close()
        else:
            yield made
            made.close()


def look_at(window: QWidget, known: Known, size: tuple[int, int], qtbot: QtBot) -> None:
    """See that all fits and all is marked; layouts settle in a few rounds."""

    def all_fits() -> None:
        assert misfits(window, *size) == []

    qtbot.waitUntil(all_fits, timeout=5000)
    assert unmarked(window, known) == []


@pytest.mark.parametrize(
    "side", ["once", *(pytest.param(side, marks=pytest.mark.system) for side in ("left", "right"))]
)
@pytest.mark.parametrize(
    "scene",
    first(SCENES, [scene for scene in SCENES if scene.name in MAIN]),
    ids=[scene.name for scene in SCENES],
)
def test_every_word_is_marked_and_nothing_is_cut_off(
    scene: Scene, side: str, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    content = []
    if scene.content is not None:
        scene.content(tmp_path / "more")
        content.append(tmp_path / "more")
    person = Foreigner(Fingers(), stage.open(*content).desk)
    person.window.resize(*USUAL)
    scene.arrange(person)
    known = Known([*corpus(stage.paths), *FOR_EDITORS, BROKEN])
    for window, size in VIEWS[side]:
        person.window.resize(*window)
        person.desk.looks.change(size=size)
        Fingers.rest()
        scene.each(person)
        look_at(person.window, known, window, qtbot)


def test_every_page_of_a_kiosk(
    qapp: QApplication, open_kiosk: Callable[..., Visitor], tmp_path: Path
) -> None:
    with foreign(qapp):
        shown = open_kiosk(has_staff=True, show=Show(admits=True))
        inside, frame = shown.desk.inside, shown.frame
        known = Known([*corpus(inside._paths), *EVERYTHING_SHOWN])
        for at in range(frame.stack.count()):
            frame.stack.setCurrentIndex(at)
            Fingers.rest()
            assert unmarked(frame, known) == [], type(frame.stack.currentWidget()).__name__
        frame.stack.setCurrentWidget(inside.view)
        for name in PageName:
            inside.window.go(Stop(name, "recurrence" if name is PageName.READING else ""))
            Fingers.rest()
            assert unmarked(frame, known) == [], name


EVERYTHING_SHOWN = (
    "123",
    *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890",
)
"""The keys, which type what they show."""


def test_what_comes_before_the_pages_when_a_notebook_is_lost(
    qapp: QApplication, qtbot: QtBot, paths: Paths
) -> None:
    been_here(paths.data)
    paths.notebook.parent.mkdir(parents=True, exist_ok=True)
    paths.notebook.write_bytes(b"nothing that can be read" * 400)
    numbers = count()
    with foreign(qapp):
        start = Start(qapp, paths, (), now=lambda: NOON, new_id=lambda: f"id-{next(numbers)}")
        start.open("", "")
        window = start.window
        assert window is not None
        qtbot.addWidget(window)
        assert start.recovering is not None
        window.resize(*USUAL)
        Fingers.rest()
        assert unmarked(window, Known(corpus(paths))) == []


def test_the_dialog_to_save_asks_in_the_language(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def leave(dialog: QFileDialog) -> int:
        asked.extend([dialog.windowTitle(), *dialog.nameFilters()])
        return 0

    monkeypatch.setattr(QFileDialog, "exec", leave)
    page = QWidget()
    qtbot.addWidget(page)
    with foreign(qapp):
        assert ask_where(page, "my-questions.pdf") is None
    assert len(asked) == 2
    assert list(Known(["(*.pdf)"]).unknown(" ".join(asked))) == []
