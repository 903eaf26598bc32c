"""The words of our own that stand on sheets, in one place so that they can be translated."""

from __future__ import annotations

LANGUAGE, REGION = "en", "GB"

PAGE = "Page {page} of {pages}"
REPLACED = "[?] stands for a letter or sign that could not be printed."

MY_QUESTIONS = "My questions"
FOR_THE_DOCTOR = "For the doctor:"
PLEASE_LOOK = "please look at this list with me at the start."
FIRST_THREE = "The first three matter most to me."
TO_SAY = "I can say: “I have a list. Could we look at it first?”"
APPOINTMENT = "Appointment:"
IF_THERE_IS_TIME = "If there is time"
WHAT_NEXT = "What happens next"
WHO_TO_RING = "Who I can ring"
SOURCE = "“{title}”, edition of {month}. {review}."

COPY = "Copy for the person with me"
FOR_THE_COMPANION = "For the person with me:"
PLEASE_WRITE = "please write down what is said. Ask if anything is not clear."
NAME = "Name:"

IN_THIS_BOOKLET = "In this booklet"
EDITION = "Edition of {month}"
RETELLS = "It retells “{title}” by {publisher}{version}, last updated {updated}."
VERSION = ", version {version}"
REVIEW_DUE = "Review due {month}"
LEFT_OUT = (
    "One part is not printed here: “{title}”. It says how long people lived. "
    "To have it on paper, open that part and print it by itself."
)
NOTE = "Note"
IMPORTANT = "Important"
FOOTNOTES = "Notes to this part"
PICTURE_SAYS = "What this picture says"
ON_PAGE = "page {page}"
