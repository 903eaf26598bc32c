"""The window on a real screen: it is there, it hears keys, and it ends when it is told to."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from tests.system.running import PATIENCE_SECONDS, REPOSITORY, environment, running
from tests.system.screen import SIZE, Screen, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage

pytestmark = pytest.mark.system

SHELF = "Booklets – Booklet Reader"
ROLES = ("ground", "surface", "accent", "cover_teal", "cover_plum")


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with x_server(tmp_path_factory.mktemp("pixels")) as made:
        yield made


@pytest.fixture
def env(tmp_path: Path, screen: Screen) -> dict[str, str]:
    return environment(tmp_path, DISPLAY=screen.display)


def shares(picture: QImage) -> dict[str, float]:
    """How much of the picture is in each of some of the light theme's colours, in percent."""
    text = (REPOSITORY / "resources" / "themes" / "light.toml").read_text(encoding="utf-8")
    colours = tomllib.loads(text)["colours"]
    wanted = {QColor(colours[role]).rgb() & 0xFFFFFF: role for role in ROLES}
    found = dict.fromkeys(ROLES, 0)
    step = 3
    across, down = range(0, picture.width(), step), range(0, picture.height(), step)
    for x in across:
        for y in down:
            role = wanted.get(picture.pixel(x, y) & 0xFFFFFF)
            if role is not None:
                found[role] += 1
    return {role: 100 * count / (len(across) * len(down)) for role, count in found.items()}


def is_the_shelf(picture: QImage) -> bool:
    """Whether two covers, white cards and the paper under them are on the screen."""
    share = shares(picture)
    return (
        share["ground"] > 20
        and share["surface"] > 20
        and all(share[role] > 0.3 for role in ("accent", "cover_plum"))
    )


def test_the_booklets_are_on_the_screen_until_it_is_told_to_end(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    assert not is_the_shelf(screen.picture())
    with running("--data", data, env=env) as program:
        program.wait_until(lambda: screen.windows(SHELF) and is_the_shelf(screen.picture()))
        program.wait_for_endings()
        program.terminate()
        assert program.status() == 0
        assert program.said() == ""
    assert (data / "notebook.sqlite").is_file()
    assert not screen.windows("Booklet Reader")


def test_it_hears_keys_and_ends_when_its_window_is_closed(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    with running("--data", tmp_path / "data", env=env) as program:
        program.wait_until(lambda: screen.windows(SHELF))
        (window,) = screen.windows(SHELF)
        screen.press_keys(window, "ctrl+f")
        program.wait_until(lambda: screen.windows("Search – Booklet Reader") == [window])
        screen.ask_to_close(window)
        assert program.status() == 0
        assert program.said() == ""


def test_it_opens_at_a_section(screen: Screen, env: dict[str, str], tmp_path: Path) -> None:
    with running("--data", tmp_path / "data", "recurrence#how", env=env) as program:
        program.wait_until(lambda: screen.windows("When ovarian cancer comes back"))
        program.wait_for_endings()
        program.terminate()
        assert program.status() == 0
        assert program.said() == ""


def test_it_is_no_bigger_than_the_screen(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    with running("--data", tmp_path / "data", env=env) as program:
        program.wait_until(lambda: is_the_shelf(screen.picture()))
        picture = screen.picture()
        assert (picture.width(), picture.height()) == SIZE
        corners = [(3, 3), (SIZE[0] - 3, 3), (SIZE[0] // 2, SIZE[1] - 3)]
        assert all(picture.pixel(x, y) & 0xFFFFFF for x, y in corners), "a corner is black"


def test_without_a_screen_it_says_so_in_a_sentence(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "reader", "--data", tmp_path / "data"],
        cwd=REPOSITORY,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.startswith("There is no screen to open the window on.")
    assert len(ran.stderr.splitlines()) == 1
    assert not (tmp_path / "data").exists()
