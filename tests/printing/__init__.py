"""Tests of how the printing system is spoken to."""

from __future__ import annotations
