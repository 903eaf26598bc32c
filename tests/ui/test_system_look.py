"""What the computer says about colours, contrast, letters and movement is heard, and followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from reader.override import override
from reader.ui.look import SIZES
from reader.ui.system_look import SystemLook, size_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleHintReturn, QStyleOption, QWidget
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("points", "usual", "size"),
    [
        (11.0, 11.0, 1.0),
        (9.0, 9.0, 1.0),
        (9.0, 11.0, 1.0),
        (13.0, 11.0, 1.0),
        (13.75, 11.0, 1.25),
        (13.5, 9.0, 1.5),
        (16.5, 11.0, 1.5),
        (20.25, 9.0, 2.0),
        (90.0, 9.0, 4.0),
        (-1.0, 11.0, 1.0),
        (0.0, 11.0, 1.0),
        (float("nan"), 11.0, 1.0),
    ],
)
def test_bigger_letters_of_the_desktop_are_a_bigger_size(
    points: float, usual: float, size: float
) -> None:
    assert size_for(points, usual) == size
    assert size in SIZES


def test_the_desktops_letters_are_asked_for(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.system_look.sys.platform", "win32")
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _which: QFont("Any", 18))
    assert SystemLook(qapp).size == 2.0


class Access(QObject):
    """What a desktop says about contrast."""

    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.preference = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802 - Qt's name
        return self.preference


class Desktop(QObject):
    """In the place of the application and its hints: offscreen there is no desktop to ask."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.access = Access()

    def styleHints(self) -> Desktop:  # noqa: N802 - Qt's name
        return self

    def accessibility(self) -> Access:
        return self.access

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self.scheme


def test_dark_and_light_are_heard_as_they_change(qapp: QApplication) -> None:
    desktop = Desktop()
    system = SystemLook(desktop)  # type: ignore[arg-type]
    told: list[bool] = []
    system.changed.connect(lambda: told.append(system.is_dark))
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Unknown):
        desktop.scheme = scheme
        desktop.colorSchemeChanged.emit(scheme)
    assert told == [True, False, False]


def test_high_contrast_is_heard_as_it_changes(qapp: QApplication) -> None:
    desktop = Desktop()
    system = SystemLook(desktop)  # type: ignore[arg-type]
    told: list[bool] = []
    system.changed.connect(lambda: told.append(system.is_high_contrast))
    for preference in (Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference):
        desktop.access.preference = preference
        desktop.access.contrastPreferenceChanged.emit(preference)
    assert told == [True, False]


def test_the_real_hints_have_what_is_asked_of_them(qapp: QApplication, qtbot: QtBot) -> None:
    system = SystemLook(qapp)
    assert (system.is_dark, system.is_high_contrast) == (False, False)
    with qtbot.waitSignal(system.changed):
        qapp.styleHints().accessibility().contrastPreferenceChanged.emit(
            Qt.ContrastPreference.HighContrast
        )


class Still(QProxyStyle):
    """A desktop on which nothing moves by itself."""

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animate:
            return 0
        return super().styleHint(hint, option, widget, returned)


def test_less_movement_is_heard(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    system = SystemLook(qapp)
    assert system.wants_less_movement is False
    still = Still()
    monkeypatch.setattr(QApplication, "style", lambda *_: still)
    assert system.wants_less_movement is True
