"""Which voices there are, for whoever looks after this computer; needs no screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reader.ui.voices import all_voices, offered, system_engine


def voice_names() -> tuple[str, ...]:
    """The names of the voices that can be chosen to read English; looking takes some seconds.

    Call it once in a process that has no window.
    """
    app = QCoreApplication([])
    locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    engine = system_engine()
    found = () if engine is None else offered(all_voices(engine), locale)
    names = tuple(voice.name() for voice in found)
    del engine, found
    app.shutdown()
    return names
