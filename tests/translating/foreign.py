"""The window in a language that nobody speaks, and as it is again afterwards."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.override import override
from tests.translating.catalogue import compile_catalogue, sources, update
from tests.translating.pseudo import fill_in, plain
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

FAR = QLocale("ar_EG")
"""No digit or day of it is written as in English."""


@cache
def compiled(*, from_right: bool = False) -> bytes:
    """All words of the program in the language, as the window reads them."""
    with tempfile.TemporaryDirectory(prefix="words-") as folder:
        catalogue = Path(folder, "words.ts")
        update(catalogue, sources(), "en_GB")
        fill_in(catalogue, from_right=from_right)
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
        return catalogue.with_suffix(".qm").read_bytes()


@contextmanager
def foreign(app: QApplication, *, from_right: bool = False) -> Iterator[None]:
    """While it lasts, what is made is in the language, with the digits and days of another."""
    words = QTranslator()
    kept = compiled(from_right=from_right)
    locale = QLocale()
    QLocale.setDefault(FAR)
    assert words.load(kept)
    app.installTranslator(words)
    try:
        yield
    finally:
        app.removeTranslator(words)
        QLocale.setDefault(locale)


@contextmanager
def mirrored(app: QApplication) -> Iterator[None]:
    """While it lasts, the window is read from the right."""
    before = app.layoutDirection()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app.setLayoutDirection(before)


class Foreigner(Person):
    """Somebody who knows what the controls are called in English, and finds them all the same."""

    @override
    def names(self) -> list[str]:
        return [plain(name) for name in super().names()]

    @override
    def button(self, name: str) -> QAbstractButton:
        self._qtbot.waitUntil(lambda: self.names().count(name) == 1, timeout=2000)
        buttons = self.window.findChildren(QAbstractButton)
        return next(
            one for one in buttons if one.isVisible() and plain(one.accessibleName()) == name
        )
