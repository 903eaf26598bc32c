from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader import system
from reader.system import MissingLibrary

REPOSITORY = Path(__file__).parents[1]
EGL = MissingLibrary("libEGL.so.1", "libegl1")
CURSOR = MissingLibrary("libxcb-cursor.so.0", "libxcb-cursor0")
GLIB = MissingLibrary("libglib-2.0.so.0", "libglib2.0-0")
GTHREAD = MissingLibrary("libgthread-2.0.so.0", "libglib2.0-0")
SCREEN = {"DISPLAY": ":0"}


class Machine:
    """A machine that has every library but those in ``without``; remembers what was asked for."""

    def __init__(self, *without: str) -> None:
        self.without = without
        self.asked: list[str] = []

    def load(self, soname: str) -> object:
        self.asked.append(soname)
        if soname in self.without:
            raise OSError(f"{soname}: cannot open shared object file: No such file or directory")
        return object()


class EmptyMachine:
    def load(self, soname: str) -> object:
        raise OSError(f"{soname}: cannot open shared object file: No such file or directory")


def problem(
    machine: Machine | EmptyMachine,
    *,
    needs_screen: bool = True,
    environ: dict[str, str] | None = None,
    platform: str = "linux",
    fedora: bool = False,
) -> str:
    return system.problem(
        needs_screen=needs_screen,
        environ=SCREEN if environ is None else environ,
        platform=platform,
        load=machine.load,
        fedora=fedora,
    )


class TestMissingLibraries:
    def test_nothing_is_missing_when_everything_loads(self) -> None:
        assert system.missing_libraries(needs_screen=True, load=Machine().load) == ()

    def test_what_does_not_load_is_named_with_its_package_in_order(self) -> None:
        machine = Machine("libxcb-cursor.so.0", "libEGL.so.1")
        assert system.missing_libraries(needs_screen=True, load=machine.load) == (EGL, CURSOR)

    def test_without_a_screen_nothing_of_the_screen_is_asked_for(self) -> None:
        machine = Machine("libxcb-cursor.so.0", "libcups.so.2")
        assert system.missing_libraries(needs_screen=False, load=machine.load) == ()
        assert "libEGL.so.1" in machine.asked
        assert not [soname for soname in machine.asked if "xcb" in soname]

    def test_the_screen_needs_everything_that_goes_without_it_and_more(self) -> None:
        without = set(system.missing_libraries(needs_screen=False, load=EmptyMachine().load))
        with_screen = set(system.missing_libraries(needs_screen=True, load=EmptyMachine().load))
        assert without < with_screen

    def test_no_library_is_listed_twice(self) -> None:
        machine = Machine()
        system.missing_libraries(needs_screen=True, load=machine.load)
        assert len(machine.asked) == len(set(machine.asked))

    def test_the_machine_of_this_test_has_what_these_tests_run_on(self) -> None:
        assert system.missing_libraries(needs_screen=False) == ()

    def test_the_loader_of_this_machine_says_no_in_the_way_that_is_expected(self) -> None:
        with pytest.raises(OSError, match=r"libnowhere\.so\.9"):
            system.load_library("libnowhere.so.9")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux wheels lean on these")
class TestTheListsAgainstTheWheels:
    """The lists are kept by hand; what the pinned wheels really ask for is in their files."""

    PLUGINS = ("platforms/libqoffscreen.so",)
    SCREEN_PLUGINS = (
        "platforms/libqxcb.so",
        "xcbglintegrations/libqxcb-egl-integration.so",
        "xcbglintegrations/libqxcb-glx-integration.so",
        "printsupport/libcupsprintersupport.so",
    )
    MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPdf", "QtPrintSupport", "QtSvg", "QtTextToSpeech")
    ALWAYS_THERE = ("ld-linux", "libc.so", "libm.so", "libdl.so", "libpthread", "libgcc_s")
    BROUGHT_BY_OTHERS = ("libbrotlicommon.so", "libresolv.so", "librt.so")

    def test_every_library_that_qt_asks_for_is_listed(self) -> None:
        import PySide6

        folder = Path(PySide6.__file__).parent
        plugins = [folder / "Qt/plugins" / name for name in self.PLUGINS + self.SCREEN_PLUGINS]
        modules = [folder / f"{name}.abi3.so" for name in self.MODULES]
        listed = {
            library.soname
            for library in system.missing_libraries(needs_screen=True, load=EmptyMachine().load)
        }
        assert asked_for(folder, [*modules, *plugins]) - listed == set()

    def test_without_a_screen_the_shorter_list_is_enough(self) -> None:
        import PySide6

        folder = Path(PySide6.__file__).parent
        plugins = [folder / "Qt/plugins" / name for name in self.PLUGINS]
        modules = [folder / f"{name}.abi3.so" for name in self.MODULES]
        listed = {
            library.soname
            for library in system.missing_libraries(needs_screen=False, load=EmptyMachine().load)
        }
        assert asked_for(folder, [*modules, *plugins]) == listed


def asked_for(folder: Path, roots: list[Path]) -> set[str]:
    """The shared objects outside the wheels that ``roots``, and all they lean on, ask for."""
    import shiboken6

    own = {
        path.name: path
        for place in (folder, Path(shiboken6.__file__).parent)
        for path in place.rglob("*.so*")
    }
    waiting, seen, outside = list(roots), set[Path](), set[str]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for soname in needed(path):
            if soname in own:
                waiting.append(own[soname])
            else:
                outside.add(soname)
    given = (
        TestTheListsAgainstTheWheels.ALWAYS_THERE + TestTheListsAgainstTheWheels.BROUGHT_BY_OTHERS
    )
    return {soname for soname in outside if not soname.startswith(given)}


