"""The Search page: booklets, notes and questions, while you type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from reader.notebook.search import HitKind
from reader.override import override
from reader.ui.announcing import say
from reader.ui.controls import Button, words
from reader.ui.history import PageName, Stop
from reader.ui.language import Counts, one_or_many
from reader.ui.page import ScrollPage
from reader.ui.result_card import ResultCard
from reader.ui.snippet_words import snippet_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.notebook.notebook import Notebook
    from reader.notebook.search import NotebookHit
    from reader.shelf.index import Hit, SearchIndex
    from reader.ui.look import Looks

PAUSE_MS = 120
MOST = 50


class SearchPage(ScrollPage):
    """A field, and a card for every place that was found."""

    def __init__(
        self, looks: Looks, open_index: Callable[[], SearchIndex], notebook: Notebook
    ) -> None:
        super().__init__(looks)
        self._open_index = open_index
        self._index: SearchIndex | None = None
        self._notebook = notebook
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a word, such as letrozole"))
        self.field.setAccessibleName(self.tr("Search booklets, notes and questions"))
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.setClearButtonEnabled(False)
        self.count = words("", "muted")
        self.results: list[ResultCard] = []
        self._headings: list[QWidget] = []
        self._list = QVBoxLayout()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.column.addWidget(self.field)
        self.column.addWidget(self.count)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.returnPressed.connect(self.search)
        self._pause.timeout.connect(self.search)

    @property
    @override
    def title(self) -> str:
        return self.tr("Search")

    @override
    def stop(self) -> Stop:
        return Stop(PageName.SEARCH)

    @override
    def arrive(self, stop: Stop) -> None:
        self._index = self._open_index()
        self.field.selectAll()
        self.search()

    @override
    def save(self) -> bool:
        """Nothing is left to be found later, when there may be nothing to find it in."""
        if self._pause.isActive():
            self.search()
        return True

    @override
    def forget(self) -> None:
        self.field.setText("")  # clear() leaves it to Ctrl+Z
        self.search()

    def search(self) -> None:
        """Find what the field says now."""
        self._pause.stop()
        asked = self.field.text()
        hits = self._index.search(asked, MOST) if self._index is not None else ()
        own = self._notebook.search(asked, MOST)
        self._clear()
        if own:
            self._head(self.tr("In what you wrote"))
            for found in own:
                self._show_own(found)
        if hits:
            self._head(self.tr("In the booklets"))
            for hit in hits:
                self._show_hit(hit)
        self._tell(asked, len(hits) + len(own))

    def _tell(self, asked: str, count: int) -> None:
        if not asked.strip():
            told = ""
        elif count == 0:
            told = self.tr("Nothing was found. Try a shorter word, or only its beginning.")
        else:
            many = Counts.tr("%Ln places", "found in a search", count)
            told = one_or_many(count, one=self.tr("1 place"), many=many)
        if told != self.count.text():
            self.count.setText(told)
            say(self.count, told)

    def _clear(self) -> None:
        for widget in (*self.results, *self._headings):
            self._list.removeWidget(widget)
            widget.deleteLater()
        self.results, self._headings = [], []

    def _head(self, text: str) -> None:
        heading = words(text, "heading")
        self._headings.append(heading)
        self._list.addWidget(heading)

    def _show_hit(self, hit: Hit) -> None:
        where = self.tr("{section} · {booklet}").format(
            section=hit.section_title, booklet=hit.booklet_title
        )
        stop = Stop(PageName.READING, hit.booklet, hit.section, hit.passage)
        name = self.tr("Open {where}").format(where=where)
        self._show(where, snippet_html(hit.snippet), stop, name)

    def _show_own(self, found: NotebookHit) -> None:
        if found.kind is HitKind.QUESTION:
            where, stop = self.tr("My questions"), Stop(PageName.QUESTIONS)
        else:
            where, stop = self.tr("My notes"), Stop(PageName.NOTES)
        name = self.tr("Open {where}").format(where=where)
        self._show(where, snippet_html(found.snippet), stop, name)

    def _show(self, where: str, text: str, stop: Stop, name: str) -> None:
        button = Button(self.tr("Open"), self.looks, name=name)
        button.clicked.connect(lambda: self.went.emit(stop))
        made = ResultCard(self.looks, where, text, [button], rich=True)
        self.results.append(made)
        self._list.addWidget(made)
