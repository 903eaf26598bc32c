"""Searching the booklets: what is found, what is not quoted, and a file that cannot do harm."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.shelf import index as index_module
from reader.shelf import index_image
from reader.shelf.index import Hit, SearchIndex
from reader.shelf.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.booklet.model import Booklet
    from tests.shelf.making import WriteBooklet

CONTENT = Path(__file__).parents[2] / "content"

BODY = """\
## Letrozole and others {#drugs}

Letrozole is a tablet. Letrozole is taken daily.

Treatment can be letrozole or another tablet.

- Meet at the café
- Recurrence is a hard word

| Drug | How |
|---|---|
| Paclitaxel | by a drip |

Clinic
:   Where an appointment is held

## How long people lived {#outlook gate=outlook}

Half of them lived for fifty months after an operation.
"""


@pytest.fixture(autouse=True)
def _closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python 3.13 warns of a connection that nobody closes, and a warning is an error here."""
    made: list[sqlite3.Connection] = []
    empty = index_image._empty

    def remembered() -> sqlite3.Connection:
        made.append(empty())
        return made[-1]

    monkeypatch.setattr(index_image, "_empty", remembered)
    yield
    for connection in made:
        with suppress(sqlite3.ProgrammingError):  # of another thread, which closed it itself
            connection.close()


@pytest.fixture
def booklets(write_booklet: WriteBooklet, tmp_path: Path) -> tuple[Booklet, ...]:
    write_booklet("drugs", BODY, title="About tablets")
    write_booklet("tea")
    return Shelf.open([tmp_path / "shelf"]).read_all()


