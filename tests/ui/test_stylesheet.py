"""Tests of ui.stylesheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reader.ui.stylesheet import stylesheet
from tests.ui.conftest import RESOURCES

if TYPE_CHECKING:
    from reader.ui.look import Looks

TEMPLATE = (RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("size", "filled"),
    [(1.0, "a { margin: 48px 8px; }"), (2.0, "a { margin: 96px 16px; }")],
)
def test_units_become_pixels_of_the_size(looks: Looks, size: float, filled: str) -> None:
    looks.change(size=size)
    assert stylesheet("a { margin: 48u 8u; }", looks.look) == filled


def test_roles_become_colours(looks: Looks) -> None:
    assert stylesheet("$ground", looks.look) == looks.look.colour("ground")


def test_colours_that_look_like_units_are_left_alone(looks: Looks) -> None:
    assert stylesheet("#1a2b3u 4u", looks.look) == "#1a2b3u 4px"


def test_a_role_that_no_theme_has_is_an_error(looks: Looks) -> None:
    with pytest.raises(KeyError, match="no_such"):
        stylesheet("$no_such", looks.look)


def test_targets_leave_room_for_the_border(looks: Looks) -> None:
    assert stylesheet("min-height: $target;", looks.look) == "min-height: 44px;"


def test_what_stands_at_the_first_side_is_square_there_whichever_it_is(looks: Looks) -> None:
    for from_right, first, last in ((False, "left", "right"), (True, "right", "left")):
        filled = stylesheet(TEMPLATE, looks.look, from_right=from_right)
        rule = filled.split('QFrame[role="carry-on"]')[1].split("}")[0]
        assert f"border-{first}: 8px" in rule
        assert f"border-top-{last}-radius" in rule
        assert f"border-top-{first}-radius" not in rule


def test_the_real_template_leaves_nothing_to_fill_in(looks: Looks) -> None:
    filled = stylesheet(TEMPLATE, looks.look)
    assert "$" not in filled
    assert not re.search(r"[\d.]+u\b", filled.split("*/", 1)[1])
