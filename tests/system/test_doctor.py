"""``doctor`` as it is typed on this machine, with no screen: it asks the real things."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.system.running import environment

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.system


def test_it_answers_without_a_screen(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--data", str(tmp_path / "data"), "doctor", "--json"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    found = {each["topic"]: each for each in json.loads(done.stdout)["findings"]}
    assert "Traceback" not in done.stderr
    assert "could not be looked at" not in done.stdout
    assert found["screen"]["screen"] is False
    assert found["fonts"]["state"] == "good"
    assert set(found["booklets"]["booklets"]) >= {"recurrence", "surgery"}
    assert isinstance(found["voices"]["voices"], list)
    assert isinstance(found["printers"]["printers"], list)
    assert done.returncode in (0, 1)
    assert not (tmp_path / "data" / "notebook.sqlite").exists()
