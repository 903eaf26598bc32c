"""The staff PIN."""

from __future__ import annotations

import pytest

from reader.kiosk import pin
from reader.kiosk.pin import Answer, PinGate, hash_pin, is_hash, is_pin, matches
from tests.kiosk.clocks import FakeClock

SALT = bytes(range(16))
RIGHT = "482913"
KEPT = hash_pin(RIGHT, SALT)


@pytest.mark.parametrize("text", ["482913", "482913482913", "112233", "000001", "135790"])
def test_good_pins(text: str) -> None:
    assert is_pin(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "48291", "4829134829134", "48291a", " 482913", "482913\n", "٤٨٢٩١٣"),
        *("000000", "777777", "123456", "234567", "654321", "567890", "098765"),
    ],
)
def test_pins_that_will_not_do(text: str) -> None:
    assert not is_pin(text)


def test_what_is_kept_has_a_known_form_and_not_the_pin() -> None:
    assert is_hash(KEPT)
    assert KEPT.startswith("scrypt$32768$8$3$")
    assert RIGHT not in KEPT


def test_another_salt_gives_another_hash() -> None:
    assert hash_pin(RIGHT, bytes(16)) != KEPT


def test_the_right_pin_matches_and_others_do_not() -> None:
    assert matches(RIGHT, KEPT)
    assert not matches("482914", KEPT)
    assert not matches("", KEPT)


def test_a_very_long_pin_is_not_even_looked_at() -> None:
    assert not matches("1" * 10_000_000, KEPT)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "482913",
        KEPT[:-1],
        f"{KEPT}\n",
        KEPT.replace("$8$", "$9$"),
        KEPT.replace("32768", "1073741824"),
        KEPT.replace("scrypt", "plain"),
    ],
)
def test_nothing_matches_what_is_no_hash(kept: str) -> None:
    assert not is_hash(kept)
    assert not matches(RIGHT, kept)


class TestGate:
    @pytest.fixture(autouse=True)
    def quick(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The counting does not depend on how slow a hash is."""
        monkeypatch.setattr(pin, "matches", lambda tried, kept: tried == kept)

    @pytest.fixture
    def time(self) -> FakeClock:
        return FakeClock()

    @pytest.fixture
    def gate(self, time: FakeClock) -> PinGate:
        return PinGate(time)

    def test_the_right_one_opens(self, gate: PinGate) -> None:
        assert gate.try_pin(RIGHT, RIGHT) == Answer(right=True)

    def test_five_wrong_ones_close_it_for_a_minute_to_the_right_one_too(
        self, gate: PinGate, time: FakeClock
    ) -> None:
        answers = [gate.try_pin("111222", RIGHT) for _ in range(5)]
        assert answers == [Answer(right=False)] * 4 + [Answer(right=False, wait_seconds=60)]
        time.pass_by(59.5)
        assert gate.try_pin(RIGHT, RIGHT) == Answer(right=False, wait_seconds=1)
        time.pass_by(0.5)
        assert gate.try_pin(RIGHT, RIGHT) == Answer(right=True)

    def test_trying_while_it_is_closed_does_not_make_it_longer(
        self, gate: PinGate, time: FakeClock
    ) -> None:
        for _ in range(5):
            gate.try_pin("111222", RIGHT)
        for _ in range(100):
            time.pass_by(0.1)
            gate.try_pin("111222", RIGHT)
        assert gate.try_pin(RIGHT, RIGHT).wait_seconds == 50

    def test_a_right_one_forgives_those_before_it(self, gate: PinGate) -> None:
        for _ in range(10):
            for _ in range(4):
                assert gate.try_pin("111222", RIGHT).wait_seconds == 0
            assert gate.try_pin(RIGHT, RIGHT).right

    def test_after_the_minute_there_are_five_more(self, gate: PinGate, time: FakeClock) -> None:
        for _ in range(3):
            waits = [gate.try_pin("111222", RIGHT).wait_seconds for _ in range(5)]
            assert waits == [0, 0, 0, 0, 60]
            time.pass_by(60)
