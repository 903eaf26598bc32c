"""What all sheets give their templates: the page, the language, the foot, whom to ring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.paper import wording
from reader.paper.limiting import MOST_SOURCE, foot_letters, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.paper.options import SheetOptions
    from reader.paper.press import Json

_PAGE_LETTERS = 14


@dataclass(frozen=True, slots=True)
class PaperContact:
    """Someone to ring."""

    name: str
    phone: str
    hours: str = ""


def frame(title: str, options: SheetOptions) -> dict[str, Json]:
    """What ``base.typ`` needs, for a sheet of our own words that is headed ``title``."""
    return page_data(options) | {
        "lang": wording.LANGUAGE,
        "region": wording.REGION,
        "title": title,
        "heading": title,
        **foot_data((*([options.foot] if options.foot else []), title), options),
    }


def page_data(options: SheetOptions) -> dict[str, Json]:
    """The paper and the size of the print; lengths in millimetres."""
    width, height = options.page_millimetres
    return {
        "size": options.size.points,
        "width": width,
        "height": height,
        "side": options.side_margin,
        "is-folded": options.is_folded,
        "page-words": wording.PAGE,
        "replaced-words": wording.REPLACED,
    }


def foot_data(lines: tuple[str, ...], options: SheetOptions) -> dict[str, Json]:
    """What each page says at its foot, the page beside the last line, and how many lines it takes.

    The text above must keep clear of all of them.
    """
    letters = foot_letters(options)
    above = sum(1 + (len(line) - 1) // letters for line in lines[:-1])
    last = 1 + (len(lines[-1]) - 1) // max(1, letters - _PAGE_LETTERS)
    return {"foot": [*lines], "foot-lines": above + last}


def contact_data(contacts: Iterable[PaperContact]) -> list[Json]:
    """Whom to ring."""
    return [
        {
            "name": one_line(contact.name),
            "phone": one_line(contact.phone),
            "hours": one_line(contact.hours),
        }
        for contact in contacts
    ]


def source_data(sources: Iterable[str]) -> list[Json]:
    """Where words come from, a line each."""
    return [one_line(line, MOST_SOURCE) for line in sources]
