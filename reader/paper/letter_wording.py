"""The words of the letters and of the list to bring, each from a fact of the booklet.

The facts of the booklet on second opinions are named beside what is made of them. A letter asks and
says nothing of anybody's illness or treatment that its writer has not put in.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.paper.letters import Addressee, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

REFERRAL = "Asking for a second opinion"
NAME = "My name:"
BORN = "My date of birth:"
PHONE = "My phone number:"
DATE = "Date:"
TO = "To:"
SIGNED = "Signed:"
DEAR = "Dear {doctor},"
DEAR_DOCTOR = "Dear doctor,"
THANK_YOU = "Thank you for your help."

#
ASKING = "I would like a second opinion about my diagnosis and treatment."
PLEASE_REFER: Mapping[Addressee, str] = MappingProxyType(
    {
        Addressee.GP: (
            "Please could you refer me to a different consultant, or ask the consultant I see now "
            "to refer me?"
        ),
        Addressee.CONSULTANT: "Please could you refer me to a different consultant?",
    }
)
WANTED = "If possible, I would like to see:"
HOW = "I would like this to be:"
ON_THE_NHS = "on the NHS"
PRIVATE = "private"

#
MY_REASONS = "My reasons"
TICK = "I have ticked what is true for me."
REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.DIAGNOSIS: "I have doubts about the diagnosis.",
        Reason.NOT_CLEAR: "I have not understood what I have been told.",
        Reason.TREATMENT: "I am not happy with the treatment that was recommended.",
        Reason.TALKING: "I find that I cannot talk to my doctor.",
        Reason.CONFIRM: "I want to confirm that the treatment is the right one.",
        Reason.NO_MORE: "I have been told there are no more treatments, and want that checked.",
    }
)
OTHER_REASON = "Another reason:"

#
PLEASE_DO = "Please could you also"
ALSO = (
    "send the records that matter to the new doctor: scans, test results and earlier treatments;",
    "tell me whether waiting for a second opinion could delay my treatment, and whether that "
    "matters;",
    "tell me what happens next, and who I can ring.",
)
REASONS_FROM = "The reasons are from {source}"

#
CONSENT = "A note of consent"
I_AGREE = "I give my consent for a relative or carer to ask for a second opinion for me."
HELPER = "Their name:"
RELATION = "What they are to me:"
THEY_MAY = "They may"
CONSENT_TO = (
    "ask you to refer me for a second opinion",
    "talk with you about when and where it will be",
    "ask which records of mine will be sent, and where to",
    "be told what the doctors found and advise",
)
CONSENT_TICK = "I have ticked what I agree to."
CHANGE_MIND = "I can change my mind at any time. I will then tell you."
OWN_FORM = "If you have a form of your own for this, please send it to me."
CONSENT_FROM = "That a relative or carer can ask with consent is from {source}"

BRING = "Getting ready for a second opinion"
BRING_FROM = "This list is from {source}"
ALSO_MINE = "My own list"
IF_HARD = "If a referral is hard to get"

BRING_LISTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Before I ask",
        (
            #
            "Ask the consultant I see now to go over my diagnosis, and to explain what is not "
            "clear. Say so if I am unhappy or want a different treatment.",
            #
            "Ask whether waiting for a second opinion could delay my treatment, and whether that "
            "matters.",
            #
            "Ask my GP or my consultant to refer me. A relative or carer can ask for me if I give "
            "my consent.",
        ),
    ),
    (
        "Before the day",
        (
            #
            "Think about what I want to gain from the visit.",
            "Write down my questions, the three that matter most first.",
            "Ask a friend to come with me.",
            #
            "Ask whether my scans, test results and records of earlier treatments have been sent.",
            #
            "Plan the journey.",
        ),
    ),
    (
        "To take with me",
        (
            "My question sheet, and a copy for the person with me.",
            "A pen, and paper to write on.",
            "My glasses or hearing aid, if I use them.",
            "The letter or message about the appointment.",
            #
            "My own list of the treatments I have had, and of any allergies to drugs.",
        ),
    ),
    (
        "On the day",
        (
            "Hand over my question sheet at the start.",
            #
            "If I want this doctor to treat me, ask how that is arranged.",
            "Ask what happens next, and who I can ring.",
        ),
    ),
)

#
HARD = (
    "Ring the switchboard of my hospital and ask for PALS, the Patient Advice and Liaison Service.",
    "Ask my local Citizens Advice.",
    "Try Macmillan Cancer Support, The Patients Association or the NHS website.",
)
