"""The bundle, built and run as somebody without Python would run it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

from tests.been_here import been_here
from tests.system.screen import x_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.system

REPOSITORY = Path(__file__).parents[2]
PYINSTALLER = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR")
SPEC = REPOSITORY / "installer.spec"
BUILD_SECONDS = 300
START_SECONDS = 30
STAY_SECONDS = 1
UNWANTED = [
    "sqldrivers",
    "qmltooling",
    "tls",
    "networkinformation",
    "Qt/translations",
    "Qt/qml",
    "tkinter",
    "PIL",
    "imageformats/*gif*",
    "imageformats/*pdf*",
    "imageformats/*tiff*",
    "imageformats/*webp*",
    "*Qt6Quick*",
    "*Qt6Qml*",
    "*WebEngine*",
    "libavcodec*",
    "*qgtk3*",
]
WANTED = [
    "platforms/*qxcb*",
    "platforms/*qoffscreen*",
    "imageformats/*qsvg*",
    "printsupport/*cups*",
    "LICENSE",
    "licences/third-party.md",
    "licences/LGPL-3.0.txt",
    "licences/GPL-3.0.txt",
]
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, in a folder of its own far from the checkout."""
    folder = tmp_path_factory.mktemp("bundle")
    built = subprocess.run(
        [*PYINSTALLER, "--distpath", folder / "dist", "--workpath", folder / "work", SPEC],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        timeout=BUILD_SECONDS,
    )
    assert built.returncode == 0, built.stderr
    return folder / "dist" / "booklet-reader" / "booklet-reader"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def bare(home: Path) -> dict[str, str]:
    """An environment with no Python in reach: nothing at all is on PATH."""
    nothing = home / "bin"
    nothing.mkdir()
    return {"HOME": str(home), "PATH": str(nothing), "LANG": "C.UTF-8"}


def run(program: Path, *arguments: str | Path, env: dict[str, str]) -> str:
    """What the command prints; it must say nothing on standard error."""
    ran = subprocess.run(
        [program, *arguments],
        env=env,
        cwd=env["HOME"],
        capture_output=True,
        text=True,
        check=False,
        timeout=START_SECONDS,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def wait_until(is_so: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait for something that a running process does; fail when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it took too long"
        try:
            process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"it ended with {process.returncode}")


def catches_sigterm(process: subprocess.Popen[bytes]) -> bool:
    """Whether the process has said what to do when it is asked to end, as Linux tells it."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


def files_in_use(process: subprocess.Popen[bytes]) -> set[str]:
    """The files that the process has mapped into its memory."""
    maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")
    return {line.split(maxsplit=5)[5] for line in maps.splitlines() if "/" in line}


@contextmanager
def window(program: Path, data: Path, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The window, running; told to end at the end, and that it did so calmly and said nothing."""
    been_here(data)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([program, "--data", data], env=env, cwd=env["HOME"], stderr=said)
        try:
            yield process
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=STAY_SECONDS)  # it stays until it is told to end
            process.send_signal(signal.SIGTERM)
            status = process.wait(timeout=START_SECONDS)
        except BaseException:
            process.kill()
            process.wait()
            said.seek(0)
            sys.stderr.write(said.read().decode())
            raise
        said.seek(0)
        assert (status, said.read().decode()) == (0, "")


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A real X server of our own."""
    with x_server(tmp_path) as screen:
        yield screen.display


class TestCommands:
    def test_list(self, program: Path, bare: dict[str, str]) -> None:
        shelf = json.loads(run(program, "list", "--json", env=bare))
        text = json.dumps(shelf)
        assert '"recurrence"' in text
        assert '"surgery"' in text

    def test_version_is_that_of_the_project(self, program: Path, bare: dict[str, str]) -> None:
        text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
        assert tomllib.loads(text)["project"]["version"] in run(program, "version", env=bare)

    def test_a_blank_sheet(self, program: Path, bare: dict[str, str], home: Path) -> None:
        out = home / "blank.pdf"
        run(program, "sheet", "--blank", "--out", out, env=bare)
        sheet = pypdf.PdfReader(io.BytesIO(out.read_bytes()))
        fonts = {
            str(font.get_object()["/BaseFont"])
            for page in sheet.pages
            for font in page["/Resources"]["/Font"].values()
        }
        assert any("AtkinsonHyperlegible" in font for font in fonts), fonts

    def test_a_search(self, program: Path, bare: dict[str, str]) -> None:
        assert "recurrence" in run(program, "search", "letrozole", "--json", env=bare)

    def test_a_wrong_command_is_one_sentence(self, program: Path, bare: dict[str, str]) -> None:
        ran = subprocess.run(
            [program, "show", "nonsense"], env=bare, capture_output=True, text=True, check=False
        )
        assert ran.returncode in {1, 2}
        assert ran.stderr.strip()
        assert "Traceback" not in ran.stderr


class TestWindow:
    def test_it_starts_and_ends_calmly_without_a_screen(
        self, program: Path, bare: dict[str, str], home: Path
    ) -> None:
        data = home / "data"
        with window(program, data, bare | {"QT_QPA_PLATFORM": "offscreen"}) as process:
            wait_until(lambda: catches_sigterm(process), process)
            outside = {name for name in files_in_use(process) if name.startswith(str(REPOSITORY))}
            outside |= {name for name in files_in_use(process) if name.startswith(sys.prefix)}
        assert (data / "notebook.sqlite").is_file()
        assert outside == set()

    def test_it_shows_itself_on_a_real_screen(
        self, program: Path, bare: dict[str, str], home: Path, display: str
    ) -> None:
        screen = bare | {"DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        seek = ["xdotool", "search", "--onlyvisible", "--name", "Booklet Reader"]

        def is_shown() -> bool:
            env = os.environ | {"DISPLAY": display}
            return subprocess.run(seek, env=env, capture_output=True, check=False).returncode == 0

        with window(program, home / "data", screen) as process:
            wait_until(is_shown, process)


class TestFolder:
    def test_no_link_points_to_nothing(self, program: Path) -> None:
        links = [path for path in program.parent.rglob("*") if path.is_symlink()]
        assert links
        assert [path for path in links if not path.exists()] == []

    @pytest.mark.parametrize(
        "unwanted",
        UNWANTED,
    )
    def test_what_nobody_uses_is_left_out(self, program: Path, unwanted: str) -> None:
        found = [path for path in program.parent.rglob("*") if path.match(unwanted)]
        assert found == []

    @pytest.mark.parametrize(
        "wanted",
        WANTED,
    )
    def test_what_is_needed_is_there(self, program: Path, wanted: str) -> None:
        assert any(path.match(wanted) for path in program.parent.rglob("*"))

    def test_it_fits_on_an_old_stick(self, program: Path) -> None:
        files = [path for path in program.parent.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files if not path.is_symlink())
        assert 50 * MEGABYTE < size < 300 * MEGABYTE
