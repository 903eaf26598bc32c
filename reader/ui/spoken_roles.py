"""What screen readers are told that a widget is, where Qt would only say “filler” or “label”.

Qt asks a factory for each widget that a screen reader meets. What it is given is a plain
``QAccessibleWidget`` with another role: no class of ours answers Qt here, because one that outlives
its widget ends the process. A widget's name stays its ``accessibleName``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_ROLE = QAccessible.Role
ROLES: dict[str, QAccessible.Role] = {
    "Heading": _ROLE.Heading,
    "KeysPanel": _ROLE.Dialog,
    "Page": _ROLE.Grouping,
    "Notice": _ROLE.Grouping,
    "ContactCard": _ROLE.Grouping,
    "Choice": _ROLE.Grouping,
    "Attachment": _ROLE.Grouping,
    "ButtonWords": _ROLE.Client,  # which has no name, and is passed over
    # Qt's own ends the process when it is asked for a child that is gone, such as a scroll bar.
    "QScrollArea": _ROLE.Client,
}
"""Names of classes; a class that is derived from one of them has its role."""

SPOKEN_ROLE = "spoken_role"
"""A property of a widget that says its role itself, as a ``QAccessible.Role``."""


class SpokenRoles:
    """The factory, and the interfaces that it made: each is kept as long as its widget lives."""

    def __init__(self) -> None:
        self._made: dict[int, QAccessibleWidget] = {}

    def install(self) -> None:
        """Let Qt ask here from now on; there is no way to let it ask no more."""
        QAccessible.installFactory(self._interface)

    def _interface(self, class_name: str, asked: QObject) -> QAccessibleWidget | None:
        if not isinstance(asked, QWidget):
            return None
        own = asked.property(SPOKEN_ROLE) if class_name == type(asked).__name__ else None
        role = own if isinstance(own, QAccessible.Role) else ROLES.get(class_name)
        if role is None:
            return None
        made = QAccessibleWidget(asked, role)
        key = id(made)
        self._made[key] = made
        asked.destroyed.connect(lambda: self._made.pop(key, None))
        return made
