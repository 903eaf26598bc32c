"""Which version of the program this is."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

NAME = "booklet-reader"
UNKNOWN = "unknown"
BUILT = date(2026, 11, 1)
"""The month of this release, set by hand at each: a clock that says an earlier day is wrong."""

_PACKAGE = Path(__file__).parent


def program_version(package: Path = _PACKAGE) -> str:
    """The version of the code in ``package``, or ``UNKNOWN``.

    A bundle says it in the text file ``version`` of its resources, a checkout in ``pyproject.toml``
    and an installed wheel in its metadata. They are asked in this order because metadata left by
    an older installation must not speak for a checkout.
    """
    return _bundled(package) or _checked_out(package) or _installed() or UNKNOWN


def _bundled(package: Path) -> str:
    try:
        return (package.parent / "resources" / "version").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _checked_out(package: Path) -> str:
    try:
        text = (package.parent / "pyproject.toml").read_text(encoding="utf-8")
        project = tomllib.loads(text).get("project")
    except (OSError, ValueError):
        return ""
    if not isinstance(project, dict) or project.get("name") != NAME:
        return ""
    return str(project.get("version", ""))


def _installed() -> str:
    from importlib import metadata  # slow to import, and seldom asked

    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return ""
