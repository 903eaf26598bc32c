"""The phone lines that a publisher gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.shelf.contacts import Contact, read_contacts
from reader.shelf.errors import ShelfFileError

WHOLE = """
[[contact]]
id = "nurse"
name = "Nurse line"
what_for = "Questions about treatment"
phone = "01632 960 001"

[[contact]]
id = "support"
name = "Support line"
what_for = "Anything at all"
phone = "01632 960 002"
hours = "Monday to Friday, 10am to 5pm"
cost = "free"
primary = true
"""


def write(folder: Path, text: str) -> Path:
    (folder / "contacts.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_file_is_no_contacts(tmp_path: Path) -> None:
    assert read_contacts(tmp_path) == ()


def test_the_primary_contact_comes_first(tmp_path: Path) -> None:
    support, nurse = read_contacts(write(tmp_path, WHOLE))

    assert support == Contact(
        id="support",
        name="Support line",
        what_for="Anything at all",
        phone="01632 960 002",
        hours="Monday to Friday, 10am to 5pm",
        cost="free",
        primary=True,
    )
    assert nurse == Contact("nurse", "Nurse line", "Questions about treatment", "01632 960 001")


@pytest.mark.parametrize("key", ["id", "name", "what_for", "phone"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    lines = [line for line in WHOLE.splitlines() if not line.startswith(f"{key} =")]

    with pytest.raises(ShelfFileError, match=f"“{key}” is missing") as caught:
        read_contacts(write(tmp_path, "\n".join(lines)))

    assert caught.value.path == tmp_path / "contacts.toml"


def test_only_the_primary_contact_has_to_have_a_number(tmp_path: Path) -> None:
    text = WHOLE.replace('phone = "01632 960 001"', 'phone = ""')

    _, nurse = read_contacts(write(tmp_path, text))

    assert nurse.phone == ""


def test_the_contacts_that_come_with_the_program() -> None:
    contacts = read_contacts(Path(__file__).parents[2] / "content")

    assert contacts
    assert [contact.primary for contact in contacts].count(True) == 1
    numbers = [contact.phone for contact in contacts if contact.phone]
    assert all(any(sign.isdigit() for sign in number) for number in numbers)
