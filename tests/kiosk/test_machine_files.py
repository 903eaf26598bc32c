"""The files for whoever sets up a kiosk say what the program and its self-check ask for."""

from __future__ import annotations

import configparser
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.commands.arguments import command_parser, common_parser
from reader.commands.kiosking import CLOSED, USUAL_POLICY
from reader.kiosk.folders import SHARED_MEMORY
from reader.kiosk.policy import Policy, Printing
from reader.kiosk.self_check import Machine, check_machine

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "kiosk"
DOCUMENT = (ROOT / "docs" / "kiosk.md").read_text(encoding="utf-8")


@pytest.fixture
def unit() -> Mapping[str, Mapping[str, str]]:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(FOLDER / "booklet-kiosk.service", encoding="utf-8")
    return parser


def test_systemd_starts_it_for_ever_and_watches_it(unit: Mapping[str, Mapping[str, str]]) -> None:
    service = unit["Service"]
    assert service["Type"] == "notify"
    assert service["NotifyAccess"] == "all"
    assert service["Restart"] == "always"
    assert int(service["WatchdogSec"]) > 0
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert service["User"] == "kiosk"
    assert service["LimitCORE"] == "0"


def test_what_staff_close_stays_closed(unit: Mapping[str, Mapping[str, str]]) -> None:
    folder = f"/run/{unit['Service']['RuntimeDirectory']}"
    assert unit["Unit"]["ConditionPathExists"] == f"!{folder}/{CLOSED}"
    assert unit["Service"]["RuntimeDirectoryPreserve"] == "yes"


def test_the_command_that_systemd_starts_is_understood(
    unit: Mapping[str, Mapping[str, str]],
) -> None:
    cage, _, program = unit["Service"]["ExecStart"].partition(" -- ")
    assert "s" not in cage.removeprefix("/usr/bin/cage")
    _, rest = common_parser().parse_known_args(program.split()[1:])
    asked = command_parser().parse_args(rest)
    assert asked.command == "kiosk"
    assert asked.policy == USUAL_POLICY


def test_the_self_check_is_content_with_these_files(
    unit: Mapping[str, Mapping[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "cups").mkdir()
    conf = (FOLDER / "cupsd-kiosk.conf").read_text(encoding="utf-8")
    (tmp_path / "cups" / "cupsd.conf").write_text(conf)
    (tmp_path / "9").mkdir()
    command = unit["Service"]["ExecStart"].replace(" ", "\0")
    (tmp_path / "9" / "cmdline").write_text(f"{command}\0")
    watched = {
        "WATCHDOG_USEC": f"{unit['Service']['WatchdogSec']}000000",
        "NOTIFY_SOCKET": "/run/systemd/notify",
    }
    machine = Machine(watched, SHARED_MEMORY, 9, tmp_path, tmp_path, tmp_path)
    findings = check_machine(machine, Policy(printing=Printing("kiosk")))
    good = {finding.check for finding in findings if finding.good}
    assert {"screen", "watchdog", "printing", "memory"} <= good


def test_the_document_names_files_that_are_there() -> None:
    named = set(re.findall(r"resources/kiosk/([\w.-]+)", DOCUMENT))
    assert named == {path.name for path in FOLDER.iterdir()}


def test_the_document_tells_of_every_finding() -> None:
    machine = Machine({}, None, 1, Path("/nowhere"), Path("/nowhere"), Path("/nowhere"))
    for finding in check_machine(machine, Policy(printing=Printing("kiosk"))):
        assert f"\n| {finding.check} |" in DOCUMENT


def test_the_document_says_honestly_what_was_not_tried() -> None:
    assert "**Windows**: not tried" in DOCUMENT
    assert "Not tried: the service file" in DOCUMENT
