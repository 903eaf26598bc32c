"""The language of the window: which one is asked for, and its words where they are here.

British English is written in the program itself; another language is a file in
``resources/translations``. Without one, or with one that is damaged, the window is in English: that
is no error, only a line in the log.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NAME = "booklet-reader"
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)

_log = logging.getLogger(__name__)


def speak(app: QApplication, folder: Path, asked: str, system: QLocale) -> QLocale:
    """Let ``app`` speak the language asked for, or that of ``system``, or English; gives which.

    ``asked`` is a name like ``"cy"`` or ``"pt_BR"``, ``""`` for what the computer is set to;
    ``folder`` holds ``booklet-reader_cy.qm`` and so on. To be called before anything is shown.
    """
    for name in [asked] if asked else system.uiLanguages():
        locale = QLocale(name)
        if locale.language() is QLocale.Language.C:
            continue  # no language at all, whatever the settings say
        if _is_english(locale) or _load(app, folder, locale):
            return _settle(app, _nearest(locale, system))
    return _settle(app, _nearest(ENGLISH, system))


def languages(folder: Path) -> Sequence[str]:
    """What the window can be in besides English, by name: ``("cy",)``."""
    files = folder.glob(f"{NAME}_*.qm")
    return sorted(path.stem.removeprefix(f"{NAME}_") for path in files)


def _load(app: QApplication, folder: Path, locale: QLocale) -> bool:
    ours = QTranslator(app)
    names = [name for name in _names(locale) if name in languages(folder)]
    if not any(ours.load(str(folder / f"{NAME}_{name}.qm")) for name in names):
        if names:
            _log.warning("The words for %s cannot be read; the window is in English.", names[0])
        return False
    for installed in (_of_qt(app, locale), ours):  # the last is asked first
        if installed is not None:
            app.installTranslator(installed)
    return True


def _of_qt(app: QApplication, locale: QLocale) -> QTranslator | None:
    """Qt's own words, in its dialogs and the menus of its fields, where Qt has that language."""
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words if words.load(locale, "qtbase", "_", folder) else None


def _names(locale: QLocale) -> Sequence[str]:
    """``("pt_BR", "pt")``: the nearest first."""
    return tuple(dict.fromkeys((locale.name(), QLocale.languageToCode(locale.language()))))


def _is_english(locale: QLocale) -> bool:
    return locale.language() is QLocale.Language.English


def _nearest(spoken: QLocale, system: QLocale) -> QLocale:
    """``spoken`` as it is written where the computer is, if that is one of its countries."""
    return system if system.language() is spoken.language() else spoken


def _settle(app: QApplication, locale: QLocale) -> QLocale:
    """Numbers and days, and the side from which the window is read, go with the words."""
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    return locale
