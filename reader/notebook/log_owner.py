"""Whether a write-ahead log that was found beside the notebook can be the notebook's own.

SQLite does not ask: it takes any log of that name for the file's, and writes its pages over those
of the file. A log that another program's database left there, after some mix-up with copies, would
so destroy the notebook. The format: https://www.sqlite.org/fileformat2.html, section 4.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from reader.notebook import disk
from reader.notebook.schema import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_HEADER = struct.Struct(">4sIII8s8s")
_FRAME = struct.Struct(">II8s8s")
_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_SQLITE = b"SQLite format 3\0"
"""What page 1 begins with; one that a power cut left half written may lack it, and is skipped."""

_OWNER_AT = 68
"""Where page 1 has the ``application_id``."""

_OURS = APPLICATION_ID.to_bytes(4, "big")


def has_foreign_log(path: Path) -> bool:
    """Whether the log beside ``path`` brings a first page that is not of a notebook.

    To be asked before a connection is open: closing the log would drop the connection's locks.
    Raises ``OSError``.
    """
    log = disk.companions(path)[0]
    if not disk.size(log):
        return False
    with log.open("rb") as file:
        return any(
            page.startswith(_SQLITE) and page[_OWNER_AT : _OWNER_AT + 4] != _OURS
            for page in _first_pages(file)
        )


def _first_pages(file: BinaryIO) -> Iterator[bytes]:
    """Every page 1 among the frames of the log's newest round."""
    head = file.read(_HEADER.size)
    if len(head) < _HEADER.size:
        return
    magic, _version, page_size, _round, salts, _checksum = _HEADER.unpack(head)
    if magic not in _MAGIC:
        return
    while len(frame := file.read(_FRAME.size)) == _FRAME.size:
        number, _after, frame_salts, _sum = _FRAME.unpack(frame)
        if frame_salts != salts:
            return
        if number == 1:
            yield file.read(page_size)
        else:
            file.seek(page_size, 1)
