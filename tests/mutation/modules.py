"""What is mutated, and the quick tests that must notice.

A module is judged by the tests that are about it: that another test somewhere would have failed as
well is luck, and takes long to find out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLACES = (
    "anchors",
    "edition_words",
    "exact_words",
    "near_parts",
    "nearest_words",
    "anchors_edits",
)

ANCHORS: Mapping[str, Sequence[str]] = {
    "anchors": ("anchors",),
    "edition_words": _PLACES,
    "exact_words": _PLACES,
    "near_parts": _PLACES,
    "nearest_words": _PLACES,
    "spots": ("spots", *_PLACES),
}

STORE: Mapping[str, Sequence[str]] = {
    "backup_files": ("backup_files",),
    "backups": ("backups", "recovery"),
    "connecting": ("connecting", "opening", "migration"),
    "copying": ("copying", "backups"),
    "disk": ("disk", "opening"),
    "elapsed": ("elapsed",),
    "erasing": ("erasing",),
    "housekeeping": ("recently_deleted", "backups"),
    "lock": ("lock",),
    "log_owner": ("log_owner",),
    "marks": ("marks", "versions", "sealing"),
    "opening": ("outcomes", "recovery"),
    "questions": ("questions", "versions", "sealing"),
    "recently_deleted": ("recently_deleted",),
    "recovery": ("recovery",),
    "sealing": ("sealing",),
    "store": ("store",),
    "versions": ("versions",),
}

MODULES = {**ANCHORS, **STORE}
"""The modules of reader/notebook, and for each the tests/notebook/test_*.py that judge it."""
