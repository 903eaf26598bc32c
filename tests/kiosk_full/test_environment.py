"""Neither the environment nor an argument changes what people see, or what runs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.kiosk_full.amounts import none_in
from tests.kiosk_full.watch import is_dead, tree
from tests.system.kiosk_stack import NOBODY, _unprivileged
from tests.system.running import REPOSITORY, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QImage

    from tests.system.screen import Screen

pytestmark = pytest.mark.system

PATIENCE_SECONDS = 60.0
STILL_SECONDS = 0.4
EVIL = "/nowhere/evil"
SECOND_LIBRARY = "libstdbuf.so"

# All of them at once: none may have an effect, so they cannot hide each other's.
QT = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QPA_PLATFORM_PLUGIN_PATH": EVIL,
    "QT_QPA_PLATFORMTHEME": "gtk3",
    "QT_PLUGIN_PATH": EVIL,
    "QT_STYLE_OVERRIDE": "windows",
    "QT_SCALE_FACTOR": "2",
    "QT_FONT_DPI": "200",
    "QT_LOGGING_RULES": "*=true",
    "QT_LOGGING_CONF": EVIL,
    "QT_LOGGING_TO_CONSOLE": "1",
    "QT_DEBUG_PLUGINS": "1",
    "QML_IMPORT_TRACE": "1",
    "QML2_IMPORT_PATH": EVIL,
    "QT_IM_MODULE": "ibus",
    "QTWEBENGINE_REMOTE_DEBUGGING": "9222",
}
PYTHON = {
    "PYTHONSTARTUP": "{trap}",
    "PYTHONBREAKPOINT": "trap.sprung",
    "PYTHONINSPECT": "1",
    "PYTHONWARNINGS": "error",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPATH": "{folder}:{root}",
}
LOADER = {"LD_PRELOAD": "{library}", "LD_LIBRARY_PATH": EVIL, "LD_DEBUG_OUTPUT": "{folder}/ld"}
PLACES = {
    "XDG_CONFIG_HOME": "{folder}/evil",
    "XDG_DATA_HOME": "{folder}/evil",
    "XDG_CACHE_HOME": "{folder}/evil",
    "XDG_DATA_DIRS": "{folder}/evil",
    "HOME": "{folder}/evil",
    "TMPDIR": "{folder}/evil",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "ar_EG.UTF-8",
}
ENVIRONMENTS = {"qt": QT, "python": PYTHON, "loader": LOADER, "places": PLACES}
QT_ARGUMENTS = (
    ("-style", "windows"),
    ("-platform", "offscreen"),
    ("-platformpluginpath", EVIL),
    ("-platformtheme", "gtk3"),
    ("-stylesheet", EVIL),
    ("-reverse",),
    ("-qwindowgeometry", "100x100+0+0"),
    ("-qwindowtitle", "evil"),
    ("-qmljsdebugger=port:9222",),
    ("-widgetcount",),
    ("-display", ":99"),
    ("--session", "3", "1"),
)


@dataclass(frozen=True, slots=True)
class Running:
    """The real program under the real compositor."""

    screen: Screen
    folder: Path
    cage: subprocess.Popen[bytes]

    def processes(self) -> list[int]:
        """The supervisor and its sessions."""
        return [pid for pid in tree(self.cage.pid) if not is_dead(pid)]

    def picture(self) -> QImage:
        """What is on the screen, once the program has drawn it and it stays as it is."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        black = self.screen.picture().pixel(2, 2)
        before = None
        while time.monotonic() < deadline:
            assert self.cage.poll() is None, f"it has ended: {self.said()}"
            now = self.screen.picture()
            if len(self.processes()) == 3 and now == before and now.pixel(100, 100) != black:
                return now
            before = now
            time.sleep(STILL_SECONDS)
        message = f"nothing is shown: {self.said()}"
        raise AssertionError(message)

    def sessions(self) -> list[int]:
        """Those of them that people see."""
        supervisor, *rest = self.processes()
        return [pid for pid in rest if pid != supervisor]

    def said(self) -> str:
        """By all of them."""
        return (self.folder / "said").read_text()


