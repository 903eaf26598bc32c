"""A speech service that hangs is told from one that answers and from none."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from reader.ui import voices
from reader.ui.speech_service import hangs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 0.2


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A socket's address, which may not be long."""
    monkeypatch.chdir(tmp_path)
    return "s"


@contextmanager
def service(place: str, answer: bytes | None) -> Iterator[None]:
    """Takes one call and gives ``answer``, or none and keeps the line open."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()

        def serve() -> None:
            line, _ = server.accept()
            with line:
                line.recv(100)
                line.sendall(answer or b"")

        thread = Thread(target=serve, daemon=True)
        if answer is not None:
            thread.start()
        yield
        if answer is not None:
            thread.join()


@pytest.mark.parametrize(
    ("answer", "expected"), [(b"208 OK CLIENT NAME SET\r\n", False), (b"", True), (None, True)]
)
def test_what_it_answers_decides(place: str, answer: bytes | None, expected: bool) -> None:
    with service(place, answer):
        assert hangs({"SPEECHD_ADDRESS": f"unix_socket:{place}"}, PATIENCE) is expected


def test_none_and_one_that_is_gone_do_not_hang(place: str, tmp_path: Path) -> None:
    assert not hangs({"XDG_RUNTIME_DIR": str(tmp_path)}, PATIENCE)
    assert not hangs({"SPEECHD_ADDRESS": "inet_socket:127.0.0.1:6560"}, PATIENCE)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
    assert not hangs({"SPEECHD_ADDRESS": f"unix_socket:{place}"}, PATIENCE)


def test_no_engine_is_asked_for_that_would_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(voices, "hangs", lambda: True)
    monkeypatch.setattr(QTextToSpeech, "availableEngines", lambda: ["mock", "speechd"])
    assert voices.system_engine() is None
