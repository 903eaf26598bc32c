"""Files beside the booklets: what is wrong with one is said, and nothing else happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.shelf.errors import ShelfFileError
from reader.shelf.tables import MOST_BYTES, read_tables

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "things.toml"


def test_a_missing_file_has_no_tables(path: Path) -> None:
    assert read_tables(path, "thing", "other") == {"thing": (), "other": ()}


def test_tables_keep_their_order(path: Path) -> None:
    path.write_text('[[thing]]\nid = "b"\n[[other]]\nid = "b"\n[[thing]]\nid = "a"\n')

    tables = read_tables(path, "thing", "other")

    assert [entry.text("id") for entry in tables["thing"]] == ["b", "a"]
    assert [entry.text("id") for entry in tables["other"]] == ["b"]


def test_text_is_one_line(path: Path) -> None:
    path.write_text('[[thing]]\nid = "a"\nwords = """ two\n  lines """\n')

    (entry,) = read_tables(path, "thing")["thing"]

    assert entry.text("words") == "two lines"
    assert entry.optional_text("nothing") == ""
    assert entry.flag("nothing") is False


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"[[thing]\n", "not TOML"),
        (b'[[thing]]\nid = "\xff"\n', "not UTF-8"),
        (b"x = " + b"[" * 5000, "not TOML"),
        (b"#" * (MOST_BYTES + 1), "larger than 256 kB"),
        (b'[[thign]]\nid = "a"\n', "“thign” is not known; use thing"),
        (b"thing = 1\n", r"under a line \[\[thing\]\]"),
        (b"thing = [1]\n", r"under a line \[\[thing\]\]"),
        (b'[[thing]]\nname = "a"\n', "In the thing “with no id”, “id” is missing"),
        (b"[[thing]]\nid = 1\n", "has to be text in quotation marks"),
        (b'[[thing]]\nid = " "\n', "“id” is missing"),
        (b'[[thing]]\nid = "a"\n[[thing]]\nid = "a"\n', "In the thing “a”, the id is used twice"),
    ],
)
def test_a_file_that_makes_no_sense_is_a_named_error(path: Path, data: bytes, problem: str) -> None:
    path.write_bytes(data)

    with pytest.raises(ShelfFileError, match=problem) as caught:
        read_tables(path, "thing")

    assert caught.value.path == path
    assert str(caught.value).startswith("things.toml: ")


def test_a_file_that_cannot_be_read_is_a_named_error(path: Path) -> None:
    path.mkdir()

    with pytest.raises(ShelfFileError, match="cannot be read"):
        read_tables(path, "thing")
