"""Booklet Reader: patient booklets with no internet, a notebook, and a question sheet to print."""

from __future__ import annotations
