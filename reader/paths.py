"""The one place that knows where files are: the program's own and the reader's."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = "booklet-reader"
_PACKAGE = Path(__file__).parent


class PathsError(Exception):
    """There is no place for something the program cannot do without; ``problem`` says what."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    @override
    def __str__(self) -> str:
        return self.problem


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders, and the files in them that have a fixed name.

    ``content`` and ``resources`` come with the program and are only read. ``data`` is what the
    reader would miss; ``cache`` can be deleted at any time. Nothing here is made by finding it.
    """

    content: Path
    resources: Path
    data: Path
    cache: Path

    @property
    def notebook(self) -> Path:
        """What the reader wrote."""
        return self.data / "notebook.sqlite"

    @property
    def settings(self) -> Path:
        """How the reader likes things to look."""
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        """What went wrong, for whoever is asked to help."""
        return self.data / "booklet-reader.log"

    @property
    def search_index(self) -> Path:
        """The words of the booklets; made again whenever it is missing."""
        return self.cache / "search.index"


def find_paths(*, data: Path | None, environ: Mapping[str, str]) -> Paths:
    """Where everything is for this copy of the program and this person.

    With ``data`` everything that is written goes there, the cache too. Without it the system's
    usual folders are used; ``XDG_DATA_HOME`` and ``XDG_CACHE_HOME`` in ``environ`` are obeyed
    where they name a full path. Raises ``PathsError``.
    """
    content, resources = _program_folders(_PACKAGE, getattr(sys, "_MEIPASS", None))
    if data is not None:
        data = data.absolute()
        return Paths(content, resources, data, data / "cache")
    return Paths(content, resources, _data_folder(environ), _cache_folder(environ))


def _program_folders(package: Path, bundle: str | None) -> tuple[Path, Path]:
    for content, resources in _layouts(package, bundle):
        if content.is_dir() and resources.is_dir():
            return content, resources
    message = "Some of the program’s own files are missing. Please install Booklet Reader again."
    raise PathsError(message)


def _layouts(package: Path, bundle: str | None) -> Iterator[tuple[Path, Path]]:
    """A PyInstaller bundle, an installed wheel, a checkout: in the order they are looked for."""
    if bundle is not None:
        yield Path(bundle, "content"), Path(bundle, "resources")
    yield package / "_content", package / "_resources"
    yield package.parent / "content", package.parent / "resources"


def _data_folder(environ: Mapping[str, str]) -> Path:
    import platformdirs  # not needed with --data, and start-up is measured

    return _named(environ, "XDG_DATA_HOME") or _full(
        platformdirs.user_data_path(NAME, appauthor=False)
    )


def _cache_folder(environ: Mapping[str, str]) -> Path:
    import platformdirs  # likewise

    return _named(environ, "XDG_CACHE_HOME") or _full(
        platformdirs.user_cache_path(NAME, appauthor=False)
    )


def _named(environ: Mapping[str, str], variable: str) -> Path | None:
    folder = Path(environ.get(variable, ""))
    return folder / NAME if folder.is_absolute() else None


def _full(folder: Path) -> Path:
    """``folder``, unless it hangs on a home folder that this account does not have."""
    if folder.is_absolute():
        return folder
    message = "This account has no home folder. Say where to keep your notes with --data FOLDER."
    raise PathsError(message)
