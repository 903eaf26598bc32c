"""What the printer queue is told, and how long the window waits for it."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from reader.ui import printing
from reader.ui.printing import Refused, Sent, chosen

if TYPE_CHECKING:
    from pathlib import Path

DATA = b"%PDF-1.7 pages"
ONCE = ["-d", "Canon", "-n", "1", "-t", "Booklet Reader"]
USUAL = ["media=A4", "sides=one-sided", "print-color-mode=monochrome"]


def printer_with(**answers: object) -> Mock:
    """A printer as it is after the dialog; this computer need not have one."""
    printer = Mock(spec=QPrinter)
    usual = {
        "printerName": "Canon",
        "copyCount": 1,
        "collateCopies": True,
        "printRange": QPrinter.PrintRange.AllPages,
        "duplex": QPrinter.DuplexMode.DuplexNone,
        "colorMode": QPrinter.ColorMode.GrayScale,
        "pageLayout": layout(QPageSize.PageSizeId.A4),
    }
    for name, answer in (usual | answers).items():
        getattr(printer, name).return_value = answer
    return printer


def layout(size: QPageSize.PageSizeId) -> Mock:
    made = Mock(spec=QPageLayout)
    made.pageSize.return_value = QPageSize(size)
    return made


def options(printer: Mock) -> list[str]:
    """The values given with -o."""
    arguments = chosen(printer)
    return [value for flag, value in pairwise(arguments) if flag == "-o"]


def test_a_plain_print_asks_for_just_that() -> None:
    said = chosen(printer_with())
    assert said[: len(ONCE)] == ONCE
    assert options(printer_with()) == USUAL


@pytest.mark.parametrize(
    ("answers", "option"),
    [
        ({"duplex": QPrinter.DuplexMode.DuplexLongSide}, "sides=two-sided-long-edge"),
        ({"duplex": QPrinter.DuplexMode.DuplexShortSide}, "sides=two-sided-short-edge"),
        ({"duplex": QPrinter.DuplexMode.DuplexAuto}, "sides=two-sided-long-edge"),
        ({"pageLayout": layout(QPageSize.PageSizeId.Letter)}, "media=Letter"),
        ({"colorMode": QPrinter.ColorMode.Color}, "print-color-mode=color"),
        ({"copyCount": 2}, "collate=true"),
        ({"copyCount": 2, "collateCopies": False}, "collate=false"),
    ],
)
def test_what_was_chosen_is_passed_on(answers: dict[str, object], option: str) -> None:
    assert option in options(printer_with(**answers))


def test_copies_and_pages_are_passed_on() -> None:
    pages = QPrinter.PrintRange.PageRange
    said = chosen(printer_with(copyCount=3, printRange=pages, fromPage=2, toPage=4))
    assert said[said.index("-n") + 1] == "3"
    assert said[said.index("-P") + 1] == "2-4"


@pytest.mark.parametrize(
    ("script", "outcome"),
    [
        ('printf "%s\\n" "$@" > "$0.said"; cat > "$0.data"', Sent("Canon")),
        ('echo "lp: The queue is closed" >&2; exit 1', Refused("Canon", "The queue is closed")),
        ("exit 1", Refused("Canon", "it gave no reason")),
    ],
)
def test_the_pages_go_to_the_queue_as_they_are(
    tmp_path: Path, script: str, outcome: Sent | Refused
) -> None:
    queue = tmp_path / "lp"
    queue.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    queue.chmod(0o700)
    printer = printer_with()
    assert printing._submit(str(queue), DATA, printer) == outcome
    if isinstance(outcome, Sent):
        assert (tmp_path / "lp.data").read_bytes() == DATA
        said = (tmp_path / "lp.said").read_text(encoding="utf-8").splitlines()
        assert said == [*chosen(printer), "-"]


def test_a_queue_that_does_not_answer_is_not_waited_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[float] = []

    def hang(command: list[str], *, timeout: float, **_kept: object) -> None:
        waited.append(timeout)
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", hang)
    assert printing._submit("lp", DATA, printer_with()) == Refused("Canon", "it did not answer")
    assert waited[0] <= 15
