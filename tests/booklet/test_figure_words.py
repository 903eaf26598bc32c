"""The words beside a picture."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.booklet.errors import BookletError
from reader.booklet.figure_words import (
    WORDS_BYTES,
    FigureWordsError,
    read_figure_words,
    words_file,
)
from reader.booklet.reading import read_booklet
from tests.booklet.making import BODY_LINE, SVG, section

if TYPE_CHECKING:
    from pathlib import Path

    from tests.booklet.conftest import MakeFolder


def put(folder: Path, data: bytes) -> Path:
    (folder / "cup.txt").write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("source", "expected"),
    [("cup.svg", "cup.txt"), ("figures/a.b.png", "figures/a.b.txt")],
)
def test_where_they_stand(source: str, expected: str) -> None:
    assert words_file(source) == expected


def test_no_file_is_no_words(tmp_path: Path) -> None:
    assert read_figure_words(tmp_path, "cup.svg") == ""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("A cup.", "A cup."),
        ("A cup\nof tea.\n", "A cup of tea."),
        ("One.\n\nTwo.\n \t\n\n\nThree.", "One.\nTwo.\nThree."),
        ("One.\r\n\r\nTwo\tthings.\r\n", "One.\nTwo things."),
        ("", ""),
        ("\n\n", ""),
        ("*Not* [marked](up) <b>.", "*Not* [marked](up) <b>."),
    ],
)
def test_paragraphs(tmp_path: Path, data: str, expected: str) -> None:
    assert read_figure_words(put(tmp_path, data.encode()), "cup.svg") == expected


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff\xfe", "“cup.txt” is not UTF-8 text. Save the file as UTF-8."),
        (
            b"\xef\xbb\xbfA cup.",
            "“cup.txt” begins with a byte order mark. Save it as UTF-8 without one.",
        ),
        (
            "A \u202ecup".encode(),
            "The character U+202E must not stand in “cup.txt”. Take it out.",
        ),
        (b"A\0cup", "The character U+0000 must not stand in “cup.txt”. Take it out."),
        (
            b"tea " * 2501,
            "A paragraph of “cup.txt” is too long. Put empty lines between its parts.",
        ),
        (
            b"tea\n\n" * (WORDS_BYTES // 5) + b"x",
            "“cup.txt” is larger than 20 kB. Say it in fewer words.",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, problem: str) -> None:
    with pytest.raises(FigureWordsError) as caught:
        read_figure_words(put(tmp_path, data), "cup.svg")
    assert (caught.value.name, str(caught.value)) == ("cup.txt", problem)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_only_a_file_of_its_own_is_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cup.txt"
    if kind == "link":
        path.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    with pytest.raises(FigureWordsError, match="is not a file of its own"):
        read_figure_words(tmp_path, "cup.svg")


def test_a_booklet_has_them(make_folder: MakeFolder) -> None:
    folder = put(make_folder(section("![A cup](cup.svg)")), b"It is blue.\n\nIt is full.\n")
    (folder / "cup.svg").write_bytes(SVG)
    (part,) = read_booklet(folder).sections
    assert part.passages[1].figure is not None
    assert part.passages[1].figure.full_text == "It is blue.\nIt is full."
    assert part.passages[1].text == "A cup"


def test_a_booklet_says_where_they_are_wrong(make_folder: MakeFolder) -> None:
    folder = put(make_folder(section("One.\n\n![A cup](cup.svg)")), b"\xff")
    (folder / "cup.svg").write_bytes(SVG)
    with pytest.raises(BookletError) as caught:
        read_booklet(folder)
    assert caught.value.line == BODY_LINE + 4
    assert caught.value.problem == "“cup.txt” is not UTF-8 text. Save the file as UTF-8."
