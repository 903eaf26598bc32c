"""What the pictures and the hard words of a passage mean: offered on the bar, told on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.tab_order import put_in_order
from reader.ui.telling_card import Telling, TellingCard
from reader.ui.term_spans import TERM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.booklet.model import Passage
    from reader.shelf.glossary import Term
    from reader.ui.action_bar import ActionBar
    from reader.ui.attachment import Attachment
    from reader.ui.look import Looks
    from reader.ui.passage_view import PassageView

MOST_BUTTONS = 2
"""More words than these are explained together, behind one button."""


class Explanations(QObject):
    """Explains in place; ``put_card`` shows a card under the picked passage."""

    def __init__(
        self,
        looks: Looks,
        view: PassageView,
        bar: ActionBar,
        put_card: Callable[[Attachment], None],
    ) -> None:
        super().__init__(view)
        self._looks = looks
        self._view = view
        self._bar = bar
        self._put_card = put_card
        self._passage: Passage | None = None
        bar.picture_requested.connect(self.tell_picture)
        bar.words_requested.connect(self.explain)

    def offer(self, passage: Passage | None) -> None:
        """Show on the bar what can be explained about ``passage``."""
        self._passage = passage
        figure = passage.figure if passage is not None else None
        self._bar.picture.setVisible(figure is not None and bool(figure.full_text))
        places = self._view.terms_of(passage.id) if passage is not None else ()
        if len(places) > MOST_BUTTONS:
            self._bar.show_words([(self.tr("Explain words"), "")])
        else:
            name = self.tr("Explain “{words}”")
            shown = [(place.words, place.term.id) for place in places]
            self._bar.show_words([(name.format(words=text), term) for text, term in shown])

    def follow(self, address: str) -> bool:
        """Explain the word that was pressed; false when ``address`` is none of a word."""
        if not address.startswith(TERM):
            return False
        term = address.removeprefix(TERM)
        holder = self._view.holder_of(term)
        if holder:
            self._view.select(holder)
            self.explain(term)
        return True

    def explain(self, term: str) -> None:
        """Say what a word of the picked passage means; with ``""``, what all of them do."""
        found = [place.term for place in self._view.terms_of(self._view.selected)]
        wanted = [one for one in found if term in ("", one.id)]
        if wanted:
            self._tell([_meaning(one) for one in wanted])

    def tell_picture(self) -> None:
        """Say all that the picked picture shows."""
        figure = self._passage.figure if self._passage is not None else None
        if figure is not None and figure.full_text:
            paragraphs = tuple(figure.full_text.splitlines())
            self._tell([Telling(self.tr("What this picture says"), paragraphs)])

    def _tell(self, tellings: Sequence[Telling]) -> None:
        card = TellingCard(self._looks, tellings)
        card.scroll_requested.connect(self._view.scroll_by)
        self._put_card(card)
        put_in_order([self._view, card])
        self._view.show_attached(rather=True)
        above = card.geometry().top() - self._looks.look.px(8)
        if above < 0:
            self._view.scroll_by(above)
        card.setFocus()


def _meaning(term: Term) -> Telling:
    return Telling(term.name, (term.meaning,))
