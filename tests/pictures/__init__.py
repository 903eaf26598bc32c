"""Every page as it looks: in every theme, at sizes 1, 2 and 4, and in the smallest window."""

from __future__ import annotations
