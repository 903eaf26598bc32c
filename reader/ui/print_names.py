"""What the Print page is called, and the file that is offered, for each kind of sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.paper.kinds import SheetKind
from reader.ui.language import translate

if TYPE_CHECKING:
    from reader.ui.print_what import What


def title_of(what: What) -> str:
    """What stands over the page."""
    if what.is_part:
        return translate("PrintNames", "Print this part")
    titles = {
        SheetKind.QUESTIONS: translate("PrintNames", "Print my sheet"),
        SheetKind.COMPANION: translate("PrintNames", "Print my sheet"),
        SheetKind.BLANK: translate("PrintNames", "Print a blank sheet"),
        SheetKind.NOTES: translate("PrintNames", "Print my notes"),
        SheetKind.BOOKLET: translate("PrintNames", "Print the booklet"),
    }
    return titles.get(what.kind, translate("PrintNames", "Print"))


def file_name(what: What, section: str) -> str:
    """What a PDF is called unless the reader calls it something else; it ends in ``.pdf``."""
    names = {
        SheetKind.QUESTIONS: translate("PrintNames", "My questions"),
        SheetKind.COMPANION: translate("PrintNames", "My questions, copy"),
        SheetKind.BLANK: translate("PrintNames", "Blank question sheet"),
        SheetKind.AFTER_VISIT: translate("PrintNames", "After the visit"),
        SheetKind.TWO_OPINIONS: translate("PrintNames", "Two opinions"),
        SheetKind.REFERRAL: translate("PrintNames", "Asking for a second opinion"),
        SheetKind.CONSENT: translate("PrintNames", "Note of consent"),
        SheetKind.BRING: translate("PrintNames", "What to do and bring"),
        SheetKind.NOTES: translate("PrintNames", "My notes"),
    }
    part = f"{what.booklet} {section}" if what.is_part else what.booklet
    return f"{names.get(what.kind, part)}.pdf"
