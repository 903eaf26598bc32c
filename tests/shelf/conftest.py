"""Small booklets to put on a shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.shelf.making import BODY, FRONT_MATTER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.shelf.making import WriteBooklet


@pytest.fixture
def write_booklet(tmp_path: Path) -> WriteBooklet:
    """Writes booklets into ``shelf`` or wherever a test says."""

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
