"""The package that pip installs: what must be in it to run with no checkout."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(REPOSITORY)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        assert archive.testzip() is None
        return set(archive.namelist())


def files_in(folder: str) -> set[str]:
    root = REPOSITORY / folder
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize(
    ("folder", "inside"),
    [("reader", "reader"), ("content", "reader/_content"), ("resources", "reader/_resources")],
)
def test_every_file_of_the_program_is_in_it(folder: str, inside: str, names: set[str]) -> None:
    wanted = {f"{inside}/{name}" for name in files_in(folder)}
    assert wanted
    assert wanted - names == set()


def test_nothing_else_is_installed(names: set[str]) -> None:
    folders = {name.split("/")[0] for name in names}
    assert {folder for folder in folders if not folder.startswith("booklet_reader-")} == {"reader"}


def test_the_licence_goes_with_it(names: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_command_is_declared(names: set[str]) -> None:
    assert any(name.endswith(".dist-info/entry_points.txt") for name in names)
