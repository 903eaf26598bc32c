"""A kiosk's screen of few words shows them all as soon as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.kiosk.messages import Show
from reader.ui.kiosk_screen import KioskScreen
from tests.ui.layouts import FEW, layouts_at_rest
from tests.ui.test_kiosk_staff import HEALTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from tests.ui.kiosk_stage import Visitor


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_no_scroll_bar_stays_when_the_size_was_changed(
    open_kiosk: Callable[..., Visitor], qapp: QApplication, size: float
) -> None:
    visitor = open_kiosk(
        has_staff=True, width=768, height=1024, show=Show(admits=False, health=HEALTH)
    )
    layouts_at_rest(qapp)
    visitor.desk.looks.change(size=size)
    assert layouts_at_rest(qapp) <= FEW
    screen = visitor.screen
    assert isinstance(screen, KioskScreen)
    assert screen.heading.text() == "This screen is not ready"
    for words in (screen.heading, screen.told):
        assert words.visibleRegion().boundingRect() == words.rect()
