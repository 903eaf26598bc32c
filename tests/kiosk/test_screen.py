"""The world as a session sees it: built from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.kiosk.screen import FOLDERS, Screen, find_screen, find_voice, session_environment

FOLDER = Path("/dev/shm/booklet-kiosk-x/1")

# Part J of what people try: none of it may reach a session.
NAMES = """
LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONINSPECT
PYTHONBREAKPOINT QT_PLUGIN_PATH QT_QPA_PLATFORM QT_QPA_PLATFORM_PLUGIN_PATH QT_QPA_PLATFORMTHEME
QT_STYLE_OVERRIDE QT_SCALE_FACTOR QT_FONT_DPI QT_LOGGING_RULES QT_DEBUG_PLUGINS QML2_IMPORT_PATH
HOME TMPDIR XDG_CONFIG_HOME XDG_DATA_DIRS PATH LANG LC_ALL NOTIFY_SOCKET WATCHDOG_USEC
DBUS_SESSION_BUS_ADDRESS CUPS_SERVER _PYI_ARCHIVE_FILE GTK_MODULES BASH_ENV
"""
HOSTILE = dict.fromkeys(NAMES.split(), "/tmp/evil")


def test_under_wayland_the_socket_is_named_in_full_and_x_is_left_out() -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": "/run/user/9", "DISPLAY": ":0"}
    found = find_screen(environ)
    assert found == Screen("wayland", {"WAYLAND_DISPLAY": "/run/user/9/wayland-1"})
    assert found is not None
    assert dict(found.variables) == {"WAYLAND_DISPLAY": "/run/user/9/wayland-1"}


def test_a_socket_that_is_named_in_full_stays_so() -> None:
    found = find_screen({"WAYLAND_DISPLAY": "/run/w", "XDG_RUNTIME_DIR": "/run/user/9"})
    assert found is not None
    assert found.variables["WAYLAND_DISPLAY"] == "/run/w"


def test_x_is_used_where_there_is_nothing_else() -> None:
    found = find_screen({"DISPLAY": ":1", "XAUTHORITY": "/run/xauth", "WAYLAND_DISPLAY": "w"})
    assert found is not None
    assert found.platform == "xcb"
    assert dict(found.variables) == {"DISPLAY": ":1", "XAUTHORITY": "/run/xauth"}


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}, {"WAYLAND_DISPLAY": "w"}, HOSTILE])
def test_no_screen_is_none(environ: dict[str, str]) -> None:
    assert find_screen(environ) is None


def test_nothing_hostile_reaches_a_session() -> None:
    screen = find_screen(HOSTILE | {"DISPLAY": ":1"})
    assert screen is not None
    built = session_environment(screen, FOLDER)
    assert "/tmp/evil" not in built.values()
    assert set(built) == {
        *FOLDERS,
        *("PATH", "LANG", "DISPLAY", "QT_QPA_PLATFORM", "NO_AT_BRIDGE"),
        *("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"),
        "QT_WAYLAND_DISABLE_WINDOWDECORATION",
    }


def test_every_place_to_write_is_in_the_folder_of_the_session() -> None:
    built = session_environment(Screen("wayland"), FOLDER)
    for variable in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"):
        assert Path(built[variable]).parent == FOLDER


def test_no_message_bus_is_started() -> None:
    built = session_environment(Screen("xcb"), FOLDER)
    assert built["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"


def test_the_voice_is_one_that_was_there_before() -> None:
    assert find_voice({"XDG_RUNTIME_DIR": "/run/user/9"}) == (
        "/run/user/9/speech-dispatcher/speechd.sock"
    )
    assert find_voice({"SPEECHD_ADDRESS": "unix_socket:/run/voice"}) == "/run/voice"
    assert find_voice({"SPEECHD_ADDRESS": "inet_socket:host:6560"}) == ""
    assert find_voice({}) == ""
    built = session_environment(Screen("xcb"), FOLDER, "/run/voice")
    assert built["SPEECHD_ADDRESS"] == "unix_socket:/run/voice"
