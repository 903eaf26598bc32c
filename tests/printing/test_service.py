"""What the server is asked, and what its answers mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.printing.errors import NoServiceError, Refusal, RefusedError
from reader.printing.model import Job, JobOptions, JobState, Margins, Printer, PrinterState, Sides
from reader.printing.service import PrintService
from reader.printing.wire import Group, Operation, Tag
from tests.printing.fake_server import FakeServer, Values, fake_server, http, ipp, number

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CANON: tuple[Values, ...] = (
    (Tag.NAME, "printer-name", (b"Canon",)),
    (Tag.ENUM, "printer-state", (number(4),)),
    (Tag.KEYWORD, "printer-state-reasons", (b"media-empty-error", b"none")),
    (Tag.TEXT, "printer-state-message", (b"out of paper",)),
    (Tag.BOOLEAN, "printer-is-accepting-jobs", (b"\x00",)),
    (Tag.INTEGER, "queued-job-count", (number(3),)),
    (Tag.MIME_TYPE, "document-format-supported", (b"image/urf", b"application/pdf")),
    (Tag.INTEGER, "media-left-margin-supported", (number(300), number(635))),
    (Tag.INTEGER, "media-bottom-margin-supported", (number(1270),)),
)
JOB: tuple[Values, ...] = (
    (Tag.INTEGER, "job-id", (number(7),)),
    (Tag.ENUM, "job-state", (number(5),)),
    (Tag.KEYWORD, "job-state-reasons", (b"job-printing",)),
    (Tag.INTEGER, "job-media-sheets-completed", (number(2),)),
)


def service(server: FakeServer) -> PrintService:
    return PrintService(server.path, "anna", timeout=5)


def operation(heard: bytes) -> int:
    body = heard.partition(b"\r\n\r\n")[2]
    return int.from_bytes(body[2:4], "big")


def test_a_printer_is_described() -> None:
    with fake_server(http(ipp(0, (Group.PRINTER, CANON)))) as server:
        found = service(server).printer("Front desk/2")
        (heard,) = server.heard
    assert found == Printer(
        "Canon",
        PrinterState.PROCESSING,
        ("media-empty-error",),
        "out of paper",
        is_accepting=False,
        waiting=3,
        formats=("image/urf", "application/pdf"),
        margins=Margins(left=6.35, bottom=12.7),
    )
    assert found.takes_pdf
    assert found.margins.widest == 12.7
    assert operation(heard) == Operation.GET_PRINTER_ATTRIBUTES
    assert b"ipp://localhost/printers/Front%20desk%2F2" in heard


def test_of_a_printer_that_says_nothing_the_usual_is_believed() -> None:
    with fake_server(http(ipp(0, (Group.PRINTER, ((Tag.NAME, "printer-name", (b"A",)),))))) as one:
        assert service(one).printer("A") == Printer("A", PrinterState.IDLE)


def test_a_printer_that_takes_no_pdf_is_known_by_its_formats() -> None:
    said = ((Tag.MIME_TYPE, "document-format-supported", (b"image/urf",)),)
    with fake_server(http(ipp(0, (Group.PRINTER, said)))) as server:
        assert not service(server).printer("A").takes_pdf


def test_all_printers_are_listed_and_a_server_without_any_has_none() -> None:
    two = ipp(0, (Group.PRINTER, CANON), (Group.PRINTER, CANON))
    with fake_server(http(two), http(ipp(0x0406))) as server:
        assert [one.name for one in service(server).printers()] == ["Canon", "Canon"]
        assert service(server).printers() == ()


def test_a_pdf_is_sent_with_all_that_was_chosen() -> None:
    options = JobOptions(
        "Booklet Reader",
        copies=2,
        media="iso_a4_210x297mm",
        sides=Sides.SHORT_EDGE,
        is_grey=False,
        is_collated=False,
        first=2,
        last=5,
        is_fitted=True,
    )
    with fake_server(http(ipp(0, (Group.JOB, JOB)))) as server:
        assert service(server).print_pdf("Canon", b"%PDF-1.7 pages", options) == 7
        (heard,) = server.heard
    assert operation(heard) == Operation.PRINT_JOB
    assert heard.endswith(b"\x03%PDF-1.7 pages")
    for part in (
        b"document-format\x00\x0fapplication/pdf",
        b"requesting-user-name\x00\x04anna",
        b"job-name\x00\x0eBooklet Reader",
        b"copies\x00\x04\x00\x00\x00\x02",
        b"media\x00\x10iso_a4_210x297mm",
        b"two-sided-short-edge",
        b"print-color-mode\x00\x05color",
        b"separate-documents-uncollated-copies",
        b"print-scaling\x00\x03fit",
        b"page-ranges\x00\x08\x00\x00\x00\x02\x00\x00\x00\x05",
    ):
        assert part in heard, part


def test_a_plain_job_asks_for_no_more_than_it_must() -> None:
    with fake_server(http(ipp(0, (Group.JOB, JOB)))) as server:
        service(server).print_pdf("Canon", b"%PDF", JobOptions("T"))
        (heard,) = server.heard
    for part in (b"media", b"page-ranges", b"print-scaling", b"multiple-document"):
        assert part not in heard


def test_a_job_is_described() -> None:
    with fake_server(http(ipp(0, (Group.JOB, JOB)))) as server:
        found = service(server).job("Canon", 7)
    assert found == Job(7, JobState.PROCESSING, ("job-printing",), pages=2)
    assert not found.state.is_over


@pytest.mark.parametrize("state", [0, 2, 10, 99])
def test_a_state_that_nobody_knows_is_not_the_end(state: int) -> None:
    said = ((Tag.ENUM, "job-state", (number(state),)),)
    with fake_server(http(ipp(0, (Group.JOB, said)))) as server:
        assert not service(server).job("Canon", 7).state.is_over


def test_jobs_are_listed_and_a_queue_without_any_has_none() -> None:
    with fake_server(http(ipp(0, (Group.JOB, JOB))), http(ipp(0))) as server:
        assert [one.id for one in service(server).jobs("Canon", mine=True)] == [7]
        assert service(server).jobs("Canon") == ()
        assert b"my-jobs\x00\x01\x01" in server.heard[0]
        assert b"my-jobs\x00\x01\x00" in server.heard[1]


@pytest.mark.parametrize(
    ("ask", "wanted", "said"),
    [
        (lambda it: it.cancel("Canon", 7), Operation.CANCEL_JOB, b""),
        (lambda it: it.cancel("Canon", 7, purge=True), Operation.CANCEL_JOB, b"purge-job\x00\x01"),
        (lambda it: it.cancel_mine("Canon"), Operation.CANCEL_MY_JOBS, b"purge-jobs\x00\x01\x01"),
    ],
)
def test_jobs_are_taken_back(
    ask: Callable[[PrintService], None], wanted: Operation, said: bytes
) -> None:
    with fake_server(http(ipp(0))) as server:
        ask(service(server))
        (heard,) = server.heard
    assert operation(heard) == wanted
    assert said in heard
    assert b"requesting-user-name\x00\x04anna" in heard


def test_a_server_that_wants_to_know_who_asks_is_told() -> None:
    answers = http(b"", "401 Unauthorized"), http(ipp(0))
    with fake_server(*answers) as server:
        service(server).cancel("Canon", 7)
        first, second = server.heard
    assert b"Authorization" not in first
    assert b"Authorization: PeerCred anna" in second


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (0x0403, Refusal.NOT_ALLOWED),
        (0x0404, Refusal.TOO_LATE),
        (0x0406, Refusal.NOT_FOUND),
        (0x040A, Refusal.WRONG_FORMAT),
        (0x0506, Refusal.REJECTING),
        (0x0507, Refusal.BUSY),
        (0x0500, Refusal.OTHER),
    ],
)
def test_why_the_server_refuses_is_understood(status: int, refusal: Refusal) -> None:
    told = (Group.OPERATION, ((Tag.TEXT, "status-message", (b"its own words",)),))
    with fake_server(http(ipp(status, told))) as server, pytest.raises(RefusedError) as caught:
        service(server).job("Canon", 7)
    assert (caught.value.refusal, caught.value.status) == (refusal, status)
    assert "its own words" in str(caught.value)


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        ("401 Unauthorized", Refusal.NOT_ALLOWED),
        ("403 Forbidden", Refusal.NOT_ALLOWED),
        ("413 Too Large", Refusal.NO_ROOM),
        ("507 No Space", Refusal.NO_ROOM),
        ("503 Busy", Refusal.BUSY),
    ],
)
def test_a_refusal_before_ipp_is_understood_too(status: str, refusal: Refusal) -> None:
    with fake_server(http(b"", status)) as server, pytest.raises(RefusedError) as caught:
        service(server).printer("Canon")
    assert caught.value.refusal is refusal


@pytest.mark.parametrize("body", [b"", b"<html>", ipp(0)])
def test_an_answer_that_makes_no_sense_is_no_service(body: bytes) -> None:
    with fake_server(http(body)) as server, pytest.raises(NoServiceError) as caught:
        service(server).printer("Canon")
    assert caught.value.socket == server.path


def test_no_server_is_told_with_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(NoServiceError, match="does not answer") as caught:
        PrintService(tmp_path / "none", "anna").printers()
    assert caught.value.socket == tmp_path / "none"