@pytest.fixture
def index(booklets: Sequence[Booklet]) -> SearchIndex:
    made = SearchIndex.open(None)
    made.refresh(booklets)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "search.index"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The fingerprint of every index that is built."""
    seen: list[str] = []
    build = index_image.build

    def counted(booklets: Sequence[Booklet], fingerprint: str) -> sqlite3.Connection:
        seen.append(fingerprint)
        return build(booklets, fingerprint)

    monkeypatch.setattr(index_image, "build", counted)
    return seen


def texts(hits: Sequence[Hit]) -> list[str]:
    return [hit.snippet.text for hit in hits]


def opened(path: Path, booklets: Sequence[Booklet]) -> SearchIndex:
    index = SearchIndex.open(path)
    index.refresh(booklets)
    return index


def test_every_passage_that_says_a_word_is_found_once_the_heading_first(index: SearchIndex) -> None:
    assert texts(index.search("letrozole", 20)) == [
        "Letrozole and others",
        "Letrozole is a tablet. Letrozole is taken daily.",
        "Treatment can be letrozole or another tablet.",
    ]


def test_a_hit_says_where_it_is_and_what_it_says(
    index: SearchIndex, booklets: Sequence[Booklet]
) -> None:
    (hit,) = index.search("paclitaxel", 20)
    (passage,) = [each for each in booklets[0].sections[0].passages if "Paclit" in each.text]

    assert (hit.booklet, hit.section, hit.passage) == ("drugs", "drugs", passage.id)
    assert (hit.booklet_title, hit.section_title) == ("About tablets", "Letrozole and others")
    assert [part.text for part in hit.snippet.parts if part.is_match] == ["Paclitaxel"]
    assert hit.snippet.text == "Paclitaxel · by a drip"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("treatments", "Treatment can be letrozole or another tablet."),
        ("TREATMENT", "Treatment can be letrozole or another tablet."),
        ("treat", "Treatment can be letrozole or another tablet."),
        ("cafe", "Meet at the café"),
        ("café", "Meet at the café"),
        ("CAFÉ", "Meet at the café"),
        ("caf", "Meet at the café"),
        ("drip", "Paclitaxel · by a drip"),
        ("clinic appointments", "Clinic: Where an appointment is held"),
        ("another letroz", "Treatment can be letrozole or another tablet."),
        ("live long", "How long people lived"),
    ],
)
def test_words_are_found_by_stem_without_accents_and_while_being_typed(
    index: SearchIndex, words: str, found: str
) -> None:
    assert found in texts(index.search(words, 20))


@pytest.mark.parametrize("length", range(3, len("recurrence") + 1))
def test_no_letter_on_the_way_to_a_word_loses_it(index: SearchIndex, length: int) -> None:
    """Stems alone lose "recurren": it is no stem, and the stem "recurr" does not begin with it."""
    assert texts(index.search("recurrence"[:length], 20)) == ["Recurrence is a hard word"]


@pytest.mark.parametrize(
    "words", ["", "   ", "…", "!?", '"', "coffee", "letrozole coffee", "letrozole" * 500]
)
def test_nothing_is_found_where_nothing_is(index: SearchIndex, words: str) -> None:
    assert index.search(words, 20) == ()


@pytest.mark.parametrize(
    "words",
    ['"letrozole', "letrozole*", "letrozole -", "(letrozole)", "letrozole'", "text: letrozole"[6:]],
)
def test_no_sign_has_a_meaning(index: SearchIndex, words: str) -> None:
    assert len(index.search(words, 20)) == 3


@pytest.mark.parametrize("words", ["title:letrozole", "tea OR letrozole", "NEAR(tea letrozole)"])
def test_no_word_has_a_meaning(index: SearchIndex, words: str) -> None:
    assert index.search(words, 20) == ()


@pytest.mark.parametrize(("limit", "count"), [(-1, 0), (0, 0), (1, 1), (2, 2), (3, 3), (99, 3)])
def test_there_are_no_more_than_asked_for(index: SearchIndex, limit: int, count: int) -> None:
    assert len(index.search("letrozole", limit)) == count


@pytest.mark.parametrize("words", ["fifty", "half", "operation", "months"])
def test_nothing_behind_a_gate_is_found(index: SearchIndex, words: str) -> None:
    assert index.search(words, 20) == ()


def test_a_gated_section_is_found_by_its_title(index: SearchIndex) -> None:
    (hit,) = index.search("lived", 20)

    assert (hit.booklet, hit.section) == ("drugs", "outlook")
    assert hit.snippet.text == hit.section_title == "How long people lived"


def test_nothing_behind_a_gate_is_in_the_file(booklets: Sequence[Booklet], path: Path) -> None:
    opened(path, booklets)
    data = path.read_bytes()

    assert b"Letrozole is a tablet" in data
    assert b"fifty" not in data


def test_the_same_section_without_its_gate_is_found(booklets: Sequence[Booklet]) -> None:
    drugs = booklets[0]
    ungated = tuple(replace(section, gate=None) for section in drugs.sections)
    index = SearchIndex.open(None)

    index.refresh([replace(drugs, sections=ungated)])

    assert len(index.search("fifty", 20)) == 1


def test_an_index_finds_nothing_before_it_is_made_and_after_it_is_closed(
    index: SearchIndex, path: Path
) -> None:
    assert SearchIndex.open(path).search("letrozole", 20) == ()
    index.close()
    index.close()
    assert index.search("letrozole", 20) == ()


def test_a_kept_index_is_used_again(
    booklets: Sequence[Booklet], path: Path, builds: list[str]
) -> None:
    first = opened(path, booklets).search("letrozole", 20)

    again = SearchIndex.open(path)

    assert again.is_fresh_for(booklets)
    again.refresh(booklets)
    assert again.search("letrozole", 20) == first
    assert len(builds) == 1


def test_entries_that_are_not_read_yet_tell_whether_it_is_fresh(
    booklets: Sequence[Booklet], path: Path, tmp_path: Path
) -> None:
    opened(path, booklets)

    shelf = Shelf.open([tmp_path / "shelf"])

    assert SearchIndex.open(path).is_fresh_for(shelf.entries)
    assert not SearchIndex.open(path).is_fresh_for(shelf.entries[:1])
    assert not SearchIndex.open(None).is_fresh_for(shelf.entries)


def another_edition(write: WriteBooklet, monkeypatch: pytest.MonkeyPatch) -> None:
    write("tea", edition="2026-12")


def another_word(write: WriteBooklet, monkeypatch: pytest.MonkeyPatch) -> None:
    write("tea", "## First {#first}\n\nCoffee.\n")


def another_booklet(write: WriteBooklet, monkeypatch: pytest.MonkeyPatch) -> None:
    write("milk")


def another_version(write: WriteBooklet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_image, "VERSION", index_image.VERSION + 1)


@pytest.mark.parametrize(
    "change", [another_edition, another_word, another_booklet, another_version]
)
def test_any_change_makes_it_stale(
    change: Callable[[WriteBooklet, pytest.MonkeyPatch], None],
    write_booklet: WriteBooklet,
    booklets: Sequence[Booklet],
    path: Path,
    tmp_path: Path,
    builds: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened(path, booklets)
    change(write_booklet, monkeypatch)
    changed = Shelf.open([tmp_path / "shelf"]).read_all()

    opened(path, changed)

    assert len(builds) == len(set(builds)) == 2
    assert SearchIndex.open(path).is_fresh_for(changed)


def test_an_index_of_no_booklets_finds_nothing(path: Path, builds: list[str]) -> None:
    assert opened(path, []).search("letrozole", 20) == ()
    assert opened(path, []).search("letrozole", 20) == ()
    assert len(builds) == 1


def another_database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE about (words TEXT)")
        return index_image.to_bytes(connection)


def damages(data: bytes) -> dict[str, bytes]:
    middle = len(data) // 2
    return {
        "empty": b"",
        "text": b"hello",
        "zeros": bytes(len(data)),
        "cut short": data[:middle],
        "one byte missing": data[:-1],
        "one byte more": data + b"\0",
        "a database": another_database()[-4096:],
        **{
            f"bit at {at}": data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            for at in range(0, len(data), max(1, len(data) // 40))
        },
    }


def test_a_damaged_file_is_deleted_and_made_again(
    booklets: Sequence[Booklet], path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    expected = opened(path, booklets).search("letrozole", 20)
    good = path.read_bytes()

    for name, damage in damages(good).items():
        path.write_bytes(damage)
        caplog.clear()

        index = SearchIndex.open(path)

        assert not path.exists(), name
        assert "damaged" in caplog.text, name
        index.refresh(booklets)
        assert index.search("letrozole", 20) == expected, name
        assert path.read_bytes() == good, name
        index.close()


def test_a_database_of_another_kind_with_a_good_checksum_is_made_again(
    booklets: Sequence[Booklet], path: Path
) -> None:
    path.parent.mkdir()
    path.write_bytes(another_database())

    assert len(opened(path, booklets).search("letrozole", 20)) == 3


@pytest.mark.parametrize("in_the_way", ["the folder is a file", "the file is a folder"])
def test_an_index_that_cannot_be_kept_works_in_memory(
    booklets: Sequence[Booklet], path: Path, in_the_way: str
) -> None:
    if in_the_way == "the folder is a file":
        path.parent.write_text("in the way")
    else:
        path.mkdir(parents=True)

    assert len(opened(path, booklets).search("letrozole", 20)) == 3


def test_a_full_disk_is_no_error(
    booklets: Sequence[Booklet], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index_module, "write_atomically", full)

    assert len(opened(path, booklets).search("letrozole", 20)) == 3
    assert not path.exists()


def test_a_damaged_file_that_cannot_be_deleted_is_no_error(
    booklets: Sequence[Booklet], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *, missing_ok: bool) -> None:
        raise PermissionError(13, "Permission denied")

    path.parent.mkdir()
    path.write_bytes(b"damaged")
    monkeypatch.setattr(Path, "unlink", refused)

    assert len(opened(path, booklets).search("letrozole", 20)) == 3


def test_nothing_but_the_one_file_is_left(booklets: Sequence[Booklet], path: Path) -> None:
    index = opened(path, booklets)
    index.search("letrozole", 20)

    assert list(path.parent.iterdir()) == [path]


def test_many_at_once_do_not_disturb_each_other(booklets: Sequence[Booklet], path: Path) -> None:
    def one_program(number: int) -> int:
        index = SearchIndex.open(path)
        index.refresh(booklets[: 1 + number % 2])
        count = len(index.search("letrozole", 20))
        index.close()
        return count

    with ThreadPoolExecutor(8) as programs:
        assert set(programs.map(one_program, range(64))) == {3}

    assert list(path.parent.iterdir()) == [path]
    assert index_image.from_bytes(path.read_bytes()) is not None


def test_every_passage_of_the_program_s_booklets_that_says_letrozole_is_found() -> None:
    booklets = Shelf.open([CONTENT]).read_all()
    index = SearchIndex.open(None)
    index.refresh(booklets)

    said = {
        passage.id
        for booklet in booklets
        for section in booklet.sections
        if section.gate is None
        for passage in section.passages
        if "letrozole" in passage.text.lower()
    }

    assert said
    assert {hit.passage for hit in index.search("letrozole", 1000)} == said
