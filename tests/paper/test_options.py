"""The choices for a sheet, and the ones that are refused."""

from __future__ import annotations

import pytest

from reader.paper.errors import LinesError, PaperError
from reader.paper.options import PaperSize, PrintSize, RestStyle, SheetOptions


@pytest.mark.parametrize(("name", "points"), [("clear", 14), ("large", 18), ("very-large", 24)])
def test_sizes_are_known_by_name_and_have_points(name: str, points: int) -> None:
    assert PrintSize(name).points == points


@pytest.mark.parametrize(
    ("name", "millimetres"), [("a4", (210.0, 297.0)), ("letter", (215.9, 279.4))]
)
def test_papers_are_known_by_name(name: str, millimetres: tuple[float, float]) -> None:
    assert PaperSize(name).millimetres == millimetres


def test_without_a_choice_a_sheet_is_clear_on_a4_with_three_lines() -> None:
    options = SheetOptions()
    assert (options.size, options.paper, options.lines) == (PrintSize.CLEAR, PaperSize.A4, 3)
    assert options.rest is RestStyle.BOXES
    assert not options.is_folded


@pytest.mark.parametrize("lines", [2, 3, 12])
def test_lines_within_reason_are_taken(lines: int) -> None:
    assert SheetOptions(lines=lines).lines == lines


@pytest.mark.parametrize("lines", [-1, 0, 1, 13, 1000])
def test_other_numbers_of_lines_are_refused_in_words(lines: int) -> None:
    with pytest.raises(LinesError) as caught:
        SheetOptions(lines=lines)

    assert isinstance(caught.value, PaperError)
    assert (caught.value.lines, caught.value.least, caught.value.most) == (lines, 2, 12)
    assert f"{lines} were asked for" in str(caught.value)
    assert "from 2 to 12" in str(caught.value)
