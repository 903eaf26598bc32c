"""``python -m tests.mutation FOLDER [MODULE ...]``: how many mutants the tests notice.

Exit status 1 when they notice too few of any module. What they did not notice is in the folder, a
file for each module.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.mutation.modules import MODULES
from tests.mutation.score import UNNOTICED, Score, are_enough, is_same_sql, read_score, table

ROOT = Path(__file__).parents[2]
COPIED = ("reader", "content", "resources", "tests")
MUTMUT = Path(sys.executable).with_name("mutmut")
FIGURES = Path("mutants", "mutmut-cicd-stats.json")

# The notebook knows nothing of Qt, so its tests need no plugin but the one that is here.
SETTINGS = """\
[tool.pytest.ini_options]
filterwarnings = ["error"]

[tool.mutmut]
source_paths = ["reader"]
only_mutate = ["reader/notebook/{module}.py"]
also_copy = ["content", "resources"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "tests.mutation.plugin"]
timeout_multiplier = 6.0
use_git_change_detection = false
"""

# To start mutmut for each of them would take a second or more every time.
SHOW = """
import sys
from mutmut.__main__ import cli
for name in sys.argv[1:]:
    cli(["show", name], standalone_mode=False)
"""
ABOVE_EACH = "# reader.notebook."


class Bench:
    """A copy of the project in ``folder``, where one module after the other is mutated."""

    def __init__(self, folder: Path, *, processes: int) -> None:
        self._folder = folder.resolve()
        self._copy = self._folder / "copy"
        self._processes = processes

    def set_up(self) -> None:
        """Copy what the tests need; what an earlier run left is removed."""
        shutil.rmtree(self._copy, ignore_errors=True)
        for name in COPIED:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, self._copy / name, ignore=ignored)

    def try_out(self, module: str) -> Score:
        """Mutate a module of the notebook and run its tests on each mutant.

        Raises:
            CalledProcessError: The tests fail on what was not mutated, or mutmut went wrong.
            UnfinishedRunError: It was ended before its time.
        """
        shutil.rmtree(self._copy / "mutants", ignore_errors=True)
        tests = [f"tests/notebook/test_{name}.py" for name in MODULES[module]]
        settings = SETTINGS.format(module=module, tests=tests)
        (self._copy / "pyproject.toml").write_text(settings, encoding="utf-8")
        self._mutmut("run", "--max-children", str(self._processes), log=module)
        self._mutmut("export-cicd-stats")
        unnoticed = self._unnoticed()
        real = [shown for shown in unnoticed if not is_same_sql(shown)]
        (self._folder / f"{module}.diff").write_text("\n".join(real), encoding="utf-8")
        return read_score(self._copy / FIGURES, equivalent=len(unnoticed) - len(real))

    def _unnoticed(self) -> list[str]:
        """What each mutant changed that no test noticed."""
        lines = [line.strip().partition(": ") for line in self._mutmut("results").splitlines()]
        names = [name for name, _, how in lines if how in UNNOTICED]
        shown = self._run(sys.executable, "-c", SHOW, *names).split(ABOVE_EACH)
        return [ABOVE_EACH + one for one in shown[1:]]

    def _mutmut(self, *words: str, log: str = "") -> str:
        return self._run(str(MUTMUT), *words, log=log)

    def _run(self, *words: str, log: str = "") -> str:
        environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        done = subprocess.run(
            words,
            cwd=self._copy,
            env=environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if log:
            (self._folder / f"{log}.log").write_text(done.stdout, encoding="utf-8")
        if done.returncode:
            sys.stderr.write(done.stdout)
            done.check_returncode()
        return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the copy and what was found go")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="only these")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_intermixed_args()
    unknown = set(asked.modules) - set(MODULES)
    if unknown:
        parser.error(f"not a module that is mutated: {', '.join(sorted(unknown))}")
    bench = Bench(asked.folder, processes=asked.processes)
    bench.set_up()
    scores: dict[str, Score] = {}
    for module in asked.modules or MODULES:
        began = time.monotonic()
        scores[module] = bench.try_out(module)
        took = time.monotonic() - began
        print(f"{table({module: scores[module]}).splitlines()[0]}  {took:5.0f} s", flush=True)  # noqa: T201
    print(f"\n{table(scores)}")  # noqa: T201
    return 0 if are_enough(scores) else 1


if __name__ == "__main__":
    sys.exit(main())
