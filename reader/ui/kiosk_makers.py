"""How the pages of a kiosk's session are made: those alone that its policy allows.

Part of building a session, called by ``kiosk_desk`` alone.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.override import override
from reader.paper.fonts import font_folder
from reader.paper.options import SheetOptions
from reader.paper.press import Press
from reader.ui.history import PageName
from reader.ui.language import translate
from reader.ui.page_makers import PageMakers
from reader.ui.review_words import provenance_words
from reader.version import program_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from reader.kiosk.policy import Policy, Printing
    from reader.kiosk.print_jobs import PrintDesk
    from reader.notebook.notebook import Notebook
    from reader.paths import Paths
    from reader.settings import Settings
    from reader.shelf.lists import Lists
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.kiosk_print import KioskPrint
    from reader.ui.look import Looks
    from reader.ui.page import Page
    from reader.ui.speech import Speaker

    PrintDeskMaker = Callable[[Printing], PrintDesk]


class KioskMakers(PageMakers):
    """As at home, without files, dialogs, keys to learn, and whatever ``policy`` leaves out.

    Signals:
        printed: a sheet came out.
    """

    printed = Signal()

    def __init__(
        self,
        paths: Paths,
        looks: Looks,
        shelf: Shelf,
        notebook: Notebook,
        keeper: Keeper,
        speaker: Speaker | None,
        *,
        lists: Lists,
        today: date,
        policy: Policy,
        make_print_desk: PrintDeskMaker,
    ) -> None:
        super().__init__(paths, looks, shelf, notebook, keeper, speaker, lists=lists, today=today)
        self._policy = policy
        self._make_print_desk = make_print_desk
        self.print_page: KioskPrint | None = None

    @cached_property
    def press(self) -> Press:
        """Sets every sheet of this session."""
        return Press(self._paths.resources / "paper", font_folder())

    @property
    def sheet_options(self) -> SheetOptions:
        """How sheets are printed before anybody chooses, with the clinic's own line."""
        return SheetOptions(foot=self._policy.sheet_line)

    @override
    def makers(self, settings: Settings) -> dict[PageName, Callable[[], Page]]:
        made: dict[PageName, Callable[[], Page]] = {
            PageName.BOOKLETS: self._booklets,
            PageName.READING: lambda: self._reading(settings),
            PageName.SEARCH: self._search,
            PageName.NOTES: lambda: self._notes_page(carries=False),
            PageName.QUESTIONS: self._questions,
            PageName.HELP: self._help,
        }
        printing = self._policy.printing
        if printing is not None:
            made[PageName.PRINT] = lambda: self._print_at(printing)
        if self._policy.has_qr:
            made[PageName.TAKE_HOME] = self._take_home
        return made

    def _leads(self) -> list[PageName]:
        leads = [PageName.PRINT] if self._policy.printing is not None else []
        return [*leads, *([PageName.TAKE_HOME] if self._policy.has_qr else [])]

    @override
    def _reading(self, settings: Settings) -> Page:
        return self._reading_page(settings, prints=self._policy.printing is not None)

    @override
    def _questions(self) -> Page:
        return self._questions_page(leads=self._leads(), has_answers=False)

    def _print_at(self, printing: Printing) -> Page:
        from reader.ui.kiosk_print import KioskPrint
        from reader.ui.paper_desk import PaperDesk

        lists = self._lists
        paper = PaperDesk(
            self.press, self._notebook, self._shelf, lists.contacts, lists.terms, self._today
        )
        page = KioskPrint(
            self._looks,
            paper,
            self.sheet_options,
            printer=self._make_print_desk(printing),
            executor=ThreadPoolExecutor(1, "paper"),
        )
        page.printed.connect(self.printed)
        self.print_page = page
        return page

    def _take_home(self) -> Page:
        from reader.ui.kiosk_home import KioskHome

        return KioskHome(self._looks, self._notebook.questions, self._notebook.appointments)

    @override
    def _help(self) -> Page:
        from reader.ui.help_page import HelpPage

        return HelpPage(
            self._looks,
            self._lists.contacts,
            links=self._lists.links,
            sources=[
                f"{entry.title}. {' '.join(provenance_words(entry, self._today))}"
                for entry in self._shelf.entries
            ],
            privacy=_here(),
            has_keys=False,
            version=program_version(),
        )


def _here() -> tuple[str, ...]:
    """What happens to what is written at a kiosk."""
    return (
        translate(
            "KioskHelp", "It is cleared when you press “Finish and clear”, or when you walk away."
        ),
        translate("KioskHelp", "Whoever comes after you cannot see it. Nothing is sent anywhere."),
        translate(
            "KioskHelp", "What you print is yours to take with you. No copy of it stays here."
        ),
    )
