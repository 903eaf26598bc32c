"""The names that things of the notebook have outside of it: ``urn:booklet-reader:mark:0a1b``.

They name, and lead nowhere: nothing looks them up.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

URN = "urn:booklet-reader:"
TERMS = f"{URN}terms#"
"""The terms that are ours; ``docs/notebook-exchange.md`` says what each means."""

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The name of the W3C Web Annotation context; nobody fetches it."""

PLACE_SYNTAX = f"{TERMS}section-and-passage"
"""What the value of our FragmentSelector conforms to: ``section/passage``."""


def urn(kind: str, *parts: str) -> str:
    """``urn("booklet", "tea", "2026-11")`` is ``"urn:booklet-reader:booklet:tea:2026-11"``."""
    return URN + ":".join((kind, *map(encoded, parts)))


def parts_of(kind: str, name: str, count: int) -> tuple[str, ...]:
    """The ``count`` parts that ``urn`` was given; raises ``ValueError`` when it was not."""
    start = f"{URN}{kind}:"
    found = tuple(unquote(part, errors="strict") for part in name[len(start) :].split(":"))
    if len(found) != count or urn(kind, *found) != name:
        problem = f"not a name of a {kind}: {name[:80]!r}"
        raise ValueError(problem)
    return found


def fragment(section: str, passage: str) -> str:
    """``"why/0a1b"``."""
    return f"{encoded(section)}/{encoded(passage)}"


def fragment_parts(value: str) -> tuple[str, str]:
    """Section and passage; raises ``ValueError`` for what ``fragment`` does not make."""
    section, _, passage = (unquote(part, errors="strict") for part in value.partition("/"))
    if fragment(section, passage) != value:
        problem = f"not a section and a passage: {value[:80]!r}"
        raise ValueError(problem)
    return section, passage


def encoded(text: str) -> str:
    """``text`` in the letters that may stand in a part of a URN."""
    return quote(text, safe="")
