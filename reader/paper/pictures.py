"""Figures as they are printed: black on white, with nothing told by colour."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.booklet.figures import coloured
from reader.paper.errors import FigureError
from reader.paper.press import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BLACK, WHITE, PALE = "#000000", "#FFFFFF", "#EBEBEB"
PAPER: Mapping[str, str] = MappingProxyType(
    {
        "ground": WHITE,
        "surface": WHITE,
        "on_accent": WHITE,
        "accent_soft": PALE,
        "warn_ground": PALE,
        "ink": BLACK,
        "muted": BLACK,
        "accent": BLACK,
        "line": BLACK,
        "control_line": BLACK,
        "warn_ink": BLACK,
    }
)
"""The pale grey is 1.2 : 1 on white and gives letters on it 17 : 1; copiers drop it unharmed."""


def read_picture(folder: Path, source: str) -> Picture:
    """The picture ``source`` of the booklet in ``folder``, ready for paper; raises ``FigureError``.

    The booklet's reader let it in, but it may have changed or gone since.
    """
    suffix = source.rpartition(".")[2].lower()
    try:
        data = (folder / source).read_bytes()
        if suffix == "svg":
            data = coloured(data.decode("utf-8"), PAPER).encode("utf-8")
    except OSError as error:
        raise FigureError(source, error.strerror or str(error)) from error
    except (ValueError, KeyError) as error:
        raise FigureError(source, "it is not a picture any more") from error
    return Picture(suffix, data)
