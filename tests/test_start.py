"""What stands between the start and the first page: nothing heavy, in a process of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.been_here import been_here
from tests.children import printed

NEVER_AT_FIRST = (
    "typst",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "PySide6.QtTextToSpeech",
    "segno",
    "uuid",
    "subprocess",
    "reader.ui.print_page",
    "reader.ui.questions_page",
)
NOT_FOR_A_SHELF = (
    "markdown",
    "xml.etree.ElementTree",
    "platformdirs",
    "sqlite3.dump",
    "reader.booklet.model",
    "reader.booklet.reading",
    "reader.notebook.search",
    "reader.shelf.index",
    "reader.ui.reading_page",
)

# What was imported when the first page had been painted, and then when everything had been read.
CHILD = """
import gc, json, sys
from reader import app, cli

read_on = app.Desk.read_on

def tell(desk):
    first = sorted(sys.modules)
    read_on(desk)
    json.dump([first, sorted(sys.modules), gc.isenabled()], sys.stdout)
    desk.window.close()

app.Desk.read_on = tell
sys.exit(cli.main(sys.argv[1:]))
"""


def imported(*arguments: str | Path) -> tuple[set[str], set[str]]:
    """Modules at the first paint, and a moment later, for somebody who was here before."""
    been_here(Path(arguments[1]))
    (line,) = printed([sys.executable, "-c", CHILD, *arguments])
    first, later, collects_anywhere = json.loads(line)
    assert not collects_anywhere, "garbage may be collected in any thread"
    return set(first), set(later)


@pytest.fixture(scope="module")
def at_the_shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    return imported("--data", tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def at_a_section(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    return imported("--data", tmp_path_factory.mktemp("data"), "recurrence#how")


@pytest.mark.parametrize("heavy", [*NEVER_AT_FIRST, *NOT_FOR_A_SHELF])
def test_the_booklets_page_waits_for_nothing_it_does_not_show(
    at_the_shelf: tuple[set[str], set[str]], heavy: str
) -> None:
    first, _ = at_the_shelf
    assert "reader.ui.booklets_page" in first
    assert heavy not in first


@pytest.mark.parametrize("heavy", NEVER_AT_FIRST)
def test_nor_does_a_section_that_is_asked_for(
    at_a_section: tuple[set[str], set[str]], heavy: str
) -> None:
    first, _ = at_a_section
    assert {"reader.ui.reading_page", "markdown"} <= first
    assert heavy not in first


def test_what_can_wait_is_done_once_the_page_is_there(
    at_the_shelf: tuple[set[str], set[str]],
) -> None:
    first, later = at_the_shelf
    assert {"markdown", "reader.booklet.reading"} <= later - first
