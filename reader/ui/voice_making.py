"""How the voice is made: with the reader's choices, and the publisher's way to say words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reader.ui.speech import Speaker

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reader.settings import Settings
    from reader.shelf.lists import Lists
    from reader.shelf.pronouncing import Pronouncer, Spoken
    from reader.ui.voices import EngineMaker


def make_speaker(
    settings: Settings, lists: Lists, make_engine: EngineMaker, parent: QObject
) -> Speaker:
    """The voice of the program; the list of words is read when something is first said."""

    @cache
    def pronouncer() -> Pronouncer:
        from reader.shelf.pronouncing import Pronouncer  # not before the first page

        return Pronouncer(lists.pronunciation)

    def pronounce(text: str) -> Spoken:
        return pronouncer().spoken(text)

    return Speaker(
        pronounce,
        make=make_engine,
        rate=settings.speech_rate,
        voice=settings.speech_voice,
        parent=parent,
    )
