"""``python -m tests.translating [LANGUAGE]``: bring ``resources/translations`` up to date.

The program's words go into ``booklet-reader.ts``, to begin a language from, and into the catalogue
of every language; each is then compiled. ``LANGUAGE``, such as ``cy``, begins a new one.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from reader.ui.translations import NAME
from tests.translating.catalogue import FOLDER, compile_catalogue, languages_of, sources, update

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def bring_up_to_date(folder: Path, modules: Sequence[Path], language: str = "") -> None:
    """Raises ``ToolError``."""
    update(folder / f"{NAME}.ts", modules)
    if language:
        update(folder / f"{NAME}_{language}.ts", modules, language)
    for catalogue in languages_of(folder):
        update(catalogue, modules)
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))


def main(arguments: Sequence[str]) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.translating", description=__doc__)
    parser.add_argument("language", nargs="?", default="", help="a language to begin, such as cy")
    bring_up_to_date(FOLDER, sources(), parser.parse_args(arguments).language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
