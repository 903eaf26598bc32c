"""Choosing which appointment is printed, and which two stand side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from reader.notebook.model import Appointment
from reader.paper.kinds import SheetKind
from reader.ui.which_visits import NEWEST, OF_ONE, WhichVisits

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.ui.look import Looks

WHEN = datetime(2026, 11, 3, 9, tzinfo=UTC)


def visits(*names: str) -> tuple[Appointment, ...]:
    """Newest first."""
    return tuple(Appointment(f"id-{name}", name, "", WHEN) for name in names)


@pytest.fixture
def which(qtbot: QtBot, looks: Looks) -> WhichVisits:
    shown = WhichVisits(looks)
    qtbot.addWidget(shown)
    shown.show_all(visits("Three", "Two", "One"))
    shown.show_for(SheetKind.AFTER_VISIT)
    return shown


def seen(which: WhichVisits, pair: str = "second") -> list[str]:
    buttons = getattr(which, pair).buttons
    return [one.label.text() for one in buttons.values() if one.isVisibleTo(which)]


def press(qtbot: QtBot, which: WhichVisits, visit: str, pair: str = "second") -> None:
    qtbot.mouseClick(getattr(which, pair).buttons[f"id-{visit}"], Qt.MouseButton.LeftButton)


def test_it_begins_with_the_newest_and_the_one_before(which: WhichVisits) -> None:
    assert (which.chosen, which.before) == ("id-Three", "id-Two")
    assert seen(which) == ["● Three", "○ Two", "○ One"]
    assert which.second.accessibleName() == "Which appointment?"
    assert not which.first.isVisibleTo(which)


def test_another_can_be_chosen(qtbot: QtBot, which: WhichVisits) -> None:
    with qtbot.waitSignal(which.changed):
        press(qtbot, which, "One")
    assert which.chosen == "id-One"
    assert seen(which) == ["○ Three", "○ Two", "● One"]


def test_of_two_opinions_both_can_be_chosen(qtbot: QtBot, which: WhichVisits) -> None:
    which.show_for(SheetKind.TWO_OPINIONS)
    assert which.second.accessibleName() == "Second opinion"
    assert seen(which, "first") == ["○ Three", "● Two", "○ One"]
    with qtbot.waitSignal(which.changed):
        press(qtbot, which, "One", "first")
    assert (which.before, which.chosen) == ("id-One", "id-Three")


@pytest.mark.parametrize(("pair", "visit"), [("first", "Three"), ("second", "Two")])
def test_the_same_one_is_never_both(
    pair: str, visit: str, qtbot: QtBot, which: WhichVisits
) -> None:
    which.show_for(SheetKind.TWO_OPINIONS)
    press(qtbot, which, visit, pair)
    assert (which.before, which.chosen) == ("id-Three", "id-Two")


@pytest.mark.parametrize("kind", SheetKind)
def test_it_is_seen_only_where_there_is_a_choice(kind: SheetKind, which: WhichVisits) -> None:
    which.show_for(kind)
    assert which.isHidden() is not (kind in OF_ONE or kind is SheetKind.TWO_OPINIONS)
    which.show_all(visits("One"))
    which.show_for(kind)
    assert which.isHidden()
    assert (which.chosen, which.before) == ("id-One", "")


def test_none_at_all_is_no_choice(which: WhichVisits) -> None:
    which.show_all(())
    which.show_for(SheetKind.TWO_OPINIONS)
    assert which.isHidden()
    assert (which.chosen, which.before) == ("", "")


def test_of_many_the_newest_are_seen_and_the_chosen_one(qtbot: QtBot, which: WhichVisits) -> None:
    which.show_all(visits(*map(str, range(9, 0, -1))))
    which.show_for(SheetKind.AFTER_VISIT)
    assert len(seen(which)) == NEWEST
    qtbot.mouseClick(which.more, Qt.MouseButton.LeftButton)
    assert len(seen(which)) == 9
    press(qtbot, which, "1")
    qtbot.mouseClick(which.more, Qt.MouseButton.LeftButton)
    assert seen(which) == ["○ 9", "○ 8", "○ 7", "○ 6", "● 1"]


def test_coming_again_begins_anew_with_those_that_are_there(
    qtbot: QtBot, which: WhichVisits
) -> None:
    press(qtbot, which, "One")
    which.show_all(visits("Four", "Three"))
    which.show_for(SheetKind.AFTER_VISIT)
    assert which.chosen == "id-Four"
    assert seen(which) == ["● Four", "○ Three"]
    press(qtbot, which, "Three")
    assert which.chosen == "id-Three"


def test_one_without_words_is_told_by_its_day(which: WhichVisits) -> None:
    which.show_all(visits("Two", ""))
    which.show_for(SheetKind.AFTER_VISIT)
    assert seen(which) == ["● Two", "○ List begun on 3 November 2026"]
