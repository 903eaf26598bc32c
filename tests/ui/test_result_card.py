"""The words of a card have the room to be read; its buttons stand beside them, or else below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.controls import Button
from reader.ui.result_card import ResultCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks

LONG = (
    "“First treatment, or first-line treatment, is usually an operation together with "
    "chemotherapy, which means drugs that kill cancer cells. Some people also have a drug.”"
)


@pytest.mark.parametrize(
    ("size", "width", "text", "is_beside"),
    [
        (1.0, 694, LONG, True),
        (2.0, 694, LONG, False),
        (2.0, 1134, LONG, True),
        (2.0, 694, "Short", True),
    ],
)
def test_words_share_their_row_only_where_they_stay_easy_to_read(
    qtbot: QtBot,
    looks: Looks,
    dressed: Callable[[QWidget], QWidget],
    size: float,
    width: int,
    text: str,
    is_beside: bool,
) -> None:
    looks.change(size=size)
    buttons = [Button("Open", looks), Button("Delete", looks)]
    card = ResultCard(looks, "Why", text, buttons)
    qtbot.addWidget(dressed(card))
    card.resize(width, card.heightForWidth(width))
    card.show()
    words = card.text.parentWidget()
    qtbot.waitUntil(lambda: words.width() > 0 and buttons[0].x() > 0)
    assert (buttons[0].x() > words.geometry().right()) is is_beside
    assert (buttons[0].y() > words.geometry().bottom()) is not is_beside
    if text is LONG:
        assert words.width() >= min(looks.look.px(320), width - looks.look.px(40))
    assert buttons[1].geometry().right() < width
