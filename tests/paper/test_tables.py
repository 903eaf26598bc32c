"""Tables: columns as wide as their words need, or entries where that cannot be."""

from __future__ import annotations

import pytest

from reader.booklet.model import Runs, text_of
from reader.paper.options import PrintSize, SheetOptions
from reader.paper.tables import table_block
from tests.paper.samples import row


def runs(cell: Runs) -> list[object]:
    return [text_of(cell)]


def test_header_and_rows_are_told_apart() -> None:
    rows = [row("Trial", "Who", is_header=True), row("A", "1"), row("B", "2")]
    block = table_block(rows, runs, "Caption", SheetOptions())
    assert block["kind"] == "table"
    assert block["header"] == [["Trial"], ["Who"]]
    assert block["rows"] == [[["A"], ["1"]], [["B"], ["2"]]]


def test_rows_that_are_too_short_are_filled() -> None:
    block = table_block(
        [row("A", "B", "C", is_header=True), row("1")], runs, "Caption", SheetOptions()
    )
    assert block["rows"] == [[["1"], [""], [""]]]


def test_a_column_of_long_texts_is_wider_but_not_without_end() -> None:
    rows = [row("No", "What was found", is_header=True), row("1", "word " * 100)]
    first, second = table_block(rows, runs, "Caption", SheetOptions())["shares"]
    assert (first, second) == (6, 40)


@pytest.mark.parametrize(
    ("words", "size", "kind"),
    [
        (("Trial", "Who", "Found"), PrintSize.VERY_LARGE, "table"),
        (("chemotherapy", "side effects"), PrintSize.VERY_LARGE, "table"),
        (("chemotherapy", "immunotherapy", "side effects"), PrintSize.CLEAR, "table"),
        (
            ("chemotherapy", "immunotherapy", "radiotherapy", "surveillance"),
            PrintSize.VERY_LARGE,
            "entries",
        ),
        (("a", "b", "c", "d", "e", "f", "g", "h", "i"), PrintSize.VERY_LARGE, "table"),
        (("x" * 60, "y"), PrintSize.CLEAR, "entries"),
        (("platinum-resistant", "platinum-sensitive"), PrintSize.VERY_LARGE, "table"),
    ],
)
def test_it_has_columns_where_the_longest_words_fit(
    words: tuple[str, ...], size: PrintSize, kind: str
) -> None:
    rows = [row(*words, is_header=True), row(*words)]
    assert table_block(rows, runs, "Caption", SheetOptions(size))["kind"] == kind
