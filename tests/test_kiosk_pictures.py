"""The pictures of a kiosk are all there, and what does not fit in them is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.pictures.kiosk import SCENES, VIEWS

REPOSITORY = Path(__file__).parents[1]
PATIENCE_SECONDS = 300


def take(out: Path, *asked: str, broken: str = "") -> tuple[int, str]:
    """Exit status and the misfits; ``broken`` is Python that breaks something."""
    start, end = (
        "import sys\nfrom tests.pictures import kiosk",
        "sys.exit(kiosk.main(sys.argv[1:]))",
    )
    code = f"{start}\n{broken}\n{end}"
    ran = subprocess.run(
        [sys.executable, "-c", code, out, *asked],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    return ran.returncode, "".join(line for line in ran.stderr.splitlines() if ".png:" in line)


@pytest.mark.system
def test_a_screen_is_taken_in_every_view(tmp_path: Path) -> None:
    some = VIEWS[::5]
    (tmp_path / "gone.png").touch()
    assert take(tmp_path, "not-ready", broken="kiosk.VIEWS = kiosk.VIEWS[::5]") == (0, "")
    assert {path.name for path in tmp_path.glob("*.png")} == {
        view.file("not-ready") for view in some
    }
    for view in some:
        image = QImage(str(tmp_path / view.file("not-ready")))
        assert image.size().toTuple() == view.screen
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(view.file("not-ready") in page for view in some)


def test_words_that_do_not_fit_are_told(tmp_path: Path) -> None:
    broken = (
        "kiosk.VIEWS = kiosk.VIEWS[:1]\n"
        "from reader.ui.kiosk_start import KioskStart\n"
        "def wide(self):\n    self.heading.setMinimumWidth(3000)\n"
        "KioskStart._name_steps = wide\n"
    )
    status, told = take(tmp_path, "start", broken=broken)
    assert status == 1
    assert "holds what is wider than it can show" in told


def test_every_scene_has_a_name_of_its_own() -> None:
    names = [scene.name for scene in SCENES]
    assert len(set(names)) == len(names)
