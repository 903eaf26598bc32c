"""What a careful editor would find in booklets before they are published."""

from __future__ import annotations
