"""Sessions that are no processes: they say what a test lets them say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from reader.kiosk.counts import Counts
from reader.kiosk.link import LinkLostError
from reader.kiosk.messages import Painted, Ping, Pong, Ready, Setup, Show, encode
from reader.kiosk.office import Drawers, Office
from reader.kiosk.pin import PinGate
from reader.kiosk.policy_file import PolicyFile, PolicyRead
from reader.kiosk.print_jobs import QueueCleaner
from reader.kiosk.record import Record
from reader.kiosk.supervisor import Supervisor
from reader.kiosk.turns import Turns
from reader.override import override
from reader.printing.errors import NoServiceError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.kiosk.messages import Health, ToSession, ToSupervisor
    from reader.kiosk.policy import Policy
    from reader.printing.model import Job
    from tests.kiosk.clocks import FakeClock

Kind = TypeVar("Kind")


class FakeProcess:
    """A session; ``log`` is shared by all, so that the order of things can be seen."""

    def __init__(self, pid: int, log: list[str]) -> None:
        self.pid = pid
        self.heard: list[ToSession] = []
        self.said: list[bytes] = []
        self.is_gone = False
        self.is_ended = False
        self.complaint = "libsomething.so is missing"
        self._log = log

    def fileno(self) -> int:
        return self.pid

    def send(self, message: ToSession) -> None:
        if self.is_gone:
            raise LinkLostError
        assert not self.is_ended
        self.heard.append(message)
        if not isinstance(message, Ping):
            self._log.append(f"{type(message).__name__} {self.pid}")

    def receive(self) -> list[bytes]:
        said, self.said = self.said, []
        if not said and self.is_gone:
            raise LinkLostError
        return said

    def forget_complaint(self) -> None:
        self.complaint = ""

    def end(self) -> str:
        assert not self.is_ended
        self.is_ended = True
        self._log.append(f"end {self.pid}")
        return self.complaint

    def last(self, kind: type[Kind]) -> Kind:
        found = [message for message in self.heard if isinstance(message, kind)]
        return found[-1]


@dataclass
class FakeStarter:
    """Numbers the sessions it starts from 1."""

    log: list[str] = field(default_factory=list)
    processes: list[FakeProcess] = field(default_factory=list)
    is_broken: bool = False
    tidied: int = 0

    def start(self) -> FakeProcess:
        if self.is_broken:
            raise OSError(12, "Cannot allocate memory")
        self.processes.append(FakeProcess(len(self.processes) + 1, self.log))
        return self.processes[-1]

    def tidy(self) -> None:
        self.tidied += 1


@dataclass
class FakeNotifier:
    said: list[str] = field(default_factory=list)

    def ready(self) -> None:
        self.said.append("ready")

    def alive(self) -> None:
        self.said.append("alive")

    def stopping(self) -> None:
        self.said.append("stopping")

    def status(self, words: str) -> None:
        self.said.append(f"status {words}")


class FakePolicyFile(PolicyFile):
    """A policy that a test can change."""

    def __init__(self, policy: Policy) -> None:
        super().__init__(None)
        self.now = PolicyRead(policy)
        self._given: PolicyRead | None = None

    @override
    def read(self) -> PolicyRead:
        self._given = self.now
        return self.now

    @override
    def has_changed(self) -> bool:
        return self._given != self.now


@dataclass
class FakeQueue:
    """Stands for the print service: jobs in the kiosk's queue."""

    jobs_left: list[Job] = field(default_factory=list)
    cancelled: int = 0
    is_away: bool = False
    log: list[str] = field(default_factory=list)

    def cancel_mine(self, queue: str, *, purge: bool = True) -> None:
        if self.is_away:
            raise NoServiceError(None, "away")  # type: ignore[arg-type]
        assert purge
        self.cancelled += 1
        self.log.append(f"clean {queue}")
        self.jobs_left.clear()

    def jobs(self, queue: str, *, mine: bool = False) -> tuple[Job, ...]:
        assert (queue, mine) == ("kiosk", True)
        return tuple(self.jobs_left)


class Theatre:
    """A whole supervisor with nothing real around it."""

    def __init__(self, folder: Path, clock: FakeClock, policy: Policy) -> None:
        self.clock = clock
        self.starter = FakeStarter()
        self.notifier = FakeNotifier()
        self.policy_file = FakePolicyFile(policy)
        self.health: tuple[Health, ...] = ()
        self.sticks: tuple[str, ...] = ()
        self.written: dict[str, str] = {}
        self.stick_is_full = False
        self.queue = FakeQueue(log=self.starter.log)
        self.record = folder / "record.txt"
        self.counts = Counts(folder / "counts.json", lambda: self._time().date())
        self.office = Office(
            self.policy_file, lambda _: self.health, self._drawers(), clock, content=["/more"]
        )
        turns = Turns(self.starter, self.office, clock)
        self.supervisor = Supervisor(turns, self.office, self.notifier, clock)  # type: ignore[arg-type]

    def _drawers(self) -> Drawers:
        return Drawers(
            counts=self.counts,
            record=Record(self.record, self._time),
            gate=PinGate(self.clock),
            sticks=lambda: self.sticks,
            export=self._export,
            cleaner=QueueCleaner(self.clock),
            print_service=lambda _: self.queue,  # type: ignore[arg-type, return-value]
        )

    def _time(self) -> datetime:
        return datetime(2026, 11, 21, 9, tzinfo=UTC)

    def _export(self, place: str, table: str) -> None:
        if self.stick_is_full:
            raise OSError(28, "No space left on device")
        self.written[place] = table

    # ---- who is on

    @property
    def log(self) -> list[str]:
        return self.starter.log

    @property
    def shown(self) -> FakeProcess:
        staged = self.supervisor.turns.shown
        assert staged is not None
        assert isinstance(staged.process, FakeProcess)
        return staged.process

    @property
    def next(self) -> FakeProcess:
        staged = self.supervisor.turns.next
        assert staged is not None
        assert isinstance(staged.process, FakeProcess)
        return staged.process

    @property
    def alive(self) -> list[int]:
        return [process.pid for process in self.starter.processes if not process.is_ended]

    # ---- what happens

    def say(self, process: FakeProcess, *messages: ToSupervisor | bytes) -> None:
        """Let a session say something, and the supervisor hear it."""
        process.said += [each if isinstance(each, bytes) else encode(each) for each in messages]
        self.hear()

    def hear(self) -> None:
        for staged in self.supervisor.turns.sessions:
            if staged in self.supervisor.turns.sessions:
                self.supervisor.listen(staged)
        self.supervisor.go_on()

    def pass_by(self, seconds: float, *, answering: bool = True) -> None:
        """Time goes on in small steps; sessions answer pings unless told not to."""
        steps = max(1, round(seconds / 0.1))
        for _ in range(steps):
            self.clock.pass_by(seconds / steps)
            if answering:
                self.answer()
            self.hear()

    def answer(self) -> None:
        for process in self.starter.processes:
            pings = [message for message in process.heard if isinstance(message, Ping)]
            if pings and not process.is_ended and not process.is_gone:
                seen = any(isinstance(message, Show) for message in process.heard)
                process.heard = [each for each in process.heard if not isinstance(each, Ping)]
                process.said += [encode(Pong(ping.number, seen)) for ping in pings]

    def open(self) -> None:
        """The first start screen is seen and the next session is built."""
        self.supervisor.go_on()
        self.say(self.next, Ready())
        self.say(self.shown, Painted())
        self.say(self.next, Ready())

    def built(self, process: FakeProcess) -> Setup:
        return process.last(Setup)
