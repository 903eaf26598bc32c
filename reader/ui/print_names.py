"""What the Print page is called, and the file that is offered, for each kind of sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.paper.kinds import SheetKind

if TYPE_CHECKING:
    from reader.ui.print_what import What


def title_of(what: What) -> str:
    """What stands over the page."""
    if what.is_part:
        return _tr("Print this part")
    titles = {
        SheetKind.QUESTIONS: _tr("Print my sheet"),
        SheetKind.COMPANION: _tr("Print my sheet"),
        SheetKind.BLANK: _tr("Print a blank sheet"),
        SheetKind.NOTES: _tr("Print my notes"),
        SheetKind.BOOKLET: _tr("Print the booklet"),
    }
    return titles.get(what.kind, _tr("Print"))


def file_name(what: What, section: str) -> str:
    """What a PDF is called unless the reader calls it something else; it ends in ``.pdf``."""
    names = {
        SheetKind.QUESTIONS: _tr("My questions"),
        SheetKind.COMPANION: _tr("My questions, copy"),
        SheetKind.BLANK: _tr("Blank question sheet"),
        SheetKind.AFTER_VISIT: _tr("After the visit"),
        SheetKind.TWO_OPINIONS: _tr("Two opinions"),
        SheetKind.REFERRAL: _tr("Asking for a second opinion"),
        SheetKind.CONSENT: _tr("Note of consent"),
        SheetKind.BRING: _tr("What to do and bring"),
        SheetKind.NOTES: _tr("My notes"),
    }
    part = f"{what.booklet} {section}" if what.is_part else what.booklet
    return f"{names.get(what.kind, part)}.pdf"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintNames", text)
