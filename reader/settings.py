"""How a reader likes things to look; kept in one small file."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from reader.files import write_atomically
from reader.override import override
from reader.said import SaidError, Translate, english

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SMALLEST_SIZE = 1.0
LARGEST_SIZE = 4.0
FEWEST_LINES = 2
MOST_LINES = 12
THEMES = ("system", "light", "paper", "dark", "contrast-light", "contrast-dark")
FONTS = ("hyperlegible", "sans", "serif")
SPACINGS = ("usual", "wide", "widest")
MEASURES = ("narrow", "usual", "full")
PRINT_SIZES = ("clear", "large", "very-large")
PAPERS = ("a4", "letter")
REST_STYLES = ("boxes", "lines")
LONGEST_NAME = 200

_LANGUAGE = re.compile(r"([a-z]{2,3}(_[A-Z]{2})?)?")
_log = logging.getLogger(__name__)


class SettingsNotSavedError(SaidError):
    """The settings could not be written to ``path``; the file there is as it was."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    @override
    def said(self, translate: Translate = english) -> str:
        told = translate(
            "Settings", "Your settings could not be saved ({reason}). They stay until you close."
        )
        return told.format(reason=self.reason)


@dataclass(frozen=True, slots=True)
class Settings:
    """One reader's choices; every default is right for somebody who never opens Comfort.

    ``size`` multiplies all text, from 1.0 to 4.0; until ``size_chosen`` it is nobody's choice.
    The five after ``less_movement`` are about the text of booklets; ``reading_strip`` shows one
    sentence at a time. ``speech_rate`` is -1 (slow) to 1 (fast), 0 the voice's own;
    ``speech_voice`` is a name, ``""`` the usual voice. ``answer_lines`` is how many
    lines to write on stand under a printed question, from 2 to 12; ``rest_style`` is what stands
    with a question that is asked if there is time. ``language`` is that of the window, ``""`` what
    the computer is set to.
    """

    size: float = SMALLEST_SIZE
    size_chosen: bool = False
    theme: str = "system"
    big_targets: bool = False
    less_movement: bool = False
    reading_font: str = "hyperlegible"
    line_spacing: str = "usual"
    letter_spacing: str = "usual"
    word_spacing: str = "usual"
    measure: str = "usual"
    reading_strip: bool = False
    speech_rate: float = 0.0
    speech_voice: str = ""
    print_size: str = "clear"
    paper: str = "a4"
    answer_lines: int = 3
    rest_style: str = "boxes"
    fold: bool = False
    language: str = ""


def load_settings(path: Path) -> Settings:
    """The settings kept at ``path``; never fails.

    A value that makes no sense falls back to its default with a line in the log, and the others
    stay. A file that cannot be understood at all is renamed, so that the next save keeps it.
    """
    try:
        kept = _read(path)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        _log.warning("The settings could not be read (%s); the defaults are used.", error.strerror)
        return Settings()
    except ValueError:
        _put_aside(path)
        return Settings()
    return _understood(kept)


def save_settings(path: Path, settings: Settings) -> None:
    """Keep ``settings`` at ``path`` at once or not at all.

    Keys of other versions stay, and so do their words for a choice, such as a theme that is not
    there, until another is chosen here. Raises ``SettingsNotSavedError``.
    """
    try:
        kept = _read(path)
    except (OSError, ValueError):
        kept = {}
    before = _understood(kept)
    ours = {
        name: value
        for name, value in asdict(settings).items()
        if not _is_of_others(name, kept.get(name)) or value != getattr(before, name)
    }
    text = json.dumps({**kept, **ours}, indent=2)  # in ASCII, which any string can be put in
    try:
        write_atomically(path, f"{text}\n".encode())
    except OSError as error:
        raise SettingsNotSavedError(path, error.strerror or type(error).__name__) from error


def _read(path: Path) -> dict[str, Any]:
    """What the file says; raises ``OSError``, or ``ValueError`` when it is no table of settings."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8-sig"))  # with the mark that Notepad puts
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error
    if not isinstance(kept, dict):
        message = "not a table"
        raise ValueError(message)
    return kept


def _put_aside(path: Path) -> None:
    aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
    try:
        path.replace(aside)
    except OSError as error:
        _log.warning("The settings are damaged and cannot be moved aside (%s).", error.strerror)
    else:
        _log.warning("The settings are damaged; kept as %s, the defaults are used.", aside.name)


def _understood(kept: Mapping[str, Any]) -> Settings:
    # Files from before the choice at the first start hold a size that somebody lives with.
    settings = Settings(size_chosen=_MAKES_SENSE["size"](kept.get("size")))
    for field in fields(Settings):
        if field.name not in kept:
            continue
        value = kept[field.name]
        if _MAKES_SENSE[field.name](value):
            settings = replace(settings, **{field.name: value})
        else:
            _log.warning("The setting %r has no meaning; the default is used.", field.name)
    if settings.size_chosen and not _MAKES_SENSE["size"](kept.get("size", SMALLEST_SIZE)):
        return replace(settings, size_chosen=False)  # lost, so it is worth asking for again
    return settings


def _is_of_others(name: str, value: object) -> bool:
    """Whether this is a word that a newer version may have for a choice."""
    return isinstance(value, str) and not _MAKES_SENSE[name](value)


def _is_number(value: object, lowest: float, highest: float) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and lowest <= value <= highest  # type: ignore[operator]  # a number by now


_MAKES_SENSE: Mapping[str, Callable[[Any], bool]] = {
    "size": lambda value: _is_number(value, SMALLEST_SIZE, LARGEST_SIZE),
    "size_chosen": lambda value: isinstance(value, bool),
    "theme": lambda value: value in THEMES,
    "big_targets": lambda value: isinstance(value, bool),
    "less_movement": lambda value: isinstance(value, bool),
    "reading_font": lambda value: value in FONTS,
    "line_spacing": lambda value: value in SPACINGS,
    "letter_spacing": lambda value: value in SPACINGS,
    "word_spacing": lambda value: value in SPACINGS,
    "measure": lambda value: value in MEASURES,
    "reading_strip": lambda value: isinstance(value, bool),
    "speech_rate": lambda value: _is_number(value, -1.0, 1.0),
    "speech_voice": lambda value: isinstance(value, str) and len(value) <= LONGEST_NAME,
    "print_size": lambda value: value in PRINT_SIZES,
    "paper": lambda value: value in PAPERS,
    "rest_style": lambda value: value in REST_STYLES,
    "fold": lambda value: isinstance(value, bool),
    "language": lambda value: isinstance(value, str) and bool(_LANGUAGE.fullmatch(value)),
    "answer_lines": lambda value: (
        isinstance(value, int) and _is_number(value, FEWEST_LINES, MOST_LINES)
    ),
}
