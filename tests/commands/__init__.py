"""The commands that need no window."""

from __future__ import annotations
