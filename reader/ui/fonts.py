"""The typeface of the whole program, Atkinson Hyperlegible, given to Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from reader.override import override
from reader.paper.errors import FontsMissingError
from reader.paper.fonts import font_folder

FILES = tuple(
    f"AtkinsonHyperlegible-{face}.ttf" for face in ("Regular", "Italic", "Bold", "BoldItalic")
)


class FontError(Exception):
    """The file at ``path`` is missing or no typeface that can be used."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    @override
    def __str__(self) -> str:
        return f"the typeface {self.path.name} is missing or cannot be used"


def load_reading_font(folder: Path | None = None) -> str:
    """Give Qt the four faces and return the family they form. Needs an application.

    ``folder`` is where the installed typeface is unless given. Raises ``FontError`` naming the
    first file that Qt refuses, or that is of another family than the first.
    """
    folder = _installed() if folder is None else folder
    family = ""
    for name in FILES:
        path = folder / name
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number != -1 else []
        family = family or next(iter(families), "")
        if not families or families[0] != family:
            raise FontError(path)
    return family


def reading_families(hyperlegible: str) -> dict[str, str]:
    """The typefaces that booklets can be read in here, by ``ReadingStyle.font``.

    One that this computer gives as another that is offered already is left out.
    """
    plain = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    serif = QFont("serif")
    serif.setStyleHint(QFont.StyleHint.Serif)
    found = {"hyperlegible": hyperlegible}
    for font, wanted in (("sans", plain), ("serif", serif)):
        family = QFontInfo(wanted).family()
        if family not in found.values():
            found[font] = family
    return found


def _installed() -> Path:
    try:
        return font_folder()
    except FontsMissingError as error:
        if error.folder is None:
            raise FontError(Path(FILES[0])) from error
        return error.folder
