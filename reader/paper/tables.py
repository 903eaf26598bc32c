"""Tables on paper: columns where the words fit in them, else one entry after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.booklet.model import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.booklet.model import Passage, Runs
    from reader.paper.options import SheetOptions
    from reader.paper.press import Json

_LETTER_EM = 0.56
_PADDING_EM = 1.2
_LEAST_SHARE = 6
_MOST_SHARE = 40


def table_block(
    rows: list[Passage], runs: Callable[[Runs], list[Json]], caption: str, options: SheetOptions
) -> dict[str, Json]:
    """The block of a table. A word never leaves its column: where the longest words of all columns
    are too wide at this size together, the kind is ``"entries"``.
    """
    header = rows[0].cells
    body = [row.cells for row in rows if not row.is_header]
    width = max(len(row.cells) for row in rows)
    shares = [_share(rows, column) for column in range(width)]
    return {
        "kind": "table" if _fits(rows, width, options) else "entries",
        "caption": caption,
        "shares": [*shares],
        "header": [runs(cell) for cell in _filled(header, width)],
        "rows": [[runs(cell) for cell in _filled(cells, width)] for cells in body],
    }


def _filled(cells: tuple[Runs, ...], width: int) -> tuple[Runs, ...]:
    return cells + ((),) * (width - len(cells))


def _texts(rows: list[Passage], column: int) -> list[str]:
    return [text_of(row.cells[column]) for row in rows if column < len(row.cells)]


def _longest_word(rows: list[Passage], column: int) -> int:
    words = " ".join(_texts(rows, column)).replace("-", "- ").split()
    return max(map(len, words), default=1)


def _share(rows: list[Passage], column: int) -> int:
    """How wide a column is beside the others: by its longest text, within reason."""
    longest = max(map(len, _texts(rows, column)), default=1)
    return max(_LEAST_SHARE, _longest_word(rows, column), min(longest, _MOST_SHARE))


def _fits(rows: list[Passage], width: int, options: SheetOptions) -> bool:
    """Whether every column's longest word fits in its share of the measure."""
    shares = [_share(rows, column) for column in range(width)]
    return all(
        options.text_points * share / sum(shares)
        > options.size.points * (_LETTER_EM * _longest_word(rows, column) + _PADDING_EM)
        for column, share in enumerate(shares)
    )
