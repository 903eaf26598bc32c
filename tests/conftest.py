"""How many tests run side by side."""

from __future__ import annotations

import os

import pytest


@pytest.hookimpl(optionalhook=True)  # mutation testing runs without xdist
def pytest_xdist_auto_num_workers() -> int:
    """For ``-n auto``: two for each core, as half of a test of a window is waiting for it."""
    return 2 * (os.cpu_count() or 1)
