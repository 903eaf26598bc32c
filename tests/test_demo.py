"""The demonstration goes through, leaves what it says, and notices what is not so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage

from tests.demo.__main__ import STEPS

REPOSITORY = Path(__file__).parents[1]
PATIENCE_SECONDS = 120
PDFS = {"my-questions.pdf", "blank-sheet.pdf", "how-to-get-a-second-opinion.pdf"}

# The demonstration in a program of which one thing has been broken.
SABOTAGED = """
import sys
from unittest.mock import patch
from tests.demo.__main__ import main
with patch({broken!r}, {instead}):
    sys.exit(main([{out!r}]))
"""


def run(*command: str | Path) -> tuple[int, str]:
    """Exit status, and what was said on standard error."""
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    return ran.returncode, ran.stderr


@pytest.mark.system
def test_every_step_does_what_it_shows_and_leaves_a_picture(tmp_path: Path) -> None:
    assert run("-m", "tests.demo", tmp_path) == (0, "")
    wanted = {f"{number:02}-{step.name}.png" for number, step in enumerate(STEPS, start=1)}
    assert {path.name for path in tmp_path.iterdir()} == wanted | PDFS
    sizes = {QImage(str(tmp_path / name)).size().toTuple() for name in wanted}
    assert sizes == {(1280, 860)}
    for name in PDFS:
        assert len(pypdf.PdfReader(tmp_path / name).pages) > 0


@pytest.mark.parametrize(
    ("broken", "instead", "step"),
    [
        ("reader.ui.passage_actions.PassageActions.bookmark", "lambda self: None", "bookmark"),
        (
            "reader.ui.passage_view.PassageView.set_shines",
            "lambda self, shines: 1 / 0",
            "first-booklet",
        ),
        pytest.param(
            "reader.ui.question_changes.QuestionChanges.put_first",
            "lambda self, question: True",
            "three-that-matter",
            marks=pytest.mark.system,
        ),
        pytest.param(
            "reader.ui.print_page.save_pdf",
            "lambda path, data: None",
            "sheet-saved",
            marks=pytest.mark.system,
        ),
    ],
)
def test_a_step_that_does_not_do_what_it_shows_ends_it(
    tmp_path: Path, broken: str, instead: str, step: str
) -> None:
    code = SABOTAGED.format(broken=broken, instead=instead, out=str(tmp_path))
    status, said = run("-c", code)
    names = [one.name for one in STEPS]
    number = names.index(step) + 1
    assert status == 1
    assert said.startswith(f"Step {number:02}, {step}: not so that {STEPS[number - 1].told}: ")
    assert len(said.splitlines()) == 1
    pictures = sorted(path.name for path in tmp_path.glob("*.png"))
    assert len(pictures) == number
    assert pictures[-1] == f"{number:02}-{step}-failed.png"


def test_old_pictures_do_not_pass_for_new_ones(tmp_path: Path) -> None:
    old = tmp_path / "28-carry-on.png"
    old.touch()
    kept = tmp_path / "notes.txt"
    kept.touch()
    broken = "reader.ui.passage_view.PassageView.set_shines"
    code = SABOTAGED.format(broken=broken, instead="lambda self, shines: 1 / 0", out=str(tmp_path))
    assert run("-c", code)[0] == 1
    assert not old.exists()
    assert kept.exists()
