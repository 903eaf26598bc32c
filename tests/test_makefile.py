"""What somebody is told who types ``make run`` on a machine that is not ready for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
TOOLS = ("sh", "make", "cp", "expand", "grep", "mkdir", "rm", "sed", "tail", "touch")
READY = ".venv/ready"

# Stands in for Python: asked for a virtual environment it makes one with itself in it, asked for
# pip it does as PIP says, and everything else is done by the real one.
STAND_IN = """#!/bin/sh
case "$*" in
*"import ensurepip"*) {ensurepip} ;;
*"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"-m pip"*) echo "$*" >>pip.log; {pip} ;;
*) exec {python} "$@" ;;
esac
"""
OFFLINE = "echo \"Retrying after connection broken by 'NewConnectionError'\" >&2; exit 1"
FULL_DISK = "echo 'ERROR: No space left on device' >&2; exit 1"


class Checkout:
    """A copy of what the set-up reads, and a PATH that has only what is put there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.folder / "reader").mkdir(parents=True)
        for name in ("Makefile", "reader/__init__.py", "reader/system.py"):
            shutil.copy(REPOSITORY / name, self.folder / name)
        (self.folder / "tests" / "mutation").mkdir(parents=True)
        for name in ("requirements.txt", "pyproject.toml", "tests/mutation/requirements.txt"):
            (self.folder / name).touch()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(Path(shutil.which(tool) or f"no {tool} here"))

    def add_python(
        self, name: str = "python3", *, ensurepip: str = "exit 0", pip: str = "exit 0"
    ) -> None:
        """Put a Python on PATH that is as new as ours."""
        text = STAND_IN.format(ensurepip=ensurepip, pip=pip, python=sys.executable)
        self._add(name, text)

    def add_old_python(self, name: str = "python3") -> None:
        """Put a Python on PATH that says it is 3.9."""
        self._add(name, '#!/bin/sh\ncase "$*" in *platform*) echo 3.9.2 ;; *) exit 1 ;; esac\n')

    def _add(self, name: str, text: str) -> None:
        path = self.bin / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def make(self, *arguments: str, **environ: str) -> tuple[int, str]:
        """Exit status, and what is said on standard error but for make's own last line."""
        ran = subprocess.run(
            [self.bin / "make", *arguments],
            cwd=self.folder,
            env={"PATH": str(self.bin), **environ},
            capture_output=True,
            text=True,
            check=False,
        )
        said = [line for line in ran.stderr.splitlines() if not line.startswith("make: ***")]
        return ran.returncode, "\n".join(said)

    def pip_calls(self) -> list[str]:
        log = self.folder / "pip.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    @property
    def is_ready(self) -> bool:
        return (self.folder / READY).exists()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


class TestPython:
    @pytest.mark.parametrize("target", ["run", "test", "demo", READY])
    def test_none_at_all(self, checkout: Checkout, target: str) -> None:
        status, said = checkout.make(target)
        assert status == 2
        assert said.startswith("Booklet Reader needs Python 3.11, 3.12 or 3.13, and python3 here")
        assert "run sudo apt-get install python3 python3-venv" in said
        assert len(said.splitlines()) == 1

    def test_too_old(self, checkout: Checkout) -> None:
        checkout.add_old_python()
        status, said = checkout.make(READY)
        assert status == 2
        assert "python3 here is 3.9.2:" in said
        assert len(said.splitlines()) == 1

    @pytest.mark.parametrize("name", ["python3.11", "python3.12", "python3.13"])
    def test_a_newer_one_beside_an_old_one_is_taken(self, checkout: Checkout, name: str) -> None:
        checkout.add_old_python()
        checkout.add_python(name)
        assert checkout.make(READY) == (0, "")
        assert checkout.is_ready

    def test_another_one_can_be_named(self, checkout: Checkout) -> None:
        checkout.add_old_python()
        checkout.add_python("snake")
        assert checkout.make(READY, "PYTHON=snake") == (0, "")

    def test_without_the_part_that_makes_environments(self, checkout: Checkout) -> None:
        checkout.add_python(ensurepip="exit 1")
        status, said = checkout.make(READY)
        assert status == 2
        assert said.endswith("run sudo apt-get install python3-venv")
        assert len(said.splitlines()) == 1


