"""Reading a table of TOML key by key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.dates import YearMonth
from reader.booklet.errors import BookletError
from reader.booklet.fields import Fields, is_identifier, key_lines

if TYPE_CHECKING:
    from collections.abc import Callable

PATH = Path("tea") / "booklet.md"
LINES = ['title = "Tea"', "", '"count"=3', "[source]", '  title = "Leaf"', "when.year = 1", "[[x]]"]

VALUES: dict[str, object] = {
    "title": " Hot\u00a0 tea ",
    "id": "tea-2",
    "when": "2024-08",
    "yes": True,
    "count": 3,
    "names": ["A", " B "],
    "source": {"title": "Leaf"},
    "empty": "",
}
FIELDS = Fields(PATH, "", VALUES, {".title": 4, ".empty": 9})


def test_the_lines_of_keys_and_tables() -> None:
    assert key_lines(LINES, 2) == {
        ".title": 2,
        ".count": 4,
        "[source]": 5,
        ".source": 5,
        "source.title": 6,
        "source.when": 7,
    }


def test_values_that_are_there() -> None:
    assert FIELDS.text("title") == "Hot tea"
    assert FIELDS.identifier("id") == "tea-2"
    assert FIELDS.month("when") == YearMonth(2024, 8)
    assert FIELDS.flag("yes") is True
    assert FIELDS.integer("count") == 3
    assert FIELDS.texts("names") == ("A", "B")
    assert FIELDS.within("source").text("title") == "Leaf"
    assert FIELDS.choice("id", ["tea-1", "tea-2"], "tea-1") == "tea-2"


def test_values_that_may_be_missing() -> None:
    assert FIELDS.optional_text("never", "") == ""
    assert FIELDS.choice("never", ["a", "b"], "b") == "b"


@pytest.mark.parametrize(
    "ask",
    [
        lambda fields: fields.text("never"),
        lambda fields: fields.text("count"),
        lambda fields: fields.text("empty"),
        lambda fields: fields.optional_text("empty", "x"),
        lambda fields: fields.identifier("title"),
        lambda fields: fields.month("title"),
        lambda fields: fields.month("count"),
        lambda fields: fields.flag("count"),
        lambda fields: fields.flag("never"),
        lambda fields: fields.integer("yes"),
        lambda fields: fields.integer("title"),
        lambda fields: fields.texts("title"),
        lambda fields: fields.within("title"),
        lambda fields: fields.within("never"),
        lambda fields: fields.choice("id", ["tea-1"], "tea-1"),
        lambda fields: fields.check_known(["title"]),
    ],
)
def test_a_wrong_value_is_a_booklet_error(ask: Callable[[Fields], object]) -> None:
    with pytest.raises(BookletError) as caught:
        ask(FIELDS)
    assert caught.value.path == PATH


@pytest.mark.parametrize(("key", "line"), [("title", 4), ("empty", 9), ("never", 1)])
def test_the_line_of_an_error(key: str, line: int) -> None:
    assert FIELDS.error(key, "Wrong.").line == line


def test_a_missing_key_of_a_table_is_put_at_the_table() -> None:
    fields = Fields(PATH, "source", {}, {"[source]": 12, ".title": 4})
    with pytest.raises(BookletError, match=r"line 12: .*Add it to \[source\]"):
        fields.text("title")


@pytest.mark.parametrize("name", ["k" * 65, "a\u202eb", "a\nb"])
def test_a_strange_key_is_not_repeated(name: str) -> None:
    with pytest.raises(BookletError, match="The key “…” is not known"):
        Fields(PATH, "", {name: 1}, {}).check_known(["title"])


@pytest.mark.parametrize("text", ["a", "0", "second-opinion", "a-1-b", "x" * 64])
def test_ids(text: str) -> None:
    assert is_identifier(text)


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é", "a\n", "x" * 65]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_identifier(text)
