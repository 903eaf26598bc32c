"""Tests of ui.translations: which language the window is in, and English where it cannot be."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator

from reader.override import override
from reader.ui.language import in_digits, translate
from reader.ui.translations import NAME, languages, speak
from tests.translating.catalogue import FOLDER
from tests.translating.foreign import compiled
from tests.translating.pseudo import pseudo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

WORDS = pseudo("Saved")


class System(QLocale):
    """A computer whose owner has asked for some languages, the first most."""

    def __init__(self, *names: str) -> None:
        super().__init__(names[0])
        self._names = list(names)

    @override
    def uiLanguages(self, separator: object = None, /) -> list[str]:
        return self._names


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """As it was before, when the test is over."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield qapp
    for words in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(words)
        words.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Welsh, Arabic and Portuguese as in Brazil, for all that anybody can tell."""
    for name in ("cy", "ar", "pt_BR"):
        (tmp_path / f"{NAME}_{name}.qm").write_bytes(compiled())
    return tmp_path


def saved() -> str:
    """A word of the window's."""
    return translate("Saving", "Saved")


def warnings_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.levelno >= logging.WARNING]


# ---- which one


@pytest.mark.parametrize("names", [("cy-GB",), ("cy",), ("fr-FR", "cy-GB"), ("de", "fr", "cy")])
def test_the_first_language_of_the_computer_that_is_here(
    app: QApplication, folder: Path, names: tuple[str, ...]
) -> None:
    spoken = speak(app, folder, "", System(*names))
    assert saved() == WORDS
    assert spoken.language() is QLocale.Language.Welsh


@pytest.mark.parametrize("names", [("en-GB", "cy-GB"), ("en-US",), ("fr-FR",), ("C",), ("pt-PT",)])
def test_english_where_it_comes_first_or_nothing_else_is_here(
    app: QApplication, folder: Path, names: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    spoken = speak(app, folder, "", System(*names))
    assert saved() == "Saved"
    assert spoken.language() is QLocale.Language.English
    assert warnings_of(caplog) == []


def test_a_language_that_is_asked_for_goes_before_the_computers(
    app: QApplication, folder: Path
) -> None:
    speak(app, folder, "cy", System("en-GB"))
    assert saved() == WORDS


def test_english_can_be_asked_for(app: QApplication, folder: Path) -> None:
    speak(app, folder, "en", System("cy-GB"))
    assert saved() == "Saved"


def test_a_country_has_its_own(app: QApplication, folder: Path) -> None:
    assert speak(app, folder, "", System("pt-BR")).name() == "pt_BR"
    assert saved() == WORDS


def test_digits_and_days_are_those_of_the_computers_country(
    app: QApplication, folder: Path
) -> None:
    speak(app, folder, "", System("en-IN"))
    assert QLocale().name() == "en_IN"
    speak(app, folder, "", System("fr-FR"))
    assert QLocale().name() == "en_GB"
    assert in_digits(12345) == "12,345"


# ---- from the right


def test_the_window_is_read_from_where_its_language_is(app: QApplication, folder: Path) -> None:
    speak(app, folder, "ar", System("en-GB"))
    assert app.layoutDirection() is Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    speak(app, folder, "", System("he-IL"))
    assert app.layoutDirection() is Qt.LayoutDirection.LeftToRight


# ---- what cannot be read


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, b"not words at all"])
def test_a_damaged_language_is_no_error(
    app: QApplication, folder: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / f"{NAME}_cy.qm").write_bytes(damage)
    speak(app, folder, "cy", System("cy-GB"))
    assert saved() == "Saved"
    assert warnings_of(caplog) == ["The words for cy cannot be read; the window is in English."]


def test_half_a_language_is_no_error(app: QApplication, folder: Path) -> None:
    whole = compiled()
    (folder / f"{NAME}_cy.qm").write_bytes(whole[: len(whole) // 2])
    speak(app, folder, "cy", System("cy-GB"))
    assert saved() in ("Saved", WORDS)


@pytest.mark.parametrize("asked", ["cy", "xx", "C"])
def test_a_language_that_is_not_here_is_no_error(
    app: QApplication, tmp_path: Path, asked: str, caplog: pytest.LogCaptureFixture
) -> None:
    speak(app, tmp_path / "none", asked, System("en-GB"))
    assert saved() == "Saved"
    assert warnings_of(caplog) == []


def test_the_languages_that_are_here(folder: Path, tmp_path: Path) -> None:
    (folder / f"{NAME}.ts").touch()
    (folder / "notes.txt").touch()
    assert list(languages(folder)) == ["ar", "cy", "pt_BR"]
    assert list(languages(tmp_path / "none")) == []


def test_no_language_is_shipped_that_nobody_vouches_for() -> None:
    """Whoever brings one names it here, and in docs/translating.md who has read it."""
    assert list(languages(FOLDER)) == []
