"""How what is no word is said: phone numbers, ranges, units, stages, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

PHONE = re.compile(r"(?<![\w-])(?:\+44 ?|0)\d(?:[ -]?\d){8,9}(?![\w-])")
"""A number of the United Kingdom, with or without spaces."""

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GROUP_SIZES = (4, 3, 4)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_UNITS = {
    "mg": "milligrams",
    "mcg": "micrograms",
    "g": "grams",
    "kg": "kilograms",
    "ml": "millilitres",
    "mm": "millimetres",
    "cm": "centimetres",
    "km": "kilometres",
    "°C": "degrees Celsius",
    "%": "per cent",
}
_SIGNS = {"≥": " at least ", "≤": " at most ", "±": " plus or minus ", "&": " and ", "→": " to "}
_WEB_MARKS = {".": " dot ", "/": " slash ", "@": " at ", "-": " dash ", "_": " underscore "}


def phone_said(phone: str) -> str:
    """Digit by digit, with a pause after each group.

    >>> phone_said("0800 008 7054")
    'zero eight zero zero, zero zero eight, seven zero five four'
    """
    plus = "plus " if phone.startswith("+") else ""
    groups = re.findall(r"\d+", phone)
    if len(groups) == 1:
        groups = list(_cut(groups[0]))
    return plus + ", ".join(" ".join(_DIGITS[int(digit)] for digit in group) for group in groups)


def _cut(digits: str) -> Sequence[str]:
    first, second, _ = _GROUP_SIZES
    return digits[:first], digits[first : first + second], digits[first + second :]


def _phone(met: re.Match[str]) -> str:
    return phone_said(met[0])


def _address(met: re.Match[str]) -> str:
    plain = re.sub(r"^https?://|/$", "", met[0])
    said = "".join(_WEB_MARKS.get(letter, letter) for letter in plain)
    return said.replace("www", "w w w").replace(" uk", " U K")


def _stage(met: re.Match[str]) -> str:
    def one(numeral: re.Match[str]) -> str:
        letter = f" {numeral[2].upper()}" if numeral[2] else ""
        return f"{_ROMAN[numeral[1]]}{letter}"

    said = re.sub(r"\b(III|II|IV|I)([A-Ca-c]?)\b", one, met[2])
    return f"{met[1]} {re.sub(r' ?[–-] ?', ' to ', said)}"


def _letters_and_digits(met: re.Match[str]) -> str:
    return " ".join(met[0])


_NUMERAL = r"(?:III|II|IV|I)[A-Ca-c]?"
RULES: tuple[Rule, ...] = (
    (re.compile(r"(?:https?://|www\.)[\w./-]*[\w/]|[\w.-]+@[\w-]+(?:\.[\w-]+)+"), _address),
    (re.compile(r"(?<![\w@./-])(?:[\w-]+\.)+(?:uk|org|com|net)\b(?:/[\w/-]+)?"), _address),
    (PHONE, _phone),
    (
        re.compile(
            rf"\b([Ss]tages?|[Gg]rades?|[Pp]hases?|[Tt]ypes?)\s"
            rf"({_NUMERAL}(?:(?:, | or | and | to | ?[–-] ?){_NUMERAL})*)\b"
        ),
        _stage,
    ),
    (re.compile(r"(?<=\d)\s?–\s?(?=\d)"), lambda _: " to "),
    (re.compile(r"(?<=%)\s?–\s?(?=\d)"), lambda _: " to "),
    (
        re.compile(r"(?<=\d)\s?(mcg|mg|g|kg|ml|mm|cm|km|°C|%)(?!\w)"),
        lambda met: f" {_UNITS[met[1]]}",
    ),
    (re.compile(r"\b[Pp]\.\s?(?=\d)"), lambda _: "page "),
    (re.compile(r"\b[Pp]p\.\s?(?=\d)"), lambda _: "pages "),
    (re.compile(r"\bNo\.\s?(?=\d)"), lambda _: "number "),
    (re.compile(r"\s?[≥≤±&→]\s?"), lambda met: _SIGNS[met[0].strip()]),
    (re.compile(r"(?<=\band)/(?=or\b)"), lambda _: " "),
    (re.compile(r"(?<=\w)/(?=[^\W\d])"), lambda _: " or "),
    (re.compile(r"\s[–—]\s"), lambda _: ", "),
    (re.compile(r"(?<!\w)[A-Z]{1,5}\d{1,4}(?!\w)"), _letters_and_digits),
)
"""In this order; what one has taken the next leaves alone."""
