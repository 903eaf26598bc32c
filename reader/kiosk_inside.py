"""What a kiosk's session has once somebody has started it: booklets, a notebook, the window."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from reader.booklet.review import today
from reader.kiosk.policy import MOST_JOBS, MOST_PAGES, Printing
from reader.kiosk.print_jobs import TIMEOUT_SECONDS, PrintDesk
from reader.notebook.notebook import Notebook
from reader.paper.sheet import PaperContact, blank_sheet, sheet_pdf
from reader.paper.trial import trial_pdf
from reader.printing.finding import account_name
from reader.printing.service import PrintService
from reader.settings import Settings
from reader.shelf.lists import Lists
from reader.shelf.shelf import Shelf
from reader.ui.history import PageName, Stop
from reader.ui.keeper import Keeper
from reader.ui.kiosk_bar import KioskBar
from reader.ui.kiosk_makers import KioskMakers
from reader.ui.kiosk_session_view import KioskSessionView
from reader.ui.kiosk_voice import KioskVoice
from reader.ui.look_choices import LookChoices
from reader.ui.system_look import SystemLook
from reader.ui.voice_making import make_speaker
from reader.ui.voices import system_engine
from reader.ui.window import Window
from reader.version import BUILT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtTextToSpeech import QTextToSpeech
    from PySide6.QtWidgets import QApplication

    from reader.kiosk.messages import Setup
    from reader.kiosk.policy import Policy
    from reader.paper.pdf import Pdf
    from reader.paths import Paths
    from reader.shelf.contacts import Contact
    from reader.ui.comfort_panel import ComfortPanel
    from reader.ui.speech import Speaker
    from reader.ui.voices import EngineMaker


def system_print_desk(printing: Printing) -> PrintDesk:
    """Prints on the queue of the policy, and waits for no answer so long that it looks hung."""
    service = PrintService(Path(printing.socket), account_name(), timeout=TIMEOUT_SECONDS)
    return PrintDesk(service, printing)


def kiosk_engine() -> QTextToSpeech | None:
    """The voice of a server that was started beforehand, if there is one.

    Where there is none the library would start one, wait for it, and leave it behind.
    """
    address = os.environ.get("SPEECHD_ADDRESS", "").removeprefix("unix_socket:")
    return system_engine() if address and Path(address).is_socket() else None


def clinic_time() -> datetime:
    """What the clocks on the wall say."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class World:
    """What a session takes from the machine it runs on.

    ``now`` is the clinic's own time, ``monotonic`` a clock in seconds that never goes back.
    """

    now: Callable[[], datetime] = clinic_time
    monotonic: Callable[[], float] = time.monotonic
    make_engine: EngineMaker = kiosk_engine
    make_print_desk: Callable[[Printing], PrintDesk] = field(default=system_print_desk)


