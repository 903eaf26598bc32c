"""``python -m tests.pictures FOLDER [SCENE ...]``: every page in every theme and size.

Exit status 1 and a line for each misfit when something is cut off or makes the window wider.
"""

from __future__ import annotations

import argparse
import html
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.paths import find_paths
from reader.ui.theme import load_theme, theme_ids
from tests.pictures.fit import misfits
from tests.pictures.scenes import SCENES
from tests.pictures.sheets import contact_sheets
from tests.translating.foreign import Foreigner, foreign
from tests.ui.fingers import Fingers
from tests.ui.stage import offscreen_app, stage, watched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.pictures.scenes import Scene
    from tests.ui.stage import Problems, Stage

USUAL = (1280, 800)
SMALLEST = (800, 600)
PATIENCE = 20


@dataclass(frozen=True, slots=True)
class View:
    """A theme, a size of everything, a window's width and height in pixels, and its first side."""

    theme: str
    size: float
    window: tuple[int, int] = USUAL
    is_mirrored: bool = False

    def file(self, scene: str) -> str:
        """``reading-dark-2-rtl.png``; the smallest window says so, and one read from the right."""
        width, height = self.window
        window = "" if self.window == USUAL else f"-{width}x{height}"
        side = "-rtl" if self.is_mirrored else ""
        return f"{scene}-{self.theme}-{self.size:g}{window}{side}.png"

    @property
    def direction(self) -> Qt.LayoutDirection:
        """Where the window is read from."""
        directions = Qt.LayoutDirection
        return directions.RightToLeft if self.is_mirrored else directions.LeftToRight


def views(themes: Sequence[str]) -> Iterator[View]:
    """All that are taken of a scene; the size grows last, as it does under somebody's hand."""
    for is_mirrored in (False, True):
        for theme in themes:
            for size in (1.0, 2.0, 4.0):
                yield View(theme, size, is_mirrored=is_mirrored)
        for size in (1.0, 2.0):
            yield View("light", size, SMALLEST, is_mirrored)


def take(
    scene: Scene, taken: Sequence[View], opened: Stage, out: Path, problems: Problems
) -> Iterator[str]:
    """Take these pictures of a scene; gives a line for every misfit."""
    content = []
    if scene.content is not None:
        folder = opened.paths.data / "more-booklets"
        scene.content(folder)
        content.append(folder)
    opened.face(taken[0].direction)
    person = Foreigner(Fingers(), opened.open(*content).desk)
    person.window.resize(*USUAL)
    scene.arrange(person)
    themes = opened.paths.resources / "themes"
    for view in taken:
        opened.face(view.direction)
        person.window.resize(*view.window)
        person.desk.looks.change(theme=load_theme(themes, view.theme), size=view.size)
        Fingers.rest()
        scene.each(person)
        Fingers.rest()
        name = view.file(scene.name)
        for line in _settled_misfits(person.window, view):
            yield f"{name}: {line}"
        if told := problems.taken():
            yield f"{name}: {told}"
        if not person.window.grab().save(str(out / name)):
            raise OSError(name)


def index(out: Path, scenes: Sequence[Scene], taken: Sequence[View]) -> None:
    """A page that shows them all, a scene a row."""
    parts = ["<!DOCTYPE html><html lang='en-GB'><meta charset='utf-8'><title>Pictures</title>"]
    parts.append("<style>img{width:420px;border:1px solid #888;margin:4px}</style>")
    for scene in scenes:
        parts.append(f"<h2>{html.escape(scene.name)}: {html.escape(scene.told)}</h2>")
        for view in taken:
            name = html.escape(view.file(scene.name))
            parts.append(f"<a href='{name}'><img src='{name}' alt='{name}' title='{name}'></a>")
    (out / "index.html").write_text("\n".join(parts), encoding="utf-8")


def photograph(
    app: QApplication, scenes: Sequence[Scene], taken: Sequence[View], out: Path
) -> list[str]:
    """Take all pictures and write the page that shows them; gives the misfits."""
    found: list[str] = []
    for scene in scenes:
        with watched(app) as problems, stage(app) as opened:
            try:
                found += take(scene, taken, opened, out, problems)
            except Exception as error:
                found.append(f"{scene.name}: no picture: {type(error).__name__}: {error}")
        sys.stdout.write(f"{scene.name}: {scene.told}\n")
    index(out, scenes, taken)
    contact_sheets(out, scenes, taken)
    return found


def _settled_misfits(window: QWidget, view: View) -> list[str]:
    """What does not fit once everything has come to rest; a busy machine needs more rounds."""
    for _ in range(PATIENCE):
        found = misfits(window, *view.window)
        if not found:
            break
        Fingers.rest()
    return found


def main(arguments: Sequence[str]) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("scenes", nargs="*", help="only these", metavar="SCENE")
    parser.add_argument("--rtl", action="store_true", help="only as read from the right")
    parser.add_argument("--size", action="append", type=float, help="only at this size")
    parser.add_argument("--foreign", action="store_true", help="in a language nobody speaks")
    known = theme_ids(find_paths(data=Path(), environ={}).resources / "themes")
    parser.add_argument("--theme", action="append", choices=known, help="only this theme")
    asked = parser.parse_args(arguments)
    out: Path = asked.folder.absolute()
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    by_name = {scene.name: scene for scene in SCENES}
    scenes = [by_name[name] for name in asked.scenes] or list(SCENES)
    taken = [
        view
        for view in views(asked.theme or known)
        if (view.is_mirrored or not asked.rtl) and (not asked.size or view.size in asked.size)
    ]
    app = offscreen_app()
    with foreign(app, from_right=asked.rtl) if asked.foreign else nullcontext():
        found = photograph(app, scenes, taken, out)
    sys.stderr.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
