"""Each error says what happened and that nothing was lost, and carries what a page needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.notebook import errors
from reader.notebook.errors import (
    EmptyTextError,
    NotBackedUpError,
    NotebookDamagedError,
    NotebookError,
    NotebookForeignError,
    NotebookInUseError,
    NotebookIsFolderError,
    NotebookLinkError,
    NotebookNewerError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
    NotSavedError,
    Trouble,
    UnknownIdError,
)

PATH = Path("somewhere") / "notebook.db"

ALL: list[NotebookError] = [
    NotebookReadOnlyError(PATH),
    NotebookIsFolderError(PATH),
    NotebookLinkError(PATH),
    NotebookForeignError(PATH),
    NotebookNewerError(PATH, 9, 1),
    NotebookDamagedError(PATH, "page 3"),
    NotebookInUseError(PATH),
    *(NotebookUnavailableError(PATH, reason) for reason in Trouble),
    *(NotBackedUpError(PATH, reason) for reason in Trouble),
    *(NotSavedError(PATH, reason) for reason in Trouble),
]


@pytest.mark.parametrize("error", ALL, ids=repr)
def test_an_error_is_sentences_for_a_person(error: NotebookError) -> None:
    text = str(error)
    assert error.path == PATH
    assert text.endswith(".")
    assert "!" not in text
    assert "sqlite" not in text.lower()
    assert "None" not in text
    assert text != str(NotebookError(PATH)) or type(error) is NotebookError


def test_every_error_of_a_notebook_is_in_the_table() -> None:
    named = {
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, NotebookError) and one is not NotebookError
    }
    assert {type(error) for error in ALL} == named


@pytest.mark.parametrize(
    ("error", "data"),
    [
        (NotebookNewerError(PATH, 9, 1), {"version": 9, "known": 1}),
        (NotebookDamagedError(PATH, "page 3"), {"detail": "page 3"}),
        (NotSavedError(PATH, Trouble.DISK_FULL), {"reason": Trouble.DISK_FULL}),
        (NotebookUnavailableError(None, Trouble.FAILING), {"reason": Trouble.FAILING}),
        (EmptyTextError("note"), {"what": "note"}),
        (UnknownIdError("mark", "id-7"), {"what": "mark", "id": "id-7"}),
    ],
    ids=repr,
)
def test_errors_carry_data(error: Exception, data: dict[str, object]) -> None:
    assert {name: getattr(error, name) for name in data} == data


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotSavedError(PATH, Trouble.DISK_FULL), "Not saved: the disk is full."),
        (NotSavedError(None, Trouble.READ_ONLY), "What was saved before is safe."),
        (NotebookInUseError(PATH), "open in another window"),
        (NotebookNewerError(PATH, 2, 1), "newer version"),
        (NotebookForeignError(PATH), "belongs to another program"),
        (NotebookUnavailableError(PATH, Trouble.MISPLACED), "where its folder should be"),
        (NotebookError(None), "The notebook could not be used."),
        (NotebookIsFolderError(PATH), str(PATH)),
        (EmptyTextError("question"), "The question is empty."),
        (UnknownIdError("mark", "id-7"), "There is no such mark"),
    ],
    ids=repr,
)
def test_what_errors_say(error: Exception, words: str) -> None:
    assert words in str(error)


def test_a_damaged_notebook_is_never_said_to_be_lost() -> None:
    assert "left as it is" in str(NotebookDamagedError(PATH, "x"))
