"""``@override`` for Python 3.11, whose ``typing`` has none; a package would cost start-up time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import override as override
else:

    def override(method):  # noqa: ANN001, ANN201 - the type checker reads the branch above
        """Mark ``method`` as overriding one of a base class."""
        return method
