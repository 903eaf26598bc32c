"""The supervisor's desk: the policy, the self-check, the counts, and what staff may have done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from reader.kiosk.messages import (
    Begun,
    CountsTold,
    Health,
    Helped,
    PinChecked,
    PinTried,
    Printed,
    Setup,
    Show,
    StaffAsked,
    StaffTask,
    StaffTaskDone,
    SticksTold,
    ToSession,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.kiosk.counts import Counts
    from reader.kiosk.pin import PinGate
    from reader.kiosk.policy import Policy, Printing
    from reader.kiosk.policy_file import PolicyFile
    from reader.kiosk.print_jobs import QueueCleaner
    from reader.kiosk.record import Record
    from reader.kiosk.stage import Staged
    from reader.printing.service import PrintService

LOOK_SECONDS = 5.0


class Outcome(StrEnum):
    """Why the supervisor stops."""

    EXIT = "exit"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say, whether the session is over, and whether the supervisor is."""

    message: ToSession | None = None
    change: bool = False
    outcome: Outcome | None = None


NOTHING = Reply()


@dataclass(frozen=True, slots=True)
class Drawers:
    """What the office keeps: where staff's numbers go and where sticks are found."""

    counts: Counts
    record: Record
    gate: PinGate
    sticks: Callable[[], tuple[str, ...]]
    export: Callable[[str, str], None]
    """Writes a CSV text to a stick; raises ``OSError``."""

    cleaner: QueueCleaner
    print_service: Callable[[Printing], PrintService]


class Office:
    """``check`` looks at the machine as it is now; ``now`` is a clock that never goes back."""

    def __init__(
        self,
        policy_file: PolicyFile,
        check: Callable[[Policy], tuple[Health, ...]],
        drawers: Drawers,
        now: Callable[[], float],
        *,
        content: Sequence[str] = (),
    ) -> None:
        self._file = policy_file
        self._check = check
        self._drawers = drawers
        self._now = now
        self._content = tuple(content)
        self._accepted: frozenset[str] = frozenset()
        self._read = policy_file.read()
        self._health = check(self._read.policy)
        self._looked_at = now()
        self._edition = 1

    # ---- what sessions are told

    @property
    def policy(self) -> Policy:
        """What is allowed now."""
        return self._read.policy

    @property
    def edition(self) -> int:
        """Goes up whenever sessions would be told something else than before."""
        return self._edition

    def setup(self, *, out_of_order: bool) -> Setup:
        """For a session that is to be built."""
        pin = self.policy.staff_pin
        policy = replace(self.policy, staff_pin="")
        return Setup(policy, self._content, has_staff=bool(pin), out_of_order=out_of_order)

    def show(self) -> Show:
        """For a session that is to be seen."""
        failed = _failed(self._health)
        return Show(
            admits=failed <= self._accepted,
            overridden=bool(failed),
            health=self._health,
            problems=self._read.problems,
        )

    def ended(self, staged: Staged) -> None:
        """Leave nothing of a person in the queue."""
        if staged.has_begun or staged.is_staff:
            self._clean_queue()

    def clean_again(self) -> None:
        """What could not be cleaned is tried again; only while nobody can be printing."""
        if self._drawers.cleaner.is_due:
            self._clean_queue()

    def _clean_queue(self) -> None:
        printing = self.policy.printing
        if printing is not None:
            service = self._drawers.print_service(printing)
            self._drawers.cleaner.clean(service, printing.queue)

    def has_news(self) -> bool:
        """Whether the policy or the machine's health has changed; looks every few seconds."""
        if self._now() - self._looked_at < LOOK_SECONDS:
            return False
        self._looked_at = self._now()
        before = self._read, self._health
        if self._file.has_changed():
            self._read = self._file.read()
        self._health = self._check(self._read.policy)
        has_news = before != (self._read, self._health)
        self._edition += has_news
        return has_news

    # ---- what sessions ask for

    def serve(
        self, staged: Staged, message: Begun | Printed | Helped | PinTried | StaffAsked
    ) -> Reply:
        """Do what a session asks, if it may."""
        counts = self._drawers.counts
        match message:
            case Begun():
                if not staged.has_begun and self.show().admits:
                    counts.add(sessions=1)
                staged.has_begun = True
            case Printed():
                if self.policy.printing is not None:
                    counts.add(prints=1)
            case Helped():
                if self.policy.asks_feedback and not staged.has_told_help:
                    staged.has_told_help = True
                    counts.add(helpful=int(message.yes), not_helpful=int(not message.yes))
            case PinTried():
                return self._try_pin(staged, message.pin)
            case StaffAsked():
                return self._staff(message) if staged.is_staff else NOTHING
            case other:
                assert_never(other)
        return NOTHING

    def _try_pin(self, staged: Staged, pin: str) -> Reply:
        if not self.policy.staff_pin:
            return NOTHING
        answer = self._drawers.gate.try_pin(pin, self.policy.staff_pin)
        staged.is_staff = answer.right
        return Reply(PinChecked(answer.right, answer.wait_seconds))

    def _staff(self, asked: StaffAsked) -> Reply:
        match asked.task:
            case StaffTask.EXIT:
                self._drawers.record.write("Staff closed the kiosk.")
                return Reply(outcome=Outcome.EXIT)
            case StaffTask.RESTART:
                self._drawers.record.write("Staff started the kiosk again.")
                return Reply(outcome=Outcome.RESTART)
            case StaffTask.OVERRIDE:
                return self._override()
            case StaffTask.COUNTS:
                return Reply(CountsTold(self._drawers.counts.days))
            case StaffTask.STICKS:
                return Reply(SticksTold(self._drawers.sticks()))
            case StaffTask.EXPORT:
                return Reply(self._export(asked.where))

    def _override(self) -> Reply:
        """Let patients in although something is wrong; not if something else goes wrong later."""
        failed = _failed(self._health)
        named = ", ".join(sorted(failed)) or "nothing"
        if not self._drawers.record.write(f"Staff let patients in although this failed: {named}."):
            words = "This could not be written in the record, so patients are not let in."
            return Reply(StaffTaskDone(StaffTask.OVERRIDE, done=False, words=words))
        self._accepted = failed
        return Reply(change=True)

    def _export(self, place: str) -> StaffTaskDone:
        def told(words: str, *, done: bool) -> StaffTaskDone:
            return StaffTaskDone(StaffTask.EXPORT, done, words)

        if place not in self._drawers.sticks():
            return told("The stick is not there any more. Nothing was written.", done=False)
        try:
            self._drawers.export(place, self._drawers.counts.as_csv())
        except OSError as error:
            why = error.strerror or type(error).__name__
            return told(f"The stick could not be written to ({why}).", done=False)
        return told("The numbers are on the stick. You can take it out.", done=True)


def _failed(health: Sequence[Health]) -> frozenset[str]:
    return frozenset(finding.check for finding in health if not finding.good)
