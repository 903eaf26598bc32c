"""After the visit: each question with its answer, and two doctors' answers side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notebook.model import Answered
    from reader.paper.sheet import PaperContact


@dataclass(frozen=True, slots=True)
class VisitAnswer:
    """What was said to a question; ``answer`` is ``""`` where nothing was written down."""

    question: str
    answer: str
    answered: Answered
    origin: str = ""


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """An appointment and what came of it; without questions there is room to write some."""

    appointment: str = ""
    answers: tuple[VisitAnswer, ...] = ()
    sources: tuple[str, ...] = ()
    contacts: tuple[PaperContact, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinions:
    """Two doctors' answers to one question; ``""`` leaves lines to write on."""

    question: str
    first: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class OpinionsSheet:
    """Two appointments, and the answers of both; without questions there is room for three."""

    first: str = ""
    second: str = ""
    opinions: tuple[Opinions, ...] = ()
    contacts: tuple[PaperContact, ...] = ()
