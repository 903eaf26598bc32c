"""Where the letters are that sheets are printed with, and screens written in."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from reader.paper.errors import FontsMissingError

FAMILY = "Atkinson Hyperlegible"
REGULAR = "AtkinsonHyperlegible-Regular.ttf"
BOLD = "AtkinsonHyperlegible-Bold.ttf"

_PACKAGE = "fontpkg_atkinson_hyperlegible"


def font_folder() -> Path:
    """The folder that holds ``REGULAR`` and ``BOLD``; raises ``FontsMissingError``.

    The package is looked up and not imported. In a bundle its files lie where the package would.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FontsMissingError(None)
    folder = Path(next(iter(spec.submodule_search_locations))) / "files"
    if not all((folder / name).is_file() for name in (REGULAR, BOLD)):
        raise FontsMissingError(folder)
    return folder
