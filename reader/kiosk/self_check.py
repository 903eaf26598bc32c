"""Whether the machine is fit for patients: each check looks at one thing and says it in words.

Nothing is looked for outside the folders and values that are handed in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.kiosk.messages import Health

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.kiosk.policy import Policy

_UP = 0x1
"""``IFF_UP`` in <net/if.h>."""

LONGEST_HISTORY_SECONDS = 60
_CORE_LIMIT = re.compile(r"^Max core file size\s+(\S+)\s+(\S+)", re.MULTILINE)
_COMPOSITOR = "cage"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where to look: ``/proc``, ``/sys`` and ``/etc`` or what stands for them.

    ``memory`` is where sessions have their folders, ``None`` if no place in memory was found;
    ``parent`` is the process that started this program.
    """

    environ: Mapping[str, str]
    memory: Path | None
    parent: int
    proc: Path = Path("/proc")
    sys: Path = Path("/sys")
    etc: Path = Path("/etc")


def check_machine(machine: Machine, policy: Policy) -> tuple[Health, ...]:
    """All findings, the good ones too, in the order in which staff read them."""
    findings = (
        _swap(machine),
        _memory(machine),
        _core(machine),
        _network(machine),
        _screen(machine),
        _watchdog(machine),
    )
    return findings if policy.printing is None else (*findings, _printing(machine))


def _swap(machine: Machine) -> Health:
    text = _text(machine.proc / "swaps")
    if text is None:
        return _bad("swap", "It cannot be seen whether memory is swapped to a disk.")
    devices = [line.split()[0] for line in text.splitlines()[1:] if line.split()]
    on_disk = [device for device in devices if not device.startswith("/dev/zram")]
    if on_disk:
        return _bad(
            "swap", f"Memory is swapped to {', '.join(on_disk)}. Switch swap off: swapoff -a."
        )
    return _good("swap", "Memory is not swapped to a disk.")


def _memory(machine: Machine) -> Health:
    if machine.memory is None:
        return _bad("memory", "No folder in memory was found, so sessions would write to a disk.")
    return _good("memory", f"Sessions keep their files in memory, in {machine.memory}.")


def _core(machine: Machine) -> Health:
    found = _CORE_LIMIT.search(_text(machine.proc / "self" / "limits") or "")
    if found is None or found.groups() != ("0", "0"):
        return _bad("core", "A crash could leave a core file. Set LimitCORE=0.")
    return _good("core", "A crash leaves no core file.")


def _network(machine: Machine) -> Health:
    try:
        interfaces = sorted((machine.sys / "class" / "net").iterdir())
    except FileNotFoundError:
        interfaces = []
    except OSError:
        return _bad("network", "It cannot be seen whether a network is connected.")
    up = [each.name for each in interfaces if each.name != "lo" and _is_up(each)]
    if up:
        return _bad("network", f"A network is switched on ({', '.join(up)}). Switch it off.")
    return _good("network", "No network is switched on.")


def _is_up(interface: Path) -> bool:
    """One that cannot be read is taken to be up; a file that lists bonds is no interface."""
    if not interface.is_dir():
        return False
    try:
        return bool(int(_text(interface / "flags") or "", 16) & _UP)
    except ValueError:
        return True


def _screen(machine: Machine) -> Health:
    try:
        command = (machine.proc / str(machine.parent) / "cmdline").read_bytes()
    except OSError:
        command = b""
    name, *options = command.decode(errors="replace").rstrip("\0").split("\0")
    if Path(name).name != _COMPOSITOR:
        return _bad("screen", "The program does not run under cage, so there are ways out of it.")
    if any("s" in option for option in _options(options)):
        return _bad("screen", "cage lets people switch consoles. Start it without -s.")
    return _good("screen", "It runs under cage, with no way to another console.")


def _options(arguments: Sequence[str]) -> Iterator[str]:
    """The options of cage itself, up to the program that it starts; ``-m`` has a word after it."""
    is_value = False
    for argument in arguments:
        if is_value:
            is_value = False
        elif argument == "--" or not argument.startswith("-"):
            return
        else:
            yield argument
            is_value = argument.endswith("m")


def _watchdog(machine: Machine) -> Health:
    microseconds = machine.environ.get("WATCHDOG_USEC", "")
    is_on = microseconds.isdecimal() and int(microseconds) > 0
    if not is_on or not machine.environ.get("NOTIFY_SOCKET"):
        return _bad("watchdog", "Nothing starts it again if it hangs. Set WatchdogSec=.")
    return _good(
        "watchdog", f"If it hangs it is started again after {int(microseconds) // 10**6} s."
    )


def _printing(machine: Machine) -> Health:
    path = machine.etc / "cups" / "cupsd.conf"
    text = _text(path)
    if text is None:
        return _bad("printing", f"{path} cannot be read, so it is not known what CUPS keeps.")
    history = _directive(text, "PreserveJobHistory")
    files = _directive(text, "PreserveJobFiles")
    if files not in ("no", "off", "false", "0"):
        return _bad("printing", "CUPS keeps what was printed. Set PreserveJobFiles No.")
    is_short = history.isdecimal() and int(history) <= LONGEST_HISTORY_SECONDS
    if not is_short and history not in ("no", "off", "false"):
        return _bad("printing", "CUPS keeps a list of what was printed. Set PreserveJobHistory 10.")
    return _good("printing", "CUPS keeps nothing of what was printed.")


def _directive(text: str, name: str) -> str:
    """The last value of a directive of cupsd.conf in small letters, ``""`` if it is not there."""
    found = re.findall(rf"^\s*{name}\s+(\S+)", text, re.MULTILINE | re.IGNORECASE)
    return str(found[-1]).lower() if found else ""


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _good(check: str, words: str) -> Health:
    return Health(check, good=True, words=words)


def _bad(check: str, words: str) -> Health:
    return Health(check, good=False, words=words)
