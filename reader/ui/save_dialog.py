"""Asking where to save a PDF: the file always ends in .pdf, and none is written over unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ENDING = ".pdf"


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Where the reader wants the file, first offered as ``name``; ``None``: nowhere after all."""
    dialog = QFileDialog(parent, _tr("Save as PDF"), str(Path.home()), _tr("PDF files (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    dialog.selectFile(name)
    try:
        while dialog.exec():
            path = _chosen(dialog)
            if path is not None:
                return path
    finally:
        dialog.deleteLater()
    return None


def _chosen(dialog: QFileDialog) -> Path | None:
    """The file that was chosen; ``None`` if the one there already is to be kept.

    The dialog ends no name that has a dot in it ("For Dr. Smith"), and so asks about another file.
    """
    path = Path(dialog.selectedFiles()[0])
    if path.suffix.lower() == ENDING:
        return path
    path = path.with_name(f"{path.name}{ENDING}")
    return path if not path.exists() or _may_replace(dialog, path.name) else None


def _may_replace(dialog: QFileDialog, name: str) -> bool:
    asked = _tr("“{name}” is there already. Do you want to put the new one in its place?")
    answer = QMessageBox.question(dialog, dialog.windowTitle(), asked.format(name=name))
    return answer is QMessageBox.StandardButton.Yes


def _tr(text: str) -> str:
    return QCoreApplication.translate("SaveDialog", text)
