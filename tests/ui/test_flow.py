"""Tests of ui.flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from reader.override import override
from reader.ui.flow import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Block(QWidget):
    """A widget that wants to be a certain size."""

    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._hint = QSize(width, height)

    @override
    def sizeHint(self) -> QSize:
        return self._hint


class Holder(QWidget):
    """Keeps its blocks alive."""

    blocks: list[Block]


def laid(qtbot: QtBot, widths: list[int], room: int, *, grower: int = -1) -> Holder:
    """Blocks of ``widths`` laid out in ``room`` pixels with 10 between them."""
    holder = Holder()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10)
    blocks = holder.blocks = [Block(width) for width in widths]
    for block in blocks:
        flow.addWidget(block)
    if grower >= 0:
        flow.set_grower(blocks[grower])
    holder.resize(room, 400)
    holder.show()
    qtbot.waitExposed(holder)
    return holder


@pytest.mark.parametrize(
    ("room", "rows"),
    [
        (320, [0, 0, 0]),
        (319, [0, 0, 30]),
        (210, [0, 0, 30]),
        (209, [0, 30, 60]),
        (100, [0, 30, 60]),
    ],
)
def test_a_widget_that_does_not_fit_starts_a_row(qtbot: QtBot, room: int, rows: list[int]) -> None:
    holder = laid(qtbot, [100, 100, 100], room)
    assert [block.y() for block in holder.blocks] == rows


def test_nothing_is_wider_than_the_room(qtbot: QtBot) -> None:
    holder = laid(qtbot, [500], 200)
    assert holder.blocks[0].width() == 200


def test_the_grower_takes_what_is_left(qtbot: QtBot) -> None:
    holder = laid(qtbot, [100, 80], 400, grower=0)
    first, second = holder.blocks
    assert (first.width(), second.x(), second.width()) == (310, 320, 80)


def test_stacked_widgets_have_a_row_and_the_whole_width_each(qtbot: QtBot) -> None:
    holder = laid(qtbot, [100, 50], 400)
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)
    layout.set_stacked(True)
    layout.activate()
    assert [(block.x(), block.y(), block.width()) for block in holder.blocks] == [
        (0, 0, 400),
        (0, 30, 400),
    ]


def test_a_hidden_widget_leaves_no_gap(qtbot: QtBot) -> None:
    holder = laid(qtbot, [100, 100, 100], 400)
    first, second, third = holder.blocks
    second.hide()
    holder.layout().activate()
    assert (first.x(), third.x()) == (0, 110)


def test_right_to_left_starts_at_the_right(qtbot: QtBot) -> None:
    holder = laid(qtbot, [100, 100], 300)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    holder.layout().activate()
    first, second = holder.blocks
    assert (first.x(), second.x()) == (200, 90)


def test_the_height_follows_the_width(qtbot: QtBot) -> None:
    holder = laid(qtbot, [100, 100, 100], 400)
    layout = holder.layout()
    assert [layout.heightForWidth(width) for width in (320, 210, 100)] == [20, 50, 80]


def test_a_grower_alone_has_its_row_to_itself(qtbot: QtBot) -> None:
    holder = laid(qtbot, [100, 100, 100], 320, grower=0)
    flow = holder.layout()
    assert isinstance(flow, FlowLayout)
    flow.set_alone(True)
    qtbot.waitUntil(lambda: holder.blocks[0].width() == 320)
    assert [block.y() for block in holder.blocks] == [0, 30, 30]
    flow.set_alone(False)
    qtbot.waitUntil(lambda: [block.y() for block in holder.blocks] == [0, 0, 0])
