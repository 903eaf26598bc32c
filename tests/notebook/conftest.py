"""Notebooks that are closed when their test ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.notebook.notebook import Notebook
from tests.notebook.making import Clock, Ids, Opener

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opener(clock: Clock) -> Iterator[Opener]:
    """Opens notebooks; ids go on counting from one to the next, as real ones never repeat."""
    ids = Ids()
    opened: list[Notebook] = []

    def open_notebook(path: Path | None) -> Notebook:
        opened.append(Notebook.open(path, now=clock, new_id=ids))
        return opened[-1]

    yield open_notebook
    for notebook in opened:
        notebook.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's notebook is, in a folder that is not there yet."""
    return tmp_path / "data" / "notebook.db"


@pytest.fixture(params=["file", "memory"])
def notebook(request: pytest.FixtureRequest, opener: Opener, path: Path) -> Notebook:
    """An empty notebook, once at home and once at a kiosk."""
    return opener(path if request.param == "file" else None)


@pytest.fixture
def saved(opener: Opener, path: Path) -> Notebook:
    """An empty notebook in a file."""
    return opener(path)
