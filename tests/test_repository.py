"""What the files of the project may and may not say, whoever changes them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[1]
MADE = {".git", ".venv", "build", "dist", "__pycache__", ".mypy_cache", ".ruff_cache"}
MADE |= {".pytest_cache", ".hypothesis"}
PICTURES = {".png", ".ico", ".ttf", ".pdf"}
LOCK_FILES = {"poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"}

# Put together here so that this file does not say what no file may say.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "deb.debian" + ".org", "npmjs" + ".org")
MACHINE_PATHS = re.compile(
    r"(?<![\w.~-])/(?:" + "|".join(("home", "root", "Users", "work", "opt")) + r")/[\w.-]+"
)
# A made-up path in an example or a test is nobody's machine.
EXAMPLES = ("/opt" + "/python3.12",)


def files(*, under: Path = REPOSITORY) -> Iterator[Path]:
    """All files of the project but those that were made from others."""
    for path in sorted(under.iterdir()):
        if path.name in MADE:
            continue
        if path.is_dir():
            yield from files(under=path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of every file that has a text; a text that is not UTF-8 is an error."""
    for path in files():
        if path.suffix in PICTURES or "data" in path.parts:
            continue
        yield str(path.relative_to(REPOSITORY)), path.read_text(encoding="utf-8")


def machine_paths(text: str) -> list[str]:
    found = (match.group() for match in MACHINE_PATHS.finditer(text))
    return [path for path in found if not path.startswith(EXAMPLES)]


def pins(text: str) -> dict[str, tuple[Version, list[str]]]:
    """The pinned releases of a requirements file, with the hashes of each."""
    found = {}
    logical = re.sub(r"#.*", "", text).replace("\\\n", " ")
    for line in filter(None, map(str.strip, logical.splitlines())):
        name, version, hashes = re.fullmatch(
            r"([\w.-]+)==([\w.]+)((?: +--hash=\S+)*)", line
        ).groups()
        found[canonicalize_name(name)] = (Version(version), hashes.split())
    return found


def project() -> dict[str, object]:
    return tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def asked_for() -> list[Requirement]:
    """What pyproject.toml asks for: the program and its tests."""
    described = project()
    wanted = [*described["dependencies"], *described["optional-dependencies"]["test"]]
    return [Requirement(text) for text in wanted]


@pytest.fixture(scope="module")
def pinned() -> dict[str, tuple[Version, list[str]]]:
    return pins((REPOSITORY / "requirements.txt").read_text(encoding="utf-8"))


class TestPins:
    @pytest.mark.parametrize("wanted", asked_for(), ids=lambda wanted: wanted.name)
    def test_what_is_asked_for_is_pinned_within_its_range(
        self, wanted: Requirement, pinned: dict[str, tuple[Version, list[str]]]
    ) -> None:
        version, _ = pinned[canonicalize_name(wanted.name)]
        assert version in wanted.specifier

    def test_every_pin_has_hashes(self, pinned: dict[str, tuple[Version, list[str]]]) -> None:
        digest = re.compile(r"--hash=sha256:[0-9a-f]{64}")
        for name, (_, hashes) in pinned.items():
            assert hashes, name
            assert all(digest.fullmatch(text) for text in hashes), name

    def test_what_is_added_for_mutation_has_the_same_pins(
        self, pinned: dict[str, tuple[Version, list[str]]]
    ) -> None:
        path = REPOSITORY / "tests" / "mutation" / "requirements.txt"
        added = pins(path.read_text(encoding="utf-8"))
        shared = added.keys() & pinned.keys()
        assert "pytest" in shared
        assert {name: added[name][0] for name in shared} == {
            name: pinned[name][0] for name in shared
        }
        assert all(hashes for _, hashes in added.values())

    def test_the_two_halves_of_the_binding_are_one_release(
        self, pinned: dict[str, tuple[Version, list[str]]]
    ) -> None:
        parts = ("pyside6-essentials", "pyside6-addons", "shiboken6")
        assert len({pinned[name][0] for name in parts}) == 1

    def test_no_address_is_needed_to_install(self) -> None:
        text = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8")
        assert "://" not in text
        assert not re.search(r"^--?(i|f|index|extra-index|find-links|trusted)", text, re.MULTILINE)

    def test_a_pin_without_a_version_is_not_read_over(self) -> None:
        with pytest.raises(AttributeError):
            pins("typst>=0.15\n")


class TestWords:
    def test_no_file_names_a_package_registry(self) -> None:
        found = [(name, host) for name, text in texts() for host in REGISTRIES if host in text]
        assert found == []

    def test_no_file_names_a_place_on_somebodys_machine(self) -> None:
        found = [(name, path) for name, text in texts() for path in machine_paths(text)]
        assert found == []

    @pytest.mark.parametrize(
        ("text", "paths"),
        [
            ("/" + "home/ann/reader", 1),
            ("see /" + "work/main.", 1),
            ("--hash=/" + "root/x", 1),
            ("make PYTHON=/opt" + "/python3.12/bin/python3", 0),
            ("~/" + "home/ann and docs/work/main", 0),
            ("the first / second", 0),
        ],
    )
    def test_such_a_place_would_be_seen(self, text: str, paths: int) -> None:
        assert len(machine_paths(text)) == paths

    def test_there_are_no_lock_files(self) -> None:
        assert {path.name for path in files()} & LOCK_FILES == set()

    def test_the_templates_for_paper_fetch_nothing(self) -> None:
        package = "@" + "preview"
        templates = [path for path in files() if path.suffix == ".typ"]
        assert [path for path in templates if package in path.read_text(encoding="utf-8")] == []

    def test_nothing_is_left_to_do_in_secret(self) -> None:
        pattern = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X)\b")
        assert [name for name, text in texts() if pattern.search(text)] == []


class TestShape:
    @pytest.mark.parametrize(
        "name",
        ["README.md", "CONTRIBUTING.md", "LICENSE", "Makefile", ".ci/run", "docs/third-party.md"],
    )
    def test_a_file_that_people_look_for_is_there(self, name: str) -> None:
        assert (REPOSITORY / name).stat().st_size > 0

    def test_the_run_of_all_checks_can_be_started(self) -> None:
        assert (REPOSITORY / ".ci/run").stat().st_mode & 0o100

    def test_every_package_that_the_program_installs_has_its_licence_listed(self) -> None:
        listed = (REPOSITORY / "docs/third-party.md").read_text(encoding="utf-8").casefold()
        names = {Requirement(text).name.casefold() for text in project()["dependencies"]}
        assert {name for name in names if f"`{name}`" not in listed} == set()

    def test_every_target_of_the_makefile_that_is_explained_is_declared_phony(self) -> None:
        text = (REPOSITORY / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
        phony = set(re.search(r"^\.PHONY:(.*)$", text, re.MULTILINE).group(1).split())
        explained = set(re.findall(r"^([a-z-]+):.*##", text, re.MULTILINE))
        wanted = {"run", "test", "check", "test-system", "demo", "pictures", "bench", "bundle"}
        assert wanted <= explained <= phony
