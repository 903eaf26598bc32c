"""What is said about notes that go out and come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.notebook.exchange.forms import Form
from reader.ui.language import translate
from reader.ui.recovery_words import counted
from reader.ui.save_dialog import Kind

if TYPE_CHECKING:
    from reader.notebook.carrying import Carried
    from reader.notebook.exchange.taking_in import Report


def copied(made: Carried) -> str:
    """A copy is on the stick, and good."""
    told = translate(
        "Carry",
        "Saved and checked: {count}, in the file “{name}” in {folder}. Before you take a stick "
        "out, let your computer eject it.",
    )
    return told.format(count=counted(made.items), name=made.path.name, folder=made.path.parent)


def came_in(report: Report) -> str:
    """What was new, what changed, and what was here already."""
    if not report.marks and not report.questions:
        return translate(
            "Carry", "There are no notes or questions in that file. Nothing was changed."
        )
    if not report.new and not report.changed:
        return translate("Carry", "Everything in that file was here already. Nothing was changed.")
    told = translate(
        "Carry",
        "Brought in: {new} new, {changed} changed, {known} here already. Nothing that you had is "
        "lost: where both had other words, the older ones are kept as an earlier version.",
    )
    return told.format(new=report.new, changed=report.changed, known=report.known)


def kind_of(form: Form) -> Kind:
    """What the dialog says for a file of that form."""
    match form:
        case Form.MARKDOWN:
            return Kind(
                translate("Carry", "Save as plain text"),
                translate("Carry", "Text files (*.md)"),
                form.ending,
            )
        case Form.HTML:
            return Kind(
                translate("Carry", "Save as a web page"),
                translate("Carry", "Web pages (*.html)"),
                form.ending,
            )
        case Form.JSON:
            return Kind(
                translate("Carry", "Save for other programs"),
                translate("Carry", "JSON files (*.json)"),
                form.ending,
            )
        case _:
            assert_never(form)


def files_to_come_in() -> str:
    """What the dialog shows that a file is chosen in to come in from."""
    return translate("Carry", "Notes of Booklet Reader (*.sqlite *.json *.html)")
