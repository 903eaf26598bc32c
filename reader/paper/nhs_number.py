"""Whether somebody has typed an NHS number, which no sheet of ours needs."""

from __future__ import annotations

import re

_DIGITS = 10
_GAP = r"[\s.\u00ad\u2010-\u2015\u2212-]{0,3}"
_TEN = re.compile(rf"(?<!\d)(?<!\d[\s.-])\d(?:{_GAP}\d){{{_DIGITS - 1}}}(?![\s.-]?\d)")
_GROUPINGS = {(10,), (3, 3, 4), (3, 7), (6, 4), (5, 5)}
_LAST_DAY, _LAST_MONTH = 31, 12


def has_nhs_number(words: str) -> bool:
    """Whether ``words`` hold ten digits, possibly apart, that could be an NHS number.

    Health numbers of the United Kingdom have ten digits: by threes and a four in England, Wales and
    Northern Ireland; in Scotland a day, a month and a year come first. A number that is mistyped is
    as private, so the check digit counts only where digits stand in an unusual way. Telephone
    numbers, which begin with 0, are passed over unless they are Scottish health numbers too.
    """
    return any(_is_likely(found[0]) for found in _TEN.finditer(words))


def _is_likely(found: str) -> bool:
    groups = re.findall(r"\d+", found)
    number = "".join(str(int(digit)) for digit in "".join(groups))
    if number.startswith("0"):
        return _begins_with_date(number) and _has_check_digit(number)
    return tuple(map(len, groups)) in _GROUPINGS or _has_check_digit(number)


def _begins_with_date(number: str) -> bool:
    day, month = int(number[:2]), int(number[2:4])
    return 1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH


def _has_check_digit(number: str) -> bool:
    """Modulus 11, as the NHS Data Dictionary lays down under "NHS NUMBER"."""
    total = sum(
        int(digit) * weight for digit, weight in zip(number, range(_DIGITS, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(number[-1])
