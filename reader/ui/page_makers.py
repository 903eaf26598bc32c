"""How each page of the window is made, the first time that it is opened.

Part of building the program, called by ``app`` alone. A page's module, and
whatever heavy it brings, is imported when the page is made and not before.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.booklets_page import BookletsPage
from reader.ui.history import PageName
from reader.ui.review_words import provenance_words
from reader.version import program_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from reader.notebook.notebook import Notebook
    from reader.paper.options import SheetOptions
    from reader.paths import Paths
    from reader.settings import Settings
    from reader.shelf.index import SearchIndex
    from reader.shelf.lists import Lists
    from reader.shelf.shelf import Shelf
    from reader.ui.keeper import Keeper
    from reader.ui.look import Looks
    from reader.ui.page import Page
    from reader.ui.paper_desk import PaperDesk
    from reader.ui.print_run import Printers
    from reader.ui.speech import Speaker


def system_printers() -> Printers:
    """The printers of this computer; a thread of their own waits for the print server."""
    from concurrent.futures import ThreadPoolExecutor

    from reader.printing.finding import find_service
    from reader.ui.printing import SystemPrinting

    return SystemPrinting(find_service(os.environ), ThreadPoolExecutor(1, "printing"))


def sheet_options(settings: Settings) -> SheetOptions:
    """The choices for paper that ``settings`` hold."""
    from reader.paper.options import PaperSize, PrintSize, RestStyle, SheetOptions

    return SheetOptions(
        PrintSize(settings.print_size),
        PaperSize(settings.paper),
        settings.answer_lines,
        rest=RestStyle(settings.rest_style),
        is_folded=settings.fold,
    )


class PageMakers(QObject):
    """Makes pages out of what the reader has open.

    Signals:
        undoable(str, object): something was taken away on a page; words, and what undoes it.
        keys_requested: the panel of keys is asked for.
        options_changed(SheetOptions): other choices for paper were made.
        strip_chosen(bool): one sentence at a time was switched on or off.
        voice_requested: the choice of voices is asked for.
    """

    undoable = Signal(str, object)
    keys_requested = Signal()
    options_changed = Signal(object)
    strip_chosen = Signal(bool)
    voice_requested = Signal()

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
    ) -> None:
        super().__init__()
        self._paths = paths
        self._looks = looks
        self._shelf = shelf
        self._notebook = notebook
        self._keeper = keeper
        self._speaker = speaker
        self._lists = lists
        self._today = today
        self._index: SearchIndex | None = None
        self.make_printers: Callable[[], Printers] = system_printers
        """Where pages go; asked for when the Print page is made."""

    def makers(self, settings: Settings) -> dict[PageName, Callable[[], Page]]:
        """A maker for every page; ``settings`` are those that new pages start with."""
        return {
            PageName.BOOKLETS: self._booklets,
            PageName.READING: lambda: self._reading(settings),
            PageName.SEARCH: self._search,
            PageName.NOTES: self._notes,
            PageName.QUESTIONS: self._questions,
            PageName.PRINT: lambda: self._print(settings),
            PageName.HELP: self._help,
        }

    def _booklets(self) -> Page:
        positions = self._notebook.positions
        return BookletsPage(self._looks, self._shelf, self._lists, positions, self._today)

    def _reading(self, settings: Settings) -> Page:
        return self._reading_page(settings, prints=True)

    def _reading_page(self, settings: Settings, *, prints: bool) -> Page:
        from reader.ui.marking_page import MarkingPage

        primary = next((one for one in self._lists.contacts if one.primary), None)
        page = MarkingPage(
            self._looks,
            self._shelf,
            self._notebook,
            self._keeper,
            self._speaker,
            terms=self._lists.terms,
            support=f"{primary.name}, {primary.phone}" if primary is not None else "",
            today=self._today,
            strip=settings.reading_strip,
            prints=prints,
        )
        if page.sentences is not None:
            page.sentences.strip_chosen.connect(self.strip_chosen)
            page.sentences.bar.voice_requested.connect(self.voice_requested)
        page.undoable.connect(self.undoable)
        return page

    def _search(self) -> Page:
        from reader.ui.search_page import SearchPage

        return SearchPage(self._looks, self._search_index, self._notebook)

    def _search_index(self) -> SearchIndex:
        from reader.shelf.index import SearchIndex

        if self._index is None:
            self._index = SearchIndex.open(self._paths.search_index)
        self._index.refresh(self._shelf.read_all())
        return self._index

    def _notes(self) -> Page:
        return self._notes_page(carries=True)

    def _notes_page(self, *, carries: bool) -> Page:
        from reader.ui.notes_page import NotesPage

        page = NotesPage(self._looks, self._notebook, self._shelf, self._keeper, carries=carries)
        page.undoable.connect(self.undoable)
        return page

    def _questions(self) -> Page:
        return self._questions_page(leads=[PageName.PRINT], has_answers=True)

    def _questions_page(self, *, leads: Sequence[PageName], has_answers: bool) -> Page:
        from reader.ui.questions_page import QuestionsPage

        page = QuestionsPage(
            self._looks,
            self._notebook.questions,
            self._notebook.appointments,
            self._notebook.drafts,
            self._lists.ideas,
            self._shelf,
            self._keeper,
            leads=leads,
            has_answers=has_answers,
        )
        page.undoable.connect(self.undoable)
        return page

    def _print(self, settings: Settings) -> Page:
        from concurrent.futures import ThreadPoolExecutor

        from reader.ui.print_page import PrintPage

        page = PrintPage(
            self._looks,
            self.paper_desk(),
            sheet_options(settings),
            printers=self.make_printers(),
            executor=ThreadPoolExecutor(2, "paper"),  # pages, and what would fit on one side
        )
        page.options_changed.connect(self.options_changed)
        return page

    def paper_desk(self) -> PaperDesk:
        """What can be put on paper."""
        from reader.paper.fonts import font_folder
        from reader.paper.press import Press
        from reader.ui.paper_desk import PaperDesk

        press = Press(self._paths.resources / "paper", font_folder())
        lists = self._lists
        return PaperDesk(
            press, self._notebook, self._shelf, lists.contacts, lists.terms, self._today
        )

    def _help(self) -> Page:
        from reader.ui.help_page import HelpPage, at_home

        page = HelpPage(
            self._looks,
            self._lists.contacts,
            links=self._lists.links,
            sources=[
                f"{entry.title}. {' '.join(provenance_words(entry, self._today))}"
                for entry in self._shelf.entries
            ],
            privacy=at_home(str(self._paths.data)),
            has_keys=True,
            carries=True,
            version=program_version(),
        )
        page.keys_requested.connect(self.keys_requested)
        return page
