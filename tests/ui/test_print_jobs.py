"""Jobs from their start to their end, through a queue and drawn page by page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

import pypdf
import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from reader.paper.fonts import font_folder
from reader.paper.options import PrintSize, SheetOptions
from reader.paper.press import Press
from reader.paper.sheet import blank_sheet, sheet_pdf
from reader.printing.errors import NoServiceError, PrintServiceError, refused
from reader.printing.following import (
    Cancelled,
    Failed,
    Hindrance,
    Printed,
    Printing,
    Stuck,
    Waiting,
)
from reader.printing.model import Job, JobOptions, JobState, Printer, PrinterState
from reader.ui.drawn_job import DrawnJob, place_on
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_jobs import MOST_SILENT_LOOKS, NotTaken, PrintJob, QueueJob, Sent, Silent
from tests.ui.conftest import RESOURCES
from tests.ui.test_background import ByHand

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.printing.service import PrintService

IDLE = Printer("Canon", PrinterState.IDLE)


class Queue:
    """A print service whose one job is as the test says; an error is raised."""

    def __init__(self, *states: Job | PrintServiceError) -> None:
        self.states = list(states)
        self.device = IDLE
        self.sent: list[tuple[str, bytes, JobOptions]] = []
        self.cancelled: list[int] = []
        self.refusal: PrintServiceError | None = None

    def print_pdf(self, queue: str, data: bytes, options: JobOptions) -> int:
        if self.refusal is not None:
            raise self.refusal
        self.sent.append((queue, data, options))
        return 7

    def job(self, _queue: str, _number: int) -> Job:
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        if isinstance(state, PrintServiceError):
            raise state
        return state

    def printer(self, _queue: str) -> Printer:
        return self.device

    def cancel(self, _queue: str, number: int, *, purge: bool) -> None:
        assert not purge, "at home the history may stay"
        self.cancelled.append(number)
        self.states = [Job(7, JobState.CANCELED)]


class Followed:
    """A job, and what it said."""

    def __init__(self, job: PrintJob) -> None:
        self.job = job
        self.said: list[object] = []
        self.ends: list[object] = []
        job.progressed.connect(self.said.append)
        job.ended.connect(self.ends.append)


def through(queue: Queue, executor: ByHand) -> Followed:
    service = cast("PrintService", queue)
    job = QueueJob(service, "Canon", b"%PDF", JobOptions("T"), pages=2, executor=executor)
    job._timer.setInterval(0)
    return Followed(job)


@pytest.fixture
def executor(qapp: object) -> ByHand:
    return ByHand()


def work_until_the_end(followed: Followed, executor: ByHand, qtbot: QtBot) -> None:
    def work() -> bool:
        while executor.waiting:
            executor.work()
        return bool(followed.ends)

    qtbot.waitUntil(work)


def state(number: int, **more: object) -> Job:
    return Job(7, JobState(number), **more)  # type: ignore[arg-type]


def test_a_job_is_sent_followed_and_printed(executor: ByHand, qtbot: QtBot) -> None:
    queue = Queue(state(3), state(5), state(5, pages=1), state(9))
    followed = through(queue, executor)
    assert queue.sent == [], "nothing before it is started"
    followed.job.start()
    work_until_the_end(followed, executor, qtbot)
    assert queue.sent == [("Canon", b"%PDF", JobOptions("T"))]
    assert followed.said == [Waiting(), Waiting(), Printing(0), Printing(1)]
    assert followed.ends == [Printed()]


def test_what_the_server_refuses_is_told_once(executor: ByHand, qtbot: QtBot) -> None:
    queue = Queue(state(3))
    queue.refusal = refused(0x0506, "not accepting")
    followed = through(queue, executor)
    followed.job.start()
    work_until_the_end(followed, executor, qtbot)
    assert followed.ends == [NotTaken(queue.refusal)]
    assert followed.said == []


def test_a_job_is_taken_back_while_it_waits(executor: ByHand, qtbot: QtBot) -> None:
    queue = Queue(state(5))
    followed = through(queue, executor)
    followed.job.start()
    executor.work()
    qtbot.waitUntil(lambda: followed.said != [])
    followed.job.cancel()
    work_until_the_end(followed, executor, qtbot)
    assert queue.cancelled == [7]
    assert followed.ends == [Cancelled(is_ours=True)]


def test_a_job_taken_back_before_it_has_a_number_is_taken_back_when_it_has(
    executor: ByHand, qtbot: QtBot
) -> None:
    queue = Queue(state(5))
    followed = through(queue, executor)
    followed.job.start()
    followed.job.cancel()
    work_until_the_end(followed, executor, qtbot)
    assert queue.cancelled == [7]
    assert followed.ends == [Cancelled(is_ours=True)]


def test_a_server_that_is_started_anew_is_waited_for(executor: ByHand, qtbot: QtBot) -> None:
    away = NoServiceError(RESOURCES, "refused")
    queue = Queue(state(5), *[away] * (MOST_SILENT_LOOKS - 1), state(5), state(9))
    followed = through(queue, executor)
    followed.job.start()
    work_until_the_end(followed, executor, qtbot)
    assert followed.ends == [Printed()]


def test_a_server_that_stays_away_is_not_waited_for_for_ever(
    executor: ByHand, qtbot: QtBot
) -> None:
    queue = Queue(state(5), NoServiceError(RESOURCES, "refused"))
    followed = through(queue, executor)
    followed.job.start()
    work_until_the_end(followed, executor, qtbot)
    assert followed.ends == [Silent()]


def test_a_job_that_is_stuck_says_so_and_goes_on(executor: ByHand, qtbot: QtBot) -> None:
    queue = Queue(state(3), state(3), state(9))
    queue.device = Printer("Canon", PrinterState.STOPPED, ("paused",), "Paused")
    followed = through(queue, executor)
    followed.job.start()
    work_until_the_end(followed, executor, qtbot)
    assert Stuck(Hindrance.PAUSED, "Paused") in followed.said
    assert followed.ends == [Printed()]


# ---- drawn


@pytest.fixture(scope="module")
def sheet() -> bytes:
    options = SheetOptions(PrintSize.VERY_LARGE, lines=12)
    return sheet_pdf(blank_sheet(()), options, Press(RESOURCES / "paper", font_folder())).data


def to_file(path: Path, dots: int = 150) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(dots)
    printer.setFullPage(True)
    return printer


def test_pages_are_drawn_one_at_a_time_and_are_the_same_pictures(
    tmp_path: Path, sheet: bytes, qtbot: QtBot
) -> None:
    pages = PdfPages(sheet)
    assert pages.count >= 2
    out = tmp_path / "drawn.pdf"
    followed = Followed(DrawnJob(pages, to_file(out), first=0, last=pages.count - 1))
    followed.job.start()
    assert followed.said == []
    qtbot.waitUntil(lambda: followed.ends == [Sent()])
    assert followed.said == [Printing(number + 1) for number in range(pages.count)]
    drawn = PdfPages(out.read_bytes())
    assert drawn.count == pages.count
    for page in range(pages.count):
        apart = [
            unlikeness(pages.picture(page, 400), drawn.picture(other, 400))
            for other in range(pages.count)
        ]
        assert apart.index(min(apart)) == page
        assert apart[page] < 10  # letters are drawn a little fatter; other pages are at 10 to 17


def unlikeness(first: QImage, second: QImage) -> float:
    """The mean difference of two pages, from 0 to 255."""
    assert abs(first.height() - second.height()) <= 1
    places = [(x, y) for x in range(0, 400, 3) for y in range(0, 560, 3)]
    apart = [
        abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness())
        for x, y in places
    ]
    return sum(apart) / len(apart)


def test_only_the_pages_that_were_chosen_are_drawn(
    tmp_path: Path, sheet: bytes, qtbot: QtBot
) -> None:
    out = tmp_path / "drawn.pdf"
    followed = Followed(DrawnJob(PdfPages(sheet), to_file(out), first=1, last=1))
    assert followed.job.pages == 1
    followed.job.start()
    qtbot.waitUntil(lambda: followed.ends == [Sent()])
    assert len(pypdf.PdfReader(io.BytesIO(out.read_bytes())).pages) == 1


def test_drawing_is_stopped_between_pages(tmp_path: Path, sheet: bytes, qtbot: QtBot) -> None:
    pages = PdfPages(sheet)
    job = DrawnJob(pages, to_file(tmp_path / "drawn.pdf"), first=0, last=pages.count - 1)
    followed = Followed(job)
    job.progressed.connect(lambda _: job.cancel())
    job.start()
    qtbot.waitUntil(lambda: followed.ends == [Cancelled(is_ours=True)])
    assert followed.said == [Printing(1)]


def test_the_program_may_end_while_it_draws(tmp_path: Path, sheet: bytes, qtbot: QtBot) -> None:
    pages = PdfPages(sheet)
    job = DrawnJob(pages, to_file(tmp_path / "drawn.pdf"), first=0, last=pages.count - 1)
    followed = Followed(job)
    assert job.needs_program
    job.start()
    qtbot.waitUntil(lambda: bool(followed.said))
    job.drop()
    told = len(followed.said)
    qtbot.wait(50)
    assert (len(followed.said), followed.ends) == (told, [])


def test_the_program_may_end_before_it_draws(tmp_path: Path, sheet: bytes, qtbot: QtBot) -> None:
    out = tmp_path / "drawn.pdf"
    followed = Followed(DrawnJob(PdfPages(sheet), to_file(out), first=0, last=0))
    followed.job.start()
    followed.job.drop()
    qtbot.wait(50)
    assert (followed.said, followed.ends, out.exists()) == ([], [], False)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_opened_has_failed(
    tmp_path: Path, sheet: bytes, qtbot: QtBot
) -> None:
    printer = to_file(tmp_path / "missing" / "drawn.pdf")
    followed = Followed(DrawnJob(PdfPages(sheet), printer, first=0, last=0))
    with qtbot.captureExceptions() as caught:
        followed.job.start()
        qtbot.waitUntil(lambda: followed.ends == [Failed()])
    assert caught == []


@pytest.mark.parametrize(("margin", "is_smaller"), [(0.0, False), (6.0, False), (12.7, True)])
def test_a_page_is_made_smaller_only_where_ink_would_be_cut_off(
    tmp_path: Path, margin: float, is_smaller: bool
) -> None:
    printer = to_file(tmp_path / "drawn.pdf", 100)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(margin, margin, margin, margin),
        QPageLayout.Unit.Millimeter,
        QMarginsF(margin, margin, margin, margin),
    )
    printer.pageLayout = lambda: layout  # type: ignore[method-assign]
    across, down = 827, 1169
    placed = place_on(printer, across, down)
    if not is_smaller:
        assert (placed.x(), placed.y(), placed.width(), placed.height()) == (0, 0, across, down)
        return
    dots = margin * 100 / 25.4
    assert placed.left() >= dots - 0.01
    assert placed.top() >= dots - 0.01
    assert placed.right() <= across - dots + 0.01
    assert placed.bottom() <= down - dots + 0.01
    assert placed.width() / placed.height() == pytest.approx(across / down)
    assert placed.center().x() == pytest.approx(across / 2)
