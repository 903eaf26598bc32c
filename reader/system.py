"""What the machine must have before a window can open, and the command that brings what is missing.

``python -m reader.system`` runs before anything is installed, so this module needs the standard
library alone, and an older Python must get far enough in it to say that it is too old: no
dataclass with slots, no StrEnum.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

OLDEST_PYTHON = (3, 11)
TOO_NEW_PYTHON = (3, 14)
_WRONG = 2
_SCREENLESS = ("offscreen", "minimal")
_FEDORA = Path("/etc/fedora-release")

# Source of the two lists: the NEEDED entries, followed through, of what the PySide6 6.11.3 wheels
# ship for Linux, less what a Debian with Python always has. Debian package names.
_QT = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11.so.6", "libx11-6"),
    ("libbrotlidec.so.1", "libbrotli1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    ("libgthread-2.0.so.0", "libglib2.0-0"),
    ("libpulse.so.0", "libpulse0"),
    ("libstdc++.so.6", "libstdc++6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libz.so.1", "zlib1g"),
    ("libzstd.so.1", "libzstd1"),
)
# A window on the screen (the xcb plugin) and the list of printers (the CUPS plugin).
_SCREEN = (
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libcups.so.2", "libcups2"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-glx.so.0", "libxcb-glx0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-util.so.1", "libxcb-util1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxcb.so.1", "libxcb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)

NO_SCREEN = (
    "This session has no screen, so the window cannot open: run “make demo” instead, which drives "
    "the same window without one and leaves pictures of it in build/demo."
)


class MissingLibrary(NamedTuple):
    """A system library that could not be loaded, and the Debian package that has it."""

    soname: str
    package: str


def missing_libraries(
    *, needs_screen: bool, load: Callable[[str], object] | None = None
) -> tuple[MissingLibrary, ...]:
    """What Qt needs on Linux and ``load`` cannot find (it raises ``OSError``), sorted by name.

    With ``needs_screen`` also what a real window and a real printer need.
    """
    wanted = _QT + _SCREEN if needs_screen else _QT
    loader = load or load_library
    return tuple(sorted(MissingLibrary(*pair) for pair in wanted if not _loads(pair[0], loader)))


def load_library(soname: str) -> object:
    """Load a system library; raises ``OSError`` when it cannot be found."""
    import ctypes  # not at the top: the window asks here for its screen alone, and must start soon

    return ctypes.CDLL(soname)


def missing_sentence(missing: Sequence[MissingLibrary], *, fedora: bool) -> str:
    """One sentence with the one command that brings everything in ``missing``."""
    names = _listed([library.soname for library in missing])
    what = "a system library" if len(missing) == 1 else "some system libraries"
    return f"Booklet Reader needs {what} ({names}): run {_command(missing, fedora=fedora)}"


def packages_of(missing: Sequence[MissingLibrary]) -> tuple[str, ...]:
    """The Debian packages to install, each once, sorted."""
    return tuple(sorted({library.package for library in missing}))


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window could be shown; ``platform`` is as in ``sys.platform``."""
    if not platform.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def old_python_sentence(version: tuple[int, int]) -> str:
    """One sentence when ``version`` (major, minor) will not do, else an empty string."""
    if OLDEST_PYTHON <= version < TOO_NEW_PYTHON:
        return ""
    here = ".".join(map(str, version))
    return f"Booklet Reader needs Python 3.11, 3.12 or 3.13, and this is Python {here}."


def problem(
    *,
    needs_screen: bool,
    environ: Mapping[str, str],
    platform: str,
    load: Callable[[str], object],
    fedora: bool,
) -> str:
    """The sentence to show the user, or an empty string when all is well.

    ``QT_QPA_PLATFORM`` in ``environ`` can say that the screen is to be done without.
    """
    without = environ.get("QT_QPA_PLATFORM", "").startswith(_SCREENLESS)
    needs_screen = needs_screen and not without
    if needs_screen and not has_screen(environ, platform):
        return NO_SCREEN
    if not platform.startswith("linux"):
        return ""
    missing = missing_libraries(needs_screen=needs_screen, load=load)
    return missing_sentence(missing, fedora=fedora) if missing else ""


def main(arguments: Sequence[str]) -> int:
    """``python -m reader.system [--screen] [--packages]``: 0 when all is there, else 2."""
    parser = argparse.ArgumentParser(prog="python -m reader.system", description=main.__doc__)
    parser.add_argument("--screen", action="store_true", help="a window on a screen is wanted")
    parser.add_argument(
        "--packages", action="store_true", help="print the Debian packages that are missing; exit 0"
    )
    options = parser.parse_args(arguments)
    if options.packages:
        missing = missing_libraries(needs_screen=options.screen)
        _print(sys.stdout, "\n".join(packages_of(missing)))
        return 0
    sentence = old_python_sentence(sys.version_info[:2]) or problem(
        needs_screen=options.screen,
        environ=os.environ,
        platform=sys.platform,
        load=load_library,
        fedora=_FEDORA.exists(),
    )
    _print(sys.stderr, sentence)
    return _WRONG if sentence else 0


def _loads(soname: str, load: Callable[[str], object]) -> bool:
    try:
        load(soname)
    except OSError:
        return False
    return True


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _command(missing: Sequence[MissingLibrary], *, fedora: bool) -> str:
    if fedora:
        # Fedora's packages say which libraries they have, so no second table of names is needed.
        wanted = (f"'{library.soname}()(64bit)'" for library in missing)
        return " ".join(("sudo dnf install", *wanted))
    return " ".join(("sudo apt-get install", *packages_of(missing)))


def _print(stream: TextIO, text: str) -> None:
    if text:
        stream.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
