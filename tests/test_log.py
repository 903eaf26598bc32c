"""The log: small, private, and never in the way."""

from __future__ import annotations

import logging
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from reader.log import MOST_BYTES, log_to

if TYPE_CHECKING:
    from pathlib import Path

LOGGER = logging.getLogger("reader.somewhere")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "booklet-reader.log"


def test_nothing_is_made_before_there_is_something_to_write(path: Path) -> None:
    with log_to(path):
        LOGGER.info("too small to keep")

    assert not path.parent.exists()


def test_a_warning_is_kept_with_its_time_and_place(path: Path) -> None:
    with log_to(path):
        LOGGER.warning("what “happened”")

    line = path.read_text(encoding="utf-8")
    assert line.endswith(" WARNING reader.somewhere: what “happened”\n")
    assert line[:2] == "20"


def test_lines_are_added(path: Path) -> None:
    for number in (1, 2):
        with log_to(path):
            LOGGER.warning("%s", number)

    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_an_error_is_kept_with_where_it_came_from(path: Path) -> None:
    with log_to(path):
        try:
            raise ZeroDivisionError
        except ZeroDivisionError:
            LOGGER.exception("it failed")

    assert "test_log.py" in path.read_text(encoding="utf-8")


def test_what_an_error_quotes_is_not_kept(path: Path) -> None:
    """It may be what the reader wrote."""

    def stumble(over: str) -> None:
        try:
            int(over)
        except ValueError as error:
            raise FileNotFoundError(2, "No such file or directory", over) from error

    with log_to(path):
        for act in (lambda: stumble("a lump"), lambda: {}["a lump"]):
            try:
                act()
            except (OSError, KeyError):
                LOGGER.exception("it failed")

    kept = path.read_text(encoding="utf-8")
    assert "a lump" not in kept.replace('stumble("a lump")', "").replace('{}["a lump"]', "")
    assert [line for line in kept.splitlines() if not line.startswith(" ")][1:4] == [
        "ValueError",
        "which led to",
        "FileNotFoundError: No such file or directory",
    ]
    assert kept.endswith("\nKeyError\n")


def test_after_it_nothing_is_written(path: Path) -> None:
    with log_to(path):
        pass
    LOGGER.warning("later")

    assert not path.exists()


def test_a_full_log_is_begun_anew_and_the_old_one_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("x" * (MOST_BYTES + 1), encoding="utf-8")

    with log_to(path):
        LOGGER.warning("new")

    assert path.stat().st_size < 200
    assert (path.parent / "booklet-reader.log.old").stat().st_size == MOST_BYTES + 1


def test_a_log_that_cannot_be_written_is_no_error(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.write_text("in the way")

    with log_to(path):
        LOGGER.warning("lost")

    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_its_folder_is_for_the_owner_alone(path: Path) -> None:
    with log_to(path):
        LOGGER.warning("private")

    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_character_that_is_none_is_no_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # pytest keeps what is logged, and its workers cannot send such a character to each other.
    monkeypatch.setattr(logging.getLogger("reader"), "propagate", False)
    with log_to(path):
        LOGGER.warning("\udcff")

    assert "\\udcff" in path.read_text(encoding="utf-8")