def needed(path: Path) -> list[str]:
    """The NEEDED entries of a 64-bit little-endian ELF file, read by hand: no binutils needed."""
    data = path.read_bytes()
    assert data[:6] == b"\x7fELF\x02\x01", path

    def number(offset: int, size: int) -> int:
        return int.from_bytes(data[offset : offset + size], "little")

    header, size, count = number(0x20, 8), number(0x36, 2), number(0x38, 2)
    segments = [header + index * size for index in range(count)]
    loaded = [
        (number(at + 16, 8), number(at + 8, 8), number(at + 32, 8))
        for at in segments
        if number(at, 4) == 1
    ]
    dynamic = next(number(at + 8, 8) for at in segments if number(at, 4) == 2)
    names, table = list[int](), 0
    while tag := number(dynamic, 8):
        if tag == 1:
            names.append(number(dynamic + 8, 8))
        elif tag == 5:
            table = number(dynamic + 8, 8)
        dynamic += 16
    start = next(table - at + offset for at, offset, length in loaded if at <= table < at + length)
    return [data[start + name : data.index(b"\0", start + name)].decode("ascii") for name in names]


class TestSentences:
    def test_one_library(self) -> None:
        assert system.missing_sentence((EGL,), fedora=False) == (
            "Booklet Reader needs a system library (libEGL.so.1): run sudo apt-get install libegl1"
        )

    def test_several_libraries_are_one_command(self) -> None:
        assert system.missing_sentence((EGL, GLIB, CURSOR), fedora=False) == (
            "Booklet Reader needs some system libraries (libEGL.so.1, libglib-2.0.so.0 and "
            "libxcb-cursor.so.0): run sudo apt-get install libegl1 libglib2.0-0 libxcb-cursor0"
        )

    def test_a_package_with_two_of_the_libraries_is_named_once(self) -> None:
        assert system.packages_of((GTHREAD, GLIB)) == ("libglib2.0-0",)

    def test_fedora_is_asked_for_the_library_itself(self) -> None:
        sentence = system.missing_sentence((EGL,), fedora=True)
        assert sentence.endswith("run sudo dnf install 'libEGL.so.1()(64bit)'")

    @pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10), (3, 14), (4, 0)])
    def test_a_python_that_will_not_do(self, version: tuple[int, int]) -> None:
        sentence = system.old_python_sentence(version)
        assert "needs Python 3.11, 3.12 or 3.13" in sentence
        assert sentence.endswith(f"this is Python {version[0]}.{version[1]}.")

    @pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
    def test_a_python_that_will_do(self, version: tuple[int, int]) -> None:
        assert system.old_python_sentence(version) == ""

    def test_the_pythons_are_those_of_the_project(self) -> None:
        text = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
        oldest, newest = system.OLDEST_PYTHON, system.TOO_NEW_PYTHON
        wanted = f'requires-python = ">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1]}"'
        assert wanted in text


class TestProblem:
    def test_all_is_well(self) -> None:
        assert problem(Machine()) == ""

    def test_a_missing_library(self) -> None:
        assert "libxcb-cursor0" in problem(Machine("libxcb-cursor.so.0"))

    def test_no_screen_points_to_the_demonstration(self) -> None:
        assert "make demo" in problem(Machine(), environ={})

    def test_no_screen_is_said_before_libraries_that_would_be_of_no_use(self) -> None:
        assert problem(EmptyMachine(), environ={}) == system.NO_SCREEN

    def test_a_wayland_screen_is_a_screen(self) -> None:
        assert problem(Machine(), environ={"WAYLAND_DISPLAY": "wayland-0"}) == ""

    @pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=800x600"])
    def test_somebody_who_does_without_the_screen_needs_nothing_of_it(self, platform: str) -> None:
        environ = {"QT_QPA_PLATFORM": platform}
        assert problem(Machine("libxcb-cursor.so.0"), environ=environ) == ""
        assert "libegl1" in problem(Machine("libEGL.so.1"), environ=environ)

    def test_naming_the_plugin_for_a_screen_is_not_doing_without(self) -> None:
        assert problem(Machine(), environ={"QT_QPA_PLATFORM": "xcb"}) == system.NO_SCREEN

    def test_commands_without_a_window_need_no_screen(self) -> None:
        assert problem(Machine("libxcb-cursor.so.0"), needs_screen=False, environ={}) == ""

    @pytest.mark.parametrize("platform", ["darwin", "win32"])
    def test_elsewhere_the_wheels_bring_everything(self, platform: str) -> None:
        assert problem(EmptyMachine(), environ={}, platform=platform) == ""

    def test_fedora(self) -> None:
        assert "dnf" in problem(Machine("libEGL.so.1"), fedora=True)


class TestTheCommand:
    """Run as the Makefile runs it: in isolation from everything that is installed."""

    @staticmethod
    def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-S", "-m", "reader.system", *arguments],
            cwd=REPOSITORY,
            env={"PATH": "/usr/bin:/bin", **environ},
            capture_output=True,
            text=True,
            check=False,
        )

    def test_all_is_well(self) -> None:
        ran = self.run()
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")

    def test_packages_of_a_machine_that_lacks_none(self) -> None:
        ran = self.run("--packages")
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a screen is given")
    def test_no_screen(self) -> None:
        ran = self.run("--screen")
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", system.NO_SCREEN + "\n")
