"""Frozen values as JSON and back, strictly: what comes out has the types that were declared."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

_PLAIN = (str, int, float, bool)


class WireError(Exception):
    """What arrived is not what was declared; the message never quotes it, only names the place."""


def to_data(value: object) -> object:
    """``value`` as what ``json`` can write."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_data(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def from_data(kind: type[Value], data: object) -> Value:
    """``data`` as a ``kind``; raises ``WireError``. Unknown and missing keys are errors too."""
    made: Value = _made(kind, data, kind.__name__)
    return made


def _made(kind: Any, data: object, where: str) -> Any:  # noqa: ANN401 - any declared type at all
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind, data, where)
    if origin is tuple:
        if not isinstance(data, list):
            raise WireError(where)
        return tuple(_made(get_args(kind)[0], each, where) for each in data)
    if is_dataclass(kind):
        return _dataclass(kind, data, where)
    if kind in _PLAIN:
        return _plain(kind, data, where)
    return _parsed(kind, data, where)


def _optional(kind: Any, data: object, where: str) -> Any:  # noqa: ANN401
    if data is None:
        return None
    inner = next(each for each in get_args(kind) if each is not type(None))
    return _made(inner, data, where)


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind)


def _dataclass(kind: Any, data: object, where: str) -> Any:  # noqa: ANN401
    hints = _hints(kind)
    if not isinstance(data, dict) or data.keys() != hints.keys():
        raise WireError(where)
    made = {name: _made(hint, data[name], f"{where}.{name}") for name, hint in hints.items()}
    return kind(**made)


def _plain(kind: Any, data: object, where: str) -> Any:  # noqa: ANN401
    if kind is float and type(data) is int:
        return float(data)
    if type(data) is not kind:
        raise WireError(where)
    return data


def _parsed(kind: Any, data: object, where: str) -> Any:  # noqa: ANN401
    """A word of a ``StrEnum``, a date or a time."""
    if not isinstance(data, str):
        raise WireError(where)
    parse = kind if issubclass(kind, StrEnum) else kind.fromisoformat
    try:
        return parse(data)
    except ValueError as error:
        raise WireError(where) from error
