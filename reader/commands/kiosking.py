"""``kiosk``: look after a waiting-room screen, check its machine, or make a staff PIN."""

from __future__ import annotations

import getpass
import logging
import os
import secrets
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.commands.context import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.commands.context import Context
    from reader.kiosk.folders import SessionFolders
    from reader.kiosk.messages import Health
    from reader.kiosk.office import Office, Outcome
    from reader.kiosk.policy import Policy, Printing
    from reader.kiosk.screen import Screen
    from reader.printing.service import PrintService

USUAL_POLICY = Path("/etc/booklet-reader/kiosk.toml")
CLOSED = "closed-by-staff"
"""In the folder that systemd made for us: while it is there, the kiosk is not started again."""

SALT_BYTES = 16
NO_SCREEN = "There is no screen to show the kiosk on. Start it under cage; docs/kiosk.md says how."
NO_MEMORY = "There is no folder in memory for what people write, so the kiosk does not start."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KioskJob:
    """What was asked for; without a policy the usual place is looked at."""

    policy: Path | None = None
    self_check: bool = False
    set_pin: bool = False


def keep_kiosk(context: Context, job: KioskJob, environ: Mapping[str, str]) -> Status:
    """Do what ``job`` says; raises ``UsageError``."""
    if not sys.platform.startswith("linux"):
        message = "The kiosk works on Linux only."
        raise UsageError(message)
    if job.set_pin:
        return set_pin(context, getpass.getpass, secrets.token_bytes(SALT_BYTES))
    policy = job.policy or USUAL_POLICY
    if job.self_check:
        return self_check(context, policy.absolute(), environ)
    return run_kiosk(context, policy.absolute(), environ)


def set_pin(context: Context, ask: Callable[[str], str], salt: bytes) -> Status:
    """Ask for a PIN twice and say the line that belongs into the policy."""
    from reader.kiosk.pin import LONGEST, SHORTEST, hash_pin, is_pin

    pin = ask(f"A PIN of {SHORTEST} to {LONGEST} digits: ")
    if not is_pin(pin):
        context.console.tell(
            f"A PIN has {SHORTEST} to {LONGEST} digits, not all the same and not in a row."
        )
        return Status.NO
    if ask("The same PIN again: ") != pin:
        context.console.tell("The two were not the same. Nothing was made.")
        return Status.NO
    context.console.tell("Put this into your policy:")
    context.console.say(f'[staff]\npin = "{hash_pin(pin, salt)}"')
    return Status.DONE


def self_check(context: Context, policy: Path, environ: Mapping[str, str]) -> Status:
    """Say how fit the machine is for patients, and what is wrong with the policy."""
    from reader.kiosk.child import forbid_core_files
    from reader.kiosk.policy_file import PolicyFile

    forbid_core_files()
    read = PolicyFile(policy).read()
    findings = _checking(environ)(read.policy)
    for problem in read.problems:
        context.console.say(f"wrong  policy: {problem}")
    for finding in findings:
        context.console.say(f"{'good ' if finding.good else 'wrong'}  {finding.words}")
    is_good = not read.problems and all(finding.good for finding in findings)
    return Status.DONE if is_good else Status.NO


def run_kiosk(context: Context, policy: Path, environ: Mapping[str, str]) -> Status:
    """Look after the screen until staff or a signal end it."""
    from reader.kiosk.child import shield_supervisor
    from reader.kiosk.folders import SessionFolders
    from reader.kiosk.office import Outcome
    from reader.kiosk.screen import find_screen

    screen = find_screen(environ)
    if screen is None:
        context.console.tell(NO_SCREEN)
        return Status.WRONG
    base = _memory(environ)
    if base is None:
        context.console.tell(NO_MEMORY)
        return Status.WRONG
    shield_supervisor()
    folders = SessionFolders(base)
    try:
        outcome = _supervise(context, policy, environ, screen, folders)
    finally:
        folders.close()
    if outcome is Outcome.RESTART:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    if outcome is Outcome.EXIT:
        _stay_closed(environ)
    return Status.DONE


def _supervise(
    context: Context,
    policy: Path,
    environ: Mapping[str, str],
    screen: Screen,
    folders: SessionFolders,
) -> Outcome | None:
    from reader.kiosk.notifying import Notifier
    from reader.kiosk.processes import Starter
    from reader.kiosk.running import run
    from reader.kiosk.screen import find_voice
    from reader.kiosk.supervisor import Supervisor
    from reader.kiosk.turns import Turns

    office = _office(context, policy, environ)
    voice = find_voice(environ) if office.policy.has_speech else ""
    starter = Starter(screen, folders, voice=voice)
    turns = Turns(starter, office, time.monotonic)
    with closing(Notifier(environ)) as notifier:
        return run(Supervisor(turns, office, notifier, time.monotonic), starter)


def _office(context: Context, policy: Path, environ: Mapping[str, str]) -> Office:
    from reader.kiosk.counts import Counts
    from reader.kiosk.office import Drawers, Office
    from reader.kiosk.pin import PinGate
    from reader.kiosk.policy_file import PolicyFile
    from reader.kiosk.print_jobs import QueueCleaner
    from reader.kiosk.record import Record

    data = context.paths.data
    drawers = Drawers(
        counts=Counts(data / "kiosk-counts.json", lambda: context.now().date()),
        record=Record(data / "kiosk-record.txt", context.now),
        gate=PinGate(time.monotonic),
        sticks=_sticks,
        export=partial(_export, context),
        cleaner=QueueCleaner(time.monotonic),
        print_service=_print_service,
    )
    return Office(
        PolicyFile(policy),
        _checking(environ),
        drawers,
        time.monotonic,
        content=[str(folder.absolute()) for folder in context.content],
    )


def _checking(environ: Mapping[str, str]) -> Callable[[Policy], tuple[Health, ...]]:
    from reader.kiosk.self_check import Machine, check_machine

    machine = Machine(environ, _memory(environ), os.getppid())
    return partial(check_machine, machine)


def _memory(environ: Mapping[str, str]) -> Path | None:
    from reader.kiosk.folders import memory_folder

    return memory_folder(environ, _mountinfo())


def _mountinfo() -> str:
    return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")


def _sticks() -> tuple[str, ...]:
    from reader.kiosk.counts import sticks

    return sticks(_mountinfo())


def _export(context: Context, place: str, table: str) -> None:
    from reader.files import write_atomically

    name = f"kiosk-counts-{context.now().date().isoformat()}.csv"
    write_atomically(Path(place, name), table.encode("utf-8"))


def _print_service(printing: Printing) -> PrintService:
    from reader.kiosk.print_jobs import TIMEOUT_SECONDS
    from reader.printing.finding import account_name
    from reader.printing.service import PrintService

    return PrintService(Path(printing.socket), account_name(), timeout=TIMEOUT_SECONDS)


def _stay_closed(environ: Mapping[str, str]) -> None:
    """Keep systemd from starting the kiosk again until the machine is, or staff want it."""
    folder = environ.get("RUNTIME_DIRECTORY", "")
    try:
        if folder:
            Path(folder, CLOSED).touch()
    except OSError as error:
        _log.warning("The kiosk cannot stay closed (%s).", error.strerror)
