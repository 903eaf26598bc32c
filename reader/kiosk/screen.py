"""Which screen a session is shown on, and the environment of its process, built from nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDERS = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}
"""Variable -> folder in the session's own folder."""

# Without the two addresses Qt starts a message bus of its own for each session, which outlives it
# and writes into HOME. The decoration is the title bar that Qt draws under Wayland.
_ALWAYS = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
    "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
    "NO_AT_BRIDGE": "1",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """``platform`` is Qt's name for it; ``variables`` say where it is."""

    platform: str
    variables: Mapping[str, str] = field(default_factory=dict, hash=False)


def find_screen(environ: Mapping[str, str]) -> Screen | None:
    """The screen that ``environ`` names: Wayland before X11, or none.

    The name of a Wayland socket becomes its full path, because a session has an
    ``XDG_RUNTIME_DIR`` of its own.
    """
    display = environ.get("WAYLAND_DISPLAY", "")
    run = environ.get("XDG_RUNTIME_DIR", "")
    if display and (run or display.startswith("/")):
        return Screen("wayland", {"WAYLAND_DISPLAY": str(PurePosixPath(run, display))})
    if environ.get("DISPLAY"):
        known = ("DISPLAY", "XAUTHORITY")
        return Screen("xcb", {name: environ[name] for name in known if environ.get(name)})
    return None


def session_environment(screen: Screen, folder: Path, voice: str = "") -> dict[str, str]:
    """Everything a session knows of the world; ``voice`` is the socket of the speech server."""
    environment = dict(_ALWAYS, QT_QPA_PLATFORM=screen.platform, **screen.variables)
    environment.update({name: str(folder / inner) for name, inner in FOLDERS.items()})
    if voice:
        environment["SPEECHD_ADDRESS"] = f"unix_socket:{voice}"
    return environment


def find_voice(environ: Mapping[str, str]) -> str:
    """Where a speech server that was started beforehand listens, or ``""``.

    A session must not start one: it would outlive the session, and it has heard everything.
    """
    named = environ.get("SPEECHD_ADDRESS", "")
    if named.startswith("unix_socket:/"):
        return named.removeprefix("unix_socket:")
    run = environ.get("XDG_RUNTIME_DIR", "")
    return f"{run}/speech-dispatcher/speechd.sock" if run.startswith("/") else ""
