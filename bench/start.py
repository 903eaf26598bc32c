"""How long the first page takes, beside a bare window that shows the same words.

Both are started in turn, so that whatever else the machine does meets both. Prints the medians in
milliseconds and their ratio.
"""

from __future__ import annotations

import argparse
import html
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
CHILD = Path(__file__).with_name("first_paint.py")
SCREEN = REPOSITORY / "tests" / "ui" / "screen.json"
WARM_UPS = 2
PAIRS = 15
AIM = 1.6
PATIENCE_SECONDS = 60


class Starter:
    """Starts one or the other; what Python compiles is kept in ``compiled``, as if installed."""

    def __init__(self, compiled: Path) -> None:
        inherited = {
            name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        }
        self._env = inherited | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}",
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONPYCACHEPREFIX": str(compiled),
        }

    def start(self, *what: str | Path) -> float:
        """Milliseconds to the first paint."""
        begun = time.monotonic()
        ran = subprocess.run(
            [sys.executable, CHILD, str(begun), *what],
            env=self._env,
            stdout=subprocess.PIPE,
            check=True,
            timeout=PATIENCE_SECONDS,
        )
        return float(ran.stdout) * 1000


def measure(pairs: int) -> tuple[list[float], list[float]]:
    """Milliseconds of ``pairs`` starts of the bare window and of the reader."""
    bare, reader = [], []
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name:
        data, words = Path(name, "data"), Path(name, "words")
        data.mkdir()
        (data / "settings.json").write_text('{"size_chosen": true}', encoding="utf-8")
        start = Starter(Path(name, "compiled")).start
        start("reader", data, words)
        lines = words.read_text(encoding="utf-8").splitlines()
        page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        for number in range(-WARM_UPS, pairs):
            taken = start("bare", page), start("reader", data)
            if number >= 0:
                bare.append(taken[0])
                reader.append(taken[1])
    return bare, reader


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS, help="how many starts of each")
    bare, reader = measure(parser.parse_args().pairs)
    for name, taken in (("bare window", bare), ("Booklet Reader", reader)):
        middle = statistics.median(taken)
        print(f"{name:16}{middle:6.0f} ms   ({min(taken):.0f} to {max(taken):.0f})")
    ratio = statistics.median(reader) / statistics.median(bare)
    print(f"{'ratio':16}{ratio:6.2f}      (aim: {AIM} or less; {len(bare)} starts of each)")


if __name__ == "__main__":
    main()
