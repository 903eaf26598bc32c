"""The parts of the page that takes notes along, each with its words and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.notebook.exchange.forms import Form
from reader.ui.controls import Button, Rank
from reader.ui.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.ui.look import Looks
    from reader.ui.sticks import Stick


class MovingPart(Part):
    """A button for each stick, and one for any other place.

    Signals:
        copy_requested(Path): save everything in that folder.
        elsewhere_requested: ask for a folder.
    """

    copy_requested = Signal(object)
    elsewhere_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(
            looks,
            self.tr("Move to another computer"),
            self.tr(
                "Put a USB stick in, and save everything on it. On the other computer, open "
                "Booklet Reader, come to this page, and bring your notes in."
            ),
        )
        self.sticks: list[Button] = []
        self.elsewhere = Button(self.tr("Save in another place"), looks, icon="save")
        self.elsewhere.clicked.connect(self.elsewhere_requested)
        self.add(self.elsewhere)

    def offer(self, sticks: Iterable[Stick]) -> None:
        """Have a button for each of ``sticks`` and for no other."""
        for button in self.sticks:
            self.row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.sticks = []
        before: QWidget = self
        for index, stick in enumerate(sticks):
            text = self.tr("Save everything on “{name}”").format(name=stick.name)
            rank = Rank.PLAIN if index else Rank.PRIMARY
            button = Button(text, self._looks, icon="save", rank=rank)
            button.clicked.connect(lambda _checked, to=stick.folder: self.copy_requested.emit(to))
            self.row.insert(index, button)
            button.show()
            if index:
                QWidget.setTabOrder(before, button)
            before = button
            self.sticks.append(button)
        if self.sticks:
            QWidget.setTabOrder(before, self.elsewhere)
            self.elsewhere.set_words(self.tr("Save in another place"))
        else:
            self.elsewhere.set_words(self.tr("Choose where to save"))


class ArrivingPart(Part):
    """One press looks on every stick; the other asks for a file.

    Signals:
        find_requested: bring in the newest copy on a stick.
        file_requested: ask for a file.
    """

    find_requested = Signal()
    file_requested = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(
            looks,
            self.tr("Bring notes in"),
            self.tr("From a stick, or from a file. Nothing that is here already is lost."),
        )
        self.bring = Button(self.tr("Bring my notes in"), looks)
        self.choose = Button(
            self.tr("Choose a file"), looks, name=self.tr("Choose a file to bring notes in from")
        )
        self.bring.clicked.connect(self.find_requested)
        self.choose.clicked.connect(self.file_requested)
        self.add(self.bring, self.choose)


class FilesPart(Part):
    """A button for each kind of file.

    Signals:
        pdf_requested: as pages.
        form_requested(Form): in that form.
    """

    pdf_requested = Signal()
    form_requested = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(
            looks,
            self.tr("Save my notes in a file"),
            self.tr("To send to somebody, to print elsewhere, or to keep."),
        )
        self.pdf = Button(self.tr("PDF, to print"), looks)
        self.pdf.clicked.connect(self.pdf_requested)
        self.add(self.pdf)
        self.forms: dict[Form, Button] = {}
        for form, text in (
            (Form.HTML, self.tr("Web page")),
            (Form.MARKDOWN, self.tr("Plain text")),
            (Form.JSON, self.tr("For other programs")),
        ):
            button = Button(text, looks)
            button.clicked.connect(lambda _checked, form=form: self.form_requested.emit(form))
            self.forms[form] = button
            self.add(button)
