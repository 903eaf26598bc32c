"""The notebook that the window has, and whether what is written in it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.notebook.notebook import Notebook


class Keeping(Enum):
    """What becomes of what is written."""

    KEPT = auto()
    UNTIL_CLOSED = auto()
    ONLY_LOOKED_AT = auto()


@dataclass(frozen=True, slots=True)
class Held:
    """``why`` says in words for people why it is not kept; ``""`` where it is.

    ``now`` and ``new_id`` are what it was opened with, for copies of it.
    """

    notebook: Notebook
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    keeping: Keeping = Keeping.KEPT
    why: str = ""
