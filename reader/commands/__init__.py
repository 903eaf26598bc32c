"""What can be done without a window: each command a function that gives an exit status."""

from __future__ import annotations
