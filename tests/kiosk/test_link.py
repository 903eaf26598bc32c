"""The socket between the supervisor and a session, and what systemd is told."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.kiosk.child_link import LOST, ChildLink
from reader.kiosk.link import MOST_AT_ONCE, Link, LinkLostError, linked_pair
from reader.kiosk.messages import (
    MOST_BYTES,
    Alone,
    Begun,
    Ping,
    Pong,
    Ready,
    Show,
    encode,
    to_supervisor,
)
from reader.kiosk.notifying import Notifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = linked_pair()
    yield ours, theirs
    ours.close()
    theirs.close()


Ends = tuple[socket.socket, socket.socket]


class TestLink:
    def test_what_is_sent_arrives_in_order_one_by_one(self, ends: Ends) -> None:
        ours, theirs = Link(ends[0]), Link(ends[1])
        for message in (Ready(), Pong(1, painted=False), Begun()):
            theirs.send(message)
        heard = [to_supervisor(datagram) for datagram in ours.receive()]
        assert heard == [Ready(), Pong(1, painted=False), Begun()]

    def test_nothing_to_hear_is_nothing(self, ends: Ends) -> None:
        assert Link(ends[0]).receive() == []

    def test_who_talks_without_end_does_not_hold_up_the_others(self, ends: Ends) -> None:
        ours, theirs = Link(ends[0]), Link(ends[1])
        for _ in range(MOST_AT_ONCE + 5):
            theirs.send(Ready())
        assert len(ours.receive()) == MOST_AT_ONCE
        assert len(ours.receive()) == 5

    def test_what_was_said_before_the_end_is_still_heard(self, ends: Ends) -> None:
        ours, theirs = Link(ends[0]), Link(ends[1])
        theirs.send(Ready())
        theirs.close()
        assert ours.receive() == [encode(Ready())]
        with pytest.raises(LinkLostError):
            ours.receive()

    def test_an_end_with_unread_words_is_an_end(self, ends: Ends) -> None:
        ours, theirs = Link(ends[0]), Link(ends[1])
        ours.send(Alone())
        theirs.close()
        with pytest.raises(LinkLostError):
            ours.receive()
        with pytest.raises(LinkLostError):
            ours.receive()

    def test_speaking_to_nobody_is_an_end(self, ends: Ends) -> None:
        ours = Link(ends[0])
        ends[1].close()
        with pytest.raises(LinkLostError):
            ours.send(Alone())

    def test_who_never_reads_is_as_good_as_gone(self, ends: Ends) -> None:
        ours = Link(ends[0])

        def talk() -> None:
            for number in range(100_000):
                ours.send(Ping(number))

        with pytest.raises(LinkLostError):
            talk()

    def test_a_datagram_too_long_is_seen_to_be_so(self, ends: Ends) -> None:
        ours = Link(ends[0])
        ends[1].send(b"x" * (MOST_BYTES + 100))
        assert [len(datagram) for datagram in ours.receive()] == [MOST_BYTES + 1]


@pytest.mark.usefixtures("qapp")
class TestChildLink:
    @pytest.fixture
    def left(self) -> list[int]:
        return []

    @pytest.fixture
    def link(self, ends: Ends, left: list[int]) -> ChildLink:
        return ChildLink(ends[1], leave=left.append)

    def test_it_tells_what_the_supervisor_says(
        self, qtbot: QtBot, ends: Ends, link: ChildLink
    ) -> None:
        heard: list[object] = []
        link.came.connect(heard.append)
        Link(ends[0]).send(Show(admits=True))
        Link(ends[0]).send(Alone())
        qtbot.waitUntil(lambda: heard == [Show(admits=True), Alone()])

    def test_it_says_what_the_session_has_to_say(self, ends: Ends, link: ChildLink) -> None:
        link.say(Begun())
        assert Link(ends[0]).receive() == [encode(Begun())]

    @pytest.mark.usefixtures("link")
    def test_without_a_supervisor_it_leaves(
        self, qtbot: QtBot, ends: Ends, left: list[int]
    ) -> None:
        ends[0].close()
        qtbot.waitUntil(lambda: left == [LOST])

    def test_speaking_to_nobody_it_leaves(
        self, ends: Ends, link: ChildLink, left: list[int]
    ) -> None:
        ends[0].close()
        link.say(Begun())
        assert left == [LOST]

    @pytest.mark.usefixtures("link")
    def test_nonsense_from_above_is_no_supervisor(
        self, qtbot: QtBot, ends: Ends, left: list[int]
    ) -> None:
        ends[0].send(b"nonsense")
        qtbot.waitUntil(lambda: left == [LOST])


class TestNotifier:
    @pytest.mark.parametrize("abstract", [False, True])
    def test_it_says_what_systemd_understands(self, tmp_path: Path, *, abstract: bool) -> None:
        name = str(tmp_path / "notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(f"\0{name}" if abstract else name)
            address = f"@{name}" if abstract else name
            with closing(Notifier({"NOTIFY_SOCKET": address})) as notifier:
                notifier.ready()
                notifier.alive()
                notifier.status("All\nis  well.")
                notifier.stopping()
            heard = [manager.recv(100) for _ in range(4)]
        assert heard == [b"READY=1", b"WATCHDOG=1", b"STATUS=All is well.", b"STOPPING=1"]

    def test_a_manager_that_does_not_read_holds_nobody_up(self, tmp_path: Path) -> None:
        name = str(tmp_path / "notify")
        manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        manager.bind(name)
        with closing(Notifier({"NOTIFY_SOCKET": name})) as notifier:
            for _ in range(10_000):
                notifier.alive()
            manager.close()
            notifier.alive()

    @pytest.mark.parametrize("name", ["", "vsock:2:1", "relative", "/nowhere/at/all"])
    def test_without_a_manager_it_is_silent(self, name: str) -> None:
        for environ in ({"NOTIFY_SOCKET": name}, {}):
            with closing(Notifier(environ)) as notifier:
                notifier.ready()
            notifier.ready()


def test_the_ends_do_not_reach_programs_that_are_started(ends: Ends) -> None:
    assert not any(os.get_inheritable(end.fileno()) for end in ends)
