"""One question and its answer: whole, chunked, cut short, endless, or never."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from reader.printing.channel import MOST_BYTES, Reply, post
from reader.printing.errors import NoServiceError
from tests.printing.fake_server import chunked, fake_server, http

if TYPE_CHECKING:
    from pathlib import Path

QUICK = 5.0


def ask(path: Path, body: bytes = b"question", *, timeout: float = QUICK) -> Reply:
    return post(path, "/printers/Canon", body, timeout=timeout)


def test_the_question_arrives_and_the_answer_comes_back() -> None:
    with fake_server(http(b"answer")) as server:
        assert ask(server.path) == Reply(200, b"answer")
        (heard,) = server.heard
    head, _, body = heard.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /printers/Canon HTTP/1.1\r\n")
    assert b"Content-Type: application/ipp" in head
    assert b"Authorization" not in head
    assert body == b"question"


def test_who_asks_is_said_when_it_is_wanted() -> None:
    with fake_server(http(b"")) as server:
        post(server.path, "/", b"", timeout=QUICK, authority="PeerCred anna")
        assert b"\r\nAuthorization: PeerCred anna\r\n" in server.heard[0]


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        (chunked(b"an", b"swer"), Reply(200, b"answer")),
        (chunked(), Reply(200, b"")),
        (b"HTTP/1.0 200 OK\r\n\r\nanswer", Reply(200, b"answer")),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + http(b"answer"), Reply(200, b"answer")),
        (http(b"", "401 Unauthorized"), Reply(401, b"")),
        (http(b"no", "413 Too Large", "X-More: yes"), Reply(413, b"no")),
    ],
    ids=["chunks", "no chunks", "until the end", "continue", "refused", "too large"],
)
def test_every_way_to_answer_is_understood(said: bytes, reply: Reply) -> None:
    with fake_server(said) as server:
        assert ask(server.path) == reply


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\n",
        b"HTTP/1.1 what OK\r\n\r\n",
        f"HTTP/1.1 200 OK\r\nContent-Length: {MOST_BYTES + 1}\r\n\r\n".encode(),
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"x" * 20_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ],
)
def test_what_is_no_answer_is_no_service(said: bytes) -> None:
    with fake_server(said) as server, pytest.raises(NoServiceError) as caught:
        ask(server.path)
    assert caught.value.reason


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    with fake_server(None) as server, pytest.raises(NoServiceError, match="timed out"):
        ask(server.path, timeout=0.1)


def test_where_nobody_listens_there_is_no_service(tmp_path: Path) -> None:
    with pytest.raises(NoServiceError):
        ask(tmp_path / "socket")
    (tmp_path / "file").write_text("not a socket", encoding="utf-8")
    with pytest.raises(NoServiceError):
        ask(tmp_path / "file")
    with pytest.raises(NoServiceError):
        ask(tmp_path / ("long" * 60))


def test_a_system_without_such_sockets_has_no_service(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(socket, "AF_UNIX")
    with pytest.raises(NoServiceError):
        ask(tmp_path / "socket")
