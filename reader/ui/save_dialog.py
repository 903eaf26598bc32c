"""Asking where files are to go, or come from; a file saved ends as it should, and none is written
over unasked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.ui.language import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Kind:
    """What is saved: the dialog's ``title``, what files it shows, and how a name must end."""

    title: str
    files: str
    ending: str


def ask_where(parent: QWidget, name: str, kind: Kind | None = None) -> Path | None:
    """Where the reader wants the file, first offered as ``name``; ``None``: nowhere after all.

    Without ``kind`` it is a PDF.
    """
    kind = kind or _pdf()
    dialog = QFileDialog(parent, kind.title, str(Path.home()), kind.files)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind.ending.removeprefix("."))
    dialog.selectFile(name)
    try:
        while dialog.exec():
            path = _chosen(dialog, kind.ending)
            if path is not None:
                return path
    finally:
        dialog.deleteLater()
    return None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that the reader chooses, perhaps a stick; ``None``: none after all."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _first(dialog)


def ask_file(parent: QWidget, title: str, files: str) -> Path | None:
    """The file that the reader chooses, among those like ``files``; ``None``: none after all."""
    dialog = QFileDialog(parent, title, str(Path.home()), files)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _first(dialog)


def _pdf() -> Kind:
    return Kind(
        translate("SaveDialog", "Save as PDF"), translate("SaveDialog", "PDF files (*.pdf)"), ".pdf"
    )


def _first(dialog: QFileDialog) -> Path | None:
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    finally:
        dialog.deleteLater()


def _chosen(dialog: QFileDialog, ending: str) -> Path | None:
    """The file that was chosen; ``None`` if the one there already is to be kept.

    The dialog ends no name that has a dot in it ("For Dr. Smith"), and so asks about another file.
    """
    path = Path(dialog.selectedFiles()[0])
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(f"{path.name}{ending}")
    return path if not path.exists() or _may_replace(dialog, path.name) else None


def _may_replace(dialog: QFileDialog, name: str) -> bool:
    asked = translate(
        "SaveDialog", "“{name}” is there already. Do you want to put the new one in its place?"
    )
    answer = QMessageBox.question(dialog, dialog.windowTitle(), asked.format(name=name))
    return answer is QMessageBox.StandardButton.Yes