class TestSetUp:
    def test_it_installs_what_is_pinned_and_then_the_program(self, checkout: Checkout) -> None:
        checkout.add_python()
        assert checkout.make(READY) == (0, "")
        pinned, program = checkout.pip_calls()
        assert pinned.endswith("install --require-hashes -r requirements.txt")
        assert program.endswith("install --no-deps --no-build-isolation -e .")

    def test_it_is_done_once(self, checkout: Checkout) -> None:
        checkout.add_python()
        checkout.make(READY)
        checkout.make(READY)
        assert len(checkout.pip_calls()) == 2

    def test_no_network(self, checkout: Checkout) -> None:
        checkout.add_python(pip=OFFLINE)
        status, said = checkout.make(READY)
        assert status == 2
        assert "check the internet connection" in said
        assert len(said.splitlines()) == 1
        assert not checkout.is_ready

    def test_another_failure_says_why(self, checkout: Checkout) -> None:
        checkout.add_python(pip=FULL_DISK)
        status, said = checkout.make(READY)
        assert status == 2
        assert "No space left on device" in said
        assert "build/setup.log" in said
        assert not checkout.is_ready

    def test_one_that_was_cut_short_is_made_again_from_nothing(self, checkout: Checkout) -> None:
        leftover = checkout.folder / ".venv" / "lib" / "half"
        leftover.parent.mkdir(parents=True)
        leftover.touch()
        checkout.add_python()
        assert checkout.make(READY) == (0, "")
        assert not leftover.exists()

    def test_one_whose_python_has_gone_is_made_again(self, checkout: Checkout) -> None:
        checkout.add_python()
        checkout.make(READY)
        (checkout.folder / ".venv" / "bin" / "python").unlink()
        assert checkout.make(READY) == (0, "")
        assert len(checkout.pip_calls()) == 4

    @pytest.mark.parametrize("changed", ["requirements.txt", "pyproject.toml"])
    def test_a_change_in_what_is_needed_brings_it_up_to_date(
        self, checkout: Checkout, changed: str
    ) -> None:
        checkout.add_python()
        checkout.make(READY)
        kept = checkout.folder / ".venv" / "kept"
        kept.touch()
        assert checkout.make(READY, "-W", changed)[0] == 0
        assert len(checkout.pip_calls()) == 4
        assert kept.exists()


class TestSetUpForMutation:
    READY = ".venv/ready-for-mutation"

    def test_it_is_added_to_the_usual_one_and_only_once(self, checkout: Checkout) -> None:
        checkout.add_python()
        assert checkout.make(self.READY) == (0, "")
        assert len(checkout.pip_calls()) == 3
        assert checkout.pip_calls()[-1].endswith(
            "install --require-hashes -r tests/mutation/requirements.txt"
        )
        checkout.make(self.READY)
        assert len(checkout.pip_calls()) == 3

    def test_the_usual_one_does_without(self, checkout: Checkout) -> None:
        checkout.add_python()
        checkout.make(READY)
        assert not any("mutation" in call for call in checkout.pip_calls())

    def test_one_that_failed_is_not_taken_for_done(self, checkout: Checkout) -> None:
        checkout.add_python()
        checkout.make(READY)
        checkout.add_python(pip=OFFLINE)
        shutil.copy(checkout.bin / "python3", checkout.folder / ".venv/bin/python")
        status, said = checkout.make(self.READY)
        assert status == 2
        assert "check the internet connection" in said
        assert not (checkout.folder / self.READY).exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a screen is given")
def test_run_without_a_screen_points_to_the_demonstration(checkout: Checkout) -> None:
    checkout.add_python()
    status, said = checkout.make("run")
    assert status == 2
    assert "make demo" in said
    assert checkout.pip_calls() == []


def test_help_is_what_make_alone_says(checkout: Checkout) -> None:
    checkout.add_python()
    ran = subprocess.run(
        [checkout.bin / "make"],
        cwd=checkout.folder,
        env={"PATH": str(checkout.bin)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "make run" in ran.stdout
    assert "make test-system" in ran.stdout
    assert not checkout.is_ready
