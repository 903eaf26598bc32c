"""Loaded by pytest while mutants are tried: the quickest tests first, and the same examples always.

Chance would make the score another one each time, and an example need not be made small when it is
enough to know that a test failed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    import pytest

TIMES = Path("mutmut-stats.json")

settings.register_profile(
    "mutation",
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by the time that mutmut took of each; there is none in its own first run."""
    if TIMES.exists():
        times = json.loads(TIMES.read_text(encoding="utf-8"))["duration_by_test"]
        items.sort(key=lambda item: times.get(item.nodeid, 0.0))
