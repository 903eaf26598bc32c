"""A print server's answers about printers and jobs, made into values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from reader.printing.model import Job, JobState, Margins, Printer, PrinterState

if TYPE_CHECKING:
    from reader.printing.wire import Value

    Said = dict[str, tuple[Value, ...]]

State = TypeVar("State", PrinterState, JobState)

_HUNDREDTHS: Final = 100.0
"""CUPS says margins in hundredths of a millimetre."""

ABOUT_A_PRINTER: Final = (
    "printer-name", "printer-state", "printer-state-reasons", "printer-state-message",
    "printer-is-accepting-jobs", "queued-job-count", "document-format-supported",
    "media-left-margin-supported", "media-top-margin-supported",
    "media-right-margin-supported", "media-bottom-margin-supported",
)  # fmt: skip
ABOUT_A_JOB: Final = (
    "job-id", "job-state", "job-state-reasons", "job-printer-state-message",
    "job-media-sheets-completed", "job-impressions-completed",
)  # fmt: skip


def printer_of(said: Said) -> Printer:
    """A queue; what the server leaves out is taken to be as usual."""
    return Printer(
        name=_text(said, "printer-name"),
        state=_known(PrinterState, said, "printer-state", PrinterState.IDLE),
        reasons=_reasons(said, "printer-state-reasons"),
        message=_text(said, "printer-state-message"),
        is_accepting=bool(said.get("printer-is-accepting-jobs", (True,))[0]),
        waiting=_count(said, "queued-job-count"),
        formats=tuple(map(str, said.get("document-format-supported", ()))),
        margins=Margins(*(_margin(said, edge) for edge in ("left", "top", "right", "bottom"))),
    )


def job_of(said: Said) -> Job:
    """A job; of one that is in no known state it is not said that it is over."""
    sheets = _count(said, "job-media-sheets-completed")
    return Job(
        id=_count(said, "job-id"),
        state=_known(JobState, said, "job-state", JobState.PENDING),
        reasons=_reasons(said, "job-state-reasons"),
        message=_text(said, "job-printer-state-message"),
        pages=max(sheets, _count(said, "job-impressions-completed")),
    )


def _known(kind: type[State], said: Said, name: str, usual: State) -> State:
    try:
        return kind(_count(said, name))
    except ValueError:
        return usual


def _text(said: Said, name: str) -> str:
    return str(said.get(name, ("",))[0])


def _count(said: Said, name: str) -> int:
    value = said.get(name, (0,))[0]
    return value if isinstance(value, int) else 0


def _reasons(said: Said, name: str) -> tuple[str, ...]:
    return tuple(reason for reason in map(str, said.get(name, ())) if reason != "none")


def _margin(said: Said, edge: str) -> float:
    """The widest that any way of feeding paper has, so that nothing is cut off in any of them."""
    values = said.get(f"media-{edge}-margin-supported", (0,))
    return max((value for value in values if isinstance(value, int)), default=0) / _HUNDREDTHS
