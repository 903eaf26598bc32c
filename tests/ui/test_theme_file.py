"""Reading a theme: strict about what it is made of, and plain about what is wrong."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from reader.ui.theme import ROLES, ThemeError, load_theme

THEMES = Path(__file__).parents[2] / "resources" / "themes"


def draft(folder: Path, *, without: str = "", **changes: str) -> str:
    """A copy of the light theme with lines changed; returns its id."""
    lines = (THEMES / "light.toml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not (without and line.startswith(f"{without} ="))]
    for key, value in changes.items():
        kept = [f"{key} = {value}" if line.startswith(f"{key} =") else line for line in kept]
    (folder / "draft.toml").write_text("\n".join(kept), encoding="utf-8")
    return "draft"


@pytest.mark.parametrize("role", ROLES)
def test_a_missing_role_is_named(tmp_path: Path, role: str) -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme(tmp_path, draft(tmp_path, without=role))
    assert caught.value.path == tmp_path / "draft.toml"
    assert caught.value.problem == f"has no colour for “{role}”"


@pytest.mark.parametrize(
    "value",
    ['"teal"', '"#FFF"', '"#1c2730"', '"#1C273"', '"#1C2730FF"', '"#1C273G"', '"#1C2730\\n"', "7"],
)
def test_a_bad_colour_is_named(tmp_path: Path, value: str) -> None:
    with pytest.raises(ThemeError, match="“muted” must be a colour like #1C2730, not "):
        load_theme(tmp_path, draft(tmp_path, muted=value))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"ink": '"#000000"\nblink = "#FF0000"'}, "has a colour for an unknown role “blink”"),
        ({"name": '""'}, "needs a name"),
        ({"name": "3"}, "needs a name"),
        ({"is_dark": '"no"'}, "must say whether it is_dark: true or false"),
        ({"is_dark": "0"}, "must say whether it is_dark: true or false"),
        ({"is_dark": "false\nsize = 2"}, "has an unknown key “size”"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, changes: dict[str, str], problem: str) -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme(tmp_path, draft(tmp_path, **changes))
    assert caught.value.problem == problem
    assert str(caught.value) == f"draft.toml: {problem}"


@pytest.mark.parametrize("colours", ["", "colours = 3", "colours = ['#1C2730']"])
def test_colours_are_needed(tmp_path: Path, colours: str) -> None:
    text = f'name = "Draft"\nis_dark = false\n{colours}'
    (tmp_path / "draft.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ThemeError, match="needs a table of colours"):
        load_theme(tmp_path, "draft")


@pytest.mark.parametrize("data", [b"name = ", b"\xff\xfe", b'name = "a"\nname = "b"'])
def test_a_file_that_is_no_toml_is_a_theme_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "draft.toml").write_bytes(data)
    with pytest.raises(ThemeError, match=r"draft\.toml: cannot be read"):
        load_theme(tmp_path, "draft")


def test_a_theme_that_is_not_there_is_a_theme_error(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="cannot be read"):
        load_theme(tmp_path, "light")


def test_a_theme_cannot_be_changed() -> None:
    theme = load_theme(THEMES, "light")
    with pytest.raises(dataclasses.FrozenInstanceError):
        theme.name = "Mine"  # type: ignore[misc]
    with pytest.raises(TypeError):
        theme.colours["ink"] = "#FF0000"  # type: ignore[index]


def test_a_theme_read_twice_is_the_same_theme() -> None:
    one, other = load_theme(THEMES, "dark"), load_theme(THEMES, "dark")
    assert one == other
    assert hash(one) == hash(other)
    assert one != load_theme(THEMES, "light")
