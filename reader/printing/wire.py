"""IPP as bytes: the questions that a print server is asked, and its answers (RFC 8010)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Value = int | str | bool | tuple[int, int] | bytes

_VERSION: Final = b"\x02\x00"
_NO_OUT_OF_BAND: Final = 0x20
"""Value tags below this one say "unknown" or "no value", and carry nothing."""


class NotIppError(ValueError):
    """The bytes are no IPP answer, or half of one."""


class Operation(IntEnum):
    """What a server can be asked to do; RFC 8011, 5.4.15, and for the last what CUPS adds."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    CANCEL_MY_JOBS = 0x0039
    CUPS_GET_PRINTERS = 0x4002


class Group(IntEnum):
    """Which part of a message an attribute belongs to."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(IntEnum):
    """What kind of value an attribute has; those that this program says or reads."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RANGE = 0x33
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


_FIRST_TEXT: Final = 0x40
_LAST_TEXT: Final = 0x4F


@dataclass(frozen=True, slots=True)
class Attribute:
    """A name, and one value or several of one kind."""

    tag: Tag
    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A status (RFC 8011, appendix B) and groups of attributes in the order they came."""

    status: int
    groups: tuple[tuple[int, dict[str, tuple[Value, ...]]], ...]

    def group(self, wanted: Group) -> list[dict[str, tuple[Value, ...]]]:
        """Every group of that kind: one a job or a printer."""
        return [attributes for tag, attributes in self.groups if tag == wanted]

    @property
    def message(self) -> str:
        """The server's own sentence, or ``""``."""
        told = next(iter(self.group(Group.OPERATION)), {}).get("status-message", ("",))
        return str(told[0])


def question(
    operation: Operation,
    number: int,
    asked: Sequence[Attribute],
    job: Sequence[Attribute] = (),
) -> bytes:
    """A request as bytes; what is to be printed follows right after them."""
    parts = [_VERSION, struct.pack(">hI", operation, number), bytes([Group.OPERATION])]
    parts += [
        _attribute(Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",))),
        _attribute(Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",))),
        *map(_attribute, asked),
    ]
    if job:
        parts += [bytes([Group.JOB]), *map(_attribute, job)]
    return b"".join([*parts, bytes([Group.END])])


def _attribute(attribute: Attribute) -> bytes:
    names = [attribute.name, *[""] * (len(attribute.values) - 1)]
    pairs = zip(names, attribute.values, strict=True)
    return b"".join(_one(attribute.tag, name, value) for name, value in pairs)


def _one(tag: Tag, name: str, value: Value) -> bytes:
    return bytes([tag]) + _counted(name.encode()) + _counted(_bytes_of(value))


def _counted(data: bytes) -> bytes:
    return struct.pack(">H", len(data)) + data


def _bytes_of(value: Value) -> bytes:
    match value:
        case bool():
            return bytes([value])
        case int():
            return struct.pack(">i", value)
        case (first, last):
            return struct.pack(">ii", first, last)
        case str():
            return value.encode()
        case _:
            return value


def answer(data: bytes) -> Answer:
    """What the server said; raises ``NotIppError``."""
    try:
        (status,) = struct.unpack_from(">H", data, 2)
        return Answer(status, tuple(_groups(data)))
    except (struct.error, IndexError) as error:
        raise NotIppError(str(error)) from error


def _groups(data: bytes) -> Iterable[tuple[int, dict[str, tuple[Value, ...]]]]:
    at, name = 8, ""
    found: list[tuple[int, dict[str, tuple[Value, ...]]]] = []
    while data[at] != Group.END:
        tag = data[at]
        at += 1
        if tag <= 0x0F:
            found.append((tag, {}))
            continue
        said, at = _taken(data, at)
        raw, at = _taken(data, at)
        # A value without a name is one more of the attribute before it.
        name = said.decode(errors="replace") or name
        if tag >= _NO_OUT_OF_BAND and found:
            attributes = found[-1][1]
            attributes[name] = (*attributes.get(name, ()), _value(tag, raw))
    return found


def _taken(data: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", data, at)
    end = at + 2 + length
    if end > len(data):
        message = "it ends in the midst of a value"
        raise NotIppError(message)
    return data[at + 2 : end], end


def _value(tag: int, raw: bytes) -> Value:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return int(struct.unpack(">i", raw)[0])
    if tag == Tag.BOOLEAN:
        return raw != b"\x00"
    if tag == Tag.RANGE:
        first, last = struct.unpack(">ii", raw)
        return int(first), int(last)
    if tag in (Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE):
        _, at = _taken(raw, 0)
        raw, _ = _taken(raw, at)
        return raw.decode(errors="replace")
    if _FIRST_TEXT <= tag <= _LAST_TEXT:
        return raw.decode(errors="replace")
    return raw
