"""A sheet on its way to a real print queue, whatever state the queue is in."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import pypdf
import pytest

from tests.system.print_server import PrintServer, print_server
from tests.system.running import PATIENCE_SECONDS, environment, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Said = dict[str, dict[str, object]]

pytestmark = pytest.mark.system

QUEUE = "Front-desk"
QUESTIONS = ("Can my sister come with me?", "Which tests will you repeat?")
FILE = "\n".join(f'[[question]]\ntext = "{text}"' for text in QUESTIONS)

# The program's own way to a printer, as when the printer has been chosen in the dialog. What it
# says of the job goes out line by line; a line that comes in stops the job.
SEND = """
import dataclasses, json, os, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from PySide6.QtCore import QSocketNotifier
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reader.printing.finding import find_service
from reader.ui.pdf_pages import PdfPages
from reader.ui.print_jobs import PrintJob
from reader.ui.printing import Paper, SystemPrinting

def say(outcome):
    what = dataclasses.asdict(outcome) if dataclasses.is_dataclass(outcome) else {}
    print(json.dumps({type(outcome).__name__: what}, default=str), flush=True)

app = QApplication(sys.argv[:1])
_, path, queue, copies, way = sys.argv
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setPrinterName(queue)
printer.setCopyCount(int(copies))
printer.setResolution(150)
printer.setFullPage(True)
printer.setDocName("Booklet Reader")
print("ready", flush=True)
sys.stdin.readline()
data = Path(path).read_bytes()
with ThreadPoolExecutor(1) as executor:
    service = find_service(os.environ) if way == "queue" else None
    job = SystemPrinting(service, executor).job(Paper(data), PdfPages(data), printer)
    if isinstance(job, PrintJob):
        stopper = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        stopper.activated.connect(lambda: (stopper.setEnabled(False), job.cancel()))
        job.progressed.connect(say)
        job.ended.connect(lambda end: (say(end), app.quit()))
        job.start()
        app.exec()
    else:
        say(job)
"""

# All of it: the system's dialog opens, and its button is pressed, or the one beside it.
CHOOSE = """
import dataclasses, json, os, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from reader.printing.finding import find_service
from reader.ui.print_jobs import PrintJob
from reader.ui.printing import Paper, SystemPrinting

app = QApplication(sys.argv[:1])
_, path, button = sys.argv

def press():
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QPrintDialog):
        getattr(dialog, button)()

def say(outcome):
    json.dump({type(outcome).__name__: dataclasses.asdict(outcome)}, sys.stdout)

timer = QTimer()
timer.timeout.connect(press)
timer.start(20)
window = QWidget()
with ThreadPoolExecutor(1) as executor:
    printers = SystemPrinting(find_service(os.environ), executor)
    outcome = printers.print(Paper(Path(path).read_bytes()), window)
    if isinstance(outcome, PrintJob):
        outcome.ended.connect(lambda end: (say(end), app.quit()))
        outcome.start()
        app.exec()
    else:
        say(outcome)
"""


@pytest.fixture
def server() -> Iterator[PrintServer]:
    with print_server() as made:
        made.add(QUEUE)
        yield made


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A question sheet as the program makes it."""
    questions, made = tmp_path / "questions.toml", tmp_path / "sheet.pdf"
    questions.write_text(FILE, encoding="utf-8")
    command = [sys.executable, "-m", "reader", "--data", tmp_path / "data", "sheet"]
    subprocess.run(
        [*command, "--questions", questions, "--out", made],
        env=environment(tmp_path),
        check=True,
        timeout=PATIENCE_SECONDS,
    )
    return made


