"""Which backups there are, and which have had their time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.notebook.backup_files import (
    DAILY,
    LATEST,
    WEEKLY,
    BackupFile,
    backup_folder,
    listed,
    next_file,
    outlived,
)
from tests.notebook.making import START

if TYPE_CHECKING:
    from pathlib import Path


def made(tmp_path: Path, *moments: datetime, damaged: tuple[int, ...] = ()) -> list[BackupFile]:
    """Empty backups made at ``moments``, the newest first."""
    for number, moment in enumerate(moments, 1):
        next_file(tmp_path, moment, has_damage=number in damaged).path.touch()
    return list(listed(tmp_path))


def numbers(files: tuple[BackupFile, ...] | list[BackupFile]) -> list[int]:
    return [file.number for file in files]


def test_they_are_beside_the_notebook(tmp_path: Path) -> None:
    assert backup_folder(tmp_path / "notebook.sqlite") == tmp_path / "backups"


def test_a_name_says_which_and_when_and_whether_it_is_damaged(tmp_path: Path) -> None:
    first = next_file(tmp_path, START, has_damage=False)
    assert first == BackupFile(1, START, tmp_path / "notebook-000001-20261120T093000Z.sqlite")
    first.path.touch()
    second = next_file(tmp_path, START, has_damage=True)
    assert second.path.name == "notebook-000002-20261120T093000Z-damaged.sqlite"
    second.path.touch()
    assert listed(tmp_path) == (second, first)


@pytest.mark.parametrize("year", [1, 970, 1970, 2100, 9999])
def test_any_year_can_be_read_back(tmp_path: Path, year: int) -> None:
    moment = datetime(year, 7, 1, 12, 30, 1, 999, tzinfo=UTC)
    (file,) = made(tmp_path, moment)
    assert file.made == moment.replace(microsecond=0)


def test_the_clock_of_another_zone_is_put_right(tmp_path: Path) -> None:
    from datetime import timezone

    moment = START.astimezone(timezone(timedelta(hours=-9)))
    assert made(tmp_path, moment)[0].made == START


def test_the_number_says_which_is_newer_and_not_the_clock(tmp_path: Path) -> None:
    moments = (START, datetime(2100, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC))
    assert numbers(made(tmp_path, *moments)) == [3, 2, 1]


def test_more_than_a_million_backups_are_in_order(tmp_path: Path) -> None:
    (tmp_path / "notebook-999999-20261120T093000Z.sqlite").touch()
    made(tmp_path, START)
    assert numbers(listed(tmp_path)) == [1_000_000, 999_999]


@pytest.mark.parametrize(
    "name",
    [
        "notes.sqlite",
        "notebook-000001-20261120T093000Z.sqlite.bak",
        "notebook-000001-20261120T093000Z.sqlite-wal",
        "notebook-1-20261120T093000Z.sqlite",
        "notebook-000001-20261320T093000Z.sqlite",
        "notebook-٠٠٠٠٠١-20261120T093000Z.sqlite",
        ".backup-x.new",
        "holiday.jpg",
    ],
)
def test_what_is_not_ours_is_not_listed(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert listed(tmp_path) == ()


def test_neither_folders_nor_links_are_backups(tmp_path: Path) -> None:
    (tmp_path / "notebook-000001-20261120T093000Z.sqlite").mkdir()
    (tmp_path / "target").touch()
    (tmp_path / "notebook-000002-20261120T093000Z.sqlite").symlink_to(tmp_path / "target")
    assert listed(tmp_path) == ()
    (tmp_path / "link").symlink_to(tmp_path)
    made(tmp_path, START)
    assert listed(tmp_path / "link") == ()


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert listed(tmp_path / "none") == ()


# --- rotation


def test_few_are_all_kept(tmp_path: Path) -> None:
    assert outlived(made(tmp_path, *[START] * LATEST)) == ()


def test_of_one_day_the_latest_are_kept(tmp_path: Path) -> None:
    half_hours = [START + timedelta(minutes=30 * n) for n in range(20)]
    assert numbers(outlived(made(tmp_path, *half_hours))) == list(range(15, 0, -1))


def test_of_a_year_of_daily_use_some_of_each_are_kept(tmp_path: Path) -> None:
    """Made one after the other and dropped as they would be."""
    for day in range(365):
        next_file(tmp_path, START + timedelta(days=day), has_damage=False).path.touch()
        for old in outlived(listed(tmp_path)):
            old.path.unlink()
    last = START + timedelta(days=364)
    ages = [(last - file.made).days for file in listed(tmp_path)]
    assert ages[:7] == list(range(DAILY))
    assert len(ages) <= LATEST + DAILY + WEEKLY
    assert max(ages) >= 7 * (WEEKLY - 2)


def test_many_a_day_for_weeks(tmp_path: Path) -> None:
    for step in range(24 * 40):
        next_file(tmp_path, START + timedelta(hours=step), has_damage=False).path.touch()
        for old in outlived(listed(tmp_path)):
            old.path.unlink()
    files = listed(tmp_path)
    assert len({file.made.date() for file in files}) >= DAILY
    assert len({file.made.isocalendar()[:2] for file in files}) >= WEEKLY
    assert len(files) <= LATEST + DAILY + WEEKLY


def test_the_newest_without_damage_is_never_dropped(tmp_path: Path) -> None:
    minutes = [START + timedelta(minutes=n) for n in range(40)]
    files = made(tmp_path, *minutes, damaged=tuple(range(4, 41)))
    assert 3 not in numbers(outlived(files))
    assert {1, 2} <= set(numbers(outlived(files)))


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.datetimes(timezones=st.just(UTC)), st.booleans()), min_size=1, max_size=40
    )
)
def test_whatever_the_clock_said_the_newest_and_the_newest_good_stay(
    history: list[tuple[datetime, bool]],
) -> None:
    from pathlib import Path

    files = [
        BackupFile(number, when, Path(str(number)), has_damage)
        for number, (when, has_damage) in enumerate(history, 1)
    ][::-1]
    dropped = outlived(files)
    assert not set(dropped) & set(files[:LATEST])
    good = next((file for file in files if not file.has_damage), None)
    assert good not in dropped
    assert len(files) - len(dropped) <= LATEST + DAILY + WEEKLY + 1
