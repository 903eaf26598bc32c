"""Where the letters are looked for."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

import pytest

from reader.paper import fonts
from reader.paper.errors import FontsMissingError
from reader.paper.fonts import BOLD, REGULAR, font_folder

if TYPE_CHECKING:
    from pathlib import Path


def spec_in(folder: Path) -> ModuleSpec:
    spec = ModuleSpec("fontpkg_atkinson_hyperlegible", None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    return spec


def test_the_folder_holds_both_weights() -> None:
    folder = font_folder()
    assert (folder / REGULAR).read_bytes()[:4] == b"\x00\x01\x00\x00"
    assert (folder / BOLD).read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_nothing_of_the_font_package_is_imported() -> None:
    code = (
        "import sys; from reader.paper.fonts import font_folder; font_folder(); "
        "print([name for name in sys.modules if name.startswith('fontpkg')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_bundle_has_the_files_where_the_package_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "files").mkdir()
    for name in (REGULAR, BOLD):
        (tmp_path / "files" / name).touch()
    monkeypatch.setattr(fonts, "find_spec", lambda _: spec_in(tmp_path))

    assert font_folder() == tmp_path / "files"


def test_without_the_package_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)

    with pytest.raises(FontsMissingError) as caught:
        font_folder()

    assert caught.value.folder is None
    assert "install Booklet Reader again" in str(caught.value)


def test_a_package_without_its_files_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: spec_in(tmp_path))

    with pytest.raises(FontsMissingError) as caught:
        font_folder()

    assert caught.value.folder == tmp_path / "files"
