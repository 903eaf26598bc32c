"""``python -m tests.demo FOLDER``: numbered pictures and PDFs of the whole job.

Exit status 1 and one line that names the step when a step does not do what it shows.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from tests.demo import asking, finding, printing, reading
from tests.demo.story import Story
from tests.ui.fingers import Fingers
from tests.ui.stage import offscreen_app, stage, watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.demo.story import Step
    from tests.ui.stage import Problems

STEPS: tuple[Step, ...] = (*reading.STEPS, *asking.STEPS, *finding.STEPS, *printing.STEPS)


class StepError(Exception):
    """A step did not do what it shows; ``number`` counts from 1."""

    def __init__(self, number: int, step: Step, why: Exception, also: str) -> None:
        said = " ".join(str(why).split()) or extract_tb(why.__traceback__)[-1].line
        said = f"{said} ({also})" if also else said
        super().__init__(f"Step {number:02}, {step.name}: not so that {step.told}: {said}")


def tell(story: Story, problems: Problems) -> None:
    """Do every step, see that it is so, and take a picture; raises ``StepError``."""
    for number, step in enumerate(STEPS, start=1):
        width = story.person.window.width()
        try:
            step.do(story)
            Fingers.rest()
            problems.check()
            assert story.person.window.width() == width, "the window became wider"
        except Exception as error:
            picture(story, f"{number:02}-{step.name}-failed.png")
            raise StepError(number, step, error, problems.taken()) from error
        picture(story, f"{number:02}-{step.name}.png")
        sys.stdout.write(f"{number:02} {step.told}\n")


def picture(story: Story, name: str) -> None:
    """The window as it is now."""
    if not story.person.window.grab().save(str(story.out / name)):
        raise OSError(name)


def main(arguments: Sequence[str]) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.demo", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures and PDFs go")
    out: Path = parser.parse_args(arguments).folder.absolute()
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]-*.png"), *out.glob("*.pdf")):
        old.unlink()
    app = offscreen_app()
    with watched(app) as problems, stage(app) as opened:
        try:
            tell(Story(opened, opened.open(), out), problems)
        except StepError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
