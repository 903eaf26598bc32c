"""Screens of every kind: small, of a fractional scale, and two that differ.

Each is a process of its own: how many dots a pixel has is decided when Qt starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grids import first

REPOSITORY = Path(__file__).parents[2]
PATIENCE_SECONDS = 120
FRAME = 10
"""Pixels that a window's frame takes at the most."""

CHILD = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QPushButton
from reader.app import Desk
from reader.ui.history import PageName, Stop
from reader.ui.marking_page import MarkingPage
from tests.pictures.fit import misfits
from tests.ui import stage as staging
from tests.ui.fingers import Fingers

staging.PLATFORM = sys.argv[1]
app = staging.offscreen_app()
found = {"sharp": [], "misfits": [], "windows": []}


def look(person):
    window = person.window
    for _ in range(20):
        Fingers.rest()
        wrong = misfits(window, window.width(), window.height())
        if not wrong:
            break
    found["misfits"] += wrong
    room = window.screen().availableGeometry().size()
    found["windows"].append([window.width(), window.height(), room.width(), room.height()])
    page = person.page(MarkingPage)
    ratio = window.devicePixelRatioF()
    document = page.view.document()
    figure = next(one for one in page.section.passages if one.figure is not None)
    kind = QTextDocument.ResourceType.ImageResource.value
    image = document.resource(kind, QUrl(f"figure:{figure.id}"))
    icons = [
        one.icon().pixmap(one.iconSize(), ratio)
        for one in window.findChildren(QPushButton)
        if one.isVisible() and not one.icon().isNull()
    ]
    found["sharp"].append({
        "ratio": ratio,
        "figure": image.devicePixelRatio(),
        "dots": image.width() / image.deviceIndependentSize().width(),
        "icons": sorted({one.devicePixelRatio() for one in icons}),
        "picture": window.grab().toImage().width() / window.width(),
    })


with staging.watched(app) as problems, staging.stage(app) as opened:
    person = opened.open()
    person.window.go(Stop(PageName.READING, "recurrence", "how"))
    look(person)
    for screen in app.screens()[1:]:
        person.window.windowHandle().setScreen(screen)
        person.window.move(screen.geometry().topLeft())
        look(person)
    problems.check()
print(json.dumps(found))
"""


def on(tmp_path: Path, *screens: dict[str, object], **environment: str) -> dict[str, list]:
    """What the window is like on these screens, one after the other."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": list(screens)}), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, f"offscreen:configfile={config}"],
        cwd=REPOSITORY,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, list] = json.loads(ran.stdout.splitlines()[-1])
    return found


def screen(width: int, height: int, *, x: int = 0) -> dict[str, object]:
    return {
        "name": f"screen-{x}",
        "x": x,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1.0,
    }


A_DOT = 0.03
"""One dot more or less in the width of an icon: its size is a whole number of dots."""


def is_sharp(seen: dict[str, object], ratio: float) -> bool:
    return (
        seen["ratio"] == ratio
        and seen["figure"] == ratio
        and abs(float(str(seen["dots"])) - ratio) < 0.01
        and all(abs(icon / ratio - 1) < A_DOT for icon in list(seen["icons"]))  # type: ignore[call-overload]
        and abs(float(str(seen["picture"])) - ratio) < 0.01
    )


@pytest.mark.parametrize("scale", first([1.0, 1.25, 1.5, 1.75, 2.0], [1.75]))
def test_figures_and_icons_are_sharp_at_every_scale(tmp_path: Path, scale: float) -> None:
    found = on(tmp_path, screen(2560, 1600), QT_SCALE_FACTOR=str(scale))
    assert found["misfits"] == []
    assert is_sharp(found["sharp"][0], scale), found["sharp"]


def test_the_smallest_screen_has_the_whole_window(tmp_path: Path) -> None:
    found = on(tmp_path, screen(640, 480))
    assert found["misfits"] == []
    width, height, *room = found["windows"][0]
    assert room == [640, 480]
    assert width <= 640 < width + FRAME
    assert height <= 480 < height + FRAME


@pytest.mark.parametrize(
    ("before", "after"), first([(1.0, 2.0), (2.0, 1.0), (1.0, 1.5)], [(1.0, 1.5)])
)
def test_on_a_screen_of_another_scale_everything_is_drawn_anew(
    tmp_path: Path, before: float, after: float
) -> None:
    screens = screen(1920, 1080), screen(1920, 1080, x=1920)
    factors = f"screen-0={before};screen-1920={after}"
    found = on(tmp_path, *screens, QT_SCREEN_SCALE_FACTORS=factors)
    assert [one["ratio"] for one in found["sharp"]] == [before, after]
    for seen, ratio in zip(found["sharp"], (before, after), strict=True):
        assert is_sharp(seen, ratio), seen
