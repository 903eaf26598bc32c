"""Figures: files inside the booklet's folder that hold what their names say, and nothing else."""

from __future__ import annotations

import re
import stat
import struct
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.booklet.svg import svg_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

FIGURE_BYTES = 1_000_000
FIGURE_DOTS = 16_000_000
"""A picture of so many dots takes 64 MB to show."""

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "ground": "#FAF7F2",
        "surface": "#FFFFFF",
        "ink": "#1C2730",
        "muted": "#46535E",
        "accent": "#0A575C",
        "on_accent": "#FFFFFF",
        "accent_soft": "#E2F0EE",
        "line": "#DCD5C9",
        "control_line": "#857C6E",
        "warn_ground": "#FFF3D6",
        "warn_ink": "#5F4200",
    }
)
"""The light theme, for pages that carry their own colours."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
_PNG = b"\x89PNG\r\n\x1a\n"
_ROLE = re.compile(r"""(?<==)(["'])role:([a-z_]+)\1""")


def coloured(svg: str, colours: Mapping[str, str]) -> str:
    """``svg`` with each ``"role:NAME"`` replaced by the colour of that name in ``colours``.

    Raises ``KeyError`` for a role that ``colours`` lacks; a booklet that was read has none but
    those of ``svg.ROLES``.
    """
    return _ROLE.sub(lambda found: f"{found[1]}{colours[found[2]]}{found[1]}", svg)


def file_problem(folder: Path, source: str) -> str:
    """Why ``source`` is no file inside ``folder``; empty when it is one. Nothing is opened."""
    path = folder
    for part in source.split("/"):
        path = path / part
        try:
            mode = path.lstat().st_mode
        except OSError:
            return f"There is no picture “{source}” in this folder. Add it, or correct the name."
        if stat.S_ISLNK(mode):
            return f"“{source}” is a link to another place. Put the picture itself in the folder."
    if not stat.S_ISREG(mode):
        return f"“{source}” is not a file. Put a picture there."
    return ""


def figure_problem(folder: Path, source: str) -> str:
    """Why the picture ``source`` of the booklet in ``folder`` is refused; empty when it is fine."""
    suffix = PurePosixPath(source).suffix
    if _NAME.fullmatch(source) is None:
        return "A picture's path stays inside the booklet's folder, like figures/name.svg."
    if suffix not in {".svg", ".png"}:
        return "A picture must be an .svg or a .png file. Save it as one of them."
    return file_problem(folder, source) or _content_problem(folder / source, source, suffix)


def _content_problem(path: Path, source: str, suffix: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(FIGURE_BYTES + 1)
    except OSError as error:
        return f"“{source}” cannot be read ({error.strerror}). Check who may open it."
    if len(data) > FIGURE_BYTES:
        return f"“{source}” is larger than {FIGURE_BYTES // 1000} kB. Make the picture smaller."
    return svg_problem(data, source) if suffix == ".svg" else _png_problem(data, source)


def _png_problem(data: bytes, source: str) -> str:
    """The header of a PNG says its size: W3C PNG specification, 11.2.2."""
    if not data.startswith(_PNG):
        return f"“{source}” is not a PNG picture, whatever its name says. Save it as one."
    width, height = struct.unpack_from(">II", data.ljust(24, b"\0"), 16)
    if width * height > FIGURE_DOTS:
        return f"“{source}” has more than {FIGURE_DOTS // 1_000_000} million dots. Make it smaller."
    return ""
