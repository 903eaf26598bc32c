"""The preview: pages as wide as there is room for, drawn once and then left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.paper.fonts import font_folder
from reader.paper.options import PaperSize, PrintSize, SheetOptions
from reader.paper.press import Press
from reader.paper.sheet import blank_sheet, sheet_pdf
from reader.ui.paper_view import PaperView, PdfPages
from tests.ui.conftest import RESOURCES
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """One page, so that it hangs on the width whether a scroll bar is needed."""
    options = SheetOptions(PrintSize.CLEAR, PaperSize.A4, lines=3)
    return sheet_pdf(blank_sheet(()), options, Press(RESOURCES / "paper", font_folder())).data


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("width", [340, 440, 560, 640, 674, 900])
def test_the_page_is_as_wide_as_there_is_room_for_at_any_height(
    qtbot: QtBot,
    looks: Looks,
    dressed: Callable[[QWidget], QWidget],
    sheet: bytes,
    width: int,
    size: float,
) -> None:
    looks.change(size=size)
    view = PaperView(looks)
    qtbot.addWidget(dressed(view))
    view.resize(width, 440)
    view.show_pages(PdfPages(sheet))
    view.show()
    for height in range(440, 1000, 70):
        view.resize(width, height)
        Fingers.rest()
        (page,) = view.sheets
        desk = view.widget()
        assert desk.width() == view.viewport().width()
        assert page.width() == page.pixmap().width()
        assert 0 <= page.x() <= page.x() + page.width() <= desk.width()


def test_pages_are_drawn_once_for_a_width(
    qtbot: QtBot, looks: Looks, sheet: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    add = PaperView._add

    def counted(view: PaperView, page: int, width: int, pages: PdfPages) -> None:
        drawn.append(width)
        add(view, page, width, pages)

    monkeypatch.setattr(PaperView, "_add", counted)
    view = PaperView(looks)
    qtbot.addWidget(view)
    view.resize(560, 700)
    view.show_pages(PdfPages(sheet))
    view.show()
    Fingers.rest()
    first = len(drawn)
    for _ in range(5):
        Fingers.rest()
    assert len(drawn) == first
    view.resize(460, 700)
    Fingers.rest()
    assert drawn[-1] < drawn[0]


def test_no_pages_leave_an_empty_desk(qtbot: QtBot, looks: Looks, sheet: bytes) -> None:
    view = PaperView(looks)
    qtbot.addWidget(view)
    view.show_pages(PdfPages(sheet))
    view.show_pages(None)
    assert view.sheets == []
