"""Which booklets a shelf has, and what it does with the broken ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.dates import YearMonth
from reader.booklet.errors import BookletError
from reader.booklet.reading import read_booklet
from reader.shelf.errors import UnknownBookletError
from reader.shelf.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.shelf.making import WriteBooklet

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
BROKEN_BODY = "## Title {#title}\n\n#### Far too deep\n"


def ids(shelf: Shelf) -> list[str]:
    return [entry.id for entry in shelf.entries]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


def test_the_booklets_that_come_with_the_program_are_whole() -> None:
    shelf = Shelf.open([CONTENT])

    booklets = shelf.read_all()

    assert shelf.broken == ()
    assert [booklet.id for booklet in booklets] == ids(shelf) == ["recurrence", "surgery"]


@pytest.mark.parametrize("booklet_id", ["recurrence", "surgery"])
def test_an_entry_says_what_the_booklet_says(booklet_id: str) -> None:
    shelf = Shelf.open([CONTENT])
    entry, booklet = shelf.entry(booklet_id), shelf.read(booklet_id)

    same = [
        "id",
        "title",
        "summary",
        "cover",
        "edition",
        "source",
        "is_clinically_reviewed",
        "folder",
    ]
    assert all(getattr(entry, name) == getattr(booklet, name) for name in same)
    assert entry.section_titles == tuple((each.id, each.title) for each in booklet.sections)
    assert abs(entry.minutes_to_read - booklet.minutes_to_read) <= 1


def test_an_entry_is_made_of_the_front_matter(write_booklet: WriteBooklet, folder: Path) -> None:
    path = write_booklet("tea", title="All about tea", edition="2025-03")

    (entry,) = Shelf.open([folder]).entries

    assert (entry.id, entry.title, entry.folder) == ("tea", "All about tea", path)
    assert entry.edition == YearMonth(2025, 3)
    assert entry.section_titles == (("first", "First things"), ("later", "Later"))
    assert entry.is_clinically_reviewed
    assert entry.minutes_to_read == 1


def test_booklets_stand_in_the_order_of_the_folders_then_of_names(
    write_booklet: WriteBooklet, folder: Path, tmp_path: Path
) -> None:
    for booklet_id in ("b", "a", "c"):
        write_booklet(booklet_id)
    other = write_booklet("0", folder=tmp_path / "other" / "0").parent

    assert ids(Shelf.open([folder, other])) == ["a", "b", "c", "0"]


def test_a_folder_that_is_itself_a_booklet_is_taken(write_booklet: WriteBooklet) -> None:
    assert ids(Shelf.open([write_booklet("tea")])) == ["tea"]


def test_a_booklet_reached_twice_is_there_once(write_booklet: WriteBooklet, folder: Path) -> None:
    path = write_booklet("tea")

    shelf = Shelf.open([folder, path, folder])

    assert ids(shelf) == ["tea"]
    assert shelf.broken == ()


def test_what_is_no_booklet_is_passed_over(write_booklet: WriteBooklet, folder: Path) -> None:
    write_booklet("tea")
    (folder / "figures").mkdir()
    (folder / "contacts.toml").write_text("")
    (folder / "LICENSE").write_text("")

    shelf = Shelf.open([folder])

    assert ids(shelf) == ["tea"]
    assert shelf.broken == ()


def make_nothing(path: Path) -> None:
    """Leaves ``path`` missing."""


def make_a_file(path: Path) -> None:
    path.write_text("not a folder")


@pytest.mark.parametrize("make", [make_nothing, make_a_file, Path.mkdir])
def test_a_folder_with_nothing_in_it_is_an_empty_shelf(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "shelf")

    shelf = Shelf.open([tmp_path / "shelf"])

    assert shelf.entries == ()
    assert shelf.broken == ()
    assert shelf.read_all() == ()


def test_of_two_with_one_id_the_second_is_broken(write_booklet: WriteBooklet, folder: Path) -> None:
    first = write_booklet("tea", folder=folder / "a")
    second = write_booklet("tea", folder=folder / "b")

    shelf = Shelf.open([folder])

    assert [entry.folder for entry in shelf.entries] == [first]
    (error,) = shelf.broken
    assert error.path == second / "booklet.md"
    assert "“a”" in str(error)
    assert "“tea”" in str(error)


def test_a_broken_front_matter_does_not_hide_the_others(
    write_booklet: WriteBooklet, folder: Path
) -> None:
    write_booklet("tea")
    (folder / "bad").mkdir()
    (folder / "bad" / "booklet.md").write_text("no front matter here", encoding="utf-8")

    shelf = Shelf.open([folder])

    assert ids(shelf) == ["tea"]
    assert [error.folder_name for error in shelf.broken] == ["bad"]
    with pytest.raises(BookletError) as caught:
        shelf.read("bad")
    assert caught.value is shelf.broken[0]


def test_a_booklet_is_read_once_and_kept(
    write_booklet: WriteBooklet, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_booklet("tea")
    asked: list[Path] = []

    def counted(path: Path) -> object:
        asked.append(path)
        return read_booklet(path)

    monkeypatch.setattr("reader.booklet.reading.read_booklet", counted)
    shelf = Shelf.open([folder])
    assert asked == []

    assert shelf.read("tea") is shelf.read("tea") is shelf.read_all()[0]
    assert asked == [folder / "tea"]


def test_an_unknown_booklet_is_said_with_the_known_ones(
    write_booklet: WriteBooklet, folder: Path
) -> None:
    write_booklet("milk")
    write_booklet("tea")

    with pytest.raises(UnknownBookletError) as caught:
        Shelf.open([folder]).read("coffee")

    assert caught.value.booklet == "coffee"
    assert caught.value.known == ("milk", "tea")
    assert str(caught.value) == "There is no booklet “coffee”. The booklets here are: milk, tea."


def test_on_an_empty_shelf_every_booklet_is_unknown() -> None:
    with pytest.raises(UnknownBookletError, match="None is here"):
        Shelf.open([]).read("tea")


def test_a_booklet_found_broken_when_read_moves_to_the_broken(
    write_booklet: WriteBooklet, folder: Path
) -> None:
    write_booklet("bad", BROKEN_BODY)
    write_booklet("tea")
    shelf = Shelf.open([folder])
    assert "tea" in ids(shelf)

    with pytest.raises(BookletError) as first:
        shelf.read("bad")
    with pytest.raises(BookletError) as second:
        shelf.read("bad")

    assert first.value is second.value
    assert ids(shelf) == ["tea"]
    assert shelf.broken == (first.value,)


def test_reading_all_leaves_out_the_broken(write_booklet: WriteBooklet, folder: Path) -> None:
    write_booklet("bad", BROKEN_BODY)
    write_booklet("tea")
    shelf = Shelf.open([folder])

    assert [booklet.id for booklet in shelf.read_all()] == ["tea"]
    assert [error.folder_name for error in shelf.broken] == ["bad"]


def test_a_booklet_that_vanishes_before_it_is_read_is_broken(
    write_booklet: WriteBooklet, folder: Path
) -> None:
    path = write_booklet("tea")
    shelf = Shelf.open([folder])
    (path / "booklet.md").unlink()

    with pytest.raises(BookletError):
        shelf.read("tea")
    assert len(shelf.broken) == 1


@pytest.mark.parametrize(
    ("asked", "is_imported"), [("", False), ("; shelf.read_all()", True)], ids=["open", "read"]
)
def test_opening_a_shelf_does_not_load_the_markdown_parser(asked: str, is_imported: bool) -> None:
    """Start-up is measured; the second case shows that the check sees the parser at all."""
    code = (
        "import sys; from pathlib import Path; from reader.shelf.shelf import Shelf; "
        f"shelf = Shelf.open([Path('content')]){asked}; sys.exit('markdown' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)

    assert done.returncode == is_imported
