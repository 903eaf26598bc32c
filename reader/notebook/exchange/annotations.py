"""The notebook as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) in JSON-LD."""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any, assert_never

from reader.notebook.exchange.names import CONTEXT, PLACE_SYNTAX, TERMS, fragment, urn
from reader.notebook.model import MarkKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from reader.notebook.exchange.writings import Writings
    from reader.notebook.model import Appointment, Mark, Place, Question

FORMAT = 1
"""The layout of the file; raised when an older program could misread what is written."""

JSON = dict[str, Any]

_OWN_TERMS = (
    "notebookFormat", "appointments", "Appointment", "what", "when", "answered", "idea",
    "isDamaged",
)  # fmt: skip
_OWN_LINKS = ("appointment", "carriedFrom")


def to_json(writings: Writings, now: datetime) -> str:
    """All of ``writings`` as one file, exported ``now``."""
    return json.dumps(collection(writings, now), ensure_ascii=False, indent=1) + "\n"


def collection(writings: Writings, now: datetime) -> JSON:
    """The AnnotationCollection, with its one page inside."""
    items = [*map(_mark, writings.marks), *map(_question, writings.questions)]
    made = instant(now)
    name = urn("export", made)
    return {
        "@context": [CONTEXT, _context()],
        "id": name,
        "type": "AnnotationCollection",
        "label": "Notebook of Booklet Reader",
        "notebookFormat": FORMAT,
        "created": made,
        "total": len(items),
        "appointments": [_appointment(each) for each in writings.appointments],
        "first": {
            "id": f"{name}:1",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }


def instant(moment: datetime) -> str:
    """``"2026-11-20T09:30:00.000000Z"``: the model asks for UTC written as Z."""
    text = moment.astimezone(UTC).isoformat(timespec="microseconds")
    return text.removesuffix("+00:00") + "Z"


def _context() -> JSON:
    links = {name: {"@id": TERMS + name, "@type": "@id"} for name in _OWN_LINKS}
    return {name: TERMS + name for name in _OWN_TERMS} | links


def _appointment(appointment: Appointment) -> JSON:
    made: JSON = {
        "id": urn("appointment", appointment.id),
        "type": "Appointment",
        "what": appointment.what,
        "when": appointment.when,
        "created": instant(appointment.created),
    }
    return made | _damage(is_whole=appointment.is_whole)


def _mark(mark: Mark) -> JSON:
    made = _annotation(urn("mark", mark.id), _motivation(mark.kind), mark)
    if mark.kind is MarkKind.NOTE:
        made["body"] = _body(mark.text, "commenting")
    made["target"] = _target(mark.place)
    return made | _damage(is_whole=mark.is_whole)


def _motivation(kind: MarkKind) -> str:
    match kind:
        case MarkKind.BOOKMARK:
            return "bookmarking"
        case MarkKind.HIGHLIGHT:
            return "highlighting"
        case MarkKind.NOTE:
            return "commenting"
        case _:
            assert_never(kind)


def _question(question: Question) -> JSON:
    made = _annotation(urn("question", question.id), "questioning", question)
    bodies = [_body(question.text, "questioning")]
    if question.answer:
        bodies.append(_body(question.answer, "replying"))
    made["body"] = bodies
    appointment = urn("appointment", question.appointment)
    made["target"] = appointment if question.place is None else _target(question.place)
    made["appointment"] = appointment
    made["answered"] = str(question.answered)
    if question.idea:
        made["idea"] = question.idea
    if question.carried_from:
        made["carriedFrom"] = urn("question", question.carried_from)
    return made | _damage(is_whole=question.is_whole)


def _annotation(name: str, motivation: str, item: Mark | Question) -> JSON:
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "created": instant(item.created),
        "modified": instant(item.changed),
    }


def _body(text: str, purpose: str) -> JSON:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _target(place: Place) -> JSON:
    return {
        "type": "SpecificResource",
        "source": urn("booklet", place.booklet, place.edition),
        "selector": _selectors(place),
    }


def _selectors(place: Place) -> Sequence[JSON]:
    passage: JSON = {
        "type": "FragmentSelector",
        "conformsTo": PLACE_SYNTAX,
        "value": fragment(place.section, place.passage),
    }
    if 0 <= place.start < place.end:
        position = {"type": "TextPositionSelector", "start": place.start, "end": place.end}
        passage["refinedBy"] = position
    neighbours = {"prefix": place.prefix, "suffix": place.suffix}
    known = {name: text for name, text in neighbours.items() if text}
    if not known and not place.quote:
        return [passage]
    return [passage, {"type": "TextQuoteSelector", "exact": place.quote, **known}]


def _damage(*, is_whole: bool) -> JSON:
    return {} if is_whole else {"isDamaged": True}
