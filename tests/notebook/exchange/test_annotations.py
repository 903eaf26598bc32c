"""The JSON-LD is what the W3C Web Annotation Data Model asks for, and as documented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from reader.notebook.exchange.annotations import collection, to_json
from reader.notebook.exchange.names import CONTEXT, fragment, fragment_parts, parts_of, urn
from reader.notebook.exchange.writings import Writings, writings_of
from tests.notebook.exchange.samples import (
    NOW,
    SAMPLE,
    Step,
    ids,
    live,
    new_notebook,
    steps,
    texts,
)
from tests.notebook.making import Clock

DOCUMENT = Path(__file__).parents[3] / "docs" / "notebook-exchange.md"

# https://www.w3.org/TR/annotation-vocab/#named-individuals
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
IRI = re.compile(r"urn:booklet-reader:[a-z]+:[A-Za-z0-9%:._~-]*", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", re.ASCII)


def problems(value: dict[str, Any]) -> list[str]:
    """What in a collection the model does not allow (https://www.w3.org/TR/annotation-model/)."""
    found = []

    def must(holds: object, what: str) -> None:
        if not holds:
            found.append(what)

    context = value.get("@context")
    must(context == CONTEXT or (isinstance(context, list) and context[0] == CONTEXT), "context")
    must(value.get("type") == "AnnotationCollection", "collection's type")  # 5.1
    must(IRI.fullmatch(value.get("id", "")), "collection's id")
    page = value.get("first", {})
    must(page.get("type") == "AnnotationPage", "page's type")  # 5.2
    must(IRI.fullmatch(page.get("id", "")), "page's id")
    must(page.get("partOf") == value.get("id"), "partOf")
    must(value.get("total") == len(page.get("items", ())), "total")
    names = [item.get("id") for item in page.get("items", ())]
    must(len(set(names)) == len(names), "an id twice")
    for item in page.get("items", ()):
        must(IRI.fullmatch(item.get("id", "")), "3.1: one IRI")
        must(item.get("type") == "Annotation", "3.1: type")
        must(item.get("motivation") in MOTIVATIONS, "3.3.5: motivation")
        for key in ("created", "modified"):
            must(INSTANT.fullmatch(item.get(key, "")), "3.3.1: UTC with Z")
        bodies = item.get("body", [])
        for body in bodies if isinstance(bodies, list) else [bodies]:
            must(body.get("type") == "TextualBody", "3.2.4: type")
            must(isinstance(body.get("value"), str), "3.2.4: one value")
            must(body.get("purpose") in MOTIVATIONS, "3.3.5: purpose")
            must(body.get("format") == "text/plain", "3.2.2: media type")
        must("target" in item, "3.1: a target")
        target = item.get("target")
        if isinstance(target, str):
            must(IRI.fullmatch(target), "target's IRI")
            continue
        must(target.get("type") == "SpecificResource", "4: type")
        must(IRI.fullmatch(target.get("source", "")), "4: one source")
        must(target.get("selector"), "4.2: a selector")
        for selector in target["selector"]:
            found.extend(selector_problems(selector))
    return found


def selector_problems(selector: dict[str, Any]) -> list[str]:
    match selector:
        case {"type": "FragmentSelector", "value": str(), "conformsTo": str(), **rest}:  # 4.2.1
            inner = rest.get("refinedBy")
            return selector_problems(inner) if inner is not None else []
        case {"type": "TextQuoteSelector", "exact": str(), **rest}:  # 4.2.4
            return [f"{key} in a quote" for key in rest if key not in ("prefix", "suffix")]
        case {"type": "TextPositionSelector", "start": int(start), "end": int(end)}:  # 4.2.5
            return [] if 0 <= start < end else ["4.2.5: from start to end"]
        case _:
            return [f"no selector: {selector}"]


def test_the_sample_is_valid() -> None:
    assert problems(collection(SAMPLE, NOW)) == []


@settings(max_examples=100, deadline=None)
@given(steps)
def test_any_notebook_is_valid(done: list[Step]) -> None:
    clock = Clock()
    notebook = new_notebook(clock)
    live(notebook, done, clock)
    assert problems(json.loads(to_json(writings_of(notebook), NOW))) == []
    notebook.close()


def test_the_check_finds_what_is_wrong() -> None:
    for broken in (
        {"total": 7},
        {"type": "List"},
        {"@context": "x"},
        {"first": {"type": "AnnotationPage", "items": [{"id": "m1", "target": {"selector": []}}]}},
    ):
        assert problems(collection(SAMPLE, NOW) | broken)
    assert selector_problems({"type": "TextPositionSelector", "start": 5, "end": 5})


def test_a_mark_on_some_words() -> None:
    item = collection(SAMPLE, NOW)["first"]["items"][1]
    assert item == {
        "id": "urn:booklet-reader:mark:m2",
        "type": "Annotation",
        "motivation": "highlighting",
        "created": "2026-11-20T09:30:00.000000Z",
        "modified": "2026-11-20T09:30:00.000000Z",
        "target": {
            "type": "SpecificResource",
            "source": "urn:booklet-reader:booklet:tea:2026-11",
            "selector": [
                {
                    "type": "FragmentSelector",
                    "conformsTo": "urn:booklet-reader:terms#section-and-passage",
                    "value": "why/0a1b",
                    "refinedBy": {"type": "TextPositionSelector", "start": 4, "end": 14},
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": "warms you.",
                    "prefix": "Tea ",
                    "suffix": "\nIt is wet.",
                },
            ],
        },
    }


def test_a_note_and_a_question_say_their_words() -> None:
    items = collection(SAMPLE, NOW)["first"]["items"]
    assert items[2]["body"] == {
        "type": "TextualBody",
        "value": "Ask Anna.\n\n1. *Milk* <first>?",
        "format": "text/plain",
        "purpose": "commenting",
    }
    asked = items[3]
    assert [body["purpose"] for body in asked["body"]] == ["questioning", "replying"]
    assert asked["target"] == asked["appointment"] == "urn:booklet-reader:appointment:a1"
    assert asked["answered"] == "partly"
    assert items[4]["carriedFrom"] == "urn:booklet-reader:question:q1"
    assert items[5]["idea"] == "why-tea"
    assert items[5]["target"]["source"] == "urn:booklet-reader:booklet:tea:2026-11"


def test_every_key_of_ours_is_named_in_the_context_and_in_the_document() -> None:
    value = collection(SAMPLE, NOW)
    ours = value["@context"][1]
    document = DOCUMENT.read_text(encoding="utf-8")
    assert all(iri.startswith("urn:booklet-reader:terms#") for iri in map(_iri, ours.values()))
    for term in ours:
        assert f"`{term}`" in document, term
    # https://www.w3.org/ns/anno.jsonld
    model = {
        "@context", "id", "type", "label", "created", "modified", "total", "first", "partOf",
        "startIndex", "items", "motivation", "body", "target", "value", "format", "purpose",
        "source", "selector", "conformsTo", "refinedBy", "start", "end", "exact", "prefix",
        "suffix",
    }  # fmt: skip
    assert model.isdisjoint(ours)
    assert keys(value) - set(ours) <= model | set(ours)


def _iri(definition: str | dict[str, str]) -> str:
    return definition if isinstance(definition, str) else definition["@id"]


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        inner = [keys(each) for key, each in value.items() if key != "@context"]
        return set(value).union(*inner)
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_nothing_leads_to_the_network() -> None:
    text = to_json(SAMPLE, NOW)
    assert re.findall(r"https?:[^\"]*", text) == [CONTEXT]


def test_the_document_shows_what_is_written() -> None:
    """The example in the document is one that the program wrote."""
    shown = re.search(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    example = Writings(SAMPLE.marks[1:2], SAMPLE.appointments[:1], SAMPLE.questions[:1])
    assert json.loads(shown[1]) == collection(example, NOW)


@given(ids, texts)
def test_names_can_be_read_back(one: str, other: str) -> None:
    other = other.encode(errors="replace").decode()
    assert parts_of("booklet", urn("booklet", one, other), 2) == (one, other)
    assert fragment_parts(fragment(one, other)) == (one, other)
