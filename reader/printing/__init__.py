"""The printing system of this machine, asked in its own language over its own socket."""

from __future__ import annotations
