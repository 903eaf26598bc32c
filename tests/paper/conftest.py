"""One press for all tests: it keeps nothing of one sheet for the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.paper.fonts import font_folder
from reader.paper.press import Press

TEMPLATES = Path(__file__).parents[2] / "resources" / "paper"


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(TEMPLATES, font_folder())


@pytest.fixture(scope="session")
def coverage(press: Press) -> frozenset[int]:
    return press.coverage
