"""The lists beside the booklets: a publisher's own are used, and broken ones are told calmly."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.ui.booklets_page import BookletsPage
from reader.ui.help_page import HelpPage
from reader.ui.history import AT_HOME, PageName, Stop
from reader.ui.questions_page import QuestionsPage
from tests.ui.conftest import CONTENT
from tests.ui.driver import Person

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.paths import Paths

CONTACT = """
[[contact]]
id = "tea-line"
name = "The tea line"
what_for = "Anything"
phone = "01632 960 003"
primary = true
"""
FILES = ["contacts.toml", "questions.toml", "glossary.toml"]


@pytest.fixture
def paths(paths: Paths, tmp_path: Path) -> Paths:
    """The program's own booklets, copied, so that they can be broken."""
    return replace(paths, content=shutil.copytree(CONTENT, tmp_path / "own"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder to give to --content."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder


def shown(page: BookletsPage) -> str:
    """What the card says of what is broken; new words are there a moment late."""
    from PySide6.QtWidgets import QLabel

    if not page._broken.isVisibleTo(page):
        return ""
    items = [page._broken_column.itemAt(n).widget() for n in range(page._broken_column.count())]
    return "\n".join(one.text() for one in items if isinstance(one, QLabel))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("folder", ["own", "theirs"])
def test_a_broken_list_is_named_and_every_page_opens(
    open_desk: Callable[..., Desk],
    qtbot: QtBot,
    tmp_path: Path,
    other: Path,
    folder: str,
    file: str,
) -> None:
    (tmp_path / folder / file).write_text("[[nonsense", encoding="utf-8")
    desk = open_desk(other)
    booklets = desk.window.page
    assert isinstance(booklets, BookletsPage)
    qtbot.waitUntil(lambda: f"{file} in “{folder}”: " in shown(booklets), timeout=3000)
    assert "The booklets open as usual." in shown(booklets)
    assert len(booklets._cards) == len(desk.shelf.entries) > 0
    for page in AT_HOME:
        desk.window.go(Stop(page))
        assert desk.window.page is desk.window.made(page)


def test_a_broken_list_is_named_though_a_booklet_was_opened_first(
    open_desk: Callable[..., Desk], qtbot: QtBot, other: Path
) -> None:
    (other / "glossary.toml").write_text("[[nonsense", encoding="utf-8")
    desk = open_desk(other, booklet="recurrence")
    booklets = desk.window.made(PageName.BOOKLETS)
    assert isinstance(booklets, BookletsPage)
    qtbot.waitUntil(lambda: "glossary.toml in “theirs”" in shown(booklets), timeout=3000)


def test_whole_lists_are_not_spoken_of(open_desk: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = open_desk()
    desk.read_on()
    booklets = desk.window.page
    assert isinstance(booklets, BookletsPage)
    assert shown(booklets) == ""


def test_a_publisher_s_contact_is_the_one_to_ring(
    open_desk: Callable[..., Desk], qtbot: QtBot, other: Path
) -> None:
    (other / "contacts.toml").write_text(CONTACT, encoding="utf-8")
    person = Person(qtbot, open_desk(other))
    assert [one.name for one in person.desk.lists.contacts] == ["The tea line"]
    person.go(PageName.HELP)
    assert person.page(HelpPage)
    person.go(PageName.PRINT)
    sheets = person.paper().view.sheets
    assert "01632 960 003" in sheets[0].accessibleName()
    assert "0800 008 7054" not in sheets[0].accessibleName()


def test_a_publisher_s_questions_are_offered(
    open_desk: Callable[..., Desk], qtbot: QtBot, other: Path
) -> None:
    text = (
        '[[topic]]\nid = "tea"\ntitle = "Tea"\n'
        '[[idea]]\nid = "tea-1"\ntext = "How long should it brew?"\ntopic = "tea"\nby = "ours"\n'
    )
    (other / "questions.toml").write_text(text, encoding="utf-8")
    person = Person(qtbot, open_desk(other))
    person.go(PageName.QUESTIONS)
    assert person.page(QuestionsPage)
    assert person.desk.lists.ideas.topics[0].title == "Tea"
    assert len(person.desk.lists.ideas.topics) > 1


def test_a_booklet_that_will_not_open_leaves_no_empty_page_behind(
    open_desk: Callable[..., Desk], qtbot: QtBot, paths: Paths
) -> None:
    desk = open_desk()
    source = paths.content / "surgery" / "booklet.md"
    desk.shelf._booklets.clear()
    source.write_text(source.read_text(encoding="utf-8") + "\n---\n", encoding="utf-8")
    desk.window.go(Stop(PageName.READING, "surgery"))
    assert isinstance(desk.window.page, BookletsPage)
    desk.window.go(Stop(PageName.HELP))
    for _ in range(3):
        desk.window.back()
        assert desk.window.page is desk.window.made(PageName.BOOKLETS)
