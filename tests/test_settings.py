"""Settings survive a bad value, a damaged file, a full disk and another version."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest

from reader import settings as settings_module
from reader.settings import (
    FONTS,
    MEASURES,
    PAPERS,
    PRINT_SIZES,
    SPACINGS,
    THEMES,
    Settings,
    SettingsNotSavedError,
    load_settings,
    save_settings,
)

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = Settings(
    size=2.5,
    size_chosen=True,
    theme="contrast-dark",
    big_targets=True,
    less_movement=True,
    reading_font="serif",
    line_spacing="wide",
    letter_spacing="widest",
    word_spacing="wide",
    measure="narrow",
    reading_strip=True,
    speech_rate=0.5,
    speech_voice="Anna",
    print_size="very-large",
    paper="letter",
    answer_lines=5,
    rest_style="lines",
    fold=True,
    language="cy",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def warnings_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.levelno == logging.WARNING]


def test_nothing_kept_yet_is_the_defaults_and_nothing_to_report(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert load_settings(path) == Settings()
    assert warnings_of(caplog) == []
    assert not path.parent.exists()


def test_what_is_saved_comes_back(path: Path) -> None:
    assert all(
        getattr(CHANGED, field.name) != getattr(Settings(), field.name)
        for field in fields(Settings)
    )

    save_settings(path, CHANGED)

    assert load_settings(path) == CHANGED


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("theme", theme) for theme in THEMES),
        *(("print_size", size) for size in PRINT_SIZES),
        *(("paper", paper) for paper in PAPERS),
        *(("reading_font", font) for font in FONTS),
        *(("line_spacing", spacing) for spacing in SPACINGS),
        *(("letter_spacing", spacing) for spacing in SPACINGS),
        *(("word_spacing", spacing) for spacing in SPACINGS),
        *(("measure", measure) for measure in MEASURES),
        ("size_chosen", True),
        ("less_movement", True),
        ("size", 1),
        ("size", 1.0),
        ("size", 4.0),
        ("answer_lines", 2),
        ("answer_lines", 12),
        ("language", ""),
        ("language", "pt_BR"),
        ("big_targets", True),
    ],
)
def test_every_value_that_makes_sense_is_taken(
    path: Path, name: str, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    write(path, json.dumps({name: value}))

    assert getattr(load_settings(path), name) == value
    assert warnings_of(caplog) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("size", "0.99"),
        ("size", "4.01"),
        ("size", "NaN"),
        ("size", "Infinity"),
        ("size", "99"),
        ("size", '"large"'),
        ("size", "-1e400"),
        ("size", "true"),
        ("size", '"2"'),
        ("size", "null"),
        ("theme", '"sepia"'),
        ("theme", '["dark"]'),
        ("less_movement", "0"),
        ("reading_font", '"Comic Sans"'),
        ("reading_font", "null"),
        ("line_spacing", "1.5"),
        ("letter_spacing", '"enormous"'),
        ("word_spacing", "[]"),
        ("measure", "66"),
        ("big_targets", "1"),
        ("big_targets", '"yes"'),
        ("print_size", "14"),
        ("paper", '"a5"'),
        ("answer_lines", "1"),
        ("answer_lines", "13"),
        ("answer_lines", "3.5"),
        ("answer_lines", "true"),
        ("language", '"Welsh"'),
        ("language", '"../../cy"'),
        ("language", "1"),
        ("language", "null"),
    ],
)
def test_a_bad_value_falls_back_alone_and_is_logged(
    path: Path, name: str, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    save_settings(path, CHANGED)
    kept = json.loads(path.read_text(encoding="utf-8"))
    del kept[name]
    write(path, f'{json.dumps(kept)[:-1]}, "{name}": {text}}}')

    found = load_settings(path)

    asked_again = {"size_chosen": False} if name == "size" else {}
    assert found == replace(CHANGED, **{name: getattr(Settings(), name)}, **asked_again)
    assert warnings_of(caplog) == [f"The setting {name!r} has no meaning; the default is used."]


@pytest.mark.parametrize(
    ("text", "is_chosen"),
    [
        ("{}", False),
        ('{"theme": "dark"}', False),
        ('{"size": 1.0}', True),  # from before there was a first start to choose at
        ('{"size": 99}', False),
        ('{"size": "large", "size_chosen": true}', False),
        ('{"size": 2.0, "size_chosen": false}', False),
        ('{"size": 2.0, "size_chosen": true}', True),
        ('{"size_chosen": true}', True),
        ('{"size": 2.0, "size_chosen": "no"}', True),
    ],
)
def test_a_size_counts_as_chosen_while_it_makes_sense(
    path: Path, text: str, is_chosen: bool
) -> None:
    write(path, text)

    assert load_settings(path).size_chosen is is_chosen


def test_settings_of_another_version_are_kept(path: Path) -> None:
    write(path, '{"font": "Lexend", "size": 1.5}')

    save_settings(path, replace(load_settings(path), theme="dark"))

    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["font"] == "Lexend"
    assert (kept["size"], kept["theme"]) == (1.5, "dark")


def test_a_word_of_another_version_stays_until_another_is_chosen(path: Path) -> None:
    write(path, '{"theme": "sepia", "size": "huge"}')
    settings = load_settings(path)
    save_settings(path, replace(settings, paper="letter"))
    assert json.loads(path.read_text())["theme"] == "sepia"
    save_settings(path, replace(settings, theme="dark"))
    assert load_settings(path).theme == "dark"


def test_a_file_that_was_saved_by_an_editor_is_read(path: Path) -> None:
    write(path, b'\xef\xbb\xbf{"size": 2.0}\r\n')
    assert load_settings(path).size == 2.0


def test_half_a_character_is_no_obstacle(path: Path) -> None:
    write(path, '{"speech_voice": "\\ud800", "other": "\\udfff"}')
    save_settings(path, replace(load_settings(path), size=2.0))
    assert load_settings(path).size == 2.0


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"null", b"\x00" * 64, b"\xff\xfe{}", b'{"size": 2', b"[" * 100_000],
)
def test_a_damaged_file_gives_the_defaults_and_is_kept_aside(
    path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    write(path, damage)

    assert load_settings(path) == Settings()

    assert not path.exists()
    assert (path.parent / "settings.damaged.json").read_bytes() == damage
    assert len(warnings_of(caplog)) == 1
    save_settings(path, CHANGED)
    assert load_settings(path) == CHANGED


def test_a_damaged_file_that_cannot_be_moved_is_still_no_obstacle(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(path, "{")
    (path.parent / "settings.damaged.json").mkdir()

    assert load_settings(path) == Settings()
    assert "cannot be moved aside" in warnings_of(caplog)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="reading a folder is another error there")
def test_a_file_that_cannot_be_read_gives_the_defaults(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.mkdir(parents=True)

    assert load_settings(path) == Settings()
    assert path.is_dir()
    assert "could not be read" in warnings_of(caplog)[0]


def test_a_save_that_fails_changes_nothing_and_says_why(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(path, CHANGED)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_module, "write_atomically", full)

    with pytest.raises(SettingsNotSavedError, match="No space left on device") as caught:
        save_settings(path, Settings())

    assert caught.value.path == path
    assert load_settings(path) == CHANGED


def test_a_folder_that_is_a_file_is_a_named_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(SettingsNotSavedError):
        save_settings(tmp_path / "data" / "settings.json", CHANGED)
