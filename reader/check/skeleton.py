"""A small, whole booklet to begin from, laid out in a folder of its own."""

from __future__ import annotations

import re
from contextlib import suppress
from string import Template
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.booklet.fields import is_identifier
from reader.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

YEARS_TO_REVIEW = 2

_NOT_ID = re.compile(r"[^a-z0-9]+")


class SkeletonError(Exception):
    """No booklet can be laid out; ``problem`` says why, and that nothing was changed."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    @override
    def __str__(self) -> str:
        return self.problem


def lay_out(templates: Path, folder: Path, today: date) -> None:
    """Make ``folder``, missing or empty, a booklet named and dated for ``today``.

    ``templates`` is the folder of its parts. Raises ``SkeletonError``; nothing is written over.
    """
    booklet_id = _NOT_ID.sub("-", folder.absolute().name.lower()).strip("-")
    if not is_identifier(booklet_id):
        message = (
            f"A booklet cannot be named after “{folder}”. Nothing was made. "
            "Name the folder with letters and digits."
        )
        raise SkeletonError(message)
    made: list[Path] = []
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = f"“{folder}” is there already. Nothing was changed. Name a new folder."
            raise SkeletonError(message)
        for path, text in _parts(templates, booklet_id, today):
            target = folder / path.relative_to(templates)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                made.append(target)
                file.write(text)
    except OSError as error:
        for path in made:
            with suppress(OSError):
                path.unlink()
        message = f"“{folder}” cannot be made ({error.strerror}). No booklet was made."
        raise SkeletonError(message) from None


def _parts(templates: Path, booklet_id: str, today: date) -> Iterator[tuple[Path, str]]:
    this_month = YearMonth(today.year, today.month)
    values = {
        "id": booklet_id,
        "month": str(this_month),
        "month_words": this_month.words,
        "review_due": str(YearMonth(today.year + YEARS_TO_REVIEW, today.month)),
    }
    for path in sorted(templates.rglob("*")):
        if path.is_file():
            yield path, Template(path.read_text(encoding="utf-8")).substitute(values)
