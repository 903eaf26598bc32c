"""Where links may lead."""

from __future__ import annotations

import pytest

from reader.booklet.links import Links

LINKS = Links("tea", frozenset(("why", "how-to")))


@pytest.mark.parametrize(
    "address",
    [
        "#why",
        "#how-to",
        "tea",
        "tea#why",
        "coffee",
        "coffee#anything",
        "https://www.example.org",
        "https://example.org/",
        "https://example.org:8443/a/b.html?x=1&y=%20#part",
    ],
)
def test_allowed(address: str) -> None:
    assert LINKS.problem(address) == ""


@pytest.mark.parametrize(
    "scheme", ["javascript", "file", "http", "data", "mailto", "JavaScript", "tel"]
)
def test_other_schemes_are_named(scheme: str) -> None:
    assert LINKS.problem(f"{scheme}:whatever") == (
        f"Links with “{scheme}:” are not allowed. Use #section, booklet#section or https://."
    )


@pytest.mark.parametrize("address", ["#never", "tea#never"])
def test_an_anchor_of_this_booklet_must_exist(address: str) -> None:
    assert LINKS.problem(address) == (
        "There is no section “never” in this booklet. Correct the link."
    )


@pytest.mark.parametrize(
    "address",
    [
        "/etc/passwd",
        "../coffee",
        "coffee.md",
        "#",
        "tea#",
        "Coffee",
        "//example.org",
        "a b",
        "#Why",
    ],
)
def test_what_is_neither_booklet_nor_section(address: str) -> None:
    assert LINKS.problem(address) == (
        f"“{address}” cannot be linked to. Use #section, booklet#section or https://."
    )


@pytest.mark.parametrize(
    "address",
    [
        "https:",
        "https://",
        "https://localhost",
        "https://me:secret@example.org/",
        "https://example.org\\@evil.org/",
        "https://exämple.org/",
        "https://example.org/<b>",
    ],
)
def test_a_web_address_must_be_whole(address: str) -> None:
    assert LINKS.problem(address) == (
        f"“{address}” is not a whole web address. Write it like https://www.example.org/page."
    )


def test_a_long_address_is_cut_in_the_message() -> None:
    assert LINKS.problem("x" * 100) == (
        f"“{'x' * 60}…” cannot be linked to. Use #section, booklet#section or https://."
    )


def test_length_has_a_limit() -> None:
    assert LINKS.problem("https://example.org/" + "a" * 480) == ""
    assert LINKS.problem("https://example.org/" + "a" * 481) == (
        "An address has 500 characters at most. Use a shorter one."
    )


def test_no_address() -> None:
    assert LINKS.problem("") == "This link has no address. Write one in the round brackets."
