"""Tests of said: every error words itself in English, and in what it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.notebook import errors as notebook
from reader.notebook.carry_errors import CarryError, CarryProblem
from reader.paper import errors as paper
from reader.said import SaidError, english, marked
from reader.settings import SettingsNotSavedError

PATH = Path("folder", "{notes}.sqlite")
ERRORS: list[SaidError] = [
    notebook.NotebookError(PATH),
    notebook.NotebookError(None),
    notebook.NotebookReadOnlyError(PATH),
    notebook.NotebookIsFolderError(PATH),
    notebook.NotebookLinkError(PATH),
    notebook.NotebookForeignError(PATH),
    notebook.NotebookNewerError(PATH, 9, 4),
    notebook.NotebookDamagedError(PATH, "page 3"),
    notebook.NotebookInUseError(PATH),
    *(notebook.NotebookUnavailableError(PATH, one) for one in notebook.Trouble),
    *(notebook.NotSavedError(PATH, one) for one in notebook.Trouble),
    *(notebook.NotBackedUpError(PATH, one) for one in notebook.Trouble),
    *(notebook.EmptyTextError(what) for what in ("note", "question")),
    *(notebook.UnknownIdError(what, "id") for what in ("mark", "question", "anything")),
    *(CarryError(PATH, problem) for problem in CarryProblem),
    paper.LinesError(40, 2, 12),
    paper.UnknownSectionError("surgery", "what", ("why", "how")),
    paper.FontsMissingError(None),
    paper.FigureError("{one}.svg", "not there"),
    paper.TypesettingError("sheet", "{error}"),
    *(paper.SaveError(PATH, problem) for problem in paper.SaveProblem),
    SettingsNotSavedError(PATH, "no {room}"),
]


def shouted(context: str, text: str) -> str:
    """A language of its own: what is put in later stays as it is."""
    assert context
    assert text
    return f"<{text}>"


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_error_words_itself(error: SaidError) -> None:
    told = str(error)
    assert told == error.said() == error.said(english)
    assert told.endswith((".", ")"))
    assert "{name}" not in told
    assert "{why}" not in told
    assert "  " not in told


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_and_all_of_it_in_the_language_it_is_given(error: SaidError) -> None:
    told = error.said(shouted)
    assert told.startswith("<")
    assert told.endswith(">")
    assert told.replace("<", "").replace(">", "") == str(error)


def below(kind: type[SaidError]) -> set[type[SaidError]]:
    """It, and all kinds of it that the program has."""
    return {kind}.union(*(below(one) for one in kind.__subclasses__()))


def test_every_kind_of_error_is_here() -> None:
    kinds = {kind for kind in below(SaidError) if kind.__module__.startswith("reader.")}
    worded = {kind for kind in kinds - {SaidError} if "said" in vars(kind)}
    told = {type(one) for one in ERRORS}
    of_commands = {"WrittenFileError", "NotebookLostError"}  # which speak English alone
    assert {kind.__name__ for kind in worded - told} <= of_commands


def test_an_error_without_words_is_a_mistake() -> None:
    with pytest.raises(NotImplementedError):
        SaidError().said()


def test_words_that_are_marked_stay_as_they_are() -> None:
    assert marked("Paper", "Nothing was saved.") == "Nothing was saved."
