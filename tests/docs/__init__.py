"""Tests of what the documents say."""

from __future__ import annotations
