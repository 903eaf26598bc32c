"""The USB sticks that are in this computer, so that nobody has to look for them in a dialog."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

LINUX_FOLDERS = (PurePosixPath("/media"), PurePosixPath("/run/media"))
"""Where desktops put what is plugged in (https://refspecs.linuxfoundation.org/FHS_3.0)."""

MAC_FOLDERS = (PurePosixPath("/Volumes"),)


@dataclass(frozen=True, slots=True)
class Stick:
    """Its name, as the desktop shows it, and the folder that it is."""

    name: str
    folder: Path


def find_sticks() -> tuple[Stick, ...]:
    """Those that can be written to, in the order of their names.

    Windows does not say through Qt which disk can be taken out; there the dialog has to do.
    """
    volumes = QStorageInfo.mountedVolumes()
    ready = (one for one in volumes if one.isReady() and not one.isReadOnly())
    folders = MAC_FOLDERS if sys.platform == "darwin" else LINUX_FOLDERS
    return sticks_among([Stick(one.displayName(), Path(one.rootPath())) for one in ready], folders)


def sticks_among(volumes: Iterable[Stick], folders: Iterable[PurePosixPath]) -> tuple[Stick, ...]:
    """Those of ``volumes`` that are under one of ``folders``.

    One without a name of its own has its folder's.
    """
    above = {str(folder) for folder in folders}
    found = [
        Stick(one.folder.name if "/" in one.name or not one.name.strip() else one.name, one.folder)
        for one in volumes
        if above & {str(parent) for parent in one.folder.parents}
    ]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))
