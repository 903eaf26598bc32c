"""The field in which a note of My notes is changed, in the place of its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.language import translate
from reader.ui.writing_card import WritingCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks


class NoteEditor(WritingCard):
    """Saves with ``save``, which says whether the words are safe."""

    def __init__(self, looks: Looks, save: Callable[[str], bool]) -> None:
        super().__init__(
            looks,
            translate("NoteEditor", "My note"),
            save,
            done=translate("NoteEditor", "Done"),
            delete=translate("NoteEditor", "Delete note"),
        )

    def controls(self) -> list[QWidget]:
        """What the keyboard reaches here, in reading order."""
        return [self.field, self.done, self.delete]