class Sending:
    """A job while it goes on in another process; what it said is in ``said``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.said: list[Said] = []

    @property
    def _out(self) -> IO[str]:
        assert self._process.stdout is not None
        return self._process.stdout

    def wait_for(self, name: str, **what: object) -> dict[str, object]:
        """Read on until that is said; the test fails when it never is."""
        for line in self._out:
            said: Said = json.loads(line)
            self.said.append(said)
            found = said.get(name)
            if found is not None and all(found[key] == value for key, value in what.items()):
                return found
        pytest.fail(f"{name} was not said, but {self.said}")

    def end(self) -> Said:
        """The last thing that is said."""
        self.said += [json.loads(line) for line in self._out]
        assert self._process.wait(PATIENCE_SECONDS) == 0
        return self.said[-1]

    def stop(self) -> None:
        """Press the button that stops it."""
        assert self._process.stdin is not None
        self._process.stdin.write("stop\n")
        self._process.stdin.flush()


class Sender:
    """A process of the program that stands before a printer."""

    def __init__(self, home: Path, sheet: Path, socket: str) -> None:
        self._env = environment(home, QT_QPA_PLATFORM="offscreen", CUPS_SERVER=socket)
        self._sheet = sheet

    @contextmanager
    def sending(
        self,
        *,
        copies: int = 1,
        way: str = "queue",
        meanwhile: Callable[[], object] = lambda: None,
    ) -> Iterator[Sending]:
        """A job that has begun; ``meanwhile`` happens once the printer has been chosen."""
        process = subprocess.Popen(
            [sys.executable, "-c", SEND, self._sheet, QUEUE, str(copies), way],
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            assert process.stdout.readline() == "ready\n"
            meanwhile()
            process.stdin.write("go\n")
            process.stdin.flush()
            yield Sending(process)
        finally:
            process.kill()
            process.communicate()

    def send(
        self,
        *,
        copies: int = 1,
        way: str = "queue",
        meanwhile: Callable[[], object] = lambda: None,
    ) -> Said:
        """How it ended."""
        with self.sending(copies=copies, way=way, meanwhile=meanwhile) as sending:
            return sending.end()

    def choose(self, button: str) -> Said:
        """The outcome when the system's dialog opens and ``button`` is pressed in it."""
        ran = subprocess.run(
            [sys.executable, "-c", CHOOSE, self._sheet, button],
            env=self._env,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE_SECONDS,
        )
        said: Said = json.loads(ran.stdout)
        return said


@pytest.fixture
def sender(tmp_path: Path, sheet: Path, server: PrintServer) -> Sender:
    return Sender(tmp_path, sheet, server.socket)


def words_of(pages: bytes) -> str:
    found = pypdf.PdfReader(io.BytesIO(pages)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in found))


# ---- what arrives


def test_the_pages_arrive_as_they_were_previewed_and_are_said_to_be_printed(
    sender: Sender, server: PrintServer, sheet: Path
) -> None:
    assert sender.send() == {"Printed": {}}
    (arrival,) = server.wait_for(1)
    words = words_of(arrival.pages)
    assert all(words.count(question) == 1 for question in QUESTIONS)
    assert arrival.pages == sheet.read_bytes(), "not the very bytes that the preview shows"
    assert "media=iso_a4_210x297mm" in arrival.options
    assert "print-color-mode=" in arrival.options


def test_the_queue_is_told_nothing_of_what_is_on_the_sheet(
    sender: Sender, server: PrintServer
) -> None:
    sender.send()
    (arrival,) = server.wait_for(1)
    assert arrival.title == "Booklet Reader"
    assert not any(word in arrival.options for word in ("sister", "tests"))


def test_two_copies_are_one_job(sender: Sender, server: PrintServer) -> None:
    assert sender.send(copies=2) == {"Printed": {}}
    (arrival,) = server.wait_for(1)
    assert arrival.copies == 2
    assert server.waiting() == []


def test_drawn_pages_are_the_same_picture_and_only_said_to_be_sent(
    sender: Sender, server: PrintServer, sheet: Path, tmp_path: Path
) -> None:
    assert sender.send(way="drawn") == {"Sent": {}}
    (arrival,) = server.wait_for(1)
    drawn = tmp_path / "drawn.pdf"
    drawn.write_bytes(arrival.pages)
    assert words_of(arrival.pages).strip() == "", "drawn pages are pictures"
    first, second = picture(sheet), picture(drawn)
    assert len(first) == len(second)
    apart = sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)
    assert apart < 8, f"{apart:.1f} of 255"
    assert min(second) < 80, "nothing is drawn"


def picture(path: Path) -> bytes:
    """The first page in grey, some 60 dots an inch."""
    size = ["-scale-to-x", "496", "-scale-to-y", "702"]
    command = [tool("pdftoppm"), "-gray", *size, "-f", "1", "-l", "1", path]
    made = subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE_SECONDS).stdout
    assert made.startswith(b"P5\n496 702\n255\n")
    return made.split(b"\n", 3)[3]


def test_a_server_that_keeps_no_history_has_only_been_sent_the_pages(
    tmp_path: Path, sheet: Path
) -> None:
    with print_server(keeps_history=False) as forgetful:
        forgetful.add(QUEUE)
        end = Sender(tmp_path, sheet, forgetful.socket).send()
        forgetful.wait_for(1)
    assert end == {"Gone": {}}


# ---- a printer in trouble


