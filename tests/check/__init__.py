"""Tests of the editorial check."""

from __future__ import annotations
