"""Lines over every page: what they say, also in a low window, and that they go away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.ui.all_here_strip import AllHereStrip
from reader.ui.unkept_strip import UnkeptStrip
from reader.ui.unsaved_strip import UnsavedStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reader.app import Desk
    from reader.ui.look import Looks
    from reader.ui.strip import Strip


@pytest.mark.parametrize("make", [AllHereStrip, UnkeptStrip])
def test_in_a_low_window_the_buttons_say_it(
    qtbot: QtBot, looks: Looks, make: type[AllHereStrip | UnkeptStrip]
) -> None:
    strip = make(looks)
    qtbot.addWidget(strip)
    strip.resize(900, 700)
    strip.show()
    assert not strip.words.isHidden()
    strip.resize(900, 200)
    qtbot.waitUntil(strip.words.isHidden)
    strip.resize(900, 700)
    qtbot.waitUntil(lambda: not strip.words.isHidden())


def test_what_is_in_danger_is_never_shortened(qtbot: QtBot, looks: Looks) -> None:
    strip = UnsavedStrip(looks, "Not saved: the disk is full.")
    qtbot.addWidget(strip)
    strip.resize(900, 100)
    strip.show()
    assert not strip.words.isHidden()


def test_a_strip_can_be_reached_and_leaves_nothing_behind(qtbot: QtBot, desk: Desk) -> None:
    strip: Strip = AllHereStrip(desk.looks)
    desk.window.put_above(strip)
    strip.show()
    qtbot.waitUntil(strip.isVisible)
    assert strip in [region.widget for region in desk.moving.regions.shown()]
    assert strip.accessibleName() == "Your notebook was put right. Is everything here?"
    desk.window.take_from_above(strip)
    assert desk.window.strips == []
    assert strip not in [region.widget for region in desk.moving.regions.shown()]


def test_other_words_are_known_to_screen_readers(qtbot: QtBot, looks: Looks) -> None:
    strip = UnkeptStrip(looks)
    qtbot.addWidget(strip)
    strip.tell("Something else.")
    assert (strip.words.text(), strip.accessibleName()) == ("Something else.", "Something else.")
