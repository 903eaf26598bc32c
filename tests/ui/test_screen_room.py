"""The window keeps within the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

from reader.ui.window_frame import SMALLEST, USUAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.app import Desk


@pytest.mark.parametrize(
    ("room", "size", "least", "maximised"),
    [
        ((1920, 1040), USUAL, SMALLEST, False),
        ((1288, 900), USUAL, SMALLEST, False),
        (USUAL, USUAL, SMALLEST, True),
        ((1366, 728), (1280, 728), SMALLEST, True),
        ((1024, 740), (1024, 740), SMALLEST, True),
        ((960, 520), (960, 520), (800, 520), True),
        ((640, 480), (640, 480), (640, 480), True),
    ],
)
def test_it_is_never_larger_than_the_screen(
    open_desk: Callable[..., Desk],
    monkeypatch: pytest.MonkeyPatch,
    room: tuple[int, int],
    size: tuple[int, int],
    least: tuple[int, int],
    maximised: bool,
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, *room))
    window = open_desk().window
    assert window.minimumSize().toTuple() == least
    assert window.isMaximized() is maximised
    if maximised:
        window.showNormal()
    assert window.size().toTuple() == size
