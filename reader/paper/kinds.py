"""What can be put on paper."""

from __future__ import annotations

from enum import StrEnum


class SheetKind(StrEnum):
    """A kind of sheet; ``gather`` finds what stands on it and ``paper_pdf`` typesets that."""

    QUESTIONS = "questions"
    BLANK = "blank"
    COMPANION = "companion"
    AFTER_VISIT = "after-visit"
    TWO_OPINIONS = "two-opinions"
    REFERRAL = "referral"
    CONSENT = "consent"
    BRING = "bring"
    NOTES = "notes"
    BOOKLET = "booklet"
