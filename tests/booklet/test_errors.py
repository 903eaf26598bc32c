"""How a broken booklet is described."""

from __future__ import annotations

from pathlib import Path

from reader.booklet.errors import BookletError

PATH = Path("somewhere") / "surgery" / "booklet.md"


def test_an_error_says_file_folder_and_line() -> None:
    error = BookletError(PATH, 12, "This is wrong. Mend it.")
    assert str(error) == "booklet.md in “surgery”, line 12: This is wrong. Mend it."
    assert (error.path, error.line, error.folder_name) == (PATH, 12, "surgery")
    assert error.problem == "This is wrong. Mend it."


def test_an_error_of_the_whole_file_has_no_line() -> None:
    error = BookletError(PATH, 0, "It is not there.")
    assert str(error) == "booklet.md in “surgery”: It is not there."
