"""The typeface: all four faces reach Qt, and a bad file is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from reader.paper.errors import FontsMissingError
from reader.paper.fonts import font_folder
from reader.ui.fonts import FILES, FontError, load_reading_font

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FAMILY = "Atkinson Hyperlegible"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder of our own with the four faces, to damage."""
    for name in FILES:
        shutil.copy(font_folder() / name, tmp_path)
    return tmp_path


def test_there_are_four_faces() -> None:
    assert len(FILES) == 4
    assert all((font_folder() / name).is_file() for name in FILES)


def test_the_family_is_returned(qtbot: QtBot) -> None:
    assert load_reading_font() == FAMILY


@pytest.mark.parametrize("is_bold", [False, True])
@pytest.mark.parametrize("is_italic", [False, True])
def test_every_face_is_the_real_one(qtbot: QtBot, is_bold: bool, is_italic: bool) -> None:
    load_reading_font()
    font = QFont(FAMILY)
    font.setPixelSize(21)
    font.setBold(is_bold)
    font.setItalic(is_italic)
    info = QFontInfo(font)
    assert (info.family(), info.bold(), info.italic()) == (FAMILY, is_bold, is_italic)


def test_the_styles_are_all_known(qtbot: QtBot) -> None:
    load_reading_font()
    assert {"Regular", "Italic", "Bold", "Bold Italic"} <= set(QFontDatabase.styles(FAMILY))


def test_letters_have_the_measures_of_the_typeface(qtbot: QtBot) -> None:
    font = QFont(load_reading_font())
    font.setPixelSize(21)
    metrics = QFontMetricsF(font)
    assert metrics.ascent() == pytest.approx(20, abs=1)
    assert metrics.descent() == pytest.approx(6, abs=1)


def test_another_folder_can_be_given(qtbot: QtBot, copies: Path) -> None:
    assert load_reading_font(copies) == FAMILY


@pytest.mark.parametrize("name", FILES)
def test_a_missing_face_is_named(qtbot: QtBot, copies: Path, name: str) -> None:
    (copies / name).unlink()
    with pytest.raises(FontError) as caught:
        load_reading_font(copies)
    assert caught.value.path == copies / name
    assert str(caught.value) == f"the typeface {name} is missing or cannot be used"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("data", [b"", b"no typeface"])
def test_a_damaged_face_is_named(qtbot: QtBot, copies: Path, name: str, data: bytes) -> None:
    (copies / name).write_bytes(data)
    with pytest.raises(FontError) as caught:
        load_reading_font(copies)
    assert caught.value.path == copies / name


def test_a_folder_without_faces_names_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FontError) as caught:
        load_reading_font(tmp_path)
    assert caught.value.path == tmp_path / FILES[0]


def test_a_typeface_that_is_not_installed_is_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Path:
        raise FontsMissingError(None)

    monkeypatch.setattr("reader.ui.fonts.font_folder", none)
    with pytest.raises(FontError, match=FILES[0]):
        load_reading_font()


@pytest.mark.parametrize("name", FILES)
def test_a_half_installed_typeface_is_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, copies: Path, name: str
) -> None:
    def half() -> Path:
        raise FontsMissingError(copies)

    (copies / name).unlink()
    monkeypatch.setattr("reader.ui.fonts.font_folder", half)
    with pytest.raises(FontError) as caught:
        load_reading_font()
    assert caught.value.path == copies / name


def test_the_slow_package_is_not_imported() -> None:
    """``fontpkg`` reads every installed package's entry points: 27 ms of each start."""
    asked = "import sys, reader.ui.fonts as f; f.font_folder(); print('fontpkg' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
