"""The notebook in a data folder, held as the program holds it when it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.notebook.opening import Lost, open_notebook
from reader.start import hold, new_id, now_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reader.paths import Paths
    from reader.ui.held import Held


def held_in(paths: Paths, now: Callable[[], datetime] = now_here) -> Held:
    """Open it; one that was lost is for the tests of ``reader.start``."""
    outcome = open_notebook(paths.notebook, now=now, new_id=new_id)
    assert not isinstance(outcome, Lost), outcome
    return hold(outcome, now=now, new_id=new_id)
