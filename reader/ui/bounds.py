"""Sizes that several widgets agree on."""

from __future__ import annotations

from typing import Final

UNLIMITED_PX: Final = 16_777_215
"""As wide or high as there is room for: Qt's ``QWIDGETSIZE_MAX``, which the binding has not."""

RING_PX: Final = 8
"""What is left free round the control that has the keyboard, for its ring."""
