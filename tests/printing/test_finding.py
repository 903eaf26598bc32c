"""Which print server is this computer's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from reader.printing.finding import account_name, find_service
from tests.printing.fake_server import fake_server

if TYPE_CHECKING:
    from pathlib import Path


def test_the_socket_that_is_named_is_used() -> None:
    with fake_server(b"") as server:
        found = find_service({"CUPS_SERVER": str(server.path)}, ())
    assert found is not None
    assert found.socket == server.path


def test_without_a_name_the_first_of_the_usual_ones_is_used(tmp_path: Path) -> None:
    with fake_server(b"") as server:
        found = find_service({}, (tmp_path / "none", server.path))
        assert found is not None
        assert found.socket == server.path
        assert find_service({"CUPS_SERVER": ""}, (server.path,)) is not None


@pytest.mark.parametrize("named", ["printers.example", "localhost:631", "10.0.0.1"])
def test_another_computer_is_not_spoken_to(named: str) -> None:
    with fake_server(b"") as server:
        assert find_service({"CUPS_SERVER": named}, (server.path,)) is None


def test_where_there_is_no_socket_there_is_no_service(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert find_service({}, (tmp_path / "file", tmp_path / "none")) is None
    assert find_service({"CUPS_SERVER": str(tmp_path / "none")}, ()) is None
    assert find_service({"CUPS_SERVER": f"/{'long' * 2000}"}, ()) is None


def test_the_account_is_the_one_that_the_system_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    import os
    import pwd

    assert account_name() == pwd.getpwuid(os.geteuid()).pw_name

    def unknown(number: int) -> None:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert account_name() == str(os.geteuid())
    monkeypatch.setitem(sys.modules, "pwd", None)
    assert account_name() == ""
