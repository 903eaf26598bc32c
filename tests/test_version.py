"""Every way the program is installed knows its version."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

from reader.booklet.front_matter import read_front_matter
from reader.version import BUILT, UNKNOWN, program_version

ROOT = Path(__file__).parent.parent
PYPROJECT = ROOT / "pyproject.toml"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", {"booklet-reader": "9.9"}.__getitem__)


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)


def project(root: Path, text: str) -> Path:
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    return root / "reader"


def test_this_checkout_says_what_its_project_file_says() -> None:
    said = re.search(r'^version = "(.+)"', PYPROJECT.read_text(encoding="utf-8"), re.MULTILINE)

    assert said is not None
    assert program_version() == said[1]


@pytest.mark.usefixtures("installed")
def test_a_wheel_says_what_its_metadata_says(tmp_path: Path) -> None:
    assert program_version(tmp_path / "reader") == "9.9"


@pytest.mark.usefixtures("installed")
def test_a_checkout_is_not_spoken_for_by_an_older_installation(tmp_path: Path) -> None:
    package = project(tmp_path, '[project]\nname = "booklet-reader"\nversion = "10.0"\n')

    assert program_version(package) == "10.0"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    "text",
    ['[project]\nname = "another"\nversion = "1"', "not toml", "", 'project = "a word"'],
)
def test_a_stranger_s_project_file_says_nothing(tmp_path: Path, text: str) -> None:
    assert program_version(project(tmp_path, text)) == "9.9"


@pytest.mark.usefixtures("not_installed")
def test_a_bundle_says_what_its_version_file_says(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "version").write_text("0.3.1\n", encoding="utf-8")

    assert program_version(tmp_path / "reader") == "0.3.1"


@pytest.mark.usefixtures("not_installed")
def test_with_none_of_them_it_is_unknown(tmp_path: Path) -> None:
    assert program_version(tmp_path / "reader") == UNKNOWN


def test_the_program_is_no_older_than_the_booklets_that_come_with_it() -> None:
    folders = [path.parent for path in (ROOT / "content").glob("*/booklet.md")]
    editions = [read_front_matter(folder).edition for folder in folders]
    assert len(editions) == 2
    assert all((BUILT.year, BUILT.month) >= (each.year, each.month) for each in editions)
