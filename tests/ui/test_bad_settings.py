"""Whatever the settings file holds, the reader starts, in comfort, and says nothing alarming."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.paths import Paths, find_paths
from reader.ui.history import PageName, Stop
from tests.grids import first
from tests.pictures.fit import misfits
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk

GOOD = {"size": 1.5, "size_chosen": True, "theme": "dark", "big_targets": True}
FILES: dict[str, str | None] = {
    "missing": None,
    "empty": "",
    "half": '{"size": 2.0, "the',
    "a list": "[1, 2]",
    "binary": "\x00\x01\x02" * 40,
    "deep": "[" * 5000,
    "size 99": json.dumps({**GOOD, "size": 99}),
    "size large": json.dumps({**GOOD, "size": "large"}),
    "size NaN": json.dumps({**GOOD, "size": float("nan")}),
    "size infinite": json.dumps({**GOOD, "size": float("inf")}),
    "size below": json.dumps({**GOOD, "size": -3}),
    "no such theme": json.dumps({**GOOD, "theme": "midnight"}),
    "theme a list": json.dumps({**GOOD, "theme": ["dark"]}),
    "no such font": json.dumps({**GOOD, "reading_font": "comic", "line_spacing": 7}),
    "newer": json.dumps({**GOOD, "version": 9, "theme": "auto-9", "voice": {"pitch": 2}}),
    "all wrong": json.dumps({name: {} for name in (*GOOD, "reading_font", "less_movement")}),
}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = find_paths(data=tmp_path / "data", environ={})
    found.data.mkdir()
    return found


@pytest.mark.parametrize("name", first(FILES, ["missing", "half", "size NaN", "all wrong"]))
def test_it_starts_in_comfort_and_says_nothing(
    qtbot: QtBot, open_desk: Callable[..., Desk], paths: Paths, name: str
) -> None:
    text = FILES[name]
    if text is not None:
        paths.settings.write_text(text, encoding="utf-8")
    person = Person(qtbot, open_desk())
    assert person.window.notice.text == ""
    assert person.window.isVisible()
    person.window.resize(1280, 800)
    person.window.skip_first()
    look = person.desk.looks.look
    assert 1.0 <= look.size <= 4.0
    for page in PageName:
        person.window.go(Stop(page, "recurrence" if page is PageName.READING else ""))
    person.press(person.window.header.bigger)
    qtbot.waitUntil(lambda: misfits(person.window, 1280, 800) == [], timeout=5000)
    assert person.window.notice.text == ""
    kept = json.loads(paths.settings.read_text(encoding="utf-8"))
    assert kept["size"] == person.desk.looks.look.size


@pytest.mark.parametrize("name", ["no such theme", "no such font", "newer"])
def test_what_makes_sense_in_it_stays(
    open_desk: Callable[..., Desk], paths: Paths, name: str
) -> None:
    paths.settings.write_text(str(FILES[name]), encoding="utf-8")
    look = open_desk().looks.look
    assert (look.size, look.big_targets) == (1.5, True)
    assert look.theme.id == ("dark" if name == "no such font" else "light")


def test_what_a_newer_program_keeps_is_kept(
    qtbot: QtBot, open_desk: Callable[..., Desk], paths: Paths
) -> None:
    paths.settings.write_text(str(FILES["newer"]), encoding="utf-8")
    person = Person(qtbot, open_desk())
    person.press(person.window.header.bigger)
    kept = json.loads(paths.settings.read_text(encoding="utf-8"))
    assert (kept["version"], kept["voice"]) == (9, {"pitch": 2})


def test_a_file_that_was_damaged_is_put_aside_and_the_size_asked_for_again(
    qtbot: QtBot, open_desk: Callable[..., Desk], paths: Paths
) -> None:
    paths.settings.write_text("{", encoding="utf-8")
    person = Person(qtbot, open_desk())
    assert person.window._first is not None
    assert (paths.data / "settings.damaged.json").read_text(encoding="utf-8") == "{"


def test_where_nothing_can_be_written_it_is_told_once_and_calmly(
    qtbot: QtBot, open_desk: Callable[..., Desk], paths: Paths
) -> None:
    paths.settings.mkdir()  # as unwritable as a folder on a stick: also for whoever runs the tests
    person = Person(qtbot, open_desk())
    person.window.skip_first()
    told = person.window.notice.text
    assert told.startswith("Your settings could not be saved")
    assert "They stay until you close." in told
    person.window.notice.clear()
    for _ in range(3):
        person.press(person.window.header.bigger)
    assert person.window.notice.text == ""
    assert person.desk.looks.look.size == 1.75
