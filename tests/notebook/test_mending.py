"""A damaged row can always be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.notebook.marks import mark_of
from reader.notebook.mending import mended
from reader.notebook.model import MarkKind
from reader.notebook.questions import question_of
from reader.notebook.sealing import APPOINTMENTS, DRAFTS, MARKS, POSITIONS, QUESTIONS, STATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.notebook.sealing import Sealed

ANYTHING = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.binary(max_size=12),
)
EPOCH = "1970-01-01T00:00:00.000000+00:00"


@settings(max_examples=60)
@given(data=st.data())
@pytest.mark.parametrize(("table", "read"), [(MARKS, mark_of), (QUESTIONS, question_of)])
def test_whatever_stands_in_a_row_it_can_be_shown(
    table: Sealed, read: Callable[[tuple[object, ...]], object], data: st.DataObject
) -> None:
    row = tuple(data.draw(ANYTHING) for _ in (*table.columns, "checksum"))
    assert not read(row).is_whole  # type: ignore[attr-defined]


@settings(max_examples=60)
@given(data=st.data())
@pytest.mark.parametrize("table", [APPOINTMENTS, POSITIONS, DRAFTS, STATE])
def test_nor_are_other_rows_refused(table: Sealed, data: st.DataObject) -> None:
    row = tuple(data.draw(ANYTHING) for _ in (*table.columns, "checksum"))
    values, is_whole = table.opened(row)
    assert not is_whole
    assert None not in values


@pytest.mark.parametrize(
    ("column", "value", "after"),
    [
        ("text", None, ""),
        ("text", 7, "7"),
        ("text", b"a\xff", "a�"),
        ("text", "as it was", "as it was"),
        ("start_char", -1, 0),
        ("start_char", 12, 12),
        ("end_char", "x", 0),
        ("created", "long ago", EPOCH),
        ("created", "2026-11-20T09:30:00", EPOCH),
        ("created", "2026-11-20T09:30:00+00:00", "2026-11-20T09:30:00+00:00"),
        ("kind", "scribble", MarkKind.NOTE.value),
        ("kind", "bookmark", "bookmark"),
        ("answered", "", "not-yet"),
        ("answered", "partly", "partly"),
    ],
)
def test_what_becomes_of_a_value(column: str, value: object, after: object) -> None:
    assert mended([column], [value], frozenset()) == (after,)


def test_nothing_stays_nothing_where_that_may_be() -> None:
    columns = ["deleted", "carried_from", "text"]
    assert mended(columns, [None] * 3, frozenset(columns[:2])) == (None, None, "")
