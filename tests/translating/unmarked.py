"""Words on the screen that no translator would see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from reader.ui.paper_view import PaperSheet
from reader.ui.passage_picker import PassagePicker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

RUN = re.compile(r"[A-Za-z0-9][\x20-\x7e’‘“”–—…·\u00a0\u2011]*")
"""Plain letters and digits, and what stands between them in a sentence."""
AROUND = " .,:;?!()“”‘’–—-…·/\u00a0"
OURS = ("Booklet Reader", "booklet-reader")


class Known:
    """What is shown as it was written: booklets, lists, the reader's own words, names."""

    def __init__(self, texts: Collection[str]) -> None:
        self._all = "\n".join(_level(text) for text in (*texts, *OURS))

    def unknown(self, shown: str) -> Iterator[str]:
        """The plain words in ``shown`` that are nobody's."""
        for run in RUN.findall(_level(shown)):
            words = run.strip(AROUND)
            if words and words not in self._all and not self._in_parts(words):
                yield words

    def _in_parts(self, words: str) -> bool:
        parts = [part.strip(AROUND) for part in re.split(r"[·:;,(]|\. |… | – ", words)]
        return len(parts) > 1 and all(not part or part in self._all for part in parts)


def unmarked(window: QWidget, known: Known) -> list[str]:
    """A line for every piece of text that is shown or said and was never marked."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            for where, text in texts(widget):
                found += [f"{type(widget).__name__} {where}: {one}" for one in known.unknown(text)]
    return list(dict.fromkeys(found))


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What ``widget`` shows and what a screen reader says of it."""
    if isinstance(widget, PaperSheet | PassagePicker):
        return  # a page of paper is in the language of the booklets, as the text of a section is
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tip", widget.toolTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QGroupBox():
            yield "title", widget.title()
        case QLineEdit():
            yield "text", widget.text()
            yield "hint", widget.placeholderText()
        case QPlainTextEdit():
            yield "text", widget.toPlainText()
            yield "hint", widget.placeholderText()
        case QTextBrowser():
            yield "text", widget.toPlainText()
        case QComboBox():
            yield from (("item", widget.itemText(row)) for row in range(widget.count()))
        case _:
            pass


def _level(text: str) -> str:
    return " ".join(re.sub(r"</?[bu]>|[\u00ad\u2060]", "", text).split())
