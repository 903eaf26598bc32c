"""The preview: pages as wide as there is room for, drawn once and then left alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from reader.paper.fonts import font_folder
from reader.paper.options import PaperSize, PrintSize, RestStyle, SheetOptions
from reader.paper.press import Press
from reader.paper.sheet import QuestionSheet, SheetQuestion, blank_sheet, sheet_pdf
from reader.ui.paper_view import PaperView
from reader.ui.pdf_pages import LARGEST_SIDE, PdfPages
from tests.ui.conftest import RESOURCES
from tests.ui.fingers import Fingers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks
    from reader.ui.paper_view import PaperSheet


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
    picture = PdfPages.picture

    def counted(pages: PdfPages, page: int, width: int) -> QImage:
        drawn.append(width)
        return picture(pages, page, width)

    monkeypatch.setattr(PdfPages, "picture", counted)
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


@pytest.fixture(scope="module")
def long_booklet() -> bytes:
    """Twelve pages or more."""
    press = Press(RESOURCES / "paper", font_folder())
    questions = tuple(SheetQuestion(f"Question {number}?") for number in range(90))
    options = SheetOptions(PrintSize.VERY_LARGE, lines=12, rest=RestStyle.LINES)
    return sheet_pdf(QuestionSheet(questions=questions), options, press).data


def shown(qtbot: QtBot, looks: Looks, data: bytes) -> PaperView:
    view = PaperView(looks)
    qtbot.addWidget(view)
    view.resize(600, 700)
    view.show_pages(PdfPages(data))
    view.show()
    Fingers.rest()
    return view


def test_only_the_pages_about_the_one_that_is_seen_are_drawn(
    qtbot: QtBot, looks: Looks, long_booklet: bytes
) -> None:
    view = shown(qtbot, looks, long_booklet)
    assert len(view.sheets) >= 12
    drawn = [sheet.is_drawn for sheet in view.sheets]
    assert drawn[0]
    assert sum(drawn) <= 3
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    Fingers.rest()
    assert view.sheets[-1].is_drawn
    assert not view.sheets[0].is_drawn
    assert len({(sheet.width(), sheet.height()) for sheet in view.sheets}) == 1


def test_every_page_can_be_read_aloud_before_it_is_seen(
    qtbot: QtBot, looks: Looks, long_booklet: bytes
) -> None:
    view = shown(qtbot, looks, long_booklet)
    qtbot.waitUntil(lambda: all(sheet.accessibleName() for sheet in view.sheets))
    assert not view._reading.isActive()
    pages = PdfPages(long_booklet)
    names = [sheet.accessibleName() for sheet in view.sheets]
    assert names == [pages.words(number) for number in range(pages.count)]


def test_a_blank_page_says_so(qtbot: QtBot, looks: Looks) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 300)
    stream = io.BytesIO()
    writer.write(stream)
    view = shown(qtbot, looks, stream.getvalue())
    qtbot.waitUntil(lambda: view.sheets[0].accessibleName() == "A blank page")


def test_pages_of_the_same_size_are_renewed_where_they_lie(
    qtbot: QtBot, looks: Looks, sheet: bytes
) -> None:
    view = shown(qtbot, looks, sheet)
    before: list[PaperSheet] = list(view.sheets)
    press = Press(RESOURCES / "paper", font_folder())
    other = sheet_pdf(QuestionSheet("On Monday"), SheetOptions(), press).data
    view.show_pages(PdfPages(other))
    assert view.sheets == before
    assert "On Monday" in view.sheets[0].accessibleName()
    assert view.sheets[0].is_drawn


def test_the_place_is_kept_when_other_pages_come(
    qtbot: QtBot, looks: Looks, long_booklet: bytes, sheet: bytes
) -> None:
    view = shown(qtbot, looks, long_booklet)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    view.show_pages(PdfPages(long_booklet))
    Fingers.rest()
    assert bar.value() == place
    view.show_pages(PdfPages(sheet))
    Fingers.rest()
    assert bar.value() <= bar.maximum()


def test_looking_closer_makes_the_pages_wider_and_keeps_the_place(
    qtbot: QtBot, looks: Looks, long_booklet: bytes
) -> None:
    view = shown(qtbot, looks, long_booklet)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    width = view.sheets[0].width()
    told: list[float] = []
    view.zoomed.connect(lambda: told.append(view.zoom))
    for _ in range(5):
        view.step_zoom(1)
    Fingers.rest()
    assert told == [1.5, 2.0, 3.0]
    assert view.is_closest
    assert view.sheets[0].width() == width * 3
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.waitUntil(lambda: bar.value() == pytest.approx(bar.maximum() / 2, rel=0.02))
    qtbot.waitUntil(lambda: 1 <= sum(sheet.is_drawn for sheet in view.sheets) <= 3)
    view.step_zoom(-1)
    view.step_zoom(0)
    assert view.sheets[0].width() == width


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\n"])
def test_rubbish_is_no_pdf(qapp: object, data: bytes) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        PdfPages(data)


def test_a_page_is_never_drawn_so_large_that_it_ends_the_program(
    qapp: object, sheet: bytes
) -> None:
    picture = PdfPages(sheet).picture(0, 40_000)
    assert max(picture.width(), picture.height()) == LARGEST_SIDE
