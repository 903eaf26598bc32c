"""The waiting-room screen: what it allows, when a session ends, and what looks after it."""

from __future__ import annotations
