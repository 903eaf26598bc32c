"""The pictures are all there, and what does not fit in them is noticed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tests.pictures.__main__ import SMALLEST, USUAL, View, views
from tests.pictures.fit import misfits
from tests.pictures.scenes import SCENES
from tests.pictures.sheets import ACROSS, GAP, IN_A_ROW, LABEL, contact_sheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

REPOSITORY = Path(__file__).parents[1]
THEMES = ("light", "paper", "dark", "contrast-light", "contrast-dark")
PATIENCE_SECONDS = 300
START = "import sys\nfrom tests.pictures.__main__ import main"
WIDE = "words that are much too long for the room that there is"


def take(out: Path, *asked: str, broken: str = "") -> tuple[int, str]:
    """Exit status and what was said on standard error; ``broken`` is Python that breaks a thing."""
    code = f"{START}\n{broken}\nsys.exit(main(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, out, *asked],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    return ran.returncode, ran.stderr


def check_pictures(out: Path, scenes: list[str], themes: tuple[str, ...] = THEMES) -> None:
    """Every picture that should be there is, in its size, and the page shows it."""
    wanted = {view.file(scene): view for scene in scenes for view in views(themes)}
    assert {path.name for path in out.glob("*.png")} == set(wanted)
    page = (out / "index.html").read_text(encoding="utf-8")
    for name, view in wanted.items():
        assert QImage(str(out / name)).size().toTuple() == view.window
        assert f"src='{name}'" in page


@pytest.mark.parametrize(
    "themes", [("dark",), pytest.param(THEMES, marks=pytest.mark.system)], ids=["one", "all"]
)
def test_a_page_is_taken_in_every_size(tmp_path: Path, themes: tuple[str, ...]) -> None:
    (tmp_path / "gone-light-1.png").touch()
    asked = [part for theme in themes for part in ("--theme", theme)]
    assert take(tmp_path, "gate", *asked) == (0, "")
    check_pictures(tmp_path, ["gate"], themes)


@pytest.mark.system
def test_nothing_is_cut_off_on_any_page(tmp_path: Path) -> None:
    assert take(tmp_path, "--theme", "light") == (0, "")
    check_pictures(tmp_path, [scene.name for scene in SCENES], ("light",))


def test_contact_sheets_show_each_picture_in_its_place(tmp_path: Path, qapp: object) -> None:
    taken = list(views(["dark"]))
    scenes = SCENES[:3]
    colours = iter(range(0x101010, 0xFFFFFF, 0x030507))
    shown = {}
    for scene in scenes:
        for view in taken:
            picture = QImage(*view.window, QImage.Format.Format_RGB32)
            shown[view.file(scene.name)] = next(colours)
            picture.fill(shown[view.file(scene.name)])
            assert picture.save(str(tmp_path / view.file(scene.name)))
    (tmp_path / scenes[0].name).with_suffix(".png").touch()  # no picture of ours
    made = contact_sheets(tmp_path, scenes, taken)
    assert sorted(path.name for path in made) == [
        *("dark-rtl.png", "dark.png", "light-800x600-rtl.png", "light-800x600.png"),
    ]
    sheet = QImage(str(tmp_path / "sheets" / "dark-rtl.png"))
    sizes = [view for view in taken if view.is_mirrored and view.theme == "dark"]
    wide = len(sizes) * (ACROSS + GAP) + 2 * GAP
    high = round(ACROSS * USUAL[1] / USUAL[0]) + LABEL + GAP
    for number, scene in enumerate(scenes):
        for column, view in enumerate(sizes):
            x = number % IN_A_ROW * wide + GAP + column * (ACROSS + GAP) + ACROSS // 2
            y = number // IN_A_ROW * high + GAP + LABEL + 60
            assert sheet.pixel(x, y) & 0xFFFFFF == shown[view.file(scene.name)], (number, column)


def test_a_picture_that_was_not_taken_leaves_its_place_empty(tmp_path: Path, qapp: object) -> None:
    (path,) = contact_sheets(tmp_path, SCENES[:1], [View("paper", 1.0)])
    assert not QImage(str(path)).isNull()


@pytest.mark.system
def test_what_is_cut_off_is_named_with_its_picture(tmp_path: Path) -> None:
    broken = "from reader.ui.gate_card import GateCard\n"
    broken += "make = GateCard.__init__\n"
    broken += "def narrow(self, looks): make(self, looks); self.not_now.setFixedWidth(40)\n"
    broken += "GateCard.__init__ = narrow"
    status, said = take(tmp_path, "gate", "--theme", "light", broken=broken)
    assert status == 1
    lines = said.splitlines()
    assert len(lines) == len(list(views(["light"])))
    assert lines[0].startswith("gate-light-1.png: Button “Not now” is ")


def test_a_scene_that_fails_is_named_too(tmp_path: Path) -> None:
    broken = "from reader.ui.gate_card import GateCard\nGateCard.__init__ = lambda *_: 1 / 0"
    status, said = take(tmp_path, "gate", broken=broken)
    assert (status, said) == (1, "gate: no picture: ZeroDivisionError: division by zero\n")


def test_every_view_has_a_name_of_its_own() -> None:
    names = [view.file("help") for view in views(THEMES)]
    assert len(set(names)) == len(names) == 34
    assert View("dark", 2.0, USUAL).file("help") == "help-dark-2.png"
    assert View("light", 1.0, SMALLEST).file("help") == "help-light-1-800x600.png"


def test_no_scene_hides_another() -> None:
    assert len({scene.name for scene in SCENES}) == len(SCENES)


class TestMisfits:
    """Each kind of misfit in a window of 300 by 200."""

    @pytest.fixture
    def misfits_of(self, qtbot: QtBot) -> Callable[[QWidget], list[str]]:
        def measure(widget: QWidget, width: int = 0, *, sideways: bool = False) -> list[str]:
            window = QWidget()
            qtbot.addWidget(window)
            window.setMinimumSize(1, 1)
            if width or sideways:
                widget.setParent(window)
                widget.resize(width or 100, 40)
                widget.move(250 if sideways else 0, 0)
            else:
                column = QVBoxLayout(window)
                column.setContentsMargins(0, 0, 0, 0)
                column.addWidget(widget)
            window.resize(300, 200)
            window.show()
            qtbot.waitExposed(window)
            return misfits(window, 300, 200)

        return measure

    def test_what_fits_is_fine(self, misfits_of: Callable[..., list[str]]) -> None:
        label = QLabel(WIDE)
        label.setWordWrap(True)
        assert misfits_of(label) == []

    def test_a_button_that_is_too_narrow(self, misfits_of: Callable[..., list[str]]) -> None:
        (said,) = misfits_of(QPushButton(WIDE), 90)
        assert said.startswith(f"QPushButton “{WIDE[:40]}” is ")
        assert said.endswith("pixels too narrow")

    def test_words_cut_off_at_the_side(self, misfits_of: Callable[..., list[str]]) -> None:
        assert misfits_of(QLabel(WIDE), 90) == [f"QLabel “{WIDE[:40]}” is cut off at the side"]

    def test_words_cut_off_below(self, misfits_of: Callable[..., list[str]]) -> None:
        label = QLabel(WIDE)
        label.setWordWrap(True)
        assert misfits_of(label, 60) == [f"QLabel “{WIDE[:40]}” is cut off below"]

    def test_what_sticks_out(self, misfits_of: Callable[..., list[str]]) -> None:
        assert misfits_of(QPushButton("Go"), sideways=True) == [
            "QPushButton “Go” sticks out of the window"
        ]

    @pytest.mark.parametrize(
        ("policy", "said"),
        [
            (Qt.ScrollBarPolicy.ScrollBarAsNeeded, []),
            (
                Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
                ["QScrollArea “” holds what is wider than it can show"],
            ),
        ],
    )
    def test_what_lies_where_no_scroll_bar_leads(
        self, misfits_of: Callable[..., list[str]], policy: Qt.ScrollBarPolicy, said: list[str]
    ) -> None:
        area, wide = QScrollArea(), QWidget()
        wide.setMinimumSize(400, 20)
        area.setHorizontalScrollBarPolicy(policy)
        area.setWidget(wide)
        assert misfits_of(area) == said

    def test_a_window_that_is_made_wider(self, misfits_of: Callable[..., list[str]]) -> None:
        wide = QWidget()
        wide.setMinimumSize(400, 20)
        said = misfits_of(wide)
        assert "the window is 400 by 200" in said or "the window wants to be 400 wide" in said
