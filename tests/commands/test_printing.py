"""``print``"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdf
import pytest

from reader.settings import Settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.running import Run


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "booklet.pdf"


def text_of(path: Path) -> str:
    pages = pypdf.PdfReader(path).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_a_booklet_is_printed_with_its_review(run: Run, out: Path, shelf: Path) -> None:
    done = run("print", "milk", "--content", shelf, "--out", out)

    assert (done.status, done.err) == (0, "")
    assert re.fullmatch(f"Saved “{re.escape(str(out))}”, (1 page|[2-9] pages).\n", done.out)
    text = text_of(out)
    assert "Some words on milk, at the café." in text
    assert "Was due for review in October 2026, 1 month ago." in text
    assert "This retelling has not been checked by a doctor." in text


def test_a_reviewed_booklet_does_not_say_that_it_is_not(run: Run, out: Path, shelf: Path) -> None:
    run("print", "tea", "--content", shelf, "--out", out)

    assert "Is due for review in November 2026." in text_of(out)
    assert "has not been checked" not in text_of(out)


def test_a_gated_section_is_printed_when_it_is_asked_for(
    run: Run, tmp_path: Path, shelf: Path
) -> None:
    whole, asked = tmp_path / "whole.pdf", tmp_path / "asked.pdf"

    run("print", "tea", "--content", shelf, "--out", whole)
    run("print", "tea", "--content", shelf, "--section", "outlook", "--out", asked)

    assert "fifty days" not in text_of(whole)
    assert "fifty days" in text_of(asked)


def test_several_sections_are_printed(run: Run, out: Path) -> None:
    done = run("print", "recurrence", "--section", "parp", "--section", "groups", "--out", out)

    assert done.status == 0
    text = text_of(out)
    assert "The two groups" in text
    assert "PARP inhibitors" in text
    assert "Lesley" not in text


@pytest.mark.parametrize("booklet", ["recurrence", "surgery"])
def test_the_program_s_booklets_are_printed(run: Run, out: Path, booklet: str) -> None:
    done = run("print", booklet, "--out", out)

    assert (done.status, done.err) == (0, "")
    assert len(pypdf.PdfReader(out).pages) > 3


@pytest.mark.parametrize(
    ("argv", "width"), [([], 612), (["--paper", "a4", "--print-size", "large"], 595)]
)
def test_the_settings_are_followed_unless_told_otherwise(
    run: Run, out: Path, data: Path, shelf: Path, argv: list[str], width: int
) -> None:
    save_settings(data / "settings.json", Settings(paper="letter", answer_lines=12))

    run("print", "tea", "--content", shelf, "--out", out, *argv)

    assert int(pypdf.PdfReader(out).pages[0].mediabox.width) == width


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["coffee"], "There is no booklet “coffee”. The booklets here are: milk, tea.\n"),
        (
            ["tea", "--section", "why", "--section", "cups"],
            "The booklet “tea” has no section “cups”. Its sections are: why, outlook.\n",
        ),
    ],
)
def test_what_is_not_here_is_no_answer(
    run: Run, out: Path, shelf: Path, argv: list[str], sentence: str
) -> None:
    done = run("print", *argv, "--content", shelf, "--out", out)

    assert (done.status, done.out, done.err) == (1, "", sentence)
    assert not out.exists()


def test_a_folder_is_no_file(run: Run, tmp_path: Path, shelf: Path) -> None:
    done = run("print", "tea", "--content", shelf, "--out", tmp_path)

    assert (done.status, done.out) == (2, "")
    assert "is a folder" in done.err


def test_a_fold_is_saved_as_small_pages_and_beside_them_what_is_printed(
    run: Run, out: Path
) -> None:
    done = run("print", "surgery", "--fold", "--print-size", "large", "--out", out)

    assert (done.status, done.err) == (0, "")
    beside = out.with_name("booklet-to-fold.pdf")
    assert str(out) in done.out
    assert str(beside) in done.out
    pages, sides = pypdf.PdfReader(out).pages, pypdf.PdfReader(beside).pages
    assert pages[0].mediabox.width * 2 == pytest.approx(sides[0].mediabox.width, abs=1)
    assert len(sides) % 2 == 0
    assert len(pages) + 1 <= len(sides) * 2 <= len(pages) + 4
    assert "How to fold this booklet" in text_of(beside)
    assert "How to fold this booklet" not in text_of(out)


def test_hard_words_are_explained_at_the_end(run: Run, out: Path) -> None:
    run("print", "recurrence", "--section", "parp", "--out", out)

    assert "Words explained" in text_of(out)
