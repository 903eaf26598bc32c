"""What a kiosk allows: a file that is broken anywhere allows as little as can be."""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.kiosk.pin import hash_pin
from reader.kiosk.policy import TIGHTEST, Hours, Policy, Printing
from reader.kiosk.policy_file import MOST_BYTES, SHAPE, PolicyFile, understood
from reader.ui.theme import ORDER
from tests.test_repository import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PIN = hash_pin("482913", bytes(16))
WHOLE = f"""
[booklets]
allowed = ["recurrence", "surgery", "recurrence"]
[session]
idle_seconds = 120
countdown_seconds = 45
[start]
sizes = [1.5, 2, 3.0]
themes = ["contrast-dark", "light"]
[printing]
queue = "kiosk"
pages_a_job = 6
jobs_a_session = 2
socket = "/run/own/cups.sock"
[extras]
qr = true
speech = true
feedback = true
[sheet]
line = "Ward 4, Südklinik"
[staff]
pin = "{PIN}"
[hours]
opens = "08:30"
closes = "17:00"
days = ["mon", "sat"]
"""


def read(text: str) -> tuple[Policy, tuple[str, ...]]:
    found = understood(text.encode())
    return found.policy, found.problems


def test_everything_that_can_be_said_is_understood() -> None:
    assert read(WHOLE) == (
        Policy(
            booklets=("recurrence", "surgery"),
            idle_seconds=120,
            countdown_seconds=45,
            sizes=(1.5, 2.0, 3.0),
            themes=("contrast-dark", "light"),
            printing=Printing("kiosk", 6, 2, "/run/own/cups.sock"),
            has_qr=True,
            has_speech=True,
            asks_feedback=True,
            staff_pin=PIN,
            sheet_line="Ward 4, Südklinik",
            hours=Hours(time(8, 30), time(17), ("mon", "sat")),
        ),
        (),
    )


def test_an_empty_file_is_good_and_allows_as_little_as_can_be() -> None:
    assert read("") == (TIGHTEST, ())


def test_the_tightest_kiosk_lets_nothing_out_and_asks_first() -> None:
    assert TIGHTEST.printing is None
    assert not TIGHTEST.has_qr
    assert not TIGHTEST.has_speech
    assert not TIGHTEST.asks_feedback
    assert TIGHTEST.staff_pin == ""
    assert TIGHTEST.idle_seconds == 90
    assert TIGHTEST.countdown_seconds == 30


def test_printing_without_caps_has_caps() -> None:
    policy, problems = read('[printing]\nqueue = "kiosk"')
    assert (policy.printing, problems) == (Printing("kiosk", 10, 3), ())


def test_hours_without_days_are_those_of_a_working_week() -> None:
    policy, _ = read('[hours]\nopens = "08:00"\ncloses = "18:00"')
    assert policy.hours == Hours(time(8), time(18), ("mon", "tue", "wed", "thu", "fri"))


