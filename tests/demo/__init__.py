"""The main job from beginning to end in the real window, with a picture of every step."""

from __future__ import annotations
