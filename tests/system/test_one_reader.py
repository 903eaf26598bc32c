"""One reader at a time, as processes on a real screen: started twice, killed, stopped."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.system.running import environment, running
from tests.system.screen import x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.system.screen import Screen

pytestmark = pytest.mark.system

SHELF = "Booklets – Booklet Reader"
READING = "When ovarian cancer comes back"
ANY = "Booklet Reader"


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with x_server(tmp_path_factory.mktemp("pixels")) as made:
        yield made


@pytest.fixture
def env(tmp_path: Path, screen: Screen) -> Iterator[dict[str, str]]:
    with TemporaryDirectory() as run:  # no longer than a socket's address may be
        yield environment(tmp_path, DISPLAY=screen.display, XDG_RUNTIME_DIR=run)


def holds_lock(data: Path) -> bool:
    return (data / "notebook.sqlite-lock").exists()


def test_the_second_start_hands_over_and_shows_the_first(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with (
        running("--data", data, env=env) as first,
        running("--data", tmp_path / "other", "surgery", env=env) as over,
    ):
        first.wait_until(lambda: screen.windows(SHELF))
        over.wait_until(lambda: len(screen.windows(ANY)) == 2)
        (window,) = screen.windows(SHELF)
        (other,) = [one for one in screen.windows(ANY) if one != window]
        screen.put_on_top(other)
        first.wait_until(lambda: screen.windows(ANY)[-1] == other)
        with running("--data", data, "recurrence#how", env=env) as second:
            assert second.status() == 0
            assert second.said() == ""
        first.wait_until(lambda: screen.windows(READING) == [window])
        first.wait_until(lambda: screen.windows(ANY)[-1] == window)
        assert first.process.poll() is None
        assert holds_lock(data)
        first.wait_for_endings()
        first.terminate()
        assert first.status() == 0
        assert first.said() == ""
    assert not holds_lock(data)


def test_many_starts_at_once_open_one_window(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with (
        running("--data", data, env=env) as one,
        running("--data", data, env=env) as two,
        running("--data", data, env=env) as three,
    ):
        programs = [one, two, three]
        deadline = time.monotonic() + 30
        while len([each for each in programs if each.process.poll() is None]) > 1:
            assert time.monotonic() < deadline, "more than one stays open"
            time.sleep(0.05)
        (alive,) = [each for each in programs if each.process.poll() is None]
        alive.wait_until(lambda: len(screen.windows(ANY)) == 1)
        assert [each.status() for each in programs if each is not alive] == [0, 0]
        assert [each.said() for each in programs] == ["", "", ""]


def test_after_a_kill_the_next_start_works_at_once(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with running("--data", data, env=env) as first:
        first.wait_until(lambda: screen.windows(SHELF))
        first.process.kill()
        first.process.wait()
    assert list(Path(env["XDG_RUNTIME_DIR"]).iterdir()), "nothing was left behind to be got over"
    with running("--data", data, env=env) as again:
        again.wait_until(lambda: screen.windows(SHELF))
        with running("--data", data, "recurrence#why", env=env) as third:
            assert third.status() == 0
        again.wait_until(lambda: screen.windows(READING))
        again.wait_for_endings()
        again.terminate()
        assert again.status() == 0
    with closing(sqlite3.connect(data / "notebook.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_one_that_hangs_is_told_of_and_not_waited_for_for_ever(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with running("--data", data, env=env) as first:
        first.wait_until(lambda: screen.windows(SHELF))
        first.wait_for_endings()
        first.process.send_signal(signal.SIGSTOP)
        try:
            before = time.monotonic()
            with running("--data", data, env=env) as second:
                assert second.status() == 2
                told = second.said().splitlines()
            assert time.monotonic() - before < 20
            assert len(told) == 1
            assert told[0].startswith("Booklet Reader is open already, but does not answer.")
        finally:
            os.kill(first.process.pid, signal.SIGCONT)
        first.wait_until(lambda: screen.windows(SHELF))
        first.terminate()
        assert first.status() == 0


def test_another_folder_is_another_reader(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    with (
        running("--data", tmp_path / "mine", env=env) as mine,
        running("--data", tmp_path / "yours", env=env) as yours,
    ):
        mine.wait_until(lambda: len(screen.windows(SHELF)) == 2)
        assert yours.process.poll() is None
        assert holds_lock(tmp_path / "mine")
        assert holds_lock(tmp_path / "yours")


def test_while_the_recovery_screen_is_up_a_second_start_shows_that(
    screen: Screen, env: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    (data / "backups").mkdir(parents=True)
    (data / "notebook.sqlite").write_bytes(b"damaged, and long enough to be looked at" * 100)
    title = "Your notebook cannot be read – Booklet Reader"
    with running("--data", data, env=env) as first:
        first.wait_until(lambda: screen.windows(title))
        with running("--data", data, env=env) as second:
            assert second.status() == 0
        assert len(screen.windows(ANY)) == 1
        (window,) = screen.windows(title)
        screen.ask_to_close(window)
        assert first.status() == 0
    assert (data / "notebook.sqlite").read_bytes().startswith(b"damaged")
