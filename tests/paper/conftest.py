"""One press for all tests, which keeps what it has set: many tests look at the same sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.override import override
from reader.paper.fonts import font_folder
from reader.paper.press import Press

TEMPLATES = Path(__file__).parents[2] / "resources" / "paper"


class KeepingPress(Press):
    """Sets the same words but once; that the same words give the same bytes has its own test."""

    def __init__(self, templates: Path, fonts: Path) -> None:
        super().__init__(templates, fonts)
        self._kept: dict[tuple[str, tuple[tuple[str, str], ...], bool], bytes] = {}

    @override
    def _compiled(self, template: str, inputs: dict[str, str], *, is_tagged: bool = True) -> bytes:
        key = (template, tuple(inputs.items()), is_tagged)
        if key not in self._kept:
            self._kept[key] = super()._compiled(template, inputs, is_tagged=is_tagged)
        return self._kept[key]


def fresh_press() -> Press:
    """One that has set nothing yet."""
    return Press(TEMPLATES, font_folder())


@pytest.fixture(scope="session")
def press() -> Press:
    return KeepingPress(TEMPLATES, font_folder())


@pytest.fixture(scope="session")
def coverage(press: Press) -> frozenset[int]:
    return press.coverage
