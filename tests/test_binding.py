"""The binding must lose no references: PySide6 6.12.0 does, and with Python 3.11 ends by it."""

from __future__ import annotations

import subprocess
import sys

import pytest

TIMES = 20_000

EMITS = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal()

bell = Bell()

def call():
    bell.rung.emit()
"""

VOID_CALLS = """
from PySide6.QtCore import QObject

thing = QObject()

def call():
    thing.setObjectName("thing")
"""

# What a binding with the fault does, done on purpose: this is what the tests must see.
LOSES_NONE = """
import ctypes

lose = ctypes.pythonapi.Py_DecRef
lose.argtypes = [ctypes.py_object]
lose.restype = None

def call():
    lose(None)
"""

MANY_TIMES = """
import sys

before = sys.getrefcount(None), sys.getrefcount(True)
for _ in range(int(sys.argv[1])):
    call()
after = sys.getrefcount(None), sys.getrefcount(True)
print(max(abs(new - old) for new, old in zip(after, before)))
"""


def run(setup: str, times: int) -> subprocess.CompletedProcess[str]:
    """A child process, since what is tested ends the process that it happens in.

    Prints how many references to ``None`` or ``True`` were lost or won in so many calls.
    """
    return subprocess.run(
        [sys.executable, "-c", setup + MANY_TIMES, str(times)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("setup", [EMITS, VOID_CALLS], ids=["emits", "void calls"])
def test_many_calls_lose_no_reference(setup: str) -> None:
    ran = run(setup, TIMES)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert int(ran.stdout) < TIMES // 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
class TestTheFaultWouldBeSeen:
    def test_a_few_calls_are_counted(self) -> None:
        ran = run(LOSES_NONE, TIMES // 100)
        assert int(ran.stdout) >= TIMES // 100

    def test_many_end_the_process(self) -> None:
        ran = run(LOSES_NONE, TIMES)
        assert ran.returncode != 0
        assert "none_dealloc" in ran.stderr
