"""Fills a disk of 128 kB with notes: ``unshare -rm python -m tests.crash.tiny_disk FOLDER``.

Prints, as JSON, the sentence that was shown and how many notes were said to be saved and are there.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from reader.notebook.errors import NotebookError
from reader.notebook.model import MarkKind, Place
from reader.notebook.notebook import Notebook

KILOBYTES = 128


def mount(folder: Path) -> None:
    """Mount an empty disk of that size on ``folder``; needs a mount namespace of our own."""
    system = ctypes.CDLL(None, use_errno=True)
    options = f"size={KILOBYTES}k".encode()
    if system.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, options):
        raise OSError(ctypes.get_errno(), "mount")


def fill(folder: Path) -> dict[str, object]:
    """Write until the disk is full, make room, and write again."""
    ids = count()
    path = folder / "notebook.db"
    place = Place("recurrence", "2026-11", "why", "p1")

    def open_() -> Notebook:
        return Notebook.open(path, now=lambda: datetime.now(UTC), new_id=lambda: f"id-{next(ids)}")

    notebook = open_()
    saved: list[str] = []
    said = ""
    backup = notebook.housekeeping.now_and_then()
    while not said and len(saved) < 10_000:
        try:
            saved.append(notebook.marks.add(MarkKind.NOTE, place, "word " * 60).id)
        except NotebookError as error:
            said = str(error)
    shown = len(notebook.marks.all())
    notebook.close()
    reopened = open_()
    held = {mark.id for mark in reopened.marks.all() if mark.is_whole}
    full_backup = reopened.housekeeping.at_start()
    for file in folder.glob("backups/*"):
        file.unlink()
    reopened.marks.delete(saved[0])
    return {
        "said": said,
        "saved": len(saved),
        "shown": shown,
        "held": len(held & set(saved)),
        "more": len(held - set(saved)),
        "first backup": backup.trouble is None,
        "full backup": str(full_backup.trouble),
    }


if __name__ == "__main__":
    mount(Path(sys.argv[1]))
    print(json.dumps(fill(Path(sys.argv[1]))))  # noqa: T201
