"""Where files are, for each way the program comes to a computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest

from reader import paths
from reader.paths import Paths, PathsError, find_paths

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).parent.parent


def layout(folder: Path, content: str, resources: str) -> tuple[Path, Path]:
    made = folder / content, folder / resources
    for each in made:
        each.mkdir(parents=True)
    return made


def wheel(root: Path) -> tuple[Path, str | None, tuple[Path, Path]]:
    return root / "reader", None, layout(root, "reader/_content", "reader/_resources")


def checkout(root: Path) -> tuple[Path, str | None, tuple[Path, Path]]:
    return root / "reader", None, layout(root, "content", "resources")


def bundle(root: Path) -> tuple[Path, str | None, tuple[Path, Path]]:
    inside = root / "_internal"
    return root / "elsewhere", str(inside), layout(inside, "content", "resources")


@pytest.mark.parametrize("made", [wheel, checkout, bundle])
def test_the_programs_folders_are_found(
    made: Callable[[Path], tuple[Path, str | None, tuple[Path, Path]]], tmp_path: Path
) -> None:
    package, meipass, expected = made(tmp_path)

    assert paths._program_folders(package, meipass) == expected


def test_a_wheel_does_not_take_a_stranger_s_content_beside_it(tmp_path: Path) -> None:
    layout(tmp_path, "content", "resources")
    expected = layout(tmp_path, "reader/_content", "reader/_resources")

    assert paths._program_folders(tmp_path / "reader", None) == expected


def test_a_bundle_is_asked_before_anything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, resources = layout(tmp_path, "content", "resources")
    monkeypatch.setattr(paths.sys, "_MEIPASS", str(tmp_path), raising=False)

    found = find_paths(data=tmp_path, environ={})

    assert (found.content, found.resources) == (content, resources)


@pytest.mark.parametrize("present", [[], ["content"], ["resources"]])
def test_missing_program_files_are_said_in_a_sentence(tmp_path: Path, present: list[str]) -> None:
    for name in present:
        (tmp_path / name).mkdir()

    with pytest.raises(PathsError, match="install Booklet Reader again"):
        paths._program_folders(tmp_path / "reader", None)


def test_this_checkout_is_found() -> None:
    found = find_paths(data=None, environ={})

    assert found.content == CHECKOUT / "content"
    assert found.resources == CHECKOUT / "resources"


def test_a_data_folder_holds_everything_that_is_written(tmp_path: Path) -> None:
    found = find_paths(data=tmp_path, environ={"XDG_DATA_HOME": "/elsewhere"})

    written = [found.notebook, found.settings, found.log, found.search_index]
    assert all(path.is_relative_to(tmp_path) for path in written)
    assert len(set(written)) == len(written)


def test_a_data_folder_is_made_absolute_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    found = find_paths(data=Path("mine"), environ={})

    assert found.data == tmp_path / "mine"
    assert not found.data.exists()


def test_without_one_the_system_s_folders_are_used() -> None:
    found = find_paths(data=None, environ={})

    assert found.data == platformdirs.user_data_path("booklet-reader", appauthor=False)
    assert found.cache == platformdirs.user_cache_path("booklet-reader", appauthor=False)
    assert found.data != found.cache


def test_the_environment_that_is_passed_in_names_the_folders(tmp_path: Path) -> None:
    environ = {"XDG_DATA_HOME": str(tmp_path / "d"), "XDG_CACHE_HOME": str(tmp_path / "c")}

    found = find_paths(data=None, environ=environ)

    assert found.data == tmp_path / "d" / "booklet-reader"
    assert found.search_index.parent == tmp_path / "c" / "booklet-reader"


@pytest.mark.parametrize("named", ["", "relative/folder"])
def test_a_name_that_is_no_full_path_is_not_obeyed(named: str) -> None:
    found = find_paths(data=None, environ={"XDG_DATA_HOME": named, "XDG_CACHE_HOME": named})

    assert found.data.is_absolute()
    assert found.data == platformdirs.user_data_path("booklet-reader", appauthor=False)


def test_an_account_without_a_home_is_told_to_name_a_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: Path("~/.local/share"))

    with pytest.raises(PathsError, match="--data"):
        find_paths(data=None, environ={})


def test_paths_are_values() -> None:
    folder = Path("/a")

    assert Paths(folder, folder, folder, folder) == Paths(folder, folder, folder, folder)
