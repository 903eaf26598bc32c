"""Writings out of the JSON-LD that ``annotations`` wrote, every value looked at."""

from __future__ import annotations

from reader.notebook.errors import EmptyTextError
from reader.notebook.exchange.annotations import FORMAT, JSON
from reader.notebook.exchange.fields import instant, listing, mapping, name, text, whole_number
from reader.notebook.exchange.names import fragment_parts, parts_of
from reader.notebook.exchange.writings import Writings
from reader.notebook.model import Answered, Appointment, Mark, MarkKind, Place, Question
from reader.notebook.texts import note_text, question_text

_KINDS = {
    "bookmarking": MarkKind.BOOKMARK,
    "highlighting": MarkKind.HIGHLIGHT,
    "commenting": MarkKind.NOTE,
}


class NewerFormatError(Exception):
    """A newer version of the program wrote it."""


def writings_from(value: object) -> Writings:
    """What ``value``, parsed JSON, says; raises ``ValueError`` or ``NewerFormatError``."""
    found = mapping(value, "AnnotationCollection")
    if whole_number(found, "notebookFormat") > FORMAT:
        raise NewerFormatError
    appointments = tuple(map(_appointment, listing(found.get("appointments"))))
    items = listing(mapping(found.get("first"), "AnnotationPage").get("items"))
    if len(items) != whole_number(found, "total"):
        problem = f"{len(items)} items"
        raise ValueError(problem)
    annotations = [mapping(item, "Annotation") for item in items]
    try:
        writings = Writings(
            tuple(_mark(each) for each in annotations if _is_mark(each)),
            appointments,
            tuple(_question(each) for each in annotations if not _is_mark(each)),
        )
    except EmptyTextError as error:
        raise ValueError(str(error)) from error
    _check_appointments(writings)
    return writings


def _check_appointments(writings: Writings) -> None:
    known = {each.id for each in writings.appointments}
    for question in writings.questions:
        if question.appointment not in known:
            problem = f"a question of an unknown appointment: {question.appointment[:40]!r}"
            raise ValueError(problem)


def _appointment(value: object) -> Appointment:
    found = mapping(value, "Appointment")
    return Appointment(
        _id(found, "appointment"),
        text(found, "what"),
        text(found, "when"),
        instant(found, "created"),
        _is_whole(found),
    )


def _is_mark(found: JSON) -> bool:
    return text(found, "motivation") in _KINDS


def _mark(found: JSON) -> Mark:
    kind = _KINDS[found["motivation"]]
    return Mark(
        _id(found, "mark"),
        kind,
        _place(found.get("target")),
        note_text(_body(found.get("body"), "commenting")) if kind is MarkKind.NOTE else "",
        instant(found, "created"),
        instant(found, "modified"),
        _is_whole(found),
    )


def _question(found: JSON) -> Question:
    if found.get("motivation") != "questioning":
        problem = f"unknown motivation: {str(found.get('motivation'))[:40]!r}"
        raise ValueError(problem)
    bodies = {text(each, "purpose"): each for each in map(mapping, listing(found.get("body")))}
    target, answer = found.get("target"), bodies.get("replying")
    carried_from = text(found, "carriedFrom")
    return Question(
        id=_id(found, "question"),
        appointment=parts_of("appointment", name(found, "appointment"), 1)[0],
        text=question_text(_body(bodies.get("questioning"), "questioning")),
        place=None if isinstance(target, str) else _place(target),
        answer="" if answer is None else _body(answer, "replying"),
        answered=Answered(name(found, "answered")),
        created=instant(found, "created"),
        changed=instant(found, "modified"),
        idea=text(found, "idea"),
        carried_from=parts_of("question", carried_from, 1)[0] if carried_from else "",
        is_whole=_is_whole(found),
    )


def _body(value: object, purpose: str) -> str:
    found = mapping(value, "TextualBody")
    if found.get("purpose") != purpose:
        problem = f"a body for {purpose} expected"
        raise ValueError(problem)
    return text(found, "value")


def _place(value: object) -> Place:
    found = mapping(value, "SpecificResource")
    booklet, edition = parts_of("booklet", name(found, "source"), 2)
    selectors = {text(each, "type"): each for each in map(mapping, listing(found.get("selector")))}
    passage = mapping(selectors.get("FragmentSelector"))
    section_id, passage_id = fragment_parts(text(passage, "value"))
    start = end = 0
    if "refinedBy" in passage:
        position = mapping(passage["refinedBy"], "TextPositionSelector")
        start, end = whole_number(position, "start"), whole_number(position, "end")
        if start >= end:
            problem = f"from {start} to {end} there is nothing"
            raise ValueError(problem)
    quoted = selectors.get("TextQuoteSelector", {})
    return Place(
        booklet,
        edition,
        section_id,
        passage_id,
        start,
        end,
        text(quoted, "exact"),
        text(quoted, "prefix"),
        text(quoted, "suffix"),
    )


def _id(found: JSON, kind: str) -> str:
    (known_as,) = parts_of(kind, name(found, "id"), 1)
    if not known_as:
        problem = f"a {kind} without an id"
        raise ValueError(problem)
    return known_as


def _is_whole(found: JSON) -> bool:
    return found.get("isDamaged") is not True
