"""Tests of ui.ideas_panel and ui.idea_row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.shelf.ideas import Idea, IdeaBy, Ideas, Topic
from reader.ui import idea_row
from reader.ui.ends import is_at_end
from reader.ui.ideas_panel import IdeasPanel
from tests.ui.asking import IDEAS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks


def idea(name: str, topic: str, *, starter: bool = False) -> Idea:
    return Idea(name, f"What about {name}?", topic, "", IdeaBy.OURS, starter)


FEW = Ideas(
    (Topic("tests", "Tests"), Topic("trials", "Trials"), Topic("starters", "Only starters")),
    (
        idea("scan", "tests"),
        idea("blood", "tests"),
        idea("gene", "tests", starter=True),
        idea("trial", "trials"),
        idea("first", "starters", starter=True),
    ),
)


@pytest.fixture
def panel(qtbot: QtBot, looks: Looks) -> IdeasPanel:
    made = IdeasPanel(looks, FEW)
    qtbot.addWidget(made)
    made.resize(400, 800)
    made.show()
    return made


def seen(panel: IdeasPanel) -> list[str]:
    return [row.idea.id for row in panel.rows if row.isVisible()]


def open_topic(qtbot: QtBot, panel: IdeasPanel, topic: str) -> None:
    qtbot.mouseClick(panel.topics[topic], Qt.MouseButton.LeftButton)


def test_the_starters_come_first_and_the_rest_waits_under_its_topics(panel: IdeasPanel) -> None:
    assert seen(panel) == ["gene", "first"]
    assert [button.words() for button in panel.topics.values()] == ["Tests (2)", "Trials (1)"]


def test_a_topic_opens_and_closes_and_offers_no_starter_again(
    qtbot: QtBot, panel: IdeasPanel
) -> None:
    open_topic(qtbot, panel, "tests")
    qtbot.waitUntil(lambda: seen(panel) == ["gene", "first", "scan", "blood"])
    assert panel.topics["tests"].is_open
    open_topic(qtbot, panel, "tests")
    assert seen(panel) == ["gene", "first"]


def test_the_ideas_of_a_topic_are_made_once(qtbot: QtBot, panel: IdeasPanel) -> None:
    for _ in range(3):
        open_topic(qtbot, panel, "tests")
    assert len(panel.rows) == 4


def test_controls_are_in_reading_order(qtbot: QtBot, panel: IdeasPanel) -> None:
    open_topic(qtbot, panel, "tests")
    names = [control.objectName() for control in panel.controls()]
    assert names == [
        *("add-gene", "add-first"),
        *("topic-tests", "add-scan", "add-blood"),
        "topic-trials",
    ]


def test_opening_a_topic_tells_that_there_is_more_to_reach(qtbot: QtBot, panel: IdeasPanel) -> None:
    with qtbot.waitSignal(panel.grown):
        open_topic(qtbot, panel, "trials")


def test_add_asks_for_the_idea(qtbot: QtBot, panel: IdeasPanel) -> None:
    button = panel.rows[0].button
    with qtbot.waitSignal(panel.chosen) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [FEW.ideas[2]]
    assert button.accessibleName() == "Add: What about gene?"


def test_what_is_on_the_list_says_added_in_words(panel: IdeasPanel) -> None:
    panel.show_added({"gene"})
    gene, first = panel.rows
    assert (gene.button.text(), is_at_end(gene.button)) == ("Added", True)
    assert gene.button.accessibleName() == "Added: What about gene?"
    assert (first.button.text(), is_at_end(first.button)) == ("Add", False)
    panel.show_added(set())
    assert (gene.button.text(), is_at_end(gene.button)) == ("Add", False)


def test_a_topic_opened_later_knows_what_is_added(qtbot: QtBot, panel: IdeasPanel) -> None:
    panel.show_added({"scan"})
    open_topic(qtbot, panel, "tests")
    shown = {row.idea.id: row.button.text() for row in panel.rows}
    assert shown == {"gene": "Add", "first": "Add", "scan": "Added", "blood": "Add"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_slow_second_press_of_a_key_adds_nothing_more_and_says_that_it_is_added(
    qtbot: QtBot, panel: IdeasPanel, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    added: list[str] = []
    said: list[str] = []
    monkeypatch.setattr(idea_row, "say", lambda _, text: said.append(text))

    def add(idea: Idea) -> None:
        added.append(idea.id)
        panel.show_added(added)

    panel.chosen.connect(add)
    button = panel.rows[0].button
    button.setFocus()
    qtbot.keyClick(button, key)
    assert button.hasFocus()
    assert (added, said) == (["gene"], [])
    qtbot.keyClick(button, key)
    assert button.hasFocus()
    assert (added, said) == (["gene"], ["Added: What about gene?"])


def test_focus_first_passes_over_what_is_added(panel: IdeasPanel) -> None:
    panel.show_added({"gene"})
    assert panel.focus_first() is panel.rows[1].button
    panel.show_added({"gene", "first"})
    assert panel.focus_first() is panel.topics["tests"]


def test_without_ideas_there_is_no_panel(qtbot: QtBot, looks: Looks) -> None:
    panel = IdeasPanel(looks, Ideas())
    qtbot.addWidget(panel)
    assert panel.isHidden()
    assert panel.focus_first() is panel


def test_the_bundled_ideas_are_all_offered_once(qtbot: QtBot, looks: Looks) -> None:
    panel = IdeasPanel(looks, IDEAS)
    qtbot.addWidget(panel)
    panel.show()
    assert len(panel.rows) == 6
    for topic in panel.topics:
        open_topic(qtbot, panel, topic)
    assert sorted(row.idea.id for row in panel.rows) == sorted(one.id for one in IDEAS.ideas)
