"""``sheet``"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pypdf
import pytest

from reader.notebook.model import Place
from reader.notebook.notebook import Notebook
from reader.settings import Settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.running import Run


QUESTIONS = """\
appointment = "Second opinion, 3 December"

[[question]]
text = "What makes the difference?"
section = "recurrence#questions"

[[question]]
text = "Would I have to travel?"
"""
SUPPORT_LINE = "0800 008 7054"
CONTACTS = """
[[contact]]
id = "ours"
name = "Our line"
what_for = "Anything"
phone = "01632 960 003"
primary = true
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "sheet.pdf"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.toml"
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


@pytest.fixture
def notebook(data: Path) -> Path:
    """A notebook with an appointment and two questions, one of them from a booklet."""
    data.mkdir()
    numbers = count()
    path = data / "notebook.sqlite"
    made = Notebook.open(
        path,
        now=lambda: datetime(2026, 11, 20, tzinfo=UTC),
        new_id=lambda: f"id-{next(numbers)}",
    )
    made.appointments.change(made.appointments.current().id, "Clinic", "Monday, 10am")
    made.questions.add("Is it safe?", Place("surgery", "2026-11", "risks", "passage"))
    made.questions.add("Who will operate?")
    made.close()
    return path


def text_of(path: Path) -> str:
    """The words of a PDF, whatever lines and columns they stand in."""
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def smallest_and_page(path: Path) -> tuple[float, tuple[int, int]]:
    """The smallest letters in points, and the size of the page in whole points."""
    sizes: list[float] = []

    def visit(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if text.strip():
            sizes.append(abs(size * matrix[3]))

    page = pypdf.PdfReader(path).pages[0]
    page.extract_text(visitor_text=visit)
    return min(sizes), (int(page.mediabox.width), int(page.mediabox.height))


def test_questions_from_a_file(run: Run, out: Path, questions: Path, data: Path) -> None:
    done = run("sheet", "--out", out, "--questions", questions)

    assert (done.status, done.err) == (0, "")
    assert done.out == f"Saved “{out}”, 1 page.\n"
    text = text_of(out)
    assert "Second opinion, 3 December" in text
    assert "What makes the difference? (Questions to ask)" in text
    assert "Would I have to travel?" in text
    assert "Was due for review in August 2024" in text
    assert SUPPORT_LINE in text
    assert not data.exists(), "nothing but the sheet is made"


def test_questions_from_the_notebook(run: Run, out: Path, notebook: Path) -> None:
    done = run("sheet", "--out", out)

    assert (done.status, done.err) == (0, "")
    text = text_of(out)
    assert "Clinic, Monday, 10am" in text
    assert "Is it safe? (What the risks are)" in text
    assert text.index("Is it safe?") < text.index("Who will operate?")
    assert "Having a second operation" in text
    assert "When ovarian cancer comes back" not in text, "no question comes from there"


def test_the_notebook_is_not_changed(run: Run, out: Path, notebook: Path) -> None:
    before = notebook.read_bytes()

    run("sheet", "--out", out)

    assert notebook.read_bytes() == before
    assert [path.name for path in notebook.parent.iterdir()] == [notebook.name]


def test_without_a_question_there_is_room_to_write(run: Run, out: Path, data: Path) -> None:
    done = run("sheet", "--out", out)

    assert done.status == 0
    assert "no question yet" in done.err
    assert "My questions" in text_of(out)
    assert not data.exists(), "a notebook that is not there is not made"


def test_a_blank_sheet_needs_no_notebook(run: Run, out: Path, notebook: Path) -> None:
    notebook.write_bytes(b"damaged beyond reading")

    done = run("sheet", "--blank", "--out", out)

    assert (done.status, done.err) == (0, "")
    text = text_of(out)
    assert "My questions" in text
    assert SUPPORT_LINE in text
    assert "Is it safe?" not in text


def test_the_copy_for_a_companion(run: Run, out: Path, questions: Path) -> None:
    run("sheet", "--questions", questions, "--companion", "--out", out)

    assert "Copy for the person with me" in text_of(out)


@pytest.mark.parametrize(
    ("argv", "points", "page"),
    [
        ([], 18, (612, 792)),
        (["--print-size", "clear"], 14, (612, 792)),
        (["--paper", "a4"], 18, (595, 841)),
        (["--print-size", "very-large", "--paper", "a4"], 24, (595, 841)),
    ],
)
def test_the_settings_are_followed_unless_told_otherwise(
    run: Run, out: Path, data: Path, argv: list[str], points: int, page: tuple[int, int]
) -> None:
    save_settings(data / "settings.json", Settings(print_size="large", paper="letter"))

    run("sheet", "--blank", "--out", out, *argv)

    smallest, found_page = smallest_and_page(out)
    assert found_page == page
    assert smallest == pytest.approx(points)


def test_more_lines_take_more_room(run: Run, tmp_path: Path, questions: Path) -> None:
    pages = []
    for lines in ("2", "12"):
        path = tmp_path / f"{lines}.pdf"
        assert run("sheet", "--questions", questions, "--lines", lines, "--out", path).status == 0
        pages.append(len(pypdf.PdfReader(path).pages))

    assert pages[0] < pages[1]


def test_a_section_that_is_not_here_is_told(run: Run, out: Path, questions: Path) -> None:
    text = QUESTIONS.replace("recurrence#questions", "recurrence#gone")
    questions.write_text(text, encoding="utf-8")

    done = run("sheet", "--questions", questions, "--out", out)

    assert done.status == 0
    assert done.err == (
        "The section “recurrence#gone” is not here, so the sheet does not name it.\n"
    )
    assert "What makes the difference?" in text_of(out)


def test_the_contacts_are_those_of_the_content(
    run: Run, out: Path, shelf: Path, questions: Path
) -> None:
    (shelf / "contacts.toml").write_text(CONTACTS, encoding="utf-8")

    run("sheet", "--blank", "--content", shelf, "--out", out)

    assert "01632 960 003" in text_of(out)
    assert SUPPORT_LINE not in text_of(out)


def test_content_without_contacts_has_the_program_s(run: Run, out: Path, shelf: Path) -> None:
    run("sheet", "--blank", "--content", shelf, "--out", out)

    assert SUPPORT_LINE in text_of(out)


def test_contacts_that_make_no_sense_are_told(run: Run, out: Path, shelf: Path) -> None:
    (shelf / "contacts.toml").write_text("[[contact]]\n", encoding="utf-8")

    done = run("sheet", "--blank", "--content", shelf, "--out", out)

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("contacts.toml: ")
    assert not out.exists()


def test_a_sign_that_cannot_be_printed_is_told(run: Run, out: Path, questions: Path) -> None:
    questions.write_text('[[question]]\ntext = "Is it \U0001f375?"\n', encoding="utf-8")

    done = run("sheet", "--questions", questions, "--out", out)

    assert done.status == 0
    assert done.err == "[?] stands on it for what cannot be printed: \U0001f375\n"


@pytest.mark.parametrize("problem", ["missing", "not toml"])
def test_a_questions_file_that_makes_no_sense_is_told(
    run: Run, out: Path, questions: Path, problem: str
) -> None:
    if problem == "missing":
        questions.unlink()
    else:
        questions.write_text("not = toml = at all", encoding="utf-8")

    done = run("sheet", "--questions", questions, "--out", out)

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("questions.toml: ")
    assert not out.exists()


def test_a_damaged_notebook_is_told_and_left(run: Run, out: Path, notebook: Path) -> None:
    notebook.write_bytes(b"damaged beyond reading" * 100)

    done = run("sheet", "--out", out)

    assert (done.status, done.out) == (2, "")
    assert "notebook.sqlite" in done.err
    assert "Traceback" not in done.err
    assert notebook.read_bytes() == b"damaged beyond reading" * 100
    assert not out.exists()


def test_a_notebook_that_is_open_elsewhere_is_told(run: Run, out: Path, notebook: Path) -> None:
    other = Notebook.open(notebook, now=lambda: datetime.now(UTC), new_id=str)

    done = run("sheet", "--out", out)
    other.close()

    assert done.status == 2
    assert "open in another window" in done.err


def test_a_file_that_cannot_be_saved_is_told(run: Run, tmp_path: Path) -> None:
    done = run("sheet", "--blank", "--out", tmp_path / "nowhere" / "sheet.pdf")

    assert (done.status, done.out) == (2, "")
    assert "Nothing was saved." in done.err


def test_the_sheet_that_was_there_is_replaced(run: Run, out: Path) -> None:
    out.write_text("the old one")

    run("sheet", "--blank", "--out", out)

    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("questions", "Who will operate?"),
        ("companion", "For the person with me"),
        ("after-visit", "Who will operate?"),
        ("two-opinions", "Who will operate?"),
        ("referral", "I would like a second opinion"),
        ("consent", "consent"),
        ("bring", "Getting ready"),
        ("notes", "notes"),
    ],
)
@pytest.mark.usefixtures("notebook")
def test_every_kind_of_sheet_is_saved(run: Run, out: Path, kind: str, words: str) -> None:
    done = run("sheet", "--kind", kind, "--out", out)

    assert (done.status, done.err) == (0, "")
    assert words in text_of(out)


