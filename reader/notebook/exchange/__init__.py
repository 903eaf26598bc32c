"""Taking the notebook along: out in forms for people and programs, and in again."""

from __future__ import annotations
