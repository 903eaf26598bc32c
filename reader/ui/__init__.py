"""Pages and panels, theme, printing to a printer."""

from __future__ import annotations
