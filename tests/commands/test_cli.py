"""The command line as a whole: what is understood, how it ends, and that no traceback shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import cli, paths
from reader.version import program_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tests.commands.running import Run


ROOT = Path(__file__).parents[2]
COMMANDS = [
    "list", "show", "search", "sheet", "print", "notes", "backup", "restore", "check", "new",
    "doctor", "kiosk", "version",
]  # fmt: skip


def in_a_process(
    *argv: str | Path, python: tuple[str, ...] = (), **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """``python -m reader`` with no display, no locale, and nothing else of this environment."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *python, "-m", "reader", *map(str, argv)],
        cwd=ROOT,
        env={**kept, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **environ},
        capture_output=True,
        check=False,
    )


def test_the_version_is_said(run: Run) -> None:
    assert run("version").out == f"{program_version()}\n"


@pytest.mark.parametrize(
    "argv",
    [
        ["--data", "{data}", "--content", "{shelf}", "list"],
        ["list", "--data", "{data}", "--content", "{shelf}"],
        ["--data={data}", "list", "--content={shelf}"],
    ],
)
def test_folders_can_be_named_before_and_after_the_command(
    argv: list[str], tmp_path: Path, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.format(data=tmp_path / "d", shelf=shelf) for word in argv]

    assert cli.main(words, environ={}) == 0
    assert capsys.readouterr().out.startswith("milk: About milk\n")


def test_a_content_folder_before_and_one_after_are_both_taken(run: Run, shelf: Path) -> None:
    done = run("--content", shelf / "tea", "list", "--content", shelf / "milk")

    assert "tea: " in done.out
    assert "milk: " in done.out


@pytest.mark.parametrize(
    ("argv", "problem"),
    [
        (["--data"], "Argument --data: expected one argument"),
        (["list", "--data", ""], "Argument --data: a folder has to be named"),
        (["list", "--nonsense"], "Unrecognized arguments: --nonsense"),
        (["list", "more"], "Unrecognized arguments: more"),
        (["show"], "The following arguments are required: BOOKLET"),
        (["show", "tea", "--as", "pdf"], "Argument --as: invalid choice: 'pdf'"),
        (["search"], "The following arguments are required: WORDS"),
        (["search", "tea", "--limit", "0"], "Argument --limit: it has to be a whole number from 1"),
        (["search", "tea", "--limit", "x"], "Argument --limit: it has to be a whole number from 1"),
        (["sheet"], "The following arguments are required: --out"),
        (["sheet", "--out", "f", "--lines", "1"], "Argument --lines: it has to be a whole number"),
        (["sheet", "--out", "f", "--lines", "13"], "Argument --lines: it has to be a whole number"),
        (["sheet", "--out", "f", "--paper", "a5"], "Argument --paper: invalid choice: 'a5'"),
        (["sheet", "--out", "f", "--print-size", "9"], "Argument --print-size: invalid choice"),
        (["sheet", "--out", "f", "--blank", "--questions", "q"], "Argument --questions: not allow"),
        (["print", "--out", "f"], "The following arguments are required: BOOKLET"),
        (["print", "tea"], "The following arguments are required: --out"),
        (["print", "tea", "--out", "f", "--staple"], "Unrecognized arguments: --staple"),
        (["sheet", "--out", "f", "--kind", "tea"], "Argument --kind: invalid choice"),
        (["sheet", "--out", "f", "--kind", "notes", "--blank"], "Argument --blank: not allowed"),
        (["tea", "more"], "Unrecognized arguments: more"),
        (["--content", "nowhere-at-all", "list"], "There is no folder “nowhere-at-all”."),
    ],
)
def test_wrong_use_is_told_in_one_line(run: Run, argv: list[str], problem: str) -> None:
    done = run(*argv)

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(problem)
    assert done.err.count("\n") == 1


def test_wrong_use_points_to_the_help_of_its_command(run: Run) -> None:
    assert run("show").err.endswith("“booklet-reader show --help” says how to write it.\n")
    assert run("a", "b").err.endswith("“booklet-reader --help” says how to write it.\n")


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")

    assert (done.status, done.err) == (0, "")
    assert all(f"\n  {command} " in done.out for command in COMMANDS)
    assert max(map(len, done.out.splitlines())) < 100


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_sentences(run: Run, command: str) -> None:
    done = run(command, "--help")

    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: booklet-reader {command}")
    assert "--data FOLDER" in done.out


def test_a_data_folder_that_is_a_file_is_said(tmp_path: Path, run: Run, data: Path) -> None:
    data.write_text("in the way")

    done = run("list")

    assert (done.status, done.out) == (2, "")
    assert done.err == f"“{data}” is a file; --data needs a folder.\n"


def test_missing_program_files_are_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "reader")

    done = run("list")

    assert (done.status, done.out) == (2, "")
    assert "install Booklet Reader again" in done.err


def raising(error: BaseException) -> Callable[[], datetime]:
    def now() -> datetime:
        raise error

    return now


def test_what_nobody_foresaw_is_logged_and_told_in_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = cli.main(["list", "--data", str(data)], environ={}, now=raising(ZeroDivisionError()))

    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert said.err == (
        "Something went wrong inside the program. What you had saved is untouched. "
        f"What happened is written in “{data / 'booklet-reader.log'}”.\n"
    )
    log = (data / "booklet-reader.log").read_text(encoding="utf-8")
    assert "cli.py" in log
    assert "ZeroDivisionError" in log


def test_ctrl_c_ends_quietly(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = cli.main(["list", "--data", str(data)], environ={}, now=raising(KeyboardInterrupt()))

    assert status == 130
    assert capsys.readouterr() == ("", "")
    assert not data.exists()


def test_the_clock_of_the_computer_is_used_without_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["list", "--data", str(tmp_path)]) == 0
    assert "Was due for review in August 2024" in capsys.readouterr().out
    assert cli._local_time().tzinfo is not None


def test_in_a_process_of_its_own_with_no_display_and_no_locale(tmp_path: Path) -> None:
    done = in_a_process("list", "--data", tmp_path / "d")

    assert (done.returncode, done.stderr) == (0, b"")
    assert "Recurrent ovarian cancer and second opinions” by Ovacome" in done.stdout.decode("utf-8")
    assert not (tmp_path / "d").exists()


def test_a_no_is_an_exit_status(tmp_path: Path) -> None:
    done = in_a_process("show", "coffee", "--data", tmp_path)

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode("utf-8").startswith("There is no booklet “coffee”.")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break in another way there")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "reader", "--data", str(tmp_path), "show", "recurrence"]
    with os.fdopen(write, "wb") as stdout:
        done = subprocess.run(command, cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def imported_by(*argv: str | Path) -> set[str]:
    """The top-level packages that a command imports."""
    done = in_a_process(*argv, python=("-X", "importtime"))
    assert done.returncode == 0
    lines = done.stderr.decode("utf-8").splitlines()
    names = [line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")]
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize(
    ("argv", "heavy"),
    [
        (["list"], set()),
        (["version"], set()),
        (["show", "surgery"], {"markdown"}),
        (["search", "letrozole"], {"markdown", "sqlite3"}),
        (["sheet", "--blank", "--out", "{folder}/sheet.pdf"], {"typst"}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_imports_no_more_than_it_needs(
    argv: list[str], heavy: set[str], tmp_path: Path
) -> None:
    words = [word.format(folder=tmp_path) for word in argv]

    imported = imported_by("--data", tmp_path / "d", *words)

    watched = {"PySide6", "shiboken6", "typst", "markdown", "sqlite3"}
    assert imported & watched == heavy
    assert "reader" in imported
