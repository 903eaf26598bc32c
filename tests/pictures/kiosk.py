"""``python -m tests.pictures.kiosk FOLDER [SCENE ...]``: every screen of a kiosk.

Four screens, upright and across, at sizes 1 and 2, light and in high contrast. Exit status 1 and a
line for each misfit when something is cut off.
"""

from __future__ import annotations

import argparse
import html
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.kiosk.messages import (
    CountsTold,
    DayCounts,
    Health,
    PinChecked,
    Setup,
    Show,
    SticksTold,
)
from reader.printing.errors import NoServiceError
from reader.ui.history import PageName, Stop
from reader.ui.kiosk_home import KioskHome
from reader.ui.kiosk_keys import Act
from reader.ui.kiosk_print import KioskPrint
from reader.ui.marking_page import MarkingPage
from reader.ui.questions_page import QuestionsPage
from reader.ui.search_page import SearchPage
from tests.pictures.fit import misfits
from tests.pictures.scenes import QUESTIONS
from tests.ui.fingers import Fingers
from tests.ui.kiosk_stage import EVERYTHING, session
from tests.ui.stage import offscreen_app, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QApplication

    from tests.ui.kiosk_stage import Session
    from tests.ui.stage import Problems

SCREENS = ((1024, 768), (1280, 800), (768, 1024), (1080, 1920))
PATIENCE = 20
HEALTH = (
    Health("swap", good=True, words="Swap is off."),
    Health("home", good=True, words="What people write is kept in memory alone."),
    Health("cups", good=False, words="CUPS keeps what was printed. Set PreserveJobHistory No."),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen; ``arrange`` brings it about in a session that nobody has started yet."""

    name: str
    told: str
    arrange: Callable[[Session], None]
    show: Show | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A screen in pixels, the size of everything, and a theme."""

    screen: tuple[int, int]
    size: float
    theme: str

    def file(self, scene: str) -> str:
        """``keys-768x1024-light-2.png``."""
        width, height = self.screen
        return f"{scene}-{width}x{height}-{self.theme}-{self.size:g}.png"


VIEWS = tuple(
    View(screen, size, theme)
    for theme in ("light", "contrast-dark")
    for screen in SCREENS
    for size in (1.0, 2.0)
)


# ---- screens


def begun(opened: Session) -> None:
    """Somebody has started, and put questions on the list."""
    opened.desk.begin()
    for text in QUESTIONS:
        opened.desk.inside.notebook.questions.add(text, None)
    opened.desk.inside.keeper.changed.emit()


def page(name: PageName) -> Callable[[Session], None]:
    """A page of the rail."""

    def go(opened: Session) -> None:
        begun(opened)
        opened.desk.inside.window.open_page(name)

    return go


def keys(act: Act) -> Callable[[Session], None]:
    """One's own question, with these keys under it."""

    def write(opened: Session) -> None:
        page(PageName.QUESTIONS)(opened)
        shown = opened.desk.inside.window.page
        assert isinstance(shown, QuestionsPage)
        shown.own.field.setFocus()
        opened.desk.inside.view.keys.show_page(act)

    return write


def search(opened: Session) -> None:
    page(PageName.SEARCH)(opened)
    shown = opened.desk.inside.window.page
    assert isinstance(shown, SearchPage)
    shown.field.setText("letrozole")
    Fingers.waitUntil(lambda: bool(shown.results))


def reading(opened: Session) -> None:
    begun(opened)
    opened.desk.inside.window.go(Stop(PageName.READING, "recurrence", "how"))
    shown = opened.desk.inside.window.page
    assert isinstance(shown, MarkingPage)
    assert shown.section is not None
    shown.view.select(shown.section.passages[2].id)


def printing(opened: Session) -> KioskPrint:
    page(PageName.PRINT)(opened)
    shown = opened.desk.inside.window.page
    assert isinstance(shown, KioskPrint)
    Fingers.waitUntil(shown.print_button.isEnabled)
    return shown


def on_its_way(opened: Session) -> None:
    printing(opened).print()


def no_printer(opened: Session) -> None:
    opened.service.error = NoServiceError(Path("/run/cups/cups.sock"), "gone")
    printing(opened).print()


def codes(opened: Session) -> None:
    page(PageName.TAKE_HOME)(opened)
    shown = opened.desk.inside.window.page
    assert isinstance(shown, KioskHome)
    shown.show_codes.click()


def comfort(opened: Session) -> None:
    begun(opened)
    opened.desk.inside.window.middle.toggle_comfort()


def countdown(opened: Session) -> None:
    begun(opened)
    opened.pass_by(EVERYTHING.idle_seconds + 1)


def closing(opened: Session) -> None:
    begun(opened)
    opened.desk.close()


def pad(opened: Session) -> None:
    opened.desk.let_staff_try()


def staff(opened: Session) -> None:
    pad(opened)
    opened.say(PinChecked(right=True))


def numbers(opened: Session) -> None:
    staff(opened)
    opened.say(
        CountsTold(
            (
                DayCounts(date(2026, 11, 18), 12, 7, 5, 1),
                DayCounts(date(2026, 11, 19), 9, 6, 4, 0),
            )
        )
    )
    opened.say(SticksTold(("/media/clinic/BLUE", "/media/clinic/RED")))
    assert opened.desk.staff is not None
    opened.desk.staff.page.scrolled.ensureWidgetVisible(opened.desk.staff.page.numbers)


SCENES = (
    Scene("start", "nobody is here", lambda _: None),
    Scene("not-ready", "nobody is let in", lambda _: None, Show(admits=False, health=HEALTH)),
    Scene("booklets", "somebody has started", begun),
    Scene("questions", "the list", page(PageName.QUESTIONS)),
    Scene("letters", "the keys", keys(Act.LETTERS)),
    Scene("numbers", "the keys for numbers", keys(Act.NUMBERS)),
    Scene("beginnings", "how questions begin", keys(Act.BEGINNINGS)),
    Scene("search", "what was found, over the keys", search),
    Scene("reading", "a picked passage", reading),
    Scene("print", "the sheet", lambda opened: printing(opened) and None),
    Scene("printing", "on its way", on_its_way),
    Scene("no-printer", "the printer is away", no_printer),
    Scene("home", "before the codes", page(PageName.TAKE_HOME)),
    Scene("codes", "a code to scan", codes),
    Scene("help", "help", page(PageName.HELP)),
    Scene("comfort", "comfort", comfort),
    Scene("countdown", "is anybody there", countdown),
    Scene("closing", "the last screen", closing),
    Scene("pad", "staff's way in", pad),
    Scene("staff", "for staff", staff, Show(admits=False, health=HEALTH)),
    Scene("counts", "numbers, and where to", numbers),
)


# ---- taking them


def take(app: QApplication, scene: Scene, out: Path, problems: Problems) -> Iterator[str]:
    """Take all pictures of a scene, each in a session of its own; a line for every misfit."""
    for view in VIEWS:
        name = view.file(scene.name)
        with tempfile.TemporaryDirectory() as data:
            with session(app, Path(data), Setup(EVERYTHING, has_staff=True)) as opened:
                opened.appear(*view.screen, scene.show)
                opened.desk.looks.change(size=view.size)
                opened.desk.inside.choices.choose_theme(view.theme)
                scene.arrange(opened)
                for _ in range(PATIENCE):
                    Fingers.rest()
                    found = misfits(opened.frame, *view.screen)
                    if not found:
                        break
                Fingers.rest()
                yield from (f"{name}: {line}" for line in found)
                if not opened.frame.grab().save(str(out / name)):
                    raise OSError(name)
            if told := problems.taken():
                yield f"{name}: {told}"


def index(out: Path, scenes: Sequence[Scene]) -> None:
    """A page that shows them all, a scene a row."""
    parts = ["<!DOCTYPE html><html lang='en-GB'><meta charset='utf-8'><title>The kiosk</title>"]
    parts.append("<style>img{height:300px;border:1px solid #888;margin:4px}</style>")
    for scene in scenes:
        parts.append(f"<h2>{html.escape(scene.name)}: {html.escape(scene.told)}</h2>")
        names = [view.file(scene.name) for view in VIEWS]
        parts += [f"<a href='{one}'><img src='{one}' alt='{one}'></a>" for one in names]
    (out / "index.html").write_text("\n".join(parts), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures.kiosk", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("scenes", nargs="*", help="only these", metavar="SCENE")
    asked = parser.parse_args(arguments)
    out: Path = asked.folder.absolute()
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    by_name = {scene.name: scene for scene in SCENES}
    scenes = [by_name[name] for name in asked.scenes] or list(SCENES)
    app = offscreen_app()
    found: list[str] = []
    for scene in scenes:
        with watched(app) as problems:
            found += take(app, scene, out, problems)
        sys.stdout.write(f"{scene.name}: {scene.told}\n")
    index(out, scenes)
    sys.stderr.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
