"""Qt's own tools: the words out of the source, and files that the window can read."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6

from reader.ui.translations import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent


class ToolError(Exception):
    """A tool of Qt's did not do its work; ``said`` is why."""

    def __init__(self, tool: str, said: str) -> None:
        super().__init__(tool, said)
        self.tool = tool
        self.said = said


def sources(package: Path = REPOSITORY / "reader") -> Sequence[Path]:
    """The modules that words are looked for in."""
    return sorted(package.rglob("*.py"))


def update(catalogue: Path, modules: Sequence[Path], language: str = "") -> None:
    """Make ``catalogue``, or bring it up to date: new words in, lost ones out, translations kept.

    ``language`` is whose it becomes, such as ``"cy"``; without one it is there to be copied.
    Raises ``ToolError``.
    """
    target = ("-target-language", language) if language else ()
    marks = ("-tr-function-alias", "QT_TRANSLATE_NOOP=marked")
    options = (*marks, "-no-obsolete", "-locations", "none", "-source-language", "en_GB", *target)
    _run("lupdate", *options, *map(str, modules), "-ts", str(catalogue))


def compile_catalogue(catalogue: Path, to: Path) -> None:
    """Write what is translated in ``catalogue`` as the window reads it; raises ``ToolError``."""
    _run("lrelease", "-silent", "-nounfinished", str(catalogue), "-qm", str(to))


def languages_of(folder: Path) -> Sequence[Path]:
    """The catalogues of languages in ``folder``."""
    return sorted(folder.glob(f"{NAME}_*.ts"))


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run(
        [TOOLS / tool, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode or "warning:" in done.stderr.lower():
        raise ToolError(tool, done.stderr or done.stdout)
