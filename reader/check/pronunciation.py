"""How words are said aloud: each form once, letters and not words, and something to be gained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.check.finding import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.check.draft import Draft
    from reader.check.finding import Finding
    from reader.shelf.pronunciation import Saying

MOST_SAID = 60


def check_pronunciation(draft: Draft) -> Iterator[Finding]:
    """Forms that are given twice, are said as they are written, or take too long to say."""
    file = draft.pronunciation_file
    given: dict[str, str] = {}
    for saying in draft.pronunciation:
        for what, mend in _problems(saying, given):
            yield file.finding(("say", saying.id), Rule.PRONUNCIATION, what, mend)


def _problems(saying: Saying, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    for form in saying.written:
        first = given.get(form)
        if first is not None:
            yield f"The form “{form}” stands in “{first}” already", "keep one of the two"
        given.setdefault(form, saying.id)
        if form == saying.said:
            yield f"“{form}” is said as it is written", "take it out, or say it otherwise"
        if form != form.strip(" ,;:!?"):
            yield f"“{form}” ends in a mark that is none of the word", "write the word alone"
    if len(saying.said) > MOST_SAID:
        what = f"It takes {len(saying.said)} letters to say “{saying.written[0]}”"
        yield what, f"use {MOST_SAID} at most: this is how it sounds, not what it means"
