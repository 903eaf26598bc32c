"""``doctor``: everything is looked at, nothing is changed, nothing personal is said."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reader.commands import examining
from reader.commands.examining import State
from reader.notebook.exchange.taking_in import take_in
from reader.notebook.notebook import Notebook
from reader.notebook.schema import USER_VERSION
from reader.paper.errors import FontsMissingError
from reader.printing.errors import NoServiceError
from reader.printing.model import Printer, PrinterState
from tests.commands.conftest import NOW
from tests.notebook.exchange.samples import SAMPLE
from tests.notebook.making import Ids, alter, everything

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.running import Run

TOPICS = ["versions", "screen", "notebook", "room", "booklets", "fonts", "printers", "voices"]


@pytest.fixture(autouse=True)
def voices(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The voices there are; a real engine is asked in the system tests."""
    names = ["Alba"]
    monkeypatch.setattr("reader.cli._voice_names", lambda: tuple(names))
    return names


@pytest.fixture(autouse=True)
def _no_printing_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.printing.finding.USUAL_SOCKETS", ())
    monkeypatch.setattr("reader.printing.finding.find_service", lambda _environ: None)


@pytest.fixture
def notebook(data: Path) -> Path:
    path = data / "notebook.sqlite"
    opened = Notebook.open(path, now=lambda: NOW, new_id=Ids())
    take_in(opened, SAMPLE)
    opened.close()
    return path


def findings(run: Run) -> dict[str, dict[str, object]]:
    result = run("doctor", "--json")
    said = json.loads(result.out)
    assert said["well"] == (result.status == 0)
    return {each["topic"]: each for each in said["findings"]}


def test_everything_is_looked_at(run: Run) -> None:
    found = findings(run)
    assert list(found) == TOPICS
    assert {each["state"] for each in found.values()} <= {"good", "note", "problem"}
    assert run("doctor").out.count("\n") == len(TOPICS)


def test_all_is_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "missing_libraries", lambda **_: ())
    result = run("doctor")
    assert result.status == 0
    assert "to mend" not in result.out


def test_nothing_is_made_or_changed(run: Run, data: Path, notebook: Path) -> None:
    run("doctor")  # the log is made by every command
    before = everything(data)
    run("doctor", "--json")
    assert everything(data) == before


def test_nothing_that_was_written_is_said(run: Run, notebook: Path) -> None:
    for result in (run("doctor"), run("doctor", "--json")):
        for words in ("Anna", "Why me", "Second opinion", "milk"):
            assert words not in result.out + result.err


# ---- notebook


def test_none_yet(run: Run) -> None:
    found = findings(run)["notebook"]
    assert (found["state"], found["backups"]) == ("good", 0)


def test_whole(run: Run, notebook: Path) -> None:
    found = findings(run)["notebook"]
    assert (found["state"], found["items"], found["damaged"]) == ("good", 6, 0)


def test_open_in_a_window(run: Run, notebook: Path) -> None:
    opened = Notebook.open(notebook, now=lambda: NOW, new_id=Ids())
    found = findings(run)["notebook"]
    opened.close()
    assert found["state"] == "note"
    assert "open in a window" in str(found["said"])


def test_damaged(run: Run, notebook: Path) -> None:
    notebook.write_bytes(notebook.read_bytes()[:5000])
    assert findings(run)["notebook"]["state"] == "problem"
    assert run("doctor").status == 1


def test_damaged_while_there_are_backups(run: Run, notebook: Path) -> None:
    opened = Notebook.open(notebook, now=lambda: NOW, new_id=Ids())
    opened.backups.make()
    opened.close()
    notebook.write_bytes(notebook.read_bytes()[:5000])
    found = findings(run)["notebook"]
    assert found["state"] == "problem"
    assert "bring back one of its backups" in str(found["said"])


def test_what_the_window_will_not_write_to_is_not_called_good(
    run: Run, notebook: Path, tmp_path: Path
) -> None:
    alter(notebook, f"PRAGMA user_version={USER_VERSION + 1}")
    found = findings(run)["notebook"]
    assert found["state"] == "problem"
    assert "newer version" in str(found["said"])
    alter(notebook, f"PRAGMA user_version={USER_VERSION}")
    notebook.symlink_to(notebook.rename(tmp_path / "elsewhere.sqlite"))
    found = findings(run)["notebook"]
    assert found["state"] == "problem"
    assert "is a link" in str(found["said"])


def test_a_word_that_the_disk_changed(run: Run, notebook: Path) -> None:
    alter(notebook, "UPDATE marks SET text = 'Ask Hanna.' WHERE id = 'm3'")
    found = findings(run)["notebook"]
    assert (found["state"], found["damaged"]) == ("problem", 1)


def test_missing_while_there_are_backups(run: Run, data: Path, notebook: Path) -> None:
    opened = Notebook.open(notebook, now=lambda: NOW, new_id=Ids())
    opened.backups.make()
    opened.close()
    notebook.unlink()
    found = findings(run)["notebook"]
    assert (found["state"], found["backups"]) == ("problem", 1)
    assert not notebook.exists()


@pytest.mark.skipif(os.name != "posix", reason="no such rights")
def test_others_can_read_it(run: Run, notebook: Path) -> None:
    notebook.chmod(0o644)
    found = findings(run)["notebook"]
    assert found["state"] == "note"
    assert "Other accounts" in str(found["said"])


# ---- the rest


def test_fonts_that_are_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FontsMissingError(None)

    monkeypatch.setattr("reader.paper.fonts.font_folder", missing)
    assert findings(run)["fonts"]["state"] == "problem"


def test_libraries_that_are_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.system import MissingLibrary

    monkeypatch.setattr(
        examining,
        "missing_libraries",
        lambda **_: (MissingLibrary("libEGL.so.1", "libegl1"),),
    )
    found = findings(run)["screen"]
    assert found["state"] == "problem"
    assert "libegl1" in str(found["said"])


def test_no_voice(run: Run, voices: list[str]) -> None:
    assert findings(run)["voices"]["voices"] == ["Alba"]
    voices.clear()
    assert findings(run)["voices"]["state"] == "note"


def test_printers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Service:
        def printers(self) -> tuple[Printer, ...]:
            return (Printer("Kitchen", PrinterState.IDLE),)

    monkeypatch.setattr("reader.printing.finding.find_service", lambda _environ: Service())
    found = findings(run)["printers"]
    assert found["printers"] == [{"name": "Kitchen", "state": "IDLE"}]


def test_a_printing_system_that_is_silent(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Service:
        def printers(self) -> tuple[Printer, ...]:
            raise NoServiceError(tmp_path, "refused")

    monkeypatch.setattr("reader.printing.finding.find_service", lambda _environ: Service())
    assert findings(run)["printers"]["state"] == "problem"


def test_a_broken_booklet(run: Run, shelf: Path) -> None:
    (shelf / "milk" / "booklet.md").write_text("broken", encoding="utf-8")
    result = run("--content", shelf, "doctor")
    assert result.status == 1
    assert "1 booklet can be read. 1 cannot" in result.out


def test_a_full_disk(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "LEAST_ROOM_MB", 10**12)
    assert findings(run)["room"]["state"] == "problem"


def test_a_look_that_fails_hides_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(examining, "_fonts", fail)
    found = findings(run)
    assert list(found) == TOPICS
    assert "RuntimeError" in str(found["fonts"]["said"])


def test_qt_that_cannot_be_loaded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> tuple[str, ...]:
        raise ImportError("libGL.so.1")

    monkeypatch.setattr("reader.cli._voice_names", fail)
    found = findings(run)["voices"]
    assert found["state"] == State.PROBLEM
