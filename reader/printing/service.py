"""A CUPS server on this machine: what it can print on, and jobs from their sending to their end."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from reader.printing.answers import ABOUT_A_JOB, ABOUT_A_PRINTER, job_of, printer_of
from reader.printing.channel import post
from reader.printing.errors import NoServiceError, Refusal, RefusedError, refused
from reader.printing.wire import Attribute, Group, NotIppError, Operation, Tag, answer, question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.printing.channel import Reply
    from reader.printing.model import Job, JobOptions, Printer
    from reader.printing.wire import Answer, Value

PATIENCE_SECONDS: Final = 10.0
_PDF: Final = "application/pdf"
_REFUSED: Final = 0x0400
_OK, _BAD_REQUEST, _UNAUTHORIZED, _TOO_LARGE = 200, 400, 401, 413
_SERVER_ERROR, _NO_SPACE = 500, 507


class PrintService:
    """Speaks to the server that listens at ``socket``, in the name of the account ``user``.

    Holds no connection: each call opens one and closes it. One object may be used from several
    threads. Every call raises ``NoServiceError`` when nothing answers within ``timeout`` seconds,
    and ``RefusedError`` when the server says no.
    """

    def __init__(self, socket: Path, user: str, *, timeout: float = PATIENCE_SECONDS) -> None:
        self.socket = socket
        self._user = user
        self._timeout = timeout
        self._numbers = itertools.count(1)

    def printers(self) -> tuple[Printer, ...]:
        """Every queue that the server has."""
        asked = [_keywords("requested-attributes", ABOUT_A_PRINTER)]
        try:
            said = self._ask("/", Operation.CUPS_GET_PRINTERS, asked)
        except RefusedError as error:
            if error.refusal is Refusal.NOT_FOUND:  # CUPS' way of saying that it has none
                return ()
            raise
        return tuple(map(printer_of, said.group(Group.PRINTER)))

    def printer(self, queue: str) -> Printer:
        """How a queue is; ``RefusedError`` with ``NOT_FOUND`` when it is not there any more."""
        asked = [_uri(queue), _keywords("requested-attributes", ABOUT_A_PRINTER)]
        said = self._ask("/", Operation.GET_PRINTER_ATTRIBUTES, asked)
        return printer_of(self._first(said, Group.PRINTER))

    def print_pdf(self, queue: str, data: bytes, options: JobOptions) -> int:
        """Put a PDF into a queue; the number of the job."""
        asked = [
            _uri(queue),
            self._asker(),
            Attribute(Tag.NAME, "job-name", (options.title,)),
            Attribute(Tag.NAME, "document-name", (options.title,)),
            Attribute(Tag.MIME_TYPE, "document-format", (_PDF,)),
        ]
        wanted = list(_wanted(options))
        said = self._ask(_resource(queue), Operation.PRINT_JOB, asked, wanted, data)
        return job_of(self._first(said, Group.JOB)).id

    def job(self, queue: str, number: int) -> Job:
        """How far a job is; ``RefusedError`` with ``NOT_FOUND`` when the server forgot it."""
        asked = [_uri(queue), _number(number), _keywords("requested-attributes", ABOUT_A_JOB)]
        said = self._ask(_resource(queue), Operation.GET_JOB_ATTRIBUTES, asked)
        return job_of(self._first(said, Group.JOB))

    def jobs(self, queue: str, *, mine: bool = False) -> tuple[Job, ...]:
        """The jobs that are not over yet."""
        asked = [
            _uri(queue),
            self._asker(),
            Attribute(Tag.BOOLEAN, "my-jobs", (mine,)),
            _keywords("requested-attributes", ABOUT_A_JOB),
        ]
        said = self._ask(_resource(queue), Operation.GET_JOBS, asked)
        return tuple(map(job_of, said.group(Group.JOB)))

    def cancel(self, queue: str, number: int, *, purge: bool = False) -> None:
        """Stop a job; with ``purge`` the server is to forget it too.

        Raises ``RefusedError``: ``TOO_LATE`` when it is over, ``NOT_FOUND`` when it is forgotten.
        """
        asked = [_uri(queue), _number(number), self._asker()]
        if purge:
            asked.append(Attribute(Tag.BOOLEAN, "purge-job", (True,)))
        self._ask("/jobs/", Operation.CANCEL_JOB, asked)

    def cancel_mine(self, queue: str, *, purge: bool = True) -> None:
        """Stop all jobs that this account has in a queue; with ``purge`` leave no trace of any."""
        asked = [_uri(queue), self._asker(), Attribute(Tag.BOOLEAN, "purge-jobs", (purge,))]
        self._ask(_resource(queue), Operation.CANCEL_MY_JOBS, asked)

    # ---- asking

    def _asker(self) -> Attribute:
        return Attribute(Tag.NAME, "requesting-user-name", (self._user,))

    def _ask(
        self,
        resource: str,
        operation: Operation,
        asked: Sequence[Attribute],
        job: Sequence[Attribute] = (),
        data: bytes = b"",
    ) -> Answer:
        body = question(operation, next(self._numbers), asked, job) + data
        reply = self._post(resource, body)
        if reply.status == _UNAUTHORIZED:
            # The server looks at who holds the other end of the socket; nothing secret is said.
            reply = self._post(resource, body, authority=f"PeerCred {self._user}")
        if reply.status != _OK:
            raise _http_refusal(reply.status)
        try:
            said = answer(reply.body)
        except NotIppError as error:
            raise NoServiceError(self.socket, f"its answer makes no sense: {error}") from error
        if said.status >= _REFUSED:
            raise refused(said.status, said.message)
        return said

    def _post(self, resource: str, body: bytes, *, authority: str = "") -> Reply:
        return post(self.socket, resource, body, timeout=self._timeout, authority=authority)

    def _first(self, said: Answer, group: Group) -> dict[str, tuple[Value, ...]]:
        found = said.group(group)
        if not found:
            raise NoServiceError(self.socket, "its answer says nothing of what was asked")
        return found[0]


def _http_refusal(status: int) -> RefusedError:
    if status in (_TOO_LARGE, _NO_SPACE):
        return RefusedError(Refusal.NO_ROOM, status, "")
    is_ours = _BAD_REQUEST <= status < _SERVER_ERROR
    return RefusedError(Refusal.NOT_ALLOWED if is_ours else Refusal.BUSY, status, "")


def _resource(queue: str) -> str:
    return f"/printers/{quote(queue, safe='')}"


def _uri(queue: str) -> Attribute:
    return Attribute(Tag.URI, "printer-uri", (f"ipp://localhost{_resource(queue)}",))


def _number(number: int) -> Attribute:
    return Attribute(Tag.INTEGER, "job-id", (number,))


def _keywords(name: str, values: Sequence[str]) -> Attribute:
    return Attribute(Tag.KEYWORD, name, tuple(values))


def _wanted(options: JobOptions) -> Iterator[Attribute]:
    yield Attribute(Tag.INTEGER, "copies", (options.copies,))
    yield Attribute(Tag.KEYWORD, "sides", (options.sides.value,))
    colour = "monochrome" if options.is_grey else "color"
    yield Attribute(Tag.KEYWORD, "print-color-mode", (colour,))
    if options.media:
        yield Attribute(Tag.KEYWORD, "media", (options.media,))
    if options.copies > 1:
        how = "collated" if options.is_collated else "uncollated"
        handling = f"separate-documents-{how}-copies"
        yield Attribute(Tag.KEYWORD, "multiple-document-handling", (handling,))
    if options.is_fitted:
        yield Attribute(Tag.KEYWORD, "print-scaling", ("fit",))
    if options.first:
        pages = (options.first, max(options.first, options.last))
        yield Attribute(Tag.RANGE, "page-ranges", (pages,))
