"""Letters and the list to bring as their templates are given them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper import letter_wording, wording
from reader.paper.frame import contact_data, frame, source_data
from reader.paper.letters import Reason
from reader.paper.limiting import long_text, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.paper.letters import BringList, ConsentNote, LetterFields, ReferralLetter
    from reader.paper.options import SheetOptions
    from reader.paper.press import Json

_OWN_LINES = 2


def referral_data(letter: ReferralLetter, options: SheetOptions) -> dict[str, Json]:
    """A letter that asks for a referral; with no reason given, all of them are there to tick."""
    fields = letter.fields
    return frame(letter_wording.REFERRAL, options) | {
        "fields": _who(fields),
        "dear": _dear(fields),
        "parts": [
            _paragraph(letter_wording.ASKING),
            _paragraph(letter_wording.PLEASE_REFER[fields.addressee]),
            _field(letter_wording.WANTED, fields.wanted),
            _funding(fields),
            *_reasons(fields),
            _heading(letter_wording.PLEASE_DO),
            _items("list", letter_wording.ALSO),
            _paragraph(letter_wording.THANK_YOU),
            _field(letter_wording.SIGNED, ""),
        ],
        "sources": _sources(letter_wording.REASONS_FROM, letter.sources),
    }


def consent_data(note: ConsentNote, options: SheetOptions) -> dict[str, Json]:
    """A note that somebody else may ask."""
    fields = note.fields
    return frame(letter_wording.CONSENT, options) | {
        "fields": _who(fields),
        "dear": _dear(fields),
        "parts": [
            _paragraph(letter_wording.I_AGREE),
            _field(letter_wording.HELPER, fields.helper),
            _field(letter_wording.RELATION, fields.relation),
            _heading(letter_wording.THEY_MAY),
            _paragraph(letter_wording.CONSENT_TICK),
            _items("boxes", letter_wording.CONSENT_TO),
            _paragraph(letter_wording.CHANGE_MIND),
            _paragraph(letter_wording.OWN_FORM),
            _field(letter_wording.SIGNED, ""),
        ],
        "sources": _sources(letter_wording.CONSENT_FROM, note.sources),
    }


def bring_data(sheet: BringList, options: SheetOptions) -> dict[str, Json]:
    """The list of what to do and to bring, with boxes to tick."""
    appointment = one_line(sheet.appointment)
    lists = (*letter_wording.BRING_LISTS, (letter_wording.IF_HARD, letter_wording.HARD))
    return frame(letter_wording.BRING, options) | {
        "appointment": _field(wording.APPOINTMENT, appointment),
        "lists": [_titled(title, items) for title, items in lists],
        "own-heading": letter_wording.ALSO_MINE,
        "own-lines": _OWN_LINES,
        "ring-heading": wording.WHO_TO_RING,
        "contacts": contact_data(sheet.contacts),
        "sources": _sources(letter_wording.BRING_FROM, sheet.sources),
    }


def _who(fields: LetterFields) -> list[Json]:
    """Who writes, to whom and when."""
    return [
        _field(letter_wording.TO, fields.doctor),
        _field(letter_wording.DATE, fields.date),
        _field(letter_wording.NAME, fields.name),
        _field(letter_wording.BORN, fields.born),
        _field(letter_wording.PHONE, fields.phone),
    ]


def _dear(fields: LetterFields) -> str:
    doctor = one_line(fields.doctor)
    if not doctor:
        return letter_wording.DEAR_DOCTOR
    return letter_wording.DEAR.format(doctor=doctor)


def _funding(fields: LetterFields) -> Json:
    """NHS or private, to tick, or as it was chosen."""
    if fields.is_private is None:
        return {
            "kind": "choice",
            "label": letter_wording.HOW,
            "items": [letter_wording.ON_THE_NHS, letter_wording.PRIVATE],
        }
    how = letter_wording.PRIVATE if fields.is_private else letter_wording.ON_THE_NHS
    return _field(letter_wording.HOW, how)


def _reasons(fields: LetterFields) -> list[Json]:
    """The reasons given, or all of them to tick and a line for another."""
    heading = _heading(letter_wording.MY_REASONS)
    other = long_text(fields.other_reason)
    given = [letter_wording.REASONS[reason] for reason in Reason if reason in fields.reasons]
    if given or other:
        return [heading, _items("list", [*given, *([other] if other else [])])]
    return [
        heading,
        _paragraph(letter_wording.TICK),
        _items("boxes", letter_wording.REASONS.values()),
        _field(letter_wording.OTHER_REASON, ""),
    ]


def _sources(words: str, sources: Iterable[str]) -> list[Json]:
    return source_data(words.format(source=source) for source in sources)


def _heading(text: str) -> Json:
    return {"kind": "heading", "text": text}


def _items(kind: str, items: Iterable[str]) -> Json:
    """A ``"list"``, or ``"boxes"`` to tick."""
    return {"kind": kind, "items": [*items]}


def _titled(title: str, items: Iterable[str]) -> Json:
    return {"title": title, "items": [*items]}


def _paragraph(text: str) -> Json:
    return {"kind": "paragraph", "text": text}


def _field(label: str, value: str) -> Json:
    """A label and what is filled in; a line to write on where nothing is."""
    return {"kind": "field", "label": label, "value": one_line(value)}