def test_a_printer_out_of_paper_says_so_and_goes_on_when_there_is_some(
    sender: Sender, server: PrintServer
) -> None:
    server.is_to("empty")
    with sender.sending() as sending:
        stuck = sending.wait_for("Stuck", why="no-paper")
        assert "out of paper" in str(stuck["said"])
        assert server.arrived() == []
        server.is_to("fine")
        assert sending.end() == {"Printed": {}}
    assert QUESTIONS[0] in words_of(server.wait_for(1)[0].pages)


def test_a_job_that_waits_for_paper_is_taken_back(sender: Sender, server: PrintServer) -> None:
    server.is_to("empty")
    with sender.sending() as sending:
        sending.wait_for("Stuck", why="no-paper")
        sending.stop()
        assert sending.end() == {"Cancelled": {"is_ours": True}}
    assert server.waiting() == []
    server.is_to("fine")
    assert sender.send() == {"Printed": {}}, "the complaint of the job before is not believed"
    assert len(server.wait_for(1)) == 1


def test_a_queue_that_is_paused_while_it_prints_says_so_and_goes_on(
    sender: Sender, server: PrintServer
) -> None:
    server.is_to("slow")
    with sender.sending() as sending:
        sending.wait_for("Printing")
        server.do("cupsdisable", QUEUE)
        sending.wait_for("Stuck", why="paused")
        server.is_to("fine")
        server.do("cupsenable", QUEUE)
        assert sending.end() == {"Printed": {}}
    assert len(server.wait_for(1)) == 1


def test_a_jam_stops_the_printer_and_is_named(sender: Sender, server: PrintServer) -> None:
    server.is_to("jam")
    with sender.sending() as sending:
        sending.wait_for("Stuck", why="jam")
        server.is_to("fine")
        server.do("cupsenable", QUEUE)
        assert sending.end() == {"Printed": {}}


def test_a_queue_that_is_removed_while_it_prints_is_told(
    sender: Sender, server: PrintServer
) -> None:
    server.is_to("slow")
    with sender.sending() as sending:
        sending.wait_for("Printing")
        server.do("lpadmin", "-x", QUEUE)
        assert sending.end() == {"Removed": {}}
    assert server.arrived() == []


def test_a_job_that_somebody_else_stops_is_told(sender: Sender, server: PrintServer) -> None:
    server.is_to("slow")
    with sender.sending() as sending:
        sending.wait_for("Printing")
        server.do("cancel", "-a", QUEUE)
        assert sending.end() == {"Cancelled": {"is_ours": False}}


def test_a_printer_that_does_not_work_stops_its_queue_and_is_told(
    sender: Sender, server: PrintServer
) -> None:
    server.is_to("unwell")
    with sender.sending() as sending:
        sending.wait_for("Stuck")
        sending.stop()
        assert sending.end() == {"Cancelled": {"is_ours": True}}
    assert server.arrived() == []


# ---- a queue that will not have it


@pytest.mark.parametrize(
    ("command", "outcome", "is_chosen_before"),
    [
        (["cupsreject", QUEUE], "Rejecting", False),
        (["cupsreject", QUEUE], "Rejecting", True),
        (["cupsdisable", QUEUE], "Paused", False),
        (["cupsdisable", QUEUE], "Paused", True),
        (["lpadmin", "-x", QUEUE], "Vanished", True),
    ],
    ids=["rejecting", "rejecting since", "paused", "paused since", "removed since"],
)
def test_a_queue_that_will_not_print_gets_nothing_and_the_reader_is_told(
    sender: Sender, server: PrintServer, command: list[str], outcome: str, is_chosen_before: bool
) -> None:
    if is_chosen_before:
        said = sender.send(meanwhile=lambda: server.do(*command))
    else:
        server.do(*command)
        said = sender.send()
    assert said == {outcome: {"printer": QUEUE}}
    assert server.waiting() == []
    assert server.arrived() == []


def test_what_is_chosen_in_the_systems_dialog_is_done(sender: Sender, server: PrintServer) -> None:
    assert sender.choose("reject") == {"NotChosen": {}}
    assert server.waiting() == []
    assert sender.choose("accept") == {"Printed": {}}
    (arrival,) = server.wait_for(1)
    assert QUESTIONS[0] in words_of(arrival.pages)


def test_without_any_printing_system_there_is_no_printer(tmp_path: Path, sheet: Path) -> None:
    nowhere = Sender(tmp_path, sheet, str(tmp_path / "no-socket"))
    assert nowhere.choose("accept") == {"NoPrinter": {}}