@pytest.mark.parametrize("kind", ["blank", "after-visit", "two-opinions", "referral", "notes"])
def test_every_kind_is_saved_where_nothing_is_written(
    run: Run, out: Path, data: Path, kind: str
) -> None:
    done = run("sheet", "--kind", kind, "--out", out)

    assert (done.status, done.err) == (0, "")
    assert not data.exists()


def test_a_booklet_is_no_sheet(run: Run, out: Path) -> None:
    done = run("sheet", "--kind", "booklet", "--out", out)

    assert done.status == 2
    assert not out.exists()


def test_lines_instead_of_boxes_take_more_room(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "many.toml"
    file.write_text("".join(f'[[question]]\ntext = "{n}?"\n' for n in range(14)), encoding="utf-8")
    boxes, lines = tmp_path / "boxes.pdf", tmp_path / "lines.pdf"

    run("sheet", "--questions", file, "--rest", "boxes", "--out", boxes)
    run("sheet", "--questions", file, "--rest", "lines", "--out", lines)

    assert len(pypdf.PdfReader(lines).pages) > len(pypdf.PdfReader(boxes).pages)


def test_a_sheet_is_folded_too(run: Run, out: Path) -> None:
    done = run("sheet", "--kind", "bring", "--fold", "--out", out)

    assert done.status == 0
    assert "How to fold this booklet" in text_of(out.with_name("sheet-to-fold.pdf"))


LETTER = 'to = "consultant"\nreasons = ["confirm", "talking"]\nname = "Jo Smith"\n'


def test_a_letter_is_filled_in_from_a_file(run: Run, out: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.toml"
    letter.write_text(LETTER, encoding="utf-8")
    done = run("sheet", "--out", out, "--kind", "referral", "--letter", letter)
    assert (done.status, done.err) == (0, "")
    text = text_of(out)
    assert "My name: Jo Smith" in text
    assert "I find that I cannot talk to my doctor." in text
    assert "I have doubts about the diagnosis." not in text
    assert "refer me to a different consultant?" in text


def test_a_letter_goes_with_a_letter_alone(run: Run, out: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.toml"
    letter.write_text(LETTER, encoding="utf-8")
    done = run("sheet", "--out", out, "--letter", letter)
    assert done.status == 2
    assert "--letter goes with --kind referral or --kind consent." in done.err
    assert not out.exists()


def test_a_letter_that_cannot_be_used_is_told(run: Run, out: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.toml"
    letter.write_text("to = 3", encoding="utf-8")
    done = run("sheet", "--out", out, "--kind", "consent", "--letter", letter)
    assert done.status == 2
    assert "letter.toml: The file has a “to” that is not words in quotes." in done.err
    assert not out.exists()
