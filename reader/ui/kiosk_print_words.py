"""What is said of pages at a kiosk: what happened, what is not lost, and that staff can help."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.kiosk.print_jobs import NotSent
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
from reader.ui.language import Counts, in_digits, translate

if TYPE_CHECKING:
    from reader.printing.following import End, Going


def words_not_sent(why: NotSent, pages: int, most: int) -> str:
    """Why a sheet of so many ``pages`` was not sent; ``most`` may be printed at a time."""
    match why:
        case NotSent.TOO_LONG:
            told = translate(
                "KioskPrintWords",
                "This is {pages} pages, and this screen prints up to {most} at a time. Nothing is "
                "lost. Choose smaller print, or ask staff for a printed booklet.",
            )
            return told.format(pages=in_digits(pages), most=in_digits(most))
        case NotSent.NO_MORE:
            return translate(
                "KioskPrintWords",
                "You have printed as often as one person can here, so that there is paper for "
                "everybody. Your questions are still on the screen. Staff can help you if you "
                "need more.",
            )
        case NotSent.BUSY:
            return translate(
                "KioskPrintWords",
                "Your pages are still on their way. When they are out you can print again.",
            )
        case NotSent.NO_PRINTER:
            return translate(
                "KioskPrintWords",
                "Nothing was printed: the printer does not answer. Your questions are still on the "
                "screen. Please ask staff.",
            )
        case other:
            assert_never(other)


def words_left(left: int) -> str:
    """How often one can still print."""
    if left == 0:
        return translate("KioskPrintWords", "That was the last sheet you can print here.")
    if left == 1:
        return translate("KioskPrintWords", "You can print once more.")
    return Counts.tr("You can print %Ln more times.", "", left)


def words_going(going: Going, pages: int) -> str:
    """How it stands."""
    match going:
        case Waiting():
            return translate("KioskPrintWords", "Your pages are on their way to the printer.")
        case Printing(done) if 0 < done < pages:
            return translate(
                "KioskPrintWords", "Printing: {done} of {pages} pages are out."
            ).format(done=in_digits(done), pages=in_digits(pages))
        case Printing():
            return translate("KioskPrintWords", "Printing. Please wait for your pages.")
        case Stuck(why):
            then = translate(
                "KioskPrintWords", "Nothing is lost. Please ask staff; then it goes on."
            )
            return f"{_stuck(why)} {then}"
        case other:
            assert_never(other)


def _stuck(why: Hindrance) -> str:
    match why:
        case Hindrance.NO_PAPER:
            return translate("KioskPrintWords", "The printer has no paper.")
        case Hindrance.JAM:
            return translate("KioskPrintWords", "Paper is stuck in the printer.")
        case Hindrance.OPEN:
            return translate("KioskPrintWords", "The printer is open.")
        case Hindrance.NO_INK:
            return translate("KioskPrintWords", "The printer has no ink or toner.")
        case Hindrance.AWAY:
            return translate("KioskPrintWords", "The printer does not answer.")
        case Hindrance.PAUSED | Hindrance.HELD:
            return translate("KioskPrintWords", "The printer has been stopped.")
        case Hindrance.OTHER:
            return translate("KioskPrintWords", "The printer needs somebody to look at it.")
        case other:
            assert_never(other)


def words_ended(end: End) -> str:
    """What became of it."""
    match end:
        case Printed() | Gone():
            return translate("KioskPrintWords", "Printed. Please take your pages from the printer.")
        case Cancelled(is_ours=True):
            return translate(
                "KioskPrintWords",
                "Printing was stopped. A page that was on its way may still come out: please take "
                "it with you.",
            )
        case Cancelled() | Removed():
            return translate(
                "KioskPrintWords",
                "Your pages were stopped at the printer. Your questions are still on the screen. "
                "Print again, or ask staff.",
            )
        case Failed():
            return translate(
                "KioskPrintWords",
                "The pages could not be printed. Your questions are still on the screen. Please "
                "ask staff.",
            )
        case other:
            assert_never(other)


def words_silent() -> str:
    """The printer's server has not answered for a while."""
    return translate(
        "KioskPrintWords",
        "The printer does not answer any more. Look whether your pages came out. Your questions "
        "are still on the screen. Please ask staff.",
    )
