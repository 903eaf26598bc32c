"""Where crash tests work, and how they tell their figures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

Tell = Callable[[str], None]
Runner = Callable[..., dict[str, Any]]


@pytest.fixture
def memory_folder() -> Iterator[Path]:
    """A folder in memory where there is one: a flush of a real disk takes most of the time."""
    shared = Path("/dev/shm")
    place = shared if shared.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="booklet-reader-crash-", dir=place) as name:
        yield Path(name)


@pytest.fixture(scope="session")
def strace() -> None:
    """Whoever asks for it needs strace: missing at home it is said, in CI it is a failure."""
    if shutil.which("strace") is None:
        said = "strace is not here: run sudo apt-get install strace"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Prints a figure, whether the test passes or not."""

    def print_line(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return print_line


@pytest.fixture
def run_script() -> Runner:
    """Runs a script of this folder in a process of its own, and gives what it printed."""

    def run(name: str, *arguments: object, before: tuple[str, ...] = ()) -> dict[str, Any]:
        done = subprocess.run(
            [*before, sys.executable, "-m", f"tests.crash.{name}", *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        answer = json.loads(done.stdout.splitlines()[-1])
        assert isinstance(answer, dict)
        return answer

    return run
