"""``show``: a booklet or a section of it as text, HTML or data."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from reader.booklet.model import Booklet, Gate, Passage, PassageKind, Run, Section
from reader.commands.console import Status
from reader.commands.context import section_of

if TYPE_CHECKING:
    from reader.commands.context import Context


class Form(StrEnum):
    """What a booklet can be shown as."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


def show_booklet(context: Context, booklet_id: str, section_id: str, form: Form) -> Status:
    """Say a booklet, or one section when ``section_id`` is not ``""``.

    Raises ``UnknownBookletError``, ``UnknownSectionError`` and ``BookletError``.
    """
    booklet = context.shelf().read(booklet_id)
    if section_id:
        return _show_section(context, booklet, section_of(booklet, section_id), form)
    return _show_whole(context, booklet, form)


def _show_whole(context: Context, booklet: Booklet, form: Form) -> Status:
    match form:
        case Form.TEXT:
            from reader.booklet.text import booklet_text

            context.console.say(booklet_text(_gates_closed(booklet)))
        case Form.HTML:
            from reader.booklet.html import booklet_html

            context.console.say(booklet_html(booklet))
        case Form.JSON:
            from reader.booklet.data import booklet_data

            context.console.say_json(booklet_data(booklet))
        case other:
            assert_never(other)
    return Status.DONE


def _show_section(context: Context, booklet: Booklet, section: Section, form: Form) -> Status:
    match form:
        case Form.TEXT:
            from reader.booklet.text import section_text

            context.console.say(section_text(section))
        case Form.HTML:
            from reader.booklet.html import section_html

            context.console.say(section_html(booklet, section))
        case Form.JSON:
            from reader.booklet.data import section_data

            context.console.say_json(section_data(section))
        case other:
            assert_never(other)
    return Status.DONE


def _gates_closed(booklet: Booklet) -> Booklet:
    """The booklet with each gated section replaced by how to open it.

    Text runs on and cannot be folded up as HTML is, so asking for the section opens its gate.
    """
    sections = tuple(_gate_closed(booklet, section) for section in booklet.sections)
    return replace(booklet, sections=sections)


def _gate_closed(booklet: Booklet, section: Section) -> Section:
    match section.gate:
        case None:
            return section
        case Gate.OUTLOOK:
            words = (
                "This part says how long people lived. To read it: "
                f"booklet-reader show {booklet.id} --section {section.id}"
            )
        case other:
            assert_never(other)
    sign = Passage("gate", PassageKind.PARAGRAPH, (Run(words),))
    return replace(section, passages=(section.passages[0], sign))
