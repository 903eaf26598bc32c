"""Figures: files inside the booklet's folder that hold what their names say, and nothing else."""

from __future__ import annotations

import re
import stat
import xml.etree.ElementTree as ET
from pathlib import Path, PurePosixPath

FIGURE_BYTES = 1_000_000

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
_PNG = b"\x89PNG\r\n\x1a\n"
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
"""Entities can grow without end; Qt opens the file that ``<?xml-stylesheet …?>`` names."""
_SVG_NAMESPACE = "{http://www.w3.org/2000/svg}"
_BARRED = frozenset(("script", "image", "foreignObject", "use", "style", "a", "feImage"))
_ELSEWHERE = re.compile(r"url\((?!\s*[\"']?#)", re.IGNORECASE)


def figure_problem(folder: Path, source: str) -> str:
    """Why the picture ``source`` of the booklet in ``folder`` is refused; empty when it is fine."""
    suffix = PurePosixPath(source).suffix
    if _NAME.fullmatch(source) is None:
        return "A picture's path stays inside the booklet's folder, like figures/name.svg."
    if suffix not in {".svg", ".png"}:
        return "A picture must be an .svg or a .png file. Save it as one of them."
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
    return _content_problem(path, source, suffix)


def _content_problem(path: Path, source: str, suffix: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(FIGURE_BYTES + 1)
    except OSError as error:
        return f"“{source}” cannot be read ({error.strerror}). Check who may open it."
    if len(data) > FIGURE_BYTES:
        return f"“{source}” is larger than {FIGURE_BYTES // 1000} kB. Make the picture smaller."
    if suffix == ".png":
        good = data.startswith(_PNG)
        return (
            ""
            if good
            else f"“{source}” is not a PNG picture, whatever its name says. Save it as one."
        )
    return _svg_problem(data, source)


def _svg_problem(data: bytes, source: str) -> str:
    broken = f"“{source}” is not an SVG picture that can be read. Save it again as plain SVG."
    try:
        text = data.decode("utf-8")
        if _DECLARATION.search(text):
            return f"“{source}” has a <!DOCTYPE or <? line. Save it again as plain SVG."
        root = ET.fromstring(text)
    except (ET.ParseError, ValueError):
        return broken
    if root.tag != f"{_SVG_NAMESPACE}svg":
        return broken
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in _BARRED:
            return f"“{source}” uses <{name}>, which pictures here may not. Draw it without."
        for key, value in element.items():
            attribute = key.rpartition("}")[2]
            if attribute == "href" and not value.startswith("#"):
                return f"“{source}” points at something outside itself. Draw it without."
            if attribute.startswith("on") or _ELSEWHERE.search(value):
                return f"“{source}” points at something outside itself. Draw it without."
    return ""
