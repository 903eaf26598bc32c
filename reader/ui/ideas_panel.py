"""Questions that others have asked: a few to start with, the rest by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.ui.controls import card, words
from reader.ui.ends import is_at_end
from reader.ui.idea_row import IdeaRow
from reader.ui.language import in_digits
from reader.ui.opener import Opener

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.shelf.ideas import Idea, Ideas, Topic
    from reader.ui.look import Looks


class IdeasPanel(QWidget):
    """A card with the ideas; those of a topic are made when it is first opened.

    A topic holds what is not among the starters already, so that no idea is offered twice.

    Signals:
        chosen(Idea): put this one on the list.
        grown: other controls than before can be reached.
    """

    chosen = Signal(object)
    grown = Signal()

    def __init__(self, looks: Looks, ideas: Ideas) -> None:
        super().__init__()
        self._looks = looks
        self._ideas = ideas
        self._added: frozenset[str] = frozenset()
        self.rows: list[IdeaRow] = []
        self.topics: dict[str, Opener] = {}
        self._shelves: dict[str, QVBoxLayout] = {}
        self._by_topic: dict[str, list[IdeaRow]] = {}
        self.setAccessibleName(self.tr("Ideas from the booklets"))
        frame: QFrame = card()
        self._inside = QVBoxLayout(frame)
        self._inside.addWidget(words(self.tr("Ideas from the booklets"), "heading"))
        self._start = QVBoxLayout()
        self._starters = [self._make(idea, self._start) for idea in ideas.starters]
        self._inside.addLayout(self._start)
        self._more = words(self.tr("More ideas"), "strong")
        self._inside.addWidget(self._more)
        for topic in ideas.topics:
            self._offer(topic)
        self._more.setVisible(bool(self.topics))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        outside.addStretch(1)
        if not ideas.ideas:
            self.hide()  # setVisible(True) would show it as a window of its own for a moment
        looks.changed.connect(self._make_room)
        self._make_room()

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches, in reading order."""
        found: list[QWidget] = [row.button for row in self._starters]
        for topic, button in self.topics.items():
            found.append(button)
            found.extend(row.button for row in self._by_topic.get(topic, ()))
        return found

    def focus_first(self) -> QWidget:
        """Give the keyboard to the first idea that can be added, else the first topic."""
        buttons = [row.button for row in self.rows if not is_at_end(row.button)]
        chosen = next(iter([*buttons, *self.topics.values()]), self)
        chosen.setFocus()
        return chosen

    def row_of(self, idea: Idea) -> IdeaRow:
        """The row of an idea that is offered just now."""
        return next(row for row in self.rows if row.idea.id == idea.id)

    def show_added(self, ideas: Collection[str]) -> None:
        """Say which ideas, by their ids, are on the list."""
        added = frozenset(ideas)
        changed, self._added = added ^ self._added, added
        for row in self.rows:
            if row.idea.id in changed:
                row.show_added(is_added=row.idea.id in added)

    def _rest_of(self, topic: str) -> list[Idea]:
        return [idea for idea in self._ideas.of(topic) if not idea.starter]

    def _offer(self, topic: Topic) -> None:
        count = len(self._rest_of(topic.id))
        if not count:
            return
        text = self.tr("{topic} ({count})").format(topic=topic.title, count=in_digits(count))
        button = Opener(text, self._looks)
        button.setObjectName(f"topic-{topic.id}")
        button.opened.connect(lambda is_open: self._open(topic.id, is_open=is_open))
        self.topics[topic.id] = button
        self._shelves[topic.id] = QVBoxLayout()
        self._inside.addWidget(button)
        self._inside.addLayout(self._shelves[topic.id])

    def _open(self, topic: str, *, is_open: bool) -> None:
        if topic not in self._by_topic:
            shelf = self._shelves[topic]
            self._by_topic[topic] = [self._make(one, shelf) for one in self._rest_of(topic)]
        for row in self._by_topic[topic]:
            row.setVisible(is_open)
        self.grown.emit()

    def _make(self, idea: Idea, shelf: QVBoxLayout) -> IdeaRow:
        row = IdeaRow(idea, self._looks)
        row.button.setObjectName(f"add-{idea.id}")
        row.show_added(is_added=idea.id in self._added)
        row.chosen.connect(self.chosen)
        shelf.addWidget(row)
        self.rows.append(row)
        return row

    def _make_room(self) -> None:
        px = self._looks.look.px
        for shelf in (self._start, *self._shelves.values()):
            shelf.setSpacing(0)
        self._inside.setContentsMargins(px(22), px(20), px(22), px(20))
        self._inside.setSpacing(px(10))
