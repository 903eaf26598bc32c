"""A letter asking for a second opinion, and a note that lets somebody else ask."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.paper.sheet import PaperContact


class Addressee(StrEnum):
    """Who can refer somebody to another consultant (fact R-70)."""

    GP = "gp"
    CONSULTANT = "consultant"


class Reason(StrEnum):
    """Why people ask for a second opinion, in the order of the booklet's list (fact R-52)."""

    DIAGNOSIS = "diagnosis"
    NOT_CLEAR = "not-clear"
    TREATMENT = "treatment"
    TALKING = "talking"
    CONFIRM = "confirm"
    NO_MORE = "no-more"


@dataclass(frozen=True, slots=True)
class LetterFields:
    """What is filled in beforehand; ``""`` leaves a line for the pen.

    ``name``, ``born`` and ``phone`` are the patient's; ``doctor`` is who the letter is to;
    ``wanted`` the consultant or hospital asked for; ``helper`` the relative or carer who may ask,
    and ``relation`` what they are to the patient. With ``reasons`` the letter gives these; with
    none it has all of them to tick. ``is_private`` is ``None`` where that is to be ticked.
    """

    addressee: Addressee = Addressee.GP
    reasons: tuple[Reason, ...] = ()
    other_reason: str = ""
    name: str = ""
    born: str = ""
    phone: str = ""
    doctor: str = ""
    wanted: str = ""
    helper: str = ""
    relation: str = ""
    date: str = ""
    is_private: bool | None = None


@dataclass(frozen=True, slots=True)
class ReferralLetter:
    """A letter to a GP or a consultant; ``sources`` say where its reasons are from."""

    fields: LetterFields
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentNote:
    """A note that a relative or carer may ask for a second opinion (fact R-72)."""

    fields: LetterFields
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BringList:
    """What to do before a second opinion and what to take along."""

    appointment: str = ""
    contacts: tuple[PaperContact, ...] = ()
    sources: tuple[str, ...] = ()
