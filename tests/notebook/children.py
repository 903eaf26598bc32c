"""Other processes for tests: a second program, one that is killed, one with few permissions."""

from __future__ import annotations

import subprocess
import sys

from tests.children import ROOT, printed

PRELUDE = """
from __future__ import annotations
import os, sys, uuid
from datetime import UTC, datetime
from pathlib import Path
from reader.notebook.errors import *
from reader.notebook.model import *
from reader.notebook.notebook import Notebook
def open_notebook(path):
    return Notebook.open(
        Path(path), now=lambda: datetime.now(UTC), new_id=lambda: uuid.uuid4().hex
    )
place = Place("recurrence", "2026-11", "why", "p1")
"""

# Root may write everywhere by two capabilities (1 and 2 of capabilities(7)); what is started
# without them in the bounding set (24 of prctl(2)) meets permissions as everybody does.
_AS_ANYBODY = """
import ctypes, os, sys
if os.geteuid() == 0:
    system = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2):
        if system.prctl(24, capability, 0, 0, 0):
            sys.exit(os.strerror(ctypes.get_errno()))
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""


def command(code: str, *arguments: object, as_anybody: bool = False) -> list[str]:
    """How to run ``code`` after ``PRELUDE``, ``as_anybody`` without the powers of root."""
    before = ["-c", _AS_ANYBODY] if as_anybody else ["-c"]
    return [sys.executable, *before, PRELUDE + code, *(str(one) for one in arguments)]


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start ``code``; talk with it by lines."""
    return subprocess.Popen(
        command(code, *arguments),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run(code: str, *arguments: object, as_anybody: bool = False) -> list[str]:
    """The lines that ``code`` prints; fails when it fails."""
    return printed(command(code, *arguments, as_anybody=as_anybody))
