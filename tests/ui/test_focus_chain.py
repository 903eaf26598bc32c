"""Going along the chain of Tab takes no widget away from its parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import Shiboken, isValid

from reader.ui.flow import FlowLayout
from reader.ui.focus_chain import after, before

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def part(window: QWidget, layout: QVBoxLayout) -> tuple[QWidget, FlowLayout]:
    """Two buttons in a row of their own, in ``window``."""
    holder = QWidget(window)
    column = QVBoxLayout(holder)
    row = FlowLayout()
    for text in ("one", "two"):
        row.addWidget(QPushButton(text))
    column.addLayout(row)
    layout.addWidget(holder)
    return holder, row


def test_what_comes_after_does_not_end_with_what_comes_before(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, _row = part(window, layout)
    second, row = part(window, layout)
    window.show()
    seen = [window]
    while (following := after(seen[-1])) is not window:
        seen.append(following)
    assert {first, second} < set(seen)
    back = [window]
    while (previous := before(back[-1])) is not window:
        back.append(previous)
    assert back[1:] == seen[:0:-1]
    seen.clear()
    back.clear()
    first.hide()
    first.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(second)
    items = [row.itemAt(index) for index in range(row.count())]
    assert all(isValid(item) for item in items)
    assert row.sizeHint().width() > 0


def test_the_binding_still_needs_this(qtbot: QtBot) -> None:
    """When this fails, the module may go."""
    window = QWidget()
    qtbot.addWidget(window)
    one, two = QPushButton("one", window), QPushButton("two", window)
    assert one.nextInFocusChain() is two
    assert f"{id(one):#x}" in _parent(two)
    assert after(one) is two
    assert f"{id(one):#x}" not in _parent(two)


def _parent(widget: QWidget) -> str:
    lines = str(Shiboken.dump(widget)).splitlines()
    return next(line for line in lines if line.startswith("parent."))
