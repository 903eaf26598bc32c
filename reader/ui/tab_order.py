"""Tab goes in reading order, also past what moved or is new."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Part(Protocol):
    """A part of a page that knows what the keyboard reaches in it, in reading order."""

    def controls(self) -> Sequence[QWidget]:
        """All of them, those that are hidden just now too."""


def put_in_order(parts: Iterable[Part]) -> None:
    """Let Tab go through the controls of ``parts``, which are in one window, one after another."""
    controls = chain.from_iterable(part.controls() for part in parts)
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)
