"""How often the kiosk was used, and where the numbers can be taken."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from reader.kiosk.counts import MOST_DAYS, Counts, sticks
from reader.kiosk.messages import CountsTold, DayCounts, encode, to_session
from reader.kiosk.mounts import Mount, mount_of, read_mounts

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 11, 20)


class Day:
    def __init__(self) -> None:
        self.day = FIRST

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def day() -> Day:
    return Day()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "kiosk-counts.json"


@pytest.fixture
def counts(path: Path, day: Day) -> Counts:
    return Counts(path, day)


def test_nothing_is_written_before_something_happened(counts: Counts, path: Path) -> None:
    assert counts.days == ()
    assert not path.exists()


def test_numbers_are_added_by_day(counts: Counts, day: Day) -> None:
    counts.add(sessions=1)
    counts.add(sessions=1, prints=1)
    day.day += timedelta(1)
    counts.add(helpful=1)
    counts.add(not_helpful=1)
    assert counts.days == (
        DayCounts(FIRST, 2, 1, 0, 0),
        DayCounts(FIRST + timedelta(1), 0, 0, 1, 1),
    )


def test_numbers_are_there_after_the_power_was_cut(counts: Counts, path: Path, day: Day) -> None:
    counts.add(sessions=3)
    again = Counts(path, day)
    again.add(sessions=1)
    assert again.days == (DayCounts(FIRST, 4, 0, 0, 0),)


def test_only_so_many_days_are_kept_and_they_fit_into_a_message(
    counts: Counts, path: Path, day: Day
) -> None:
    many = [
        {**json.loads(_day(FIRST + timedelta(n))), "sessions": 10**6} for n in range(MOST_DAYS + 20)
    ]
    path.parent.mkdir()
    path.write_text(json.dumps(many))
    kept = Counts(path, day).days
    assert len(kept) == MOST_DAYS
    assert kept[0].day == FIRST + timedelta(20)
    assert to_session(encode(CountsTold(kept))) == CountsTold(kept)


def _day(day: date) -> str:
    return json.dumps(
        {"day": day.isoformat(), "sessions": 1, "prints": 0, "helpful": 0, "not_helpful": 0}
    )


def test_a_clock_that_was_wrong_leaves_the_days_in_order(counts: Counts, day: Day) -> None:
    day.day = date(2031, 1, 1)
    counts.add(sessions=1)
    day.day = FIRST
    counts.add(sessions=1)
    assert [each.day for each in counts.days] == [FIRST, date(2031, 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "null", "[1]", '[{"day": "tomorrow"}]', "[" * 100_000),
        '[{"day": "2026-11-20", "sessions": "many", "prints": 0, "helpful": 0, "not_helpful": 0}]',
    ],
    ids=lambda text: text[:12],
)
def test_a_damaged_file_is_put_aside_and_told(
    path: Path, day: Day, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_text(text)
    counts = Counts(path, day)
    assert counts.days == ()
    assert path.with_name("kiosk-counts.damaged.json").read_text() == text
    assert "damaged" in caplog.text
    counts.add(sessions=1)
    assert Counts(path, day).days == counts.days


def test_a_disk_that_cannot_be_written_disturbs_nobody_and_is_told_once(
    path: Path, day: Day, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.write_text("a file where a folder should be")
    counts = Counts(path, day)
    counts.add(sessions=1)
    counts.add(sessions=1)
    assert counts.days == (DayCounts(FIRST, 2, 0, 0, 0),)
    assert caplog.text.count("cannot be saved") == 1


def test_the_table_is_one_for_a_spreadsheet(counts: Counts) -> None:
    counts.add(sessions=4, prints=3, helpful=2, not_helpful=1)
    assert counts.as_csv() == ("day,sessions,prints,helpful,not helpful\r\n2026-11-20,4,3,2,1\r\n")


MOUNTINFO = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
24 22 0:20 / /dev/shm rw,nosuid,nodev - tmpfs tmpfs rw
40 22 8:17 / /media/staff/BLUE\040STICK rw,nosuid - vfat /dev/sdb1 rw,utf8
41 22 8:33 / /media/staff/readonly ro,nosuid - vfat /dev/sdc1 rw
42 22 8:49 / /run/media/staff/locked rw,nosuid - ext4 /dev/sdd1 ro
43 22 0:44 / /media/share rw - cifs //server/share rw
44 22 8:65 / /mnt/second rw - exfat /dev/sde1 rw
45 22 8:81 / /mediaother rw - vfat /dev/sdf1 rw
nonsense
46 22 8:81 / /media/short rw
"""


def test_sticks_are_those_that_can_be_written_to() -> None:
    assert sticks(MOUNTINFO) == ("/media/staff/BLUE STICK", "/mnt/second")


def test_no_stick_is_no_stick() -> None:
    assert sticks("") == ()


def test_mounts_are_read_with_their_kind() -> None:
    mounts = read_mounts(MOUNTINFO)
    assert mounts[0] == Mount("/", "ext4", "/dev/sda2", writable=True)
    assert len(mounts) == 8


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/dev/shm", "tmpfs"), ("/dev/shm/deep/er", "tmpfs"), ("/dev/shmx", "ext4"), ("/", "ext4")],
)
def test_a_folder_is_on_the_deepest_mount_over_it(tmp_path: Path, folder: str, kind: str) -> None:
    found = mount_of(type(tmp_path)(folder), read_mounts(MOUNTINFO))
    assert found is not None
    assert found.kind == kind


def test_of_two_mounts_at_one_place_the_later_one_counts(tmp_path: Path) -> None:
    over = MOUNTINFO + "50 24 8:99 / /dev/shm rw - ext4 /dev/sdz rw\n"
    found = mount_of(type(tmp_path)("/dev/shm/x"), read_mounts(over))
    assert found is not None
    assert found.kind == "ext4"


def test_nothing_mounted_is_nothing(tmp_path: Path) -> None:
    assert mount_of(tmp_path, ()) is None
