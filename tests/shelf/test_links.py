"""Where to look for more."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.shelf.errors import ShelfFileError
from reader.shelf.links import Link, merged_links, read_links
from reader.shelf.shelf import Shelf

CONTENT = Path(__file__).parents[2] / "content"
ONE = """
[[link]]
id = "trials"
about = "Trials"
publisher = "The publisher"
section = "tea#why"
address = "https://example.org/trials"
"""


def write(folder: Path, text: str) -> Path:
    (folder / "links.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_file_is_no_links(tmp_path: Path) -> None:
    assert read_links(tmp_path) == ()


def test_a_link_says_what_it_is_about_and_who_publishes_it(tmp_path: Path) -> None:
    assert read_links(write(tmp_path, ONE)) == (
        Link("trials", "Trials", "The publisher", "tea#why", "https://example.org/trials"),
    )


@pytest.mark.parametrize("key", ["id", "about", "publisher", "section"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    lines = [line for line in ONE.splitlines() if not line.startswith(f"{key} =")]
    with pytest.raises(ShelfFileError, match=f"“{key}” is missing"):
        read_links(write(tmp_path, "\n".join(lines)))


@pytest.mark.parametrize("address", ["http://example.org", "javascript:x", "file:///etc/passwd"])
def test_an_address_of_another_kind_is_refused(tmp_path: Path, address: str) -> None:
    text = ONE.replace("https://example.org/trials", address)
    with pytest.raises(ShelfFileError, match="does not begin with"):
        read_links(write(tmp_path, text))


def test_of_two_with_one_id_the_first_is_kept() -> None:
    first, second = (Link("a", about, "p", "b#s") for about in ("one", "two"))
    assert merged_links([(first,), (second,)]) == (first,)


def test_the_bundled_links_lead_to_sections_that_are_there() -> None:
    entries = {entry.id: dict(entry.section_titles) for entry in Shelf.open([CONTENT]).entries}
    links = read_links(CONTENT)
    assert len(links) >= 8
    for link in links:
        booklet, _, section = link.section.partition("#")
        assert section in entries[booklet], link
        assert link.address == "", "the facts give no address"
