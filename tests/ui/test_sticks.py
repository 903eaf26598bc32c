"""Which disks are sticks, and what they are called."""

from __future__ import annotations

from pathlib import Path

from reader.ui.sticks import LINUX_FOLDERS, MAC_FOLDERS, Stick, find_sticks, sticks_among


def test_what_the_desktop_mounted_is_a_stick() -> None:
    volumes = [
        Stick("root", Path("/")),
        Stick("data", Path("/home")),
        Stick("Zoe", Path("/run/media/lucy/Zoe")),
        Stick("anna", Path("/media/lucy/anna")),
        Stick("media", Path("/media")),
        Stick("x", Path("/mediaeval/x")),
    ]
    assert [one.name for one in sticks_among(volumes, LINUX_FOLDERS)] == ["anna", "Zoe"]


def test_one_without_a_name_has_its_folder_s() -> None:
    volumes = [Stick("", Path("/media/lucy/5E2A-11")), Stick("/media/b", Path("/media/b"))]
    assert [one.name for one in sticks_among(volumes, LINUX_FOLDERS)] == ["5E2A-11", "b"]


def test_on_a_mac_they_are_among_the_volumes() -> None:
    volumes = [Stick("Mac", Path("/")), Stick("LUCY", Path("/Volumes/LUCY"))]
    assert sticks_among(volumes, MAC_FOLDERS) == (volumes[1],)


def test_this_computer_can_be_asked() -> None:
    for stick in find_sticks():
        assert stick.name
        assert stick.folder.is_dir()
