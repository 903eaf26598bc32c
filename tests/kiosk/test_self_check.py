"""Whether a machine is fit for patients."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.kiosk.policy import Policy, Printing
from reader.kiosk.self_check import Machine, check_machine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PARENT = 4711
LIMITS = """\
Limit                     Soft Limit           Hard Limit           Units
Max cpu time              unlimited            unlimited            seconds
Max core file size        {soft}                    {hard}                    bytes
"""
CONF = "# PreserveJobFiles Yes\nPreserveJobHistory 10\n  preservejobfiles No\n"
SWAPS = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One where everything is as it should be."""
    for inner in ("proc/self", f"proc/{PARENT}", "sys/class/net/lo", "sys/class/net/eth0"):
        (tmp_path / inner).mkdir(parents=True)
    (tmp_path / "etc/cups").mkdir(parents=True)
    (tmp_path / "proc/swaps").write_text(SWAPS)
    (tmp_path / "proc/self/limits").write_text(LIMITS.format(soft=0, hard=0))
    (tmp_path / f"proc/{PARENT}/cmdline").write_bytes(b"/usr/bin/cage\0-d\0--\0booklet-reader\0")
    (tmp_path / "sys/class/net/lo/flags").write_text("0x9\n")
    (tmp_path / "sys/class/net/eth0/flags").write_text("0x1002\n")
    (tmp_path / "etc/cups/cupsd.conf").write_text(CONF)
    return Machine(
        {"WATCHDOG_USEC": "10000000", "NOTIFY_SOCKET": "@systemd"},
        tmp_path / "memory",
        PARENT,
        tmp_path / "proc",
        tmp_path / "sys",
        tmp_path / "etc",
    )


POLICY = Policy(printing=Printing("kiosk"))
CHECKS = ("swap", "memory", "core", "network", "screen", "watchdog", "printing")


def failing(machine: Machine, policy: Policy = POLICY) -> set[str]:
    return {finding.check for finding in check_machine(machine, policy) if not finding.good}


def test_a_machine_that_is_fit_passes_everything(machine: Machine) -> None:
    assert failing(machine) == set()
    assert tuple(finding.check for finding in check_machine(machine, POLICY)) == CHECKS


def test_printing_is_looked_at_only_where_it_is_allowed(machine: Machine) -> None:
    (machine.etc / "cups/cupsd.conf").unlink()
    assert failing(machine) == {"printing"}
    assert failing(machine, Policy()) == set()


def _swap_on(machine: Machine) -> None:
    (machine.proc / "swaps").write_text(f"{SWAPS}/dev/sda2 partition 999 0 -2\n")


def _no_swaps_file(machine: Machine) -> None:
    (machine.proc / "swaps").unlink()


def _core_soft(machine: Machine) -> None:
    (machine.proc / "self/limits").write_text(LIMITS.format(soft="unlimited", hard="unlimited"))


def _core_hard(machine: Machine) -> None:
    (machine.proc / "self/limits").write_text(LIMITS.format(soft=0, hard="unlimited"))


def _no_limits(machine: Machine) -> None:
    (machine.proc / "self/limits").unlink()


def _network_up(machine: Machine) -> None:
    (machine.sys / "class/net/eth0/flags").write_text("0x1003\n")


def _network_odd(machine: Machine) -> None:
    (machine.sys / "class/net/eth0/flags").write_text("?\n")


def _usb_network(machine: Machine) -> None:
    (machine.sys / "class/net/usb0").mkdir()
    (machine.sys / "class/net/usb0/flags").write_text("0x1043\n")


def _consoles(machine: Machine) -> None:
    (machine.proc / str(PARENT) / "cmdline").write_bytes(b"cage\0-ds\0--\0booklet-reader\0")


def _consoles_late(machine: Machine) -> None:
    (machine.proc / str(PARENT) / "cmdline").write_bytes(b"cage\0-m\0last\0-s\0booklet-reader\0")