BROKEN = [
    ("nonsense", "not good TOML"),
    ("[session", "not good TOML"),
    ("colour = 1", "“colour” is not known"),
    ("session = 90", "has to be a table"),
    ("[session]\nidle = 90", "“idle” is not known"),
    ("[session]\nidle_seconds = 59", "from 60 to 600"),
    ("[session]\nidle_seconds = 601", "from 60 to 600"),
    ("[session]\nidle_seconds = 90.0", "from 60 to 600"),
    ("[session]\nidle_seconds = true", "from 60 to 600"),
    ('[session]\nidle_seconds = "90"', "from 60 to 600"),
    ("[session]\ncountdown_seconds = 29", "from 30 to 120"),
    ("[start]\nsizes = [0.5]", "sizes from 1.0 to 4.0"),
    ("[start]\nsizes = [4.5]", "sizes from 1.0 to 4.0"),
    ("[start]\nsizes = [nan]", "sizes from 1.0 to 4.0"),
    ("[start]\nsizes = [true]", "sizes from 1.0 to 4.0"),
    ("[start]\nsizes = []", "sizes from 1.0 to 4.0"),
    ("[start]\nsizes = [1.0, 1.5, 2.0, 2.5, 3.0]", "1 to 4 sizes"),
    ('[start]\nthemes = ["system"]', "light, paper, dark"),
    ('[start]\nthemes = "light"', "light, paper, dark"),
    ("[start]\nthemes = [[]]", "light, paper, dark"),
    ("[booklets]\nallowed = []", "a list of ids"),
    ('[booklets]\nallowed = ["../secret"]', "a list of ids"),
    ("[printing]\npages_a_job = 4", "needs a queue"),
    ('[printing]\nqueue = "a b"', "the name of a queue"),
    ('[printing]\nqueue = "kiosk"\npages_a_job = 0', "from 1 to 40"),
    ('[printing]\nqueue = "kiosk"\njobs_a_session = 11', "from 1 to 10"),
    ('[printing]\nqueue = "kiosk"\nsocket = "cups.sock"', "a full path"),
    ('[extras]\nqr = "yes"', "true or false"),
    ("[extras]\nspeech = 1", "true or false"),
    ('[sheet]\nline = "two\\nlines"', "one line"),
    (f'[sheet]\nline = "{"x" * 121}"', "at most 120"),
    ('[staff]\npin = "482913"', "--set-pin"),
    ('[hours]\nopens = "8:30"\ncloses = "17:00"', "a time such as"),
    ('[hours]\nopens = "08:30"', "both opens and closes"),
    ('[hours]\nopens = "17:00"\ncloses = "08:30"', "later than opens"),
    ('[hours]\nopens = "24:00"\ncloses = "25:00"', "a time such as"),
    ('[hours]\nopens = "08:00"\ncloses = "17:00"\ndays = ["monday"]', "mon to sun"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN, ids=[text for text, _ in BROKEN])
def test_whatever_is_wrong_gives_the_tightest_kiosk_and_says_why(text: str, said: str) -> None:
    policy, problems = read(text)
    assert policy == TIGHTEST
    assert said in " ".join(problems)


def test_one_wrong_value_closes_everything_that_others_opened() -> None:
    policy, problems = read(WHOLE.replace("idle_seconds = 120", "idle_seconds = 5"))
    assert policy == Policy(staff_pin=PIN)
    assert len(problems) == 1


def test_every_problem_is_said_at_once() -> None:
    _, problems = read('[session]\nidle_seconds = 1\ncountdown_seconds = 1\n[extras]\nqr = "yes"')
    assert len(problems) == 3


def test_a_pin_in_a_broken_file_still_lets_staff_in() -> None:
    policy, problems = read(f'[staff]\npin = "{PIN}"\n[extras]\nqr = 7')
    assert problems
    assert policy == Policy(staff_pin=PIN)


def test_a_file_that_is_not_utf_8_or_too_long_is_broken() -> None:
    assert understood(b"\xff").policy == TIGHTEST
    assert understood(b"\xff").problems
    long = understood(b"#" * (MOST_BYTES + 1))
    assert long.problems
    assert understood(b"#" * MOST_BYTES).problems == ()


@given(st.text(max_size=200))
def test_no_text_at_all_makes_it_fail(text: str) -> None:
    found = understood(text.encode("utf-8", "surrogatepass"))
    assert found.problems or found.policy == TIGHTEST


KEYS = [(table, key) for table, keys in SHAPE.items() for key in keys]
ODD = st.one_of(
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.text(alphabet="ab'\" /", max_size=5).map(repr),
)


@given(st.sampled_from(KEYS), ODD)
def test_no_value_makes_it_fail(where: tuple[str, str], value: object) -> None:
    table, key = where
    written = str(value).lower() if isinstance(value, bool) else value
    policy, problems = read(f"[{table}]\n{key} = {written}")
    assert isinstance(policy, Policy)
    assert policy == TIGHTEST or not problems


def test_themes_are_those_that_the_program_has() -> None:
    policy, problems = read(f"[start]\nthemes = {list(ORDER)!r}")
    assert (policy.themes, problems) == (ORDER, ())


def test_the_example_shows_every_key_and_is_good() -> None:
    text = (REPOSITORY / "resources" / "kiosk" / "kiosk.toml").read_text(encoding="utf-8")
    policy, problems = read(text)
    assert problems == ()
    for table, keys in SHAPE.items():
        assert f"[{table}]" in text
        for key in keys:
            assert f"\n{key} = " in text or f"\n# {key} = " in text, key
    assert policy.printing is not None


class TestPolicy:
    def test_without_a_list_every_booklet_is_allowed(self) -> None:
        assert Policy().allows("anything")
        assert not Policy(booklets=("surgery",)).allows("recurrence")
        assert Policy(booklets=("surgery",)).allows("surgery")

    @pytest.mark.parametrize(
        ("when", "is_open"),
        [
            (datetime(2026, 11, 20, 8, 0, tzinfo=UTC), True),
            (datetime(2026, 11, 20, 7, 59, 59, tzinfo=UTC), False),
            (datetime(2026, 11, 20, 17, 59, 59, tzinfo=UTC), True),
            (datetime(2026, 11, 20, 18, 0, tzinfo=UTC), False),
            (datetime(2026, 11, 21, 12, 0, tzinfo=UTC), False),
        ],
    )
    def test_it_is_open_at_its_hours_on_its_days(self, when: datetime, is_open: bool) -> None:
        hours = Hours(time(8), time(18))
        assert Policy(hours=hours).is_open(when) is is_open

    def test_without_hours_it_is_always_open(self) -> None:
        assert Policy().is_open(datetime(2026, 1, 1, 3, tzinfo=UTC))

    def test_nothing_in_it_can_be_changed_from_afar(self) -> None:
        for field in fields(Policy):
            with pytest.raises(AttributeError):
                setattr(TIGHTEST, field.name, None)


class TestFile:
    def test_no_file_named_is_said(self) -> None:
        found = PolicyFile(None).read()
        assert found.policy == TIGHTEST
        assert found.problems
        assert not PolicyFile(None).has_changed()

    def test_a_missing_file_is_said_with_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "kiosk.toml"
        found = PolicyFile(path).read()
        assert found.policy == TIGHTEST
        assert str(path) in found.problems[0]

    def test_a_folder_is_no_policy(self, tmp_path: Path) -> None:
        assert PolicyFile(tmp_path).read().problems

    def test_a_change_is_noticed_once_it_is_there(self, tmp_path: Path) -> None:
        path = tmp_path / "kiosk.toml"
        file = PolicyFile(path)
        file.read()
        assert not file.has_changed()
        path.write_text("")
        assert file.has_changed()
        assert file.read().problems == ()
        assert not file.has_changed()
        os.utime(path, (1, 1))
        assert file.has_changed()
        file.read()
        path.unlink()
        assert file.has_changed()
        assert file.read().policy == TIGHTEST