class KioskInside(QObject):
    """Built before anybody is there, and empty: the notebook is in memory, nothing was here."""

    def __init__(self, app: QApplication, paths: Paths, setup: Setup, world: World) -> None:
        super().__init__(app)
        self._paths = paths
        self._world = world
        self._policy = policy = setup.policy
        self._settings = _settings(policy)
        content = [Path(folder) for folder in setup.content]
        self.choices = LookChoices(paths.resources, self._settings, SystemLook(app, self))
        self.lists = Lists(paths.content, content)
        self.shelf = _shelf([paths.content, *content], policy.allows)
        self.notebook = Notebook.open(None, now=lambda: datetime.now(UTC), new_id=_new_id)
        self.keeper = Keeper()
        self.speaker: Speaker | None = None
        self.voice: KioskVoice | None = None
        self.has_printed = False
        if policy.has_speech:
            self._find_voice(app, world.make_engine)
        self.makers = KioskMakers(
            paths,
            self.choices.looks,
            self.shelf,
            self.notebook,
            self.keeper,
            self.speaker,
            lists=self.lists,
            today=today(world.now().date(), BUILT),
            policy=policy,
            make_print_desk=world.make_print_desk,
        )
        self.window = self._window()
        self.bar = KioskBar(self.choices.looks, has_voice=self.voice is not None)
        self.view = KioskSessionView(app, self.choices.looks, self.bar, self.window)
        self._wire()
        self.window.go(Stop(PageName.BOOKLETS))

    def _find_voice(self, app: QApplication, make_engine: EngineMaker) -> None:
        """Now, while nobody waits for it; where there is none, no button for it is built."""
        speaker = make_speaker(self._settings, self.lists, make_engine, self)
        if speaker.open():
            self.speaker = speaker
            self.voice = KioskVoice(speaker, app)

    def _wire(self) -> None:
        self.keeper.changed.connect(self.count_questions)
        self.keeper.failed.connect(self.window.guard.tell_failure)
        self.makers.undoable.connect(self.window.notice.tell)
        self.makers.voice_requested.connect(self.choose_voice)
        self.makers.printed.connect(self._note_printed)
        if self.speaker is not None:
            self.speaker.failed.connect(self.window.notice.tell)
        if self.voice is not None:
            self.voice.changed.connect(lambda on: self.bar.show_voice(speaking=on))
            self.view.keys.pressed.connect(self.voice.say_if_on)
            self.bar.aloud_requested.connect(self.toggle_voice)
            self.window.page_shown.connect(self._page_shown)

    # ---- what is asked from outside

    @property
    def primary(self) -> Contact | None:
        """Whom to ring about anything."""
        return next((one for one in self.lists.contacts if one.primary), None)

    @property
    def has_something(self) -> bool:
        """Whether there is anything that finishing would take away."""
        self.window.save()
        return bool(self.notebook.questions.all() or self.notebook.marks.all())

    def _note_printed(self) -> None:
        self.has_printed = True

    @property
    def is_printing(self) -> bool:
        """Whether a sheet is on its way."""
        page = self.makers.print_page
        return page is not None and page.run.is_running

    def staff_printer(self) -> PrintDesk | None:
        """Staff print as much as any policy allows: they bring the paper."""
        printing = self._policy.printing
        if printing is None:
            return None
        most = Printing(printing.queue, MOST_PAGES, MOST_JOBS, printing.socket)
        return self._world.make_print_desk(most)

    def test_page(self) -> Pdf:
        """A page that shows whether the printer is well; raises ``PaperError``."""
        return trial_pdf(self.makers.sheet_options, self.makers.press)

    def blank_sheet(self) -> Pdf:
        """A sheet to fill in by hand; raises ``PaperError``."""
        contacts = tuple(
            PaperContact(one.name, one.phone, one.hours)
            for one in self.lists.contacts
            if one.primary
        )
        return sheet_pdf(blank_sheet(contacts), self.makers.sheet_options, self.makers.press)

    # ---- while somebody is here

    def count_questions(self) -> None:
        """Show how many questions there are beside the page's name."""
        count = len(self.notebook.questions.all())
        name = self.tr("My questions, {count} on the list").format(count=count)
        self.window.rail.buttons[PageName.QUESTIONS].set_count(count, name)

    def toggle_voice(self) -> None:
        """Read the page and what is round it, or stop."""
        if self.voice is not None and self.window.page is not None:
            window = self.window
            self.voice.toggle(window.header, self.window.page, window.rail, self.bar)

    def choose_voice(self) -> None:
        """Open Comfort, where the speed is chosen."""
        if not self.window.middle.has_comfort:
            self.window.middle.toggle_comfort()

    def _page_shown(self) -> None:
        if self.voice is not None and self.window.page is not None:
            self.voice.read_if_on(self.window.header, self.window.page)

    # ---- the window

    def _window(self) -> Window:
        return Window(
            self.choices.looks,
            self.makers.makers(self._settings),
            template="",  # the frame has the sheet: a second one doubles the time of every change
            contact=self.primary,
            comfort=self._comfort,
        )

    def theme_names(self) -> list[tuple[str, str]]:
        """Id and name of the themes that the policy offers, in its order."""
        names = dict(self.choices.theme_names())
        return [(theme, names[theme]) for theme in self._policy.themes if theme in names]

    def _comfort(self) -> ComfortPanel:
        from reader.ui.comfort_panel import ComfortPanel

        panel = ComfortPanel(self.choices, self.theme_names())
        panel.step_requested.connect(self.window.sizing.step)
        panel.usual_requested.connect(self.window.sizing.usual)
        if self.speaker is not None:
            from reader.ui.voice_choices import VoiceChoices

            voice = VoiceChoices(self.choices.looks, self.speaker)
            voice.page_requested.connect(self.toggle_voice)
            panel.add_part(voice)
        return panel


def _settings(policy: Policy) -> Settings:
    theme = policy.themes[0]
    return Settings(size=policy.sizes[0], size_chosen=True, theme=theme, big_targets=True)


def _shelf(folders: list[Path], is_wanted: Callable[[str], bool]) -> Shelf:
    """What is broken is for whoever looks after the kiosk, and has no place on its screen."""
    shelf = Shelf.open(folders)
    shelf.read_all()
    return shelf.only(is_wanted)


def _new_id() -> str:
    return uuid4().hex
