"""How much of each test is run, and what its figures say."""

from __future__ import annotations

import math
import os

VARIABLE = "KIOSK_AMOUNT"
FULL = "full"


def amount(full: int, usual: int) -> int:
    """``usual``, unless KIOSK_AMOUNT says ``full`` or a number, which is ``full`` at the most."""
    wanted = os.environ.get(VARIABLE, "")
    if wanted == FULL:
        return full
    return min(int(wanted), full) if wanted else usual


def none_in(number: int) -> str:
    """What it means that something did not happen in ``number`` trials.

    The bound is exact: with a larger share, no failure in so many trials is rarer than 5 in 100.
    """
    share = 100 * (1 - 0.05 ** (1 / number))
    digits = max(0, 1 - math.floor(math.log10(share)))
    return f"0 in {number:,} (below {share:.{digits}f} % at 95 % confidence)"


def spread(seconds: list[float]) -> str:
    """The middle and the longest."""
    ordered = sorted(seconds)
    return f"p50 {ordered[len(ordered) // 2]:.3f} s, p100 {ordered[-1]:.3f} s, n {len(ordered):,}"
