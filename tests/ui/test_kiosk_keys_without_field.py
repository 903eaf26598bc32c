"""The keys on a kiosk's screen stay a moment longer than the field that they type into."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtWidgets import QPlainTextEdit

from reader.ui.kiosk_keyboard import KioskKeyboard
from reader.ui.kiosk_keys import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.ui.look import Looks


@pytest.mark.parametrize("page", [Act.LETTERS, Act.NUMBERS, Act.BEGINNINGS])
def test_no_key_minds_that_its_field_has_gone(
    looks: Looks, dressed: Callable[[QWidget], QWidget], page: Act
) -> None:
    keys = KioskKeyboard(looks)
    dressed(keys)
    field = QPlainTextEdit()
    keys.type_into(field)
    shiboken6.delete(field)
    keys.show_page(page)
    for button, _ in list(chain.from_iterable(keys.keys)):
        button.click()
