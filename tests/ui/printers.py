"""Printers that print nothing: they keep what they are given and say what a test tells them to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.override import override
from reader.printing.following import Cancelled
from reader.ui.print_jobs import PrintJob, Sent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.printing import NotSent, Paper


class FakeJob(PrintJob):
    """Nothing goes on but what the test emits."""

    def __init__(
        self,
        printer: str = "Canon",
        pages: int = 1,
        *,
        ends: bool = False,
        needs_program: bool = False,
    ) -> None:
        super().__init__(printer, pages)
        self.is_started = self.is_dropped = False
        self._needs_program = needs_program
        self._ends = ends

    @override
    def start(self) -> None:
        self.is_started = True
        if self._ends:
            self.ended.emit(Sent())

    @override
    def cancel(self) -> None:
        self.ended.emit(Cancelled(is_ours=True))

    @property
    @override
    def needs_program(self) -> bool:
        return self._needs_program

    @override
    def drop(self) -> None:
        self.is_dropped = True


class FakePrinters:
    """Each paper gets ``outcome``; without one, a job that is over as soon as it begins."""

    def __init__(self, outcome: PrintJob | NotSent | None = None) -> None:
        self.papers: list[Paper] = []
        self.outcome = outcome

    def print(self, paper: Paper, parent: QWidget) -> PrintJob | NotSent:
        assert parent is not None, "a dialog needs a window to stand before"
        self.papers.append(paper)
        return self.outcome if self.outcome is not None else FakeJob(ends=True)
