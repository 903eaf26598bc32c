"""Tests of what keeps the kiosk safe."""

from __future__ import annotations