@contextmanager
def running(screen: Screen, around: Mapping[str, str]) -> Iterator[Running]:
    """``booklet-reader kiosk`` with ``around`` in the environment of its supervisor."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-environment-"))
    for name in ("run", "evil"):
        (folder / name).mkdir(mode=0o700)
    (folder / "trap.py").write_text(f"open({str(folder / 'sprung')!r}, 'w').write('x')\n")
    for path in (folder, *folder.iterdir()):
        if os.getuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    known = {
        "folder": str(folder),
        "root": str(REPOSITORY),
        "trap": str(folder / "trap.py"),
        "library": library(),
    }
    extra = [f"{name}={text.format(**known)}" for name, text in around.items()]
    program = [sys.executable, "-m", "reader", "--data", str(folder / "data"), "kiosk"]
    command = [*_unprivileged(), tool("cage"), "--", tool("env"), *extra, *program]
    environ = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "DISPLAY": screen.display,
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "WLR_BACKENDS": "x11",
        "WLR_RENDERER": "pixman",
        "PYTHONPATH": str(REPOSITORY),
    }
    with (folder / "said").open("wb") as said:
        cage = subprocess.Popen(command, cwd="/", env=environ, stdout=said, stderr=said)
    try:
        yield Running(screen, folder, cage)
    finally:
        cage.send_signal(signal.SIGTERM)
        cage.wait(PATIENCE_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)


def library() -> str:
    """A library that anybody has and no program of ours wants."""
    found = next(Path("/usr").glob(f"lib*/coreutils/{SECOND_LIBRARY}"), None)
    assert found is not None, f"coreutils has no {SECOND_LIBRARY}"
    return str(found)


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> QImage:
    """What is shown when nothing is said in the environment."""
    from tests.system.screen import x_server

    with x_server(tmp_path_factory.mktemp("screen")) as screen, running(screen, {}) as found:
        return found.picture()


@pytest.mark.parametrize("group", ENVIRONMENTS)
def test_nothing_in_the_environment_has_an_effect(
    screen: Screen, golden: QImage, tell: Callable[[str], None], group: str
) -> None:
    around = ENVIRONMENTS[group]
    with running(screen, around) as found:
        assert found.picture() == golden
        for pid in found.sessions():
            told = Path(f"/proc/{pid}/environ").read_bytes()
            given = [part.decode() for part in told.split(b"\0") if part]
            ours = {name for name in around if name not in ("HOME", "TMPDIR", "LANG")}
            set_by_us = ("QT_QPA_PLATFORM=wayland", "XDG_")
            leaked = [
                one for one in given if one.split("=")[0] in ours and not one.startswith(set_by_us)
            ]
            assert not leaked, leaked
            assert "evil" not in "".join(given)
            assert SECOND_LIBRARY not in Path(f"/proc/{pid}/maps").read_text()
        assert not (found.folder / "sprung").exists()
        assert not list((found.folder / "evil").iterdir())
    tell(f"effects of variables of {group}: {none_in(len(around))}")


def test_no_argument_reaches_qt(tell: Callable[[str], None]) -> None:
    for arguments in QT_ARGUMENTS:
        ran = subprocess.run(
            [sys.executable, "-m", "reader", "kiosk", *arguments],
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(REPOSITORY)},
            cwd="/",
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        assert ran.returncode == 2, (arguments, ran)
        assert "Traceback" not in ran.stderr
    tell(f"arguments that were taken: {none_in(len(QT_ARGUMENTS))}")


def test_the_list_of_parts_is_gone_through() -> None:
    """Part J of the list names these at least."""
    named = set().union(*ENVIRONMENTS.values())
    wanted = {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM", "QT_QPA_PLATFORM_PLUGIN_PATH"}
    wanted |= {"QT_STYLE_OVERRIDE", "QT_DEBUG_PLUGINS", "LD_PRELOAD", "LD_LIBRARY_PATH"}
    wanted |= {"PYTHONPATH", "PYTHONSTARTUP", "PYTHONINSPECT", "PYTHONBREAKPOINT"}
    assert wanted <= named
