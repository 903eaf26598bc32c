"""Sentences that a part without Qt says, so that the window can say them in its language.

An error carries data and words them itself: in English for a log or a terminal, or in whatever
language the one who shows it passes in.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.override import override

Translate = Callable[[str, str], str]
"""Gives for a context and English words those of another language."""


def english(_context: str, text: str) -> str:
    """The words as they are."""
    return text


def marked(_context: str, text: str) -> str:
    """The words as they are, for ``make translations`` to find; whoever shows them translates."""
    return text


class SaidError(Exception):
    """An error with words for people."""

    def said(self, translate: Translate = english) -> str:
        """What happened, that nothing was lost, and what to do next."""
        raise NotImplementedError

    @override
    def __str__(self) -> str:
        return self.said()
