"""Small booklets, written where a test wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

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


class WriteBooklet(Protocol):
    """Writes a booklet; gives its folder, by default one named like its id in ``shelf``."""

    def __call__(
        self,
        booklet_id: str = "tea",
        body: str = BODY,
        *,
        folder: Path | None = None,
        title: str = "About tea",
        edition: str = "2026-11",
    ) -> Path:
        """The front matter is the same for all but what can be said here."""
