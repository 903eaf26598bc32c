"""The one place where the window and what it needs are built and joined together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reader.booklet.review import today
from reader.settings import SettingsNotSavedError, load_settings, save_settings
from reader.shelf.lists import Lists
from reader.shelf.shelf import Shelf
from reader.ui.booklets_page import BookletsPage
from reader.ui.first_paint import AfterFirstPaint
from reader.ui.focus_ring import FocusRing
from reader.ui.held import Held, Keeping
from reader.ui.history import PageName, Stop
from reader.ui.keeper import Keeper
from reader.ui.language import Counts, error_words
from reader.ui.look_choices import LookChoices
from reader.ui.moving_about import MovingAbout
from reader.ui.page_makers import PageMakers
from reader.ui.retrying import Retrying
from reader.ui.spoken_roles import SpokenRoles
from reader.ui.system_look import SystemLook
from reader.ui.theme import SYSTEM
from reader.ui.unsaved_strip import UnsavedWarning
from reader.ui.upkeep import Upkeep
from reader.ui.voice_making import make_speaker
from reader.ui.voices import system_engine
from reader.ui.window import Window
from reader.version import BUILT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reader.paper.options import SheetOptions
    from reader.paths import Paths
    from reader.settings import Settings
    from reader.shelf.contacts import Contact
    from reader.ui.comfort_panel import ComfortPanel
    from reader.ui.page import Page
    from reader.ui.voices import EngineMaker


class Desk(QObject):
    """Everything one reader has open: the shelf, the notebook, the window with its pages."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        content: Sequence[Path],
        held: Held,
        *,
        now: datetime,
        make_engine: EngineMaker = system_engine,
    ) -> None:
        super().__init__()
        self._app = app
        self._paths = paths
        self.settings = load_settings(paths.settings)
        self._has_told_unkept = False
        self.shelf = Shelf.open([paths.content, *content])
        self._held = held
        self.notebook = held.notebook
        self.keeper = Keeper()
        self.choices = LookChoices(paths.resources, self.settings, SystemLook(app, self))
        self.looks = self.choices.looks
        self.lists = Lists(paths.content, content)
        self.speaker = make_speaker(self.settings, self.lists, make_engine, self)
        self.primary = next((one for one in self.lists.contacts if one.primary), None)
        self.pages = self._page_makers(now)
        self.window = self._window(self.primary)
        self.ring = FocusRing(self.window, app, self.looks)
        self.moving = MovingAbout(self.window, app)
        self.roles = SpokenRoles()
        self.roles.install()
        self.retrying = Retrying(self.keeper, self.window.save, self)
        self.warning = UnsavedWarning(self.window, self.retrying)
        self.upkeep = Upkeep(lambda: self.notebook.housekeeping, self)
        self._wire()

    def _page_makers(self, now: datetime) -> PageMakers:
        return PageMakers(
            self._paths,
            self.looks,
            self.shelf,
            self.notebook,
            self.keeper,
            self.speaker,
            lists=self.lists,
            today=today(now.date(), BUILT),
        )

    def _window(self, contact: Contact | None) -> Window:
        template = self._paths.resources / "themes" / "style.qss"
        return Window(
            self.looks,
            self.pages.makers(self.settings) | {PageName.CARRY: self._carry},
            template=template.read_text(encoding="utf-8"),
            contact=contact,
            comfort=self._comfort,
        )

    def _wire(self) -> None:
        self.keeper.changed.connect(self.count_questions)
        self.keeper.failed.connect(self.window.guard.tell_failure)
        self.retrying.recovered.connect(self.window.guard.tell_recovery)
        self.pages.undoable.connect(self.window.notice.tell)
        self.pages.keys_requested.connect(self.moving.show_keys)
        self.pages.options_changed.connect(self.keep_sheet_options)
        self.pages.strip_chosen.connect(self.keep_strip)
        self.pages.voice_requested.connect(self.choose_voice)
        self.speaker.preferences_changed.connect(self.keep_voice)
        self.speaker.failed.connect(self.window.notice.tell)
        self.window.page_shown.connect(self.speaker.stop_aside)
        self.choices.chosen.connect(self.keep_look)
        self.window.closing.connect(self.close)
        self.upkeep.troubled.connect(self.window.notice.tell)
        for request in (self._app.commitDataRequest, self._app.saveStateRequest):
            request.connect(self.save, Qt.ConnectionType.DirectConnection)  # it waits for us

    def open(self, booklet: str, section: str) -> None:
        """Show the window at a booklet's section, or at the Booklets page."""
        self.count_questions()
        self.window.go(Stop(PageName.BOOKLETS))
        if booklet:
            self.window.go(Stop(PageName.READING, booklet, section))
        self.window.show()
        self._say_what_is_kept()
        if not self.settings.size_chosen:
            self._ask_size()
        AfterFirstPaint(self.window, self.read_on)
        if self._held.keeping is Keeping.KEPT:
            AfterFirstPaint(self.window, self.upkeep.start)

    def go(self, booklet: str, section: str) -> None:
        """Show a booklet's section, if it is on the shelf."""
        if any(entry.id == booklet for entry in self.shelf.entries):
            self.window.go(Stop(PageName.READING, booklet, section))

    def _say_what_is_kept(self) -> None:
        """In a strip over every page, where there is something to be said about the notebook."""
        if self._held.keeping is not Keeping.KEPT:
            from reader.ui.unkept_strip import say_unkept

            say_unkept(self.window, self._held)
        elif not self.notebook.backups.is_rotating:
            from reader.ui.all_here_strip import ask_whether_all_is_here

            ask_whether_all_is_here(self.window, self.notebook.backups, self.keeper)

    def _ask_size(self) -> None:
        """The first time of all: let the reader choose how large everything is."""
        from reader.ui.first_choice import FirstChoice

        first = FirstChoice(self.looks, self.primary)
        first.size_chosen.connect(lambda size: self.looks.change(size=size))
        first.done.connect(self.keep_size)
        self.window.ask_first(first)

    def read_on(self) -> None:
        """After the first page is up: read everything, and name what is broken."""
        self.shelf.read_all()
        self.lists.read_all()
        if self.shelf.broken or self.lists.broken:
            page = self.window.made(PageName.BOOKLETS)
            if isinstance(page, BookletsPage):
                page.show_shelf()

    # ---- what changes while the window is open

    def count_questions(self) -> None:
        """Show how many questions there are beside the page's name."""
        count = len(self.notebook.questions.all())
        name = Counts.tr("My questions, %Ln on the list", "", count)
        self.window.rail.buttons[PageName.QUESTIONS].set_count(count, name)

    def keep_look(self) -> None:
        """Keep how things look for the next time."""
        self._keep(self.choices.kept_in(self.settings))

    def keep_size(self) -> None:
        """Never ask again for the size: the reader has chosen, or does not want to."""
        self._keep(replace(self.choices.kept_in(self.settings), size_chosen=True))

    def keep_sheet_options(self, options: SheetOptions) -> None:
        """Keep the choices made for paper for the next time."""
        self._keep(
            replace(
                self.settings,
                print_size=str(options.size),
                paper=str(options.paper),
                answer_lines=options.lines,
                rest_style=str(options.rest),
                fold=options.is_folded,
            )
        )

    def keep_strip(self, strip: bool) -> None:
        """Keep whether one sentence is shown at a time for the next time."""
        self._keep(replace(self.settings, reading_strip=strip))

    def keep_voice(self) -> None:
        """Keep voice and speed for the next time."""
        voice, rate = self.speaker.voice, self.speaker.rate
        self._keep(replace(self.settings, speech_voice=voice, speech_rate=rate))

    def choose_voice(self) -> None:
        """Open Comfort where voice and speed are."""
        middle = self.window.middle
        if not middle.has_comfort:
            middle.toggle_comfort()
        if middle.comfort is not None:
            middle.comfort.show_part(self._voice_choices)

    def say_page(self) -> None:
        """Say what is on the page that is open, and what can be pressed there."""
        page = self.window.page
        if page is not None:
            self.speaker.say_controls(self.window, page.title)

    def _keep(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(self._paths.settings, settings)
        except SettingsNotSavedError as error:
            if not self._has_told_unkept:  # once: it will not be better at the next press
                self._has_told_unkept = True
                self.window.notice.tell(error_words(error))

    def save(self) -> None:
        """Save what is being written: the session may end at any moment, and waits for nobody."""
        self.window.save()
        self.window.guard.let_go()

    def close(self) -> None:
        """Close the notebook, once, and let nothing touch it afterwards."""
        self.choices.stop()
        for request in (self._app.commitDataRequest, self._app.saveStateRequest):
            request.disconnect(self.save)
        self.retrying.stop()
        self.upkeep.finish()
        self.window.rest()
        self.keeper.close()
        self.notebook.close()

    def forget(self) -> None:
        """Show nothing of what was written any more: it is deleted for good."""
        self.window.forget()
        self.keeper.changed.emit()

    def _carry(self) -> Page:
        from concurrent.futures import ThreadPoolExecutor

        from reader.ui.carry_desk import CarryDesk
        from reader.ui.carry_page import CarryPage
        from reader.ui.page_makers import sheet_options
        from reader.ui.sticks import find_sticks

        page = CarryPage(
            self.looks,
            CarryDesk(self._held, self.shelf),
            self.keeper,
            sticks=find_sticks,
            paper=lambda: (self.pages.paper_desk(), sheet_options(self.settings)),
            executor=ThreadPoolExecutor(1, "carry"),
        )
        page.undoable.connect(self.window.notice.tell)
        page.erased.connect(self.forget)
        return page

    def _comfort(self) -> ComfortPanel:
        from reader.ui.comfort_panel import ComfortPanel
        from reader.ui.voice_choices import VoiceChoices

        self.choices.know_families()
        names = [*self.choices.theme_names(), (SYSTEM, self.tr("As this computer says"))]
        panel = ComfortPanel(self.choices, names)
        panel.step_requested.connect(self.window.sizing.step)
        panel.usual_requested.connect(self.window.sizing.usual)
        self._voice_choices = VoiceChoices(self.looks, self.speaker)
        self._voice_choices.page_requested.connect(self.say_page)
        panel.add_part(self._voice_choices)
        return panel


def voice_names() -> tuple[str, ...]:
    """The voices that can read aloud here; needs no screen, but a process without a window."""
    from reader.ui.voice_names import voice_names

    return voice_names()
