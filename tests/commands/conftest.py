"""Running commands in this process: what they said, and how they ended."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from reader.cli import main
from reader.paths import Paths, find_paths
from tests.commands.running import Result

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.commands.running import Run

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

BOOKLET = """\
+++
format = 1
id = "{id}"
title = "About {id}"
summary = "All about {id}"
language = "en-GB"
edition = "2026-11"
clinically_reviewed = {reviewed}

[source]
title = "The book of {id}"
publisher = "The publisher"
edition = "{source_edition}"
updated = "2025-08"
review_due = "{due}"
reviewers = []
+++

## Why {id} {{#why}}

Some words on {id}, at the café.

## How long it lasts {{#outlook gate=outlook}}

It lasts for fifty days.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder that ``run`` keeps everything in."""
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with a data folder of its own and a clock that stands still."""

    def run(*argv: str | Path, environ: dict[str, str] | None = None) -> Result:
        words = ["--data", str(data), *map(str, argv)]
        capsys.readouterr()
        status = main(words, environ=environ or {}, now=lambda: NOW)
        said = capsys.readouterr()
        return Result(int(status), said.out, said.err)

    return run


@pytest.fixture
def no_own_booklets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program comes without booklets; the contacts are there."""
    own = tmp_path / "own"
    own.mkdir()

    def find(*, data: Path | None, environ: Mapping[str, str]) -> Paths:
        paths = find_paths(data=data, environ=environ)
        shutil.copy(paths.content / "contacts.toml", own)
        return replace(paths, content=own)

    monkeypatch.setattr("reader.cli.find_paths", find)


@pytest.fixture
def shelf(tmp_path: Path, no_own_booklets: None) -> Path:
    """A folder with two small booklets, ``milk`` and ``tea``, to give to ``--content``.

    They are the only ones.
    """
    folder = tmp_path / "shelf"
    made: list[dict[str, Any]] = [
        {"id": "milk", "reviewed": "false", "due": "2026-10", "source_edition": "2"},
        {"id": "tea", "reviewed": "true", "due": "2026-11", "source_edition": "1"},
    ]
    for words in made:
        (folder / words["id"]).mkdir(parents=True)
        text = BOOKLET.format(**words)
        (folder / words["id"] / "booklet.md").write_text(text, encoding="utf-8")
    return folder
