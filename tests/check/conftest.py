"""Spoiling a good shelf, and what the check says to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from reader.check.checking import check_folders
from reader.check.ease import load_ease
from tests.check.making import write_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from reader.check.ease import Ease

TODAY = date(2026, 11, 21)


class Spoil(Protocol):
    """Replaces ``old`` in the file ``name``; an empty ``old`` is its end."""

    def __call__(self, name: str, old: str, new: str) -> None: ...


class Check(Protocol):
    """What is found in ``folder`` of the shelf: ``"tea/booklet.md:3: heading: What; mend"``."""

    def __call__(self, folder: str = ".", *, today: date = TODAY) -> list[str]: ...


@pytest.fixture(scope="session")
def ease() -> Ease:
    return load_ease()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return write_shelf(tmp_path / "shelf")


@pytest.fixture
def spoil(shelf: Path) -> Spoil:
    def spoil(name: str, old: str, new: str) -> None:
        path = shelf / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text.count(old) == 1 or not old
        path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")

    return spoil


@pytest.fixture
def check(shelf: Path, ease: Ease) -> Check:
    def check(folder: str = ".", *, today: date = TODAY) -> list[str]:
        found = check_folders([shelf / folder], today, ease)
        return [
            f"{each.path.relative_to(shelf)}:{each.line}: {each.rule}: {each.what}; {each.mend}"
            for each in found
        ]

    return check
