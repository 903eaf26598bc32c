"""Which booklets are here, and search over them."""

from __future__ import annotations
