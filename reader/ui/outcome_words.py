"""What a reader is told about the words that a mark stands on, as they were and as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.notebook.anchors import BookletAway, Same, TextChanged, TextGone
from reader.notebook.model import MarkKind
from reader.ui.language import translate
from reader.ui.passage_marks import shortened

if TYPE_CHECKING:
    from reader.notebook.anchors import Outcome
    from reader.notebook.model import Mark, Place

QUOTED = 220


def place_now(outcome: Outcome) -> Place | None:
    """Where the words are in the booklet that is here, if they are."""
    match outcome:
        case Same(place) | TextChanged(_, place):
            return place
        case TextGone() | BookletAway():
            return None
        case _:
            assert_never(outcome)


def card_words(mark: Mark, outcome: Outcome) -> str:
    """What the reader wrote, and under it the words it is about, old beside new."""
    lines = [part for part in (mark.text, _told(mark, outcome)) if part]
    match outcome:
        case Same() | BookletAway():
            lines.append(quoted(mark.place.quote))
        case TextChanged(old, _, new, is_gated):
            lines.append(translate("MarkCard", "Then: {words}").format(words=quoted(old)))
            if is_gated:
                lines.append(
                    translate(
                        "MarkCard",
                        "Now it is in a part that asks you before it opens, and may say more.",
                    )
                )
            else:
                lines.append(translate("MarkCard", "Now: {words}").format(words=quoted(new)))
        case TextGone(old):
            lines.append(quoted(old))
        case _:
            assert_never(outcome)
    return "\n".join(line for line in lines if line)


def changed_words(mark: Mark, outcome: Outcome) -> str:
    """That the text has changed since ``mark`` was made, and what it said; ``""`` if it has not."""
    if not isinstance(outcome, TextChanged):
        return ""
    then = translate("MarkCard", "Then: {words}").format(words=quoted(outcome.old))
    return f"{_told(mark, outcome)}\n{then}"


def _told(mark: Mark, outcome: Outcome) -> str:
    """That the text is not as it was when the mark was made; ``""`` while it is."""
    is_note = mark.kind is MarkKind.NOTE
    match outcome:
        case Same() | BookletAway():
            return ""
        case TextChanged():
            if is_note:
                return translate("MarkCard", "The text has changed since your note.")
            return translate("MarkCard", "The text has changed since you marked it.")
        case TextGone():
            if is_note:
                return translate("MarkCard", "The text is gone, your note is kept.")
            return translate("MarkCard", "The text is gone, your mark is kept.")
        case _:
            assert_never(outcome)


def quoted(text: str) -> str:
    """``text`` in quotation marks, shortened to what a card has room for; ``""`` for none."""
    return f"“{shortened(text, QUOTED)}”" if text else ""
