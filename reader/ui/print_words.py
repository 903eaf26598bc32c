"""What is said of pages on their way to paper: what happened, what is not lost, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from reader.printing.errors import Refusal, RefusedError
from reader.printing.following import (
    Cancelled,
    Failed,
    Gone,
    Hindrance,
    Printed,
    Printing,
    Removed,
    Stuck,
    Waiting,
)
from reader.ui.language import in_digits, translate
from reader.ui.print_jobs import NotTaken, Sent, Silent
from reader.ui.printing import NoPrinter, NotChosen, Paused, Refused, Rejecting, Vanished

if TYPE_CHECKING:
    from reader.printing.following import Going
    from reader.ui.print_jobs import JobEnd
    from reader.ui.printing import NotSent


def words_not_sent(outcome: NotSent) -> str:
    """Why nothing was sent; ``""`` where the reader wanted it so."""
    match outcome:
        case NotChosen():
            return ""
        case NoPrinter():
            return translate(
                "PrintWords",
                "No printer was found. Nothing is lost. Save as PDF, and print it from another "
                "computer.",
            )
        case Paused(printer):
            told = translate(
                "PrintWords",
                "Nothing was printed: {printer} is paused. Nothing is lost. Set the printer going "
                "and try again, or save as PDF.",
            )
        case Rejecting(printer):
            told = translate(
                "PrintWords",
                "Nothing was printed: {printer} takes no pages at present. Nothing is lost. Choose "
                "another printer, or save as PDF.",
            )
        case Vanished(printer):
            told = translate(
                "PrintWords",
                "Nothing was printed: {printer} is not there any more. Nothing is lost. Choose "
                "another printer, or save as PDF.",
            )
        case Refused(printer, error):
            told = _not_taken(error)
        case other:
            assert_never(other)
    return told.format(printer=printer)


def words_going(going: Going, printer: str, pages: int) -> str:
    """How it stands."""
    match going:
        case Waiting():
            return translate("PrintWords", "Your pages wait for their turn on {printer}.").format(
                printer=printer
            )
        case Printing(done) if 0 < done < pages:
            told = translate(
                "PrintWords", "Printing on {printer}: {done} of {pages} pages are out."
            )
            return told.format(printer=printer, done=in_digits(done), pages=in_digits(pages))
        case Printing():
            return translate("PrintWords", "Printing on {printer}.").format(printer=printer)
        case Stuck(why):
            return _stuck(why).format(printer=printer)
        case other:
            assert_never(other)


def _stuck(why: Hindrance) -> str:
    match why:
        case Hindrance.NO_PAPER:
            return translate(
                "PrintWords",
                "{printer} has no paper. Nothing is lost. Put paper in, and it goes on by itself.",
            )
        case Hindrance.JAM:
            return translate(
                "PrintWords",
                "Paper is stuck in {printer}. Nothing is lost. Take it out, and the printer goes "
                "on by itself.",
            )
        case Hindrance.OPEN:
            return translate(
                "PrintWords",
                "{printer} is open. Nothing is lost. Close it, and it goes on by itself.",
            )
        case Hindrance.NO_INK:
            return translate(
                "PrintWords",
                "{printer} has no ink or toner. Nothing is lost. Put some in, or cancel and save "
                "as PDF.",
            )
        case other:
            return _held_up(other)


def _held_up(
    why: Literal[Hindrance.AWAY, Hindrance.PAUSED, Hindrance.HELD, Hindrance.OTHER],
) -> str:
    match why:
        case Hindrance.AWAY:
            return translate(
                "PrintWords",
                "{printer} does not answer. Nothing is lost. See that it is switched on and "
                "joined to this computer.",
            )
        case Hindrance.PAUSED:
            return translate(
                "PrintWords",
                "{printer} was paused. Nothing is lost. Set it going again, or cancel and save as "
                "PDF.",
            )
        case Hindrance.HELD:
            return translate(
                "PrintWords",
                "{printer} holds your pages back. Nothing is lost. Let them go at the printer, or "
                "cancel and save as PDF.",
            )
        case Hindrance.OTHER:
            return translate(
                "PrintWords",
                "{printer} needs somebody to look at it. Nothing is lost. See what it says, or "
                "cancel and save as PDF.",
            )
        case other:
            assert_never(other)


def words_ended(end: JobEnd, printer: str) -> str:
    """What became of it."""
    match end:
        case Printed():
            told = translate("PrintWords", "Printed on {printer}. Please take your pages.")
        case Gone() | Sent():
            told = translate("PrintWords", "Sent to {printer}. Please take your pages.")
        case Cancelled(is_ours=True):
            told = translate(
                "PrintWords", "Printing was stopped. A page that was on its way may still come out."
            )
        case Cancelled():
            told = translate(
                "PrintWords",
                "Somebody stopped your pages at {printer}. Nothing is lost. Print again, or save "
                "as PDF.",
            )
        case Failed():
            told = translate(
                "PrintWords",
                "{printer} could not print the pages. Nothing is lost. Try again, choose another "
                "printer, or save as PDF.",
            )
        case Removed():
            told = translate(
                "PrintWords",
                "{printer} was removed while it printed. Nothing is lost. Choose another printer, "
                "or save as PDF.",
            )
        case NotTaken(error):
            told = _not_taken(error)
        case Silent():
            told = translate(
                "PrintWords",
                "The printing system of this computer does not answer any more. Nothing is lost. "
                "Look whether your pages came out, or save as PDF.",
            )
        case other:
            assert_never(other)
    return told.format(printer=printer)


def _not_taken(error: Exception) -> str:
    refusal = error.refusal if isinstance(error, RefusedError) else None
    match refusal:
        case Refusal.REJECTING:
            return translate(
                "PrintWords",
                "Nothing was printed: {printer} takes no pages at present. Nothing is lost. Choose "
                "another printer, or save as PDF.",
            )
        case Refusal.NOT_FOUND:
            return translate(
                "PrintWords",
                "Nothing was printed: {printer} is not there any more. Nothing is lost. Choose "
                "another printer, or save as PDF.",
            )
        case Refusal.NOT_ALLOWED:
            return translate(
                "PrintWords",
                "Nothing was printed: you are not allowed to print on {printer}. Nothing is lost. "
                "Choose another printer, or save as PDF.",
            )
        case Refusal.NO_ROOM:
            return translate(
                "PrintWords",
                "Nothing was printed: this computer has no room left to print. Nothing is lost. "
                "Make some room, or save as PDF on another disk.",
            )
        case _:
            return translate(
                "PrintWords",
                "Nothing was printed: {printer} would not take the pages. Nothing is lost. Check "
                "the printer and try again, or save as PDF.",
            )
