"""A folder of somebody who was here before, and has chosen a size: they are not asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paths import find_paths
from reader.settings import Settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path


def been_here(data: Path) -> Path:
    """``data``, with settings in it unless it has some."""
    settings = find_paths(data=data, environ={}).settings
    if not settings.exists():
        save_settings(settings, Settings(size_chosen=True))
    return data
