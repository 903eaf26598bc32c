"""Tests of what is put on paper."""

from __future__ import annotations
