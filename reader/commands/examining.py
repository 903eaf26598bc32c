"""What ``doctor`` looks at, one thing after the other; one that fails is a finding like others."""

from __future__ import annotations

import logging
import platform
import shutil
import sqlite3
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import metadata
from typing import TYPE_CHECKING

from reader.commands.notebook_health import notebook_finding
from reader.paper.errors import FontsMissingError
from reader.system import has_screen, missing_libraries, packages_of
from reader.version import program_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reader.commands.context import Context

PACKAGES = ("PySide6_Essentials", "typst", "Markdown", "segno", "RapidFuzz")
LEAST_ROOM_MB = 200
_MB = 1024 * 1024

_log = logging.getLogger(__name__)


class State(StrEnum):
    """``NOTE`` is something to know that stops nobody."""

    GOOD = "good"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about ``topic``: a sentence for people and ``data`` for programs."""

    topic: str
    state: State
    said: str
    data: Mapping[str, object] = field(default_factory=dict)


def examine(
    context: Context, environ: Mapping[str, str], voice_names: Callable[[], tuple[str, ...]]
) -> tuple[Finding, ...]:
    """Everything there is to say, in the order in which things go wrong most often."""
    looks: dict[str, Callable[[], Finding]] = {
        "versions": _versions,
        "screen": lambda: _screen(environ),
        "notebook": lambda: _notebook(context),
        "room": lambda: _room(context.paths.data),
        "booklets": lambda: _booklets(context),
        "fonts": _fonts,
        "printers": lambda: _printers(environ),
        "voices": lambda: _voices(voice_names),
    }
    return tuple(_guarded(looks))


def _guarded(looks: Mapping[str, Callable[[], Finding]]) -> Iterator[Finding]:
    """One look that fails must not keep the others from being told."""
    for topic, look in looks.items():
        try:
            yield look()
        except Exception as error:
            _log.exception("Looking at the %s failed.", topic)
            said = f"The {topic} could not be looked at ({type(error).__name__})."
            yield Finding(topic, State.PROBLEM, said)


def _versions() -> Finding:
    found = {name: _version(name) for name in PACKAGES}
    said = ", ".join(f"{name} {version}" for name, version in found.items())
    python, system = platform.python_version(), platform.platform()
    missing = [name for name, version in found.items() if not version]
    return Finding(
        "versions",
        State.PROBLEM if missing else State.GOOD,
        f"Booklet Reader {program_version()} with {said}, Python {python}, "
        f"SQLite {sqlite3.sqlite_version}, on {system}.",
        {
            "program": program_version(),
            "packages": found,
            "python": python,
            "sqlite": sqlite3.sqlite_version,
            "system": system,
        },
    )


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _screen(environ: Mapping[str, str]) -> Finding:
    is_here = has_screen(environ, sys.platform)
    missing = missing_libraries(needs_screen=True) if sys.platform.startswith("linux") else ()
    data = {"screen": is_here, "missing_libraries": [each.soname for each in missing]}
    if missing:
        wanted = " ".join(packages_of(missing))
        said = f"The window lacks system libraries. Install: {wanted}"
        return Finding("screen", State.PROBLEM, said, data)
    said = "The window has all it needs." if is_here else "This session has no screen."
    return Finding("screen", State.GOOD if is_here else State.NOTE, said, data)


def _notebook(context: Context) -> Finding:
    health = notebook_finding(context)
    state = State.PROBLEM if health.is_problem else State.NOTE if health.is_note else State.GOOD
    return Finding("notebook", state, health.said, health.data)


def _room(folder: Path) -> Finding:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free // _MB
    state = State.GOOD if free >= LEAST_ROOM_MB else State.PROBLEM
    return Finding("room", state, f"There are {free} MB free for your notes.", {"free_mb": free})


def _booklets(context: Context) -> Finding:
    shelf = context.shelf()
    booklets, broken = shelf.read_all(), shelf.broken
    data = {
        "booklets": {each.id: str(each.edition) for each in booklets},
        "broken": [str(each) for each in broken],
    }
    said = (
        "1 booklet can be read." if len(booklets) == 1 else f"{len(booklets)} booklets can be read."
    )
    if broken:
        said += f" {len(broken)} cannot: “check” says why."
    is_well = bool(booklets) and not broken
    return Finding("booklets", State.GOOD if is_well else State.PROBLEM, said, data)


def _fonts() -> Finding:
    from reader.paper.fonts import FAMILY, font_folder

    try:
        folder = font_folder()
    except FontsMissingError as error:
        return Finding("fonts", State.PROBLEM, str(error), {"family": ""})
    said = f"The typeface {FAMILY} is here."
    return Finding("fonts", State.GOOD, said, {"family": FAMILY, "folder": str(folder)})


def _printers(environ: Mapping[str, str]) -> Finding:
    from reader.printing.errors import PrintServiceError
    from reader.printing.finding import find_service

    service = find_service(environ)
    if service is None:
        said = "No printing system of ours answers here; printing goes by way of the system."
        return Finding("printers", State.NOTE, said, {"printers": []})
    try:
        printers = service.printers()
    except PrintServiceError as error:
        said = str(error)
        return Finding("printers", State.PROBLEM, said, {"printers": []})
    names = [printer.name for printer in printers]
    data = {"printers": [{"name": each.name, "state": each.state.name} for each in printers]}
    said = f"Printers: {', '.join(names)}." if names else "No printer is set up."
    return Finding("printers", State.GOOD if names else State.NOTE, said, data)


def _voices(voice_names: Callable[[], tuple[str, ...]]) -> Finding:
    try:
        names = voice_names()
    except ImportError as error:
        said = f"Qt cannot be loaded, so the window cannot open: {error}."
        return Finding("voices", State.PROBLEM, said, {"voices": []})
    said = f"Voices for reading aloud: {', '.join(names)}." if names else "No voice is installed."
    return Finding("voices", State.GOOD if names else State.NOTE, said, {"voices": list(names)})
