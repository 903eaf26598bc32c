"""Mutation testing of what must never lose a note: ``python -m tests.mutation``."""

from __future__ import annotations
