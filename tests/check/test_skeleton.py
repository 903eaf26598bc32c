"""A new booklet is whole, and nothing is ever written over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.booklet.reading import read_booklet
from reader.check.checking import check_folders
from reader.check.skeleton import SkeletonError, lay_out
from reader.shelf.contacts import read_contacts
from reader.shelf.glossary import read_glossary
from reader.shelf.ideas import read_ideas

if TYPE_CHECKING:
    from reader.check.ease import Ease

TEMPLATES = Path(__file__).parents[2] / "resources" / "skeleton"
FILES = {
    "booklet.md",
    "contacts.toml",
    "figures/steps.svg",
    "figures/steps.txt",
    "glossary.toml",
    "questions.toml",
}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2031, 1, 1), date(2032, 2, 29)])
def test_there_is_nothing_to_mend_in_it(tmp_path: Path, ease: Ease, today: date) -> None:
    folder = tmp_path / "blood-test"
    lay_out(TEMPLATES, folder, today)
    assert check_folders([folder], today, ease) == ()


def test_it_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "blood-test"
    lay_out(TEMPLATES, folder, date(2026, 11, 21))
    booklet = read_booklet(folder)
    assert files(folder) == FILES
    assert (booklet.id, str(booklet.edition)) == ("blood-test", "2026-11")
    assert str(booklet.source.review_due) == "2028-11"
    assert "November 2026" in booklet.sections[-1].text
    assert read_contacts(folder)[0].primary
    assert [term.id for term in read_glossary(folder)] == ["blood-sample"]
    assert read_ideas(folder).ideas[0].section == "blood-test#visit"


@pytest.mark.parametrize(
    ("name", "booklet_id"),
    [
        ("tea", "tea"),
        ("All About Tea!", "all-about-tea"),
        ("tea_2", "tea-2"),
        ("--tea--", "tea"),
        ("Café", "caf"),
    ],
)
def test_it_is_named_after_its_folder(tmp_path: Path, name: str, booklet_id: str) -> None:
    lay_out(TEMPLATES, tmp_path / name, date(2026, 11, 21))
    assert read_booklet(tmp_path / name).id == booklet_id


@pytest.mark.parametrize("name", ["!!!", "…", "x" * 70])
def test_a_folder_that_no_booklet_can_be_named_after(tmp_path: Path, name: str) -> None:
    with pytest.raises(SkeletonError, match=r"Nothing was made\. Name the folder with letters"):
        lay_out(TEMPLATES, tmp_path / name, date(2026, 11, 21))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    folder.mkdir()
    lay_out(TEMPLATES, folder, date(2026, 11, 21))
    assert files(folder) == FILES


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "tea"
    folder.mkdir()
    (folder / "booklet.md").write_text("mine", encoding="utf-8")
    with pytest.raises(SkeletonError, match=r"is there already\. Nothing was changed\."):
        lay_out(TEMPLATES, folder, date(2026, 11, 21))
    assert files(folder) == {"booklet.md"}
    assert (folder / "booklet.md").read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "tea").write_text("mine", encoding="utf-8")
    with pytest.raises(SkeletonError, match="is there already"):
        lay_out(TEMPLATES, tmp_path / "tea", date(2026, 11, 21))
    with pytest.raises(SkeletonError, match=r"cannot be made .* No booklet was made"):
        lay_out(TEMPLATES, tmp_path / "tea" / "inside", date(2026, 11, 21))
    assert (tmp_path / "tea").read_text(encoding="utf-8") == "mine"


def test_a_disk_that_fails_leaves_no_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def fail(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "glossary.toml" and "x" in args:
            raise OSError(28, "No space left on device")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(SkeletonError, match="No space left on device"):
        lay_out(TEMPLATES, tmp_path / "tea", date(2026, 11, 21))
    assert files(tmp_path / "tea") == set()
