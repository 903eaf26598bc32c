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
SOURCE_KEY = "{key}: {source}"
ORIGIN_KEY = "{key}: {title}"
ORIGIN_EDITION = "edition of {month}"
ORIGIN_GONE = "from a booklet that is not here now"
BOOKLET_GONE = "A booklet that is not here now ({name})"
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
REVIEW_OVERDUE = "Review overdue since {month}"
EDITION_SHORT = "Edition {month}"
REVIEW_OVERDUE_SHORT = "Review overdue, {month}"
LEFT_OUT = (
    "One part is not printed here: “{title}”. It says how long people lived. "
    "To have it on paper, open that part and print it by itself."
)
NOTE = "Note"
IMPORTANT = "Important"
FOOTNOTES = "Notes to this part"
PICTURE_SAYS = "What this picture says"
ON_PAGE = "page {page}"
GLOSSARY = "Words explained"

HOW_TO_FOLD = "How to fold this booklet"
FOLDING = (
    "Print on both sides of the paper, turned on the short edge.",
    "If your printer prints on one side only: print the odd pages, put the pile back in, then "
    "print the even pages. Try it with one sheet first.",
    "Put the sheets one inside the other, with this page on the outside at the back.",
    "Fold the pile in the middle. Two staples in the fold hold it together.",
)

AFTER_VISIT = "After my visit"
ANSWER = "Answer"
ANSWERED = "Answered"
PARTLY = "Partly answered"
NOT_ASKED = "Not asked"
HOW_FAR = "Tick one:"

TWO_OPINIONS = "Two opinions side by side"
FIRST_OPINION = "First opinion:"
SECOND_OPINION = "Second opinion:"
FIRST_DOCTOR = "First doctor"
SECOND_DOCTOR = "Second doctor"
WHAT_DIFFERS = "What differs:"
WHAT_NEXT_HERE = "What next:"
QUESTION = "Question"

MY_NOTES = "My notes"
NO_NOTES = "There are no bookmarks, highlights or notes yet."
MARK_BOOKMARK = "Bookmark:"
MARK_HIGHLIGHT = "Highlight:"
MARK_NOTE = "My note:"
QUOTED = "“{words}”"
BEHIND_GATE = "The words are not printed: they are from a part that says how long people lived."
NO_SECTION = "Elsewhere in this booklet"

TRIAL = "A test page"
TRIAL_TOLD = (
    "If you can read every line, and both lines below go from side to side, this printer is well."
)
TRIAL_SAMPLE = "These letters are {points} points high."
