"""What an SVG picture may hold: shapes, words and colours by role; nothing that acts or loads."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from io import BytesIO

SVG_FONT = "Atkinson Hyperlegible"
"""The one typeface that screen and paper both have."""

ROLES = frozenset(
    (
        *("ground", "surface", "ink", "muted", "accent", "on_accent", "accent_soft"),
        *("line", "control_line", "warn_ground", "warn_ink"),
    )
)
"""What a colour is for, as a picture may say it: ``fill="role:accent"``."""

MOST_ELEMENTS = 2_000
MOST_DEPTH = 24

_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
"""Entities can grow without end; Qt opens the file that ``<?xml-stylesheet …?>`` names."""
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_BARRED = frozenset(
    (
        *("script", "image", "foreignObject", "use", "style", "a", "feImage"),
        *("animate", "animateColor", "animateMotion", "animateTransform", "set", "video"),
        *("clipPath", "filter", "marker", "mask", "pattern", "symbol", "textPath"),
    )
)
"""What runs, loads, moves, or can hold itself and so draw for ever."""
_ELSEWHERE = re.compile(r"url\((?!\s*[\"']?#)", re.IGNORECASE)
_COLOURS = frozenset(("fill", "stroke", "stop-color"))
_ROLE = re.compile(r"role:([a-z_]+)")
_DASHES = re.compile(r"stroke-dasharray\s*:(?!\s*none)", re.IGNORECASE)


def svg_problem(data: bytes, source: str) -> str:
    """Why the picture ``data``, named ``source``, is refused; empty when it is fine."""
    broken = f"“{source}” is not an SVG picture that can be read. Save it again as plain SVG."
    try:
        text = data.decode("utf-8")
        if _DECLARATION.search(text):
            return f"“{source}” has a <!DOCTYPE or <? line. Save it again as plain SVG."
        if not _is_shallow(text):
            return f"“{source}” has too many parts in each other. Draw it with fewer."
        root = ET.fromstring(text)
    except (ET.ParseError, ValueError):
        return broken
    if root.tag != f"{_NAMESPACE}svg":
        return broken
    has_words = any(element.tag == f"{_NAMESPACE}text" for element in root.iter())
    if has_words and root.get("font-family") != SVG_FONT:
        return f'“{source}” has words. Write font-family="{SVG_FONT}" in its <svg>.'
    problems = (_element_problem(element) for element in root.iter())
    found = next(filter(None, problems), "")
    return f"“{source}” {found}" if found else ""


def _is_shallow(text: str) -> bool:
    """Whether few elements hold each other: whoever draws them calls itself for each level."""
    depth = elements = 0
    for event, _ in ET.iterparse(BytesIO(text.encode("utf-8")), ("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > MOST_DEPTH or elements > MOST_ELEMENTS:
            return False
    return True


def _element_problem(element: ET.Element) -> str:
    name = str(element.tag).rpartition("}")[2]
    if name in _BARRED:
        return f"uses <{name}>, which pictures here may not. Draw it without."
    problems = (_attribute_problem(key.rpartition("}")[2], value) for key, value in element.items())
    return next(filter(None, problems), "")


def _attribute_problem(name: str, value: str) -> str:
    if name == "href" and not value.startswith("#"):
        return "points at something outside itself. Draw it without."
    if name.startswith("on") or _ELSEWHERE.search(value):
        return "points at something outside itself. Draw it without."
    if name == "font-family" and value != SVG_FONT:
        return f"uses letters of “{value[:40]}”. Use {SVG_FONT}."
    if (name == "stroke-dasharray" and value != "none") or _DASHES.search(value):
        return "has a broken line. Draw it as lines of its own, or whole."
    if "role:" in value:
        return _role_problem(name, value)
    return ""


def _role_problem(name: str, value: str) -> str:
    role = _ROLE.fullmatch(value)
    if name not in _COLOURS or role is None:
        return f"has “{value[:40]}” in {name}. A role stands alone in fill, stroke or stop-color."
    if role[1] not in ROLES:
        return f"has the unknown colour “{value[:40]}”. Use role: and {', '.join(sorted(ROLES))}."
    return ""
