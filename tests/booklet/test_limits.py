"""What is just inside the limits is read; what is just outside is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.booklet.errors import BookletError
from reader.booklet.limits import FILE_BYTES, FILE_LINES, MARKS_IN_ALL
from reader.booklet.reading import read_booklet
from tests.booklet.making import FRONT, section

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.booklet.conftest import MakeFolder, ReadBody

Limit = tuple[int, "Callable[[int], str]"]

LIMITS: dict[str, Limit] = {
    "characters of a line": (10_000, lambda n: "x" * n),
    "characters of a paragraph": (10_000, lambda n: f"{'x' * 4_999}\n{'x' * (n - 5_000)}"),
    "lines that follow each other": (300, lambda n: "\n".join(["- a"] * n)),
    "rows of a table": (200, lambda n: "| A | B |\n|---|---|" + "\n| c | d |" * n),
    "levels of a list": (12, lambda n: "\n".join(f"{'    ' * at}- a" for at in range(n))),
    "open brackets": (12, lambda n: "[" * n),
    "marks of a paragraph": (400, lambda n: "*a_" * (n // 2) + "*" * (n % 2)),
    "marks of footnotes": (100, lambda n: "a[^1] " * (n - 1) + "\n\n[^1]: b"),
    "characters of an id": (64, lambda n: f"Words.\n\n## More {{#{'x' * n}}}\n\nWords."),
    "characters of an address": (500, lambda n: f"[a](https://a.org/{'x' * (n - 14)})"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_at_the_limit_and_one_above(read: ReadBody, name: str) -> None:
    most, write = LIMITS[name]
    assert read(section(write(most))).sections
    with pytest.raises(BookletError):
        read(section(write(most + 1)))


@pytest.mark.parametrize(
    "text",
    [
        "- " + "x" * 9_000 + "\n- " + "x" * 9_000,
        "x" * 9_000 + "\n\n" + "x" * 9_000,
        "> [!note]\n> " + "x" * 9_000 + "\n>\n> " + "x" * 9_000,
        "| A | B |\n|---|---|\n" + f"| {'x' * 4_000} | d |\n" * 6,
        "- " + "*a* " * 150 + "\n- " + "*a* " * 150,
    ],
)
def test_each_item_row_and_paragraph_is_counted_alone(read: ReadBody, text: str) -> None:
    assert read(section(text)).word_count >= 4


def test_brackets_that_close_do_not_add_up(read: ReadBody) -> None:
    assert read(section("[a] " * 100 + "[b](#why) " * 100)).word_count == 2 + 200


def test_the_size_of_the_file(make_folder: MakeFolder) -> None:
    paragraph = "x" * 998 + "\n\n"
    body = section(paragraph * ((FILE_BYTES - 1_000) // len(paragraph)))
    missing = FILE_BYTES - len((FRONT + body).encode())
    folder = make_folder(body + "y" * (missing - 1) + "\n")
    assert (folder / "booklet.md").stat().st_size == FILE_BYTES
    assert read_booklet(folder).sections
    make_folder(body + "y" * missing + "\n")
    with pytest.raises(BookletError, match="larger than 256 kB"):
        read_booklet(folder)


def test_the_lines_of_the_file(make_folder: MakeFolder) -> None:
    body = section("Words.")
    missing = FILE_LINES - (FRONT + body).count("\n") - 1
    assert read_booklet(make_folder(body + "\n" * missing)).sections
    with pytest.raises(BookletError, match="more than 8,000 lines"):
        read_booklet(make_folder(body + "\n" * (missing + 1)))


def test_marks_are_counted_over_sections(read: ReadBody) -> None:
    half = f"{'*a* ' * 100}\n\n" * (MARKS_IN_ALL // 200 // 2)
    assert len(read(section(half) + section(half, "## B {#b}")).sections) == 2
    with pytest.raises(BookletError, match="20,000 signs"):
        read(section(half) + section(half + "*", "## B {#b}"))
