"""The notebook that the window has, and whether what is written in it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notebook.notebook import Notebook


class Keeping(Enum):
    """What becomes of what is written."""

    KEPT = auto()
    UNTIL_CLOSED = auto()
    ONLY_LOOKED_AT = auto()


@dataclass(frozen=True, slots=True)
class Held:
    """``why`` says in words for people why it is not kept; ``""`` where it is."""

    notebook: Notebook
    keeping: Keeping = Keeping.KEPT
    why: str = ""
