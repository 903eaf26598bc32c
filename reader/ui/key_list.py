"""The keys there are, in plain words: what Help and the panel of keys show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading, and pairs of keys and what they do."""

    heading: str
    keys: tuple[tuple[str, str], ...]


class KeyList(QObject):
    """All keys, those that are needed most first."""

    def groups(self) -> tuple[KeyGroup, ...]:
        """What holds everywhere, what holds in a booklet, and the shortcuts."""
        return (self._everywhere(), self._in_booklets(), self._shortcuts())

    def _everywhere(self) -> KeyGroup:
        return KeyGroup(
            self.tr("Everywhere"),
            (
                (
                    self.tr("Tab"),
                    self.tr("To the next button or field. With Shift, to the one before."),
                ),
                (
                    self.tr("Enter or Space"),
                    self.tr("Press the button that has the ring round it."),
                ),
                (
                    self.tr("Escape"),
                    self.tr("Close what you opened: the contents, a note, these keys."),
                ),
                (
                    self.tr("F6"),
                    self.tr("To the next part of the window. With Shift, to the one before."),
                ),
                (self.tr("H"), self.tr("To the next heading. With Shift, to the one before.")),
                (
                    self.tr("Page Down, Page Up"),
                    self.tr("Scroll the page. Home and End go to its ends."),
                ),
                (self.tr("Alt and Left"), self.tr("Back to where you were.")),
                (self.tr("? or F1"), self.tr("Show these keys.")),
            ),
        )

    def _in_booklets(self) -> KeyGroup:
        return KeyGroup(
            self.tr("In a booklet"),
            (
                (self.tr("Down, Up"), self.tr("Choose the next paragraph, or the one before.")),
                (self.tr("Enter"), self.tr("Go to the buttons of the paragraph you chose.")),
                (self.tr("Shift and Right"), self.tr("Choose words in it, one at a time.")),
                (self.tr("Space"), self.tr("Read on: a screen further. With Shift, back.")),
                (self.tr("R"), self.tr("Read aloud, pause, or go on. Escape stops it.")),
                (self.tr("S"), self.tr("One sentence at a time. S or Escape: all alike again.")),
                (self.tr("Full stop, comma"), self.tr("The next sentence, or the one before.")),
            ),
        )

    def _shortcuts(self) -> KeyGroup:
        return KeyGroup(
            self.tr("Shortcuts"),
            (
                (self.tr("Ctrl and plus"), self.tr("Everything bigger.")),
                (self.tr("Ctrl and minus"), self.tr("Everything smaller.")),
                (self.tr("Ctrl and 0"), self.tr("Everything at the usual size.")),
                (self.tr("Ctrl and F"), self.tr("Search.")),
                (self.tr("Ctrl and P"), self.tr("Print your question sheet.")),
                (self.tr("Ctrl and Z"), self.tr("Take back what you just deleted.")),
            ),
        )
