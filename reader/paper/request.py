"""What somebody asks to have on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.paper.letters import LetterFields

if TYPE_CHECKING:
    from reader.paper.kinds import SheetKind


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """A kind of sheet, and what of the notebook and the shelf it is about.

    ``booklet`` is the id of the one to print, or whose notes; ``""`` for notes of all of them.
    ``sections`` are those of the booklet to print, none for all that is not behind a gate. For
    notes they are the gated sections that may be quoted. ``appointment`` is the id of the one whose
    list is printed, ``""`` for the current one; of two opinions it is the second, and ``before`` is
    the id of the first, ``""`` for the appointment before.
    """

    kind: SheetKind
    booklet: str = ""
    sections: tuple[str, ...] = ()
    appointment: str = ""
    before: str = ""
    letter: LetterFields = field(default_factory=LetterFields)
