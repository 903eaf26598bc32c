"""No command: the window, at the right place or with a sentence that says why not."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from reader import cli
from reader.commands.opening import NO_SCREEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from reader.paths import Paths
    from tests.commands.running import Run

WITH_SCREEN = {"DISPLAY": ":0"}


@dataclass
class Window:
    """Stands for the window: remembers how it was asked to open."""

    asked: list[dict[str, Any]] = field(default_factory=list)

    def run(
        self,
        *,
        paths: Paths,
        content: Sequence[Path],
        booklet: str,
        section: str,
        environ: Mapping[str, str],
        tell: Callable[[str], object],
    ) -> int:
        assert environ
        assert callable(tell)
        self.asked.append(
            {"paths": paths, "content": content, "place": (booklet, section)},
        )
        return 7


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Window:
    window = Window()
    monkeypatch.setattr(cli, "_load_window", lambda: window.run)
    monkeypatch.setattr("sys.platform", "linux")
    return window


@pytest.mark.parametrize(
    ("argv", "place"),
    [
        ([], ("", "")),
        (["surgery"], ("surgery", "")),
        (["surgery#help"], ("surgery", "help")),
        (["surgery#"], ("surgery", "")),
    ],
)
def test_the_window_opens_at_the_place(
    run: Run, window: Window, argv: list[str], place: tuple[str, str]
) -> None:
    done = run(*argv, environ=WITH_SCREEN)

    assert done.status == 7, "the window's own exit status"
    assert (done.out, done.err) == ("", "")
    assert [asked["place"] for asked in window.asked] == [place]


def test_it_is_told_where_things_are(run: Run, window: Window, data: Path, shelf: Path) -> None:
    run("--content", shelf, "--content", shelf / "tea", environ=WITH_SCREEN)

    (asked,) = window.asked
    assert asked["paths"].data == data
    assert asked["content"] == (shelf, shelf / "tea")


def test_without_content_it_has_the_program_s_booklets(run: Run, window: Window) -> None:
    run(environ=WITH_SCREEN)

    (asked,) = window.asked
    assert (asked["paths"].content / "recurrence" / "booklet.md").is_file()
    assert asked["content"] == ()


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("lsit", "There is no booklet “lsit”. The booklets here are: recurrence, surgery."),
        ("#help", "There is no booklet “”. The booklets here are: recurrence, surgery."),
        ("surgery#nothing", "The booklet “surgery” has no section “nothing”. Its sections are: "),
    ],
)
def test_an_unknown_place_opens_nothing(
    run: Run, window: Window, place: str, sentence: str
) -> None:
    done = run(place, environ=WITH_SCREEN)

    assert done.status == 1
    assert done.err.startswith(sentence)
    assert window.asked == []


def test_a_broken_booklet_opens_nothing(run: Run, window: Window, shelf: Path) -> None:
    (shelf / "tea" / "booklet.md").write_text("no front matter", encoding="utf-8")

    done = run("tea", "--content", shelf, environ=WITH_SCREEN)

    assert done.status == 2
    assert "“tea”" in done.err
    assert window.asked == []


def test_without_a_screen_it_says_so(run: Run, window: Window) -> None:
    done = run()

    assert (done.status, done.err) == (2, f"{NO_SCREEN}\n")
    assert window.asked == []


@pytest.mark.parametrize(
    "environ",
    [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}],
)
def test_any_kind_of_screen_will_do(run: Run, window: Window, environ: dict[str, str]) -> None:
    assert run(environ=environ).status == 7


def test_a_missing_part_is_named(run: Run, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> object:
        message = "libEGL.so.1: cannot open shared object file"
        raise ImportError(message)

    monkeypatch.setattr(cli, "_load_window", load)

    done = run(environ=WITH_SCREEN)

    assert (done.status, done.out) == (2, "")
    assert "(libEGL.so.1: cannot open shared object file)" in done.err


def test_a_mistake_inside_the_window_goes_to_the_log(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(**_: object) -> int:
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("by nought"), None)
        return 0

    before = sys.excepthook
    monkeypatch.setattr(cli, "_load_window", lambda: mistaken)

    done = run(environ=WITH_SCREEN)

    log = data / "booklet-reader.log"
    assert (done.status, done.out) == (0, "")
    assert done.err == f"Something went wrong inside the program. It is written in “{log}”.\n"
    assert log.read_text(encoding="utf-8").endswith("after a mistake.\nZeroDivisionError\n")
    assert sys.excepthook is before