def _a_shell(machine: Machine) -> None:
    (machine.proc / str(PARENT) / "cmdline").write_bytes(b"bash\0-c\0cage\0")


def _parent_gone(machine: Machine) -> None:
    (machine.proc / str(PARENT) / "cmdline").unlink()


def _files_kept(machine: Machine) -> None:
    (machine.etc / "cups/cupsd.conf").write_text("PreserveJobHistory No\n")


def _history_kept(machine: Machine) -> None:
    (machine.etc / "cups/cupsd.conf").write_text("PreserveJobFiles No\n")


def _history_long(machine: Machine) -> None:
    text = "PreserveJobFiles No\nPreserveJobHistory 3600\n"
    (machine.etc / "cups/cupsd.conf").write_text(text)


def _last_word_counts(machine: Machine) -> None:
    (machine.etc / "cups/cupsd.conf").write_text(f"{CONF}PreserveJobFiles Yes\n")


BREAKING = [
    *((_swap_on, "swap"), (_no_swaps_file, "swap"), (_core_soft, "core"), (_core_hard, "core")),
    *((_no_limits, "core"), (_network_up, "network"), (_network_odd, "network")),
    *(
        (_usb_network, "network"),
        (_consoles, "screen"),
        (_consoles_late, "screen"),
        (_a_shell, "screen"),
    ),
    *((_parent_gone, "screen"), (_files_kept, "printing"), (_history_kept, "printing")),
    *((_history_long, "printing"), (_last_word_counts, "printing")),
]


@pytest.mark.parametrize(
    ("break_it", "check"), BREAKING, ids=lambda each: getattr(each, "__name__", each)
)
def test_each_fault_is_found_and_no_other(
    machine: Machine, break_it: Callable[[Machine], None], check: str
) -> None:
    break_it(machine)
    assert failing(machine) == {check}


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"NOTIFY_SOCKET": "@systemd"},
        {"WATCHDOG_USEC": "10000000"},
        {"WATCHDOG_USEC": "0", "NOTIFY_SOCKET": "@systemd"},
        {"WATCHDOG_USEC": "soon", "NOTIFY_SOCKET": "@systemd"},
    ],
)
def test_a_watchdog_that_nobody_hears_is_none(machine: Machine, environ: dict[str, str]) -> None:
    found = Machine(environ, machine.memory, PARENT, machine.proc, machine.sys, machine.etc)
    assert failing(found) == {"watchdog"}


def test_no_folder_in_memory_is_a_fault(machine: Machine) -> None:
    found = Machine(machine.environ, None, PARENT, machine.proc, machine.sys, machine.etc)
    assert failing(found) == {"memory"}


def test_swap_that_is_compressed_memory_is_memory(machine: Machine) -> None:
    (machine.proc / "swaps").write_text(f"{SWAPS}/dev/zram0 partition 999 0 100\n")
    assert failing(machine) == set()


def test_a_machine_with_no_network_at_all_is_fit(machine: Machine) -> None:
    for name in ("lo", "eth0"):
        (machine.sys / f"class/net/{name}/flags").unlink()
        (machine.sys / f"class/net/{name}").rmdir()
    (machine.sys / "class/net").rmdir()
    assert failing(machine) == set()


def test_a_list_of_bonds_is_no_interface(machine: Machine) -> None:
    (machine.sys / "class/net/bonding_masters").write_text("")
    assert failing(machine) == set()


def test_an_option_of_the_program_is_not_one_of_cage(machine: Machine) -> None:
    command = b"cage\0-d\0--\0booklet-reader\0kiosk\0-s\0"
    (machine.proc / str(PARENT) / "cmdline").write_bytes(command)
    assert failing(machine) == set()


def test_what_is_wrong_is_said_in_a_sentence(machine: Machine) -> None:
    for break_it, _ in BREAKING:
        break_it(machine)
    for finding in check_machine(machine, POLICY):
        assert finding.words.endswith(".")
        assert finding.words[0].isupper() or finding.words.startswith(("/", "cage"))
