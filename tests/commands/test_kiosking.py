"""``kiosk``: the command that looks after a waiting-room screen."""

from __future__ import annotations

import getpass
import sys
import tomllib
from typing import TYPE_CHECKING, NoReturn

import pytest

from reader.commands import kiosking
from reader.commands.kiosking import CLOSED
from reader.kiosk import child
from reader.kiosk.messages import StaffTask
from reader.kiosk.office import Outcome
from reader.kiosk.pin import matches
from reader.kiosk.policy_file import understood

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.commands.running import Run

GOOD = "482913"
SCREEN = {"DISPLAY": ":97"}


@pytest.fixture(autouse=True)
def this_process_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process of the tests is neither hardened nor replaced."""
    monkeypatch.setattr(child, "shield_supervisor", lambda: None)
    monkeypatch.setattr(child, "forbid_core_files", lambda: None)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """What staff type when they are asked for a PIN, and again."""

    def type_it(first: str, second: str) -> None:
        answers = iter((first, second))
        monkeypatch.setattr(getpass, "getpass", lambda _: next(answers))

    return type_it


class TestPin:
    def test_it_says_the_lines_for_the_policy_and_not_the_pin(
        self, run: Run, typed: Callable[[str, str], None]
    ) -> None:
        typed(GOOD, GOOD)
        said = run("kiosk", "--set-pin")
        assert said.status == 0
        assert GOOD not in said.out + said.err
        assert matches(GOOD, tomllib.loads(said.out)["staff"]["pin"])
        assert understood(said.out.encode()).problems == ()

    def test_the_same_pin_is_never_kept_the_same_way(
        self, run: Run, typed: Callable[[str, str], None]
    ) -> None:
        typed(GOOD, GOOD)
        first = run("kiosk", "--set-pin").out
        typed(GOOD, GOOD)
        assert run("kiosk", "--set-pin").out != first

    @pytest.mark.parametrize(
        ("first", "second", "told"),
        [
            ("1234", "1234", "6 to 12 digits"),
            ("123456", "123456", "not in a row"),
            (GOOD, "482914", "not the same"),
        ],
    )
    def test_a_pin_that_will_not_do_makes_nothing(
        self, run: Run, typed: Callable[[str, str], None], first: str, second: str, told: str
    ) -> None:
        typed(first, second)
        said = run("kiosk", "--set-pin")
        assert (said.status, said.out) == (1, "")
        assert told in said.err


class TestSelfCheck:
    def test_each_finding_is_a_line_that_says_good_or_wrong(self, run: Run, tmp_path: Path) -> None:
        policy = tmp_path / "kiosk.toml"
        policy.write_text("")
        said = run("kiosk", "--self-check", "--policy", policy)
        assert said.status == 1, "nobody tests under cage and systemd"
        lines = said.out.splitlines()
        assert all(line.startswith(("good   ", "wrong  ")) for line in lines)
        assert len(lines) == 6

    def test_what_is_wrong_in_the_policy_is_said_first(self, run: Run, tmp_path: Path) -> None:
        policy = tmp_path / "kiosk.toml"
        policy.write_text("colour = 1")
        said = run("kiosk", "--self-check", "--policy", policy)
        assert said.out.startswith("wrong  policy: “colour” is not known")

    def test_a_policy_that_is_not_there_is_said(self, run: Run, tmp_path: Path) -> None:
        said = run("kiosk", "--self-check", "--policy", tmp_path / "gone.toml")
        assert "gone.toml” cannot be read" in said.out


class TestRunning:
    @pytest.fixture
    def ends_with(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[Outcome | None], None]:
        """The supervisor ends at once."""

        def end(outcome: Outcome | None) -> None:
            monkeypatch.setattr("reader.kiosk.running.run", lambda *_: outcome)

        return end

    def test_without_a_screen_it_says_so(self, run: Run) -> None:
        said = run("kiosk")
        assert said.status == 2
        assert "no screen" in said.err

    def test_what_qt_would_obey_is_no_screen(self, run: Run) -> None:
        assert run("kiosk", environ={"QT_QPA_PLATFORM": "offscreen"}).status == 2

    def test_without_memory_it_does_not_start(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(kiosking, "_mountinfo", lambda: "")
        said = run("kiosk", environ=SCREEN)
        assert said.status == 2
        assert "no folder in memory" in said.err

    def test_elsewhere_than_on_linux_it_says_so(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        said = run("kiosk", environ=SCREEN)
        assert said.status == 2
        assert "Linux" in said.err

    def test_a_signal_ends_it_quietly(
        self, run: Run, ends_with: Callable[[Outcome | None], None], tmp_path: Path
    ) -> None:
        ends_with(None)
        said = run("kiosk", environ=SCREEN | {"RUNTIME_DIRECTORY": str(tmp_path)})
        assert (said.status, said.out, said.err) == (0, "", "")
        assert not (tmp_path / CLOSED).exists()

    def test_staff_who_close_it_keep_it_closed(
        self, run: Run, ends_with: Callable[[Outcome | None], None], tmp_path: Path
    ) -> None:
        ends_with(Outcome.EXIT)
        assert run("kiosk", environ=SCREEN | {"RUNTIME_DIRECTORY": str(tmp_path)}).status == 0
        assert (tmp_path / CLOSED).exists()

    def test_on_a_desktop_there_is_nothing_to_keep_closed(
        self, run: Run, ends_with: Callable[[Outcome | None], None], tmp_path: Path
    ) -> None:
        ends_with(Outcome.EXIT)
        gone = str(tmp_path / "gone")
        assert run("kiosk", environ=SCREEN).status == 0
        assert run("kiosk", environ=SCREEN | {"RUNTIME_DIRECTORY": gone}).status == 0

    def test_to_start_again_the_same_command_takes_its_place(
        self,
        run: Run,
        ends_with: Callable[[Outcome | None], None],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        replaced: list[list[str]] = []

        def replace(program: str, arguments: list[str]) -> NoReturn:
            replaced.append([program, *arguments])
            raise KeyboardInterrupt

        monkeypatch.setattr(kiosking.os, "execv", replace)
        monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "reader", "kiosk"])
        ends_with(Outcome.RESTART)
        run("kiosk", environ=SCREEN)
        assert replaced == [[sys.executable, sys.executable, "-m", "reader", "kiosk"]]


def test_the_outcomes_are_what_staff_can_ask_for() -> None:
    assert {Outcome(task) for task in (StaffTask.EXIT, StaffTask.RESTART)} == set(Outcome)


def test_two_things_at_once_are_too_many(run: Run) -> None:
    assert run("kiosk", "--self-check", "--set-pin").status == 2
