"""What the keys on a kiosk's screen say and do: letters, numbers and signs, beginnings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.ui.language import translate

ACROSS = 10.0
"""How many letters stand beside each other; widths of keys are counted in these."""


class Act(StrEnum):
    """What a key does."""

    TYPE = "type"
    SHIFT = "shift"
    DELETE = "delete"
    ENTER = "enter"
    HIDE = "hide"
    LETTERS = "letters"
    NUMBERS = "numbers"
    BEGINNINGS = "beginnings"


@dataclass(frozen=True, slots=True)
class Key:
    """``shown`` on the key; ``types`` is what it types, and ``name`` what a voice calls it."""

    shown: str
    act: Act = Act.TYPE
    types: str = ""
    name: str = ""
    width: float = 1.0


Row = tuple[Key, ...]


def letters() -> tuple[Row, ...]:
    """The letters where a British keyboard has them."""
    third = (_shift(), *map(_letter, "zxcvbnm"), _delete())
    fourth = (_page(Act.NUMBERS), _page(Act.BEGINNINGS), *_last(2.0, _sign("."), _sign("?")))
    return (_row("qwertyuiop"), (*map(_letter, "asdfghjkl"), _sign("’")), third, fourth)


def numbers() -> tuple[Row, ...]:
    """Digits, and the signs that stand in a sentence."""
    second = tuple(map(_sign, "-/:;()£&@%"))
    third = (_sign("“", 1.5), *map(_sign, "”,.?!=*"), _delete())
    fourth = (_page(Act.LETTERS), _page(Act.BEGINNINGS), *_last(2.0, _sign("+"), _sign("’")))
    return (_row("1234567890"), second, third, fourth)


def beginnings() -> tuple[Row, ...]:
    """How many questions begin."""
    found = [
        translate("KioskKeys", "What about "),
        translate("KioskKeys", "What happens if "),
        translate("KioskKeys", "How will I know "),
        translate("KioskKeys", "How long "),
        translate("KioskKeys", "Who can I ask about "),
        translate("KioskKeys", "Can I "),
    ]
    keys = [Key(f"{one.strip()}…", types=one, name=one.strip(), width=ACROSS / 2) for one in found]
    rows = tuple(zip(keys[::2], keys[1::2], strict=True))
    fourth = (_page(Act.LETTERS), _page(Act.NUMBERS), _space(2.5), _delete(), *_ends())
    return (*rows, fourth)


def _row(signs: str) -> Row:
    return tuple(map(_letter, signs))


def _letter(sign: str) -> Key:
    return Key(sign, types=sign, name=sign)


def _sign(sign: str, width: float = 1.0) -> Key:
    names = {
        ".": translate("KioskKeys", "Full stop"),
        ",": translate("KioskKeys", "Comma"),
        "?": translate("KioskKeys", "Question mark"),
        "!": translate("KioskKeys", "Exclamation mark"),
        "’": translate("KioskKeys", "Apostrophe"),
        "“": translate("KioskKeys", "Opening quotation mark"),
        "”": translate("KioskKeys", "Closing quotation mark"),
        "-": translate("KioskKeys", "Hyphen"),
        "/": translate("KioskKeys", "Slash"),
        ":": translate("KioskKeys", "Colon"),
        ";": translate("KioskKeys", "Semicolon"),
        "(": translate("KioskKeys", "Opening bracket"),
        ")": translate("KioskKeys", "Closing bracket"),
        "£": translate("KioskKeys", "Pound sign"),
        "&": translate("KioskKeys", "And"),
        "@": translate("KioskKeys", "At sign"),
        "%": translate("KioskKeys", "Per cent"),
        "+": translate("KioskKeys", "Plus"),
        "=": translate("KioskKeys", "Equals"),
        "*": translate("KioskKeys", "Star"),
    }
    return Key(sign, types=sign, name=names[sign], width=width)


def _shift() -> Key:
    return Key(
        translate("KioskKeys", "Shift"),
        Act.SHIFT,
        name=translate("KioskKeys", "Shift: a capital letter"),
        width=1.5,
    )


def _delete() -> Key:
    return Key(
        translate("KioskKeys", "Delete"),
        Act.DELETE,
        name=translate("KioskKeys", "Delete the last letter"),
        width=1.5,
    )


def _space(width: float) -> Key:
    return Key(
        translate("KioskKeys", "Space"),
        types=" ",
        name=translate("KioskKeys", "Space"),
        width=width,
    )


def _last(space: float, *signs: Key) -> Row:
    return (_space(space), *signs, *_ends())


def _ends() -> Row:
    enter = Key(
        translate("KioskKeys", "Enter"), Act.ENTER, name=translate("KioskKeys", "Enter"), width=1.5
    )
    return (
        enter,
        Key(
            translate("KioskKeys", "Hide"),
            Act.HIDE,
            name=translate("KioskKeys", "Hide the keys"),
            width=1.5,
        ),
    )


def _page(act: Act) -> Key:
    shown, name = {
        Act.LETTERS: (translate("KioskKeys", "abc"), translate("KioskKeys", "Letters")),
        Act.NUMBERS: (translate("KioskKeys", "123"), translate("KioskKeys", "Numbers and signs")),
        Act.BEGINNINGS: (
            translate("KioskKeys", "Words"),
            translate("KioskKeys", "Words that questions begin with"),
        ),
    }[act]
    return Key(shown, act, name=name, width=1.5)
