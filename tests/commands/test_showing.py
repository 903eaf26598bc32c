"""``show``"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.running import Run


def test_a_booklet_is_shown_as_text(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "show", "tea")

    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("About tea\n=========\n")
    assert "Some words on tea, at the café.\n" in done.out


def test_one_section_is_shown_alone(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "show", "tea", "--section", "why")

    assert done.status == 0
    assert "Some words on tea" in done.out
    assert "How long it lasts" not in done.out


def test_text_stays_behind_its_gate_until_it_is_asked_for(run: Run, shelf: Path) -> None:
    whole = run("--content", shelf, "show", "tea")
    asked = run("--content", shelf, "show", "tea", "--section", "outlook")

    assert "How long it lasts" in whole.out
    assert "booklet-reader show tea --section outlook" in whole.out
    assert "fifty days" not in whole.out
    assert "fifty days" in asked.out


def test_html_folds_the_gated_section_up(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "show", "tea", "--as", "html")

    assert done.status == 0
    assert done.out.startswith("<!doctype html>\n")
    assert done.out.endswith("</html>\n")
    assert done.out.index("<details>") < done.out.index("fifty days") < done.out.index("</details>")


def test_a_section_is_shown_as_html(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "show", "tea", "--section", "why", "--as", "html")

    assert "<title>Why tea – About tea</title>" in done.out
    assert "fifty" not in done.out


def test_data_is_complete(run: Run, shelf: Path) -> None:
    booklet = json.loads(run("--content", shelf, "show", "tea", "--as", "json").out)
    section = json.loads(
        run("--content", shelf, "show", "tea", "--as", "json", "--section", "outlook").out
    )

    assert booklet["id"] == "tea"
    assert section == booklet["sections"][1]
    assert section["gate"] == "outlook"
    assert section["passages"][1]["text"] == "It lasts for fifty days."


@pytest.mark.parametrize("booklet", ["recurrence", "surgery"])
@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_the_program_s_booklets_can_be_shown(run: Run, booklet: str, form: str) -> None:
    done = run("show", booklet, "--as", form)

    assert (done.status, done.err) == (0, "")
    assert len(done.out) > 5000


def test_an_unknown_booklet_is_said_with_the_known_ones(run: Run) -> None:
    done = run("show", "coffee")

    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "There is no booklet “coffee”. The booklets here are: recurrence, surgery.\n"
    )


def test_an_unknown_section_is_said_with_the_known_ones(run: Run, shelf: Path) -> None:
    done = run("--content", shelf, "show", "tea", "--section", "cups")

    assert (done.status, done.out) == (1, "")
    assert done.err == (
        "The booklet “tea” has no section “cups”. Its sections are: why, outlook.\n"
    )


@pytest.mark.parametrize("damage", ["no front matter", None], ids=["head", "body"])
def test_a_broken_booklet_is_said_with_its_line(run: Run, shelf: Path, damage: str | None) -> None:
    path = shelf / "tea" / "booklet.md"
    whole = path.read_text(encoding="utf-8")
    path.write_text(damage or f"{whole}\n#### Too deep\n", encoding="utf-8")

    done = run("--content", shelf, "show", "tea")

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("booklet.md in “tea”, line ")
