"""Errors of paper are sentences for people, with what a program needs beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.paper.errors import (
    FigureError,
    FontsMissingError,
    LinesError,
    PaperError,
    SaveError,
    SaveProblem,
    TypesettingError,
    UnknownSectionError,
    WrittenFileError,
)

EVERY_ERROR = [
    LinesError(1, 2, 12),
    UnknownSectionError("recurrence", "x", ("why", "groups")),
    FontsMissingError(Path("fonts")),
    FigureError("figures/a.svg", "Permission denied"),
    TypesettingError("sheet.typ", "unknown variable"),
    WrittenFileError(Path("questions.toml"), "There is no such file."),
    *(SaveError(Path("folder/sheet.pdf"), problem) for problem in SaveProblem),
]


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
def test_each_is_a_paper_error_in_whole_sentences(error: PaperError) -> None:
    words = str(error)
    assert isinstance(error, PaperError)
    assert words[-1] in ".)"
    assert "!" not in words
    assert "Traceback" not in words
    assert "{" not in words


@pytest.mark.parametrize("problem", tuple(SaveProblem))
def test_not_saving_says_so_and_what_to_do_next(problem: SaveProblem) -> None:
    words = str(SaveError(Path("folder/sheet.pdf"), problem))
    assert " Nothing was saved. Please " in words
    assert "sheet.pdf" in words or "folder" in words
