"""What supervisor and session say to each other arrives as it was sent, or not at all."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from reader.kiosk.messages import (
    MOST_BYTES,
    TO_SESSION,
    TO_SUPERVISOR,
    Alone,
    Begun,
    CountsTold,
    DayCounts,
    End,
    Ending,
    Health,
    Helped,
    Message,
    Painted,
    PinChecked,
    Ping,
    PinTried,
    Pong,
    Printed,
    Ready,
    Setup,
    Show,
    StaffAsked,
    StaffTask,
    StaffTaskDone,
    SticksTold,
    encode,
    to_session,
    to_supervisor,
)
from reader.kiosk.policy import Hours, Policy, Printing
from reader.kiosk.wire import WireError

FULL = Policy(
    booklets=("recurrence",),
    printing=Printing("kiosk", 4, 2, "/run/cups.sock"),
    has_qr=True,
    sheet_line="Ward 4, Südklinik",
    hours=Hours(time(8, 30), time(17), ("mon",)),
)
TO_CHILD = [
    Setup(Policy()),
    Setup(FULL, ("/srv/booklets",), has_staff=True, out_of_order=True),
    Show(admits=True),
    Show(False, True, (Health("swap", False, "Swap is on."),), ("Wrong.",)),
    Alone(),
    Ping(7),
    PinChecked(False, 60),
    CountsTold((DayCounts(date(2026, 11, 21), 4, 3, 2, 1),)),
    SticksTold(("/media/stick",)),
    StaffTaskDone(StaffTask.EXPORT, True, "Done."),
]
TO_PARENT = [
    *(Ready(), Painted(), Pong(7, True), Begun(), End(Ending.IDLE), Printed(), Helped(False)),
    *(PinTried("482913"), StaffAsked(StaffTask.EXPORT, "/media/stick")),
]


@pytest.mark.parametrize("message", TO_CHILD)
def test_a_session_gets_what_was_said(message: Message) -> None:
    assert to_session(encode(message)) == message


@pytest.mark.parametrize("message", TO_PARENT)
def test_the_supervisor_gets_what_was_said(message: Message) -> None:
    assert to_supervisor(encode(message)) == message


def test_every_message_was_tried() -> None:
    assert {type(message).__name__ for message in TO_CHILD} == set(TO_SESSION)
    assert {type(message).__name__ for message in TO_PARENT} == set(TO_SUPERVISOR)


@pytest.mark.parametrize("message", TO_CHILD)
def test_no_session_can_give_another_orders(message: Message) -> None:
    with pytest.raises(WireError):
        to_supervisor(encode(message))


NONSENSE = [
    b"",
    b"\xff\xfe",
    b"[",
    b"[" * 50_000,
    b"null",
    b'"Begun"',
    b'["Begun"]',
    b'["Begun",[]]',
    b'["Begun",{},{}]',
    b'["Begun",{"x":1}]',
    b"[1,{}]",
    b'["str",{}]',
    b'["Pong",{"number":1}]',
    b'["Pong",{"number":"1","painted":true}]',
    b'["Pong",{"number":true,"painted":true}]',
    b'["Pong",{"number":1.0,"painted":true}]',
    b'["Pong",{"number":1,"painted":1}]',
    b'["End",{"why":"because"}]',
    b'["End",{"why":null}]',
    b'["StaffAsked",{"task":"exit","where":["/"]}]',
    b'["PinTried",{"pin":null}]',
    b'["PinTried",{"pin":"' + b"1" * MOST_BYTES + b'"}]',
]


@pytest.mark.parametrize("datagram", NONSENSE, ids=lambda datagram: datagram[:40])
def test_nonsense_is_refused(datagram: bytes) -> None:
    with pytest.raises(WireError):
        to_supervisor(datagram)


def test_what_arrived_is_never_repeated_in_the_error() -> None:
    canary = "seven times Tuesday"
    for said in (
        [canary, {}],
        ["PinTried", {"pin": [canary]}],
        ["PinTried", {"pin": "1", canary: 1}],
        ["End", {"why": canary}],
    ):
        with pytest.raises(WireError) as caught:
            to_supervisor(json.dumps(said).encode())
        assert canary not in str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        {"idle_seconds": "90"},
        {"printing": {"queue": "kiosk"}},
        {"hours": {"opens": "8 o’clock", "closes": "17:00", "days": []}},
        {"sizes": [1.0, "big"]},
        {"sizes": 1.0},
    ],
)
def test_a_policy_that_is_none_is_refused(change: dict[str, object]) -> None:
    name, data = json.loads(encode(Setup(FULL)))
    data["policy"] |= change
    with pytest.raises(WireError):
        to_session(json.dumps([name, data]).encode())
