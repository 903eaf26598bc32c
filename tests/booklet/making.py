"""The parts that test booklets are made of."""

from __future__ import annotations

FRONT = """\
+++
format = 1
id = "tea"
title = "All about tea"
summary = "What to ask before you drink it"
language = "en-GB"
edition = "2026-11"
cover = "teal"
clinically_reviewed = false

[source]
title = "Tea and you"
publisher = "The Tea Board"
edition = "2.6"
updated = "2022-08"
review_due = "2024-08"
reviewers = ["Dr A. Leaf", "Dr B. Pot"]
+++
"""

BODY_LINE = FRONT.count("\n") + 1
"""The line of the file on which a test's body begins."""

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<title>A cup</title><rect width="10" height="10" fill="url(#wash)"/></svg>"""

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def section(body: str, heading: str = "## Why tea {#why}") -> str:
    """``body`` under a heading; its first line is ``BODY_LINE + 2``."""
    return f"{heading}\n\n{body}\n"
