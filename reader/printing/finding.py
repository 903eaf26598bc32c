"""Where the printing system of this machine listens, and who it takes us for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader.printing.service import PrintService

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

USUAL_SOCKETS = (
    Path("/run/cups/cups.sock"),
    Path("/var/run/cups/cups.sock"),
    Path("/private/var/run/cupsd"),
)
"""Of Debian and its kin, of others, and of macOS."""


def find_service(
    environ: Mapping[str, str], usual: Sequence[Path] = USUAL_SOCKETS
) -> PrintService | None:
    """The CUPS server here; ``None`` when there is none, as on Windows.

    ``CUPS_SERVER`` names another socket. One that names another computer is not for us to talk to:
    then there is none, and printing goes by way of Qt.
    """
    named = environ.get("CUPS_SERVER", "")
    if named and not named.startswith("/"):
        return None
    places = [Path(named)] if named else usual
    socket = next((place for place in places if _is_socket(place)), None)
    return PrintService(socket, account_name()) if socket is not None else None


def account_name() -> str:
    """The name of the account that runs the program; the server checks that it is so."""
    try:
        import pwd
    except ImportError:  # Windows, which has no such server either
        return ""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def _is_socket(place: Path) -> bool:
    try:
        return place.is_socket()
    except OSError:
        return False
