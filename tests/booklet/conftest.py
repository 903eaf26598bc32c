"""Booklets made by code, in folders of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from reader.booklet.reading import read_booklet
from tests.booklet.making import FRONT

if TYPE_CHECKING:
    from pathlib import Path

    from reader.booklet.model import Booklet


class MakeFolder(Protocol):
    """Writes ``front`` and ``body`` as a booklet; gives its folder."""

    def __call__(self, body: str, *, front: str = FRONT) -> Path: ...


class ReadBody(Protocol):
    """Writes ``body`` below a good front matter and reads the booklet."""

    def __call__(self, body: str) -> Booklet: ...


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    folder = tmp_path / "tea"
    folder.mkdir()

    def make(body: str, *, front: str = FRONT) -> Path:
        (folder / "booklet.md").write_text(front + body, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def read(make_folder: MakeFolder) -> ReadBody:
    def read_body(body: str) -> Booklet:
        return read_booklet(make_folder(body))

    return read_body
