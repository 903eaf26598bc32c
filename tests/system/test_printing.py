"""A sheet on its way to a real print queue, whatever state the queue is in."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pypdf
import pytest

from tests.system.print_server import PrintServer, print_server
from tests.system.running import PATIENCE_SECONDS, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.system

QUEUE = "Front-desk"
QUESTIONS = ("Can my sister come with me?", "Which tests will you repeat?")
FILE = "\n".join(f'[[question]]\ntext = "{text}"' for text in QUESTIONS)

# The program's own way to a printer, as when the printer has been chosen in the dialog.
SEND = """
import dataclasses, json, sys
from pathlib import Path
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reader.ui import printing

app = QApplication(sys.argv[:1])
_, path, queue, copies = sys.argv
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setPrinterName(queue)
printer.setCopyCount(int(copies))
print("ready", flush=True)
sys.stdin.readline()
outcome = printing.send(Path(path).read_bytes(), printer)
json.dump({type(outcome).__name__: dataclasses.asdict(outcome)}, sys.stdout)
"""

# All of it: the system's dialog opens, and its button is pressed, or the one beside it.
CHOOSE = """
import dataclasses, json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from reader.ui import printing

app = QApplication(sys.argv[:1])
_, path, button = sys.argv

def press():
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QPrintDialog):
        getattr(dialog, button)()

timer = QTimer()
timer.timeout.connect(press)
timer.start(20)
window = QWidget()
outcome = printing.print_pdf(Path(path).read_bytes(), window)
json.dump({type(outcome).__name__: dataclasses.asdict(outcome)}, sys.stdout)
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


class Sender:
    """A process of the program that stands before a printer."""

    def __init__(self, home: Path, sheet: Path, socket: str) -> None:
        self._env = environment(home, QT_QPA_PLATFORM="offscreen", CUPS_SERVER=socket)
        self._sheet = sheet

    def send(
        self, *, copies: int = 1, meanwhile: Callable[[], object] = lambda: None
    ) -> dict[str, dict[str, str]]:
        """The outcome of sending; ``meanwhile`` happens once the printer has been chosen."""
        process = subprocess.Popen(
            [sys.executable, "-c", SEND, self._sheet, QUEUE, str(copies)],
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        meanwhile()
        said, _ = process.communicate("go\n", timeout=PATIENCE_SECONDS)
        assert process.returncode == 0
        return json.loads(said)

    def choose(self, button: str) -> dict[str, dict[str, str]]:
        """The outcome when the system's dialog opens and ``button`` is pressed in it."""
        ran = subprocess.run(
            [sys.executable, "-c", CHOOSE, self._sheet, button],
            env=self._env,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE_SECONDS,
        )
        return json.loads(ran.stdout)


@pytest.fixture
def sender(tmp_path: Path, sheet: Path, server: PrintServer) -> Sender:
    return Sender(tmp_path, sheet, server.socket)


def words_of(pages: bytes) -> str:
    found = pypdf.PdfReader(io.BytesIO(pages)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in found))


def test_the_sheet_arrives_with_its_words(sender: Sender, server: PrintServer) -> None:
    assert sender.send() == {"Sent": {"printer": QUEUE}}
    (arrival,) = server.wait_for(1)
    words = words_of(arrival.pages)
    assert all(words.count(question) == 1 for question in QUESTIONS)


def test_the_queue_is_told_nothing_of_what_is_on_the_sheet(
    sender: Sender, server: PrintServer
) -> None:
    sender.send()
    (arrival,) = server.wait_for(1)
    assert arrival.title == "Booklet Reader"


def test_two_copies_are_one_job(sender: Sender, server: PrintServer) -> None:
    assert "Sent" in sender.send(copies=2)
    (arrival,) = server.wait_for(1)
    assert arrival.copies == 2
    assert server.waiting() == []


@pytest.mark.parametrize(
    ("command", "reason", "is_chosen_before"),
    [
        (["cupsreject", QUEUE], "not accepting jobs", False),
        (["cupsreject", QUEUE], "not accepting jobs", True),
        (["cupsdisable", QUEUE], "paused", False),
        (["cupsdisable", QUEUE], "paused", True),
        (["lpadmin", "-x", QUEUE], "not there any more", True),
    ],
    ids=["rejecting", "rejecting since", "paused", "paused since", "removed since"],
)
def test_a_queue_that_will_not_print_gets_nothing_and_the_reader_is_told(
    sender: Sender, server: PrintServer, command: list[str], reason: str, is_chosen_before: bool
) -> None:
    if is_chosen_before:
        outcome = sender.send(meanwhile=lambda: server.do(*command))
    else:
        server.do(*command)
        outcome = sender.send()
    assert list(outcome) == ["Refused"], outcome
    assert outcome["Refused"]["printer"] == QUEUE
    assert reason in outcome["Refused"]["reason"]
    assert server.waiting() == []
    assert server.arrived() == []


def test_what_is_chosen_in_the_systems_dialog_is_done(sender: Sender, server: PrintServer) -> None:
    assert sender.choose("reject") == {"NotChosen": {}}
    assert server.waiting() == []
    assert sender.choose("accept") == {"Sent": {"printer": QUEUE}}
    (arrival,) = server.wait_for(1)
    assert QUESTIONS[0] in words_of(arrival.pages)


def test_without_any_printing_system_there_is_no_printer(tmp_path: Path, sheet: Path) -> None:
    nowhere = Sender(tmp_path, sheet, str(tmp_path / "no-socket"))
    assert nowhere.choose("accept") == {"NoPrinter": {}}
