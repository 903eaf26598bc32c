"""JSON from a stranger: nothing twice, nothing endless, and no number that is none."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

DEEPEST = 16
"""Brackets within brackets; ours have seven."""
MOST_DIGITS = 15

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)


def parse_strictly(text: str) -> object:
    """What ``text`` says; raises ``ValueError`` with what is wrong, for the log."""
    _check_depth(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_float=_refuse,
            parse_int=_number,
        )
    except RecursionError as error:
        problem = "brackets too deep"
        raise ValueError(problem) from error


def _check_depth(text: str) -> None:
    depth = 0
    for found in _TOKEN.finditer(text):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}") if len(sign) == 1 else 0
        if depth > DEEPEST:
            problem = f"more than {DEEPEST} brackets within brackets"
            raise ValueError(problem)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        problem = "a key stands twice in one object"
        raise ValueError(problem)
    return made


def _number(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        _refuse(digits)
    return int(digits)


def _refuse(number: str) -> NoReturn:
    problem = f"no number that we write: {number[:20]}"
    raise ValueError(problem)
