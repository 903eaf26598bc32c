"""Tests of what the bundled booklets say."""

from __future__ import annotations
