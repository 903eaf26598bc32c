"""Small booklets to put on a shelf."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

WriteBooklet = Callable[..., Path]

FRONT_MATTER = """\
+++
format = 1
id = "{id}"
title = "{title}"
summary = "What it is about"
language = "en-GB"
edition = "{edition}"
cover = "plum"
clinically_reviewed = true

[source]
title = "The source"
publisher = "The publisher"
updated = "2022-08"
review_due = "2024-08"
reviewers = []
+++

"""

BODY = """\
## First things {#first}

Some words about tea.

## Later {#later}

Other words.
"""


@pytest.fixture
def write_booklet(tmp_path: Path) -> WriteBooklet:
    """Writes a booklet; gives its folder, by default one named like its id in ``shelf``."""

    def write(
        booklet_id: str = "tea",
        body: str = BODY,
        *,
        folder: Path | None = None,
        title: str = "About tea",
        edition: str = "2026-11",
    ) -> Path:
        folder = folder if folder is not None else tmp_path / "shelf" / booklet_id
        folder.mkdir(parents=True, exist_ok=True)
        head = FRONT_MATTER.format(id=booklet_id, title=title, edition=edition)
        (folder / "booklet.md").write_text(head + body, encoding="utf-8")
        return folder

    return write
