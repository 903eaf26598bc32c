"""Words and a template in, a tagged PDF out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from reader.paper.errors import FontsMissingError, TypesettingError
from reader.paper.fonts import BOLD, FAMILY, REGULAR
from reader.paper.glyphs import clean, read_coverage
from reader.paper.pdf import Pdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import typst

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_STANDARD: Final = "ua-1"
_TIMESTAMP = 0
"""No sheet says when it was made, so that the same words give the same bytes."""

_MOST_TRIES = 8
_NOT_DISPLAYED = re.compile(r"the text `?\"?(.+?)\"?`? could not be displayed", re.DOTALL)
_PAGES = re.compile(rb"<</Type/Pages/Count (\d+)")
"""The root of the page tree, which the typesetter writes before all else."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a figure; ``format`` is ``"svg"`` or ``"png"``."""

    format: str
    data: bytes


class Press:
    """Sets sheets from the templates in one folder with the letters in another.

    The letters are read once, at the first sheet. One press may be used from several threads.
    """

    def __init__(self, templates: Path, fonts: Path) -> None:
        self._templates = templates
        self._folder = fonts

    def typeset(
        self, template: str, data: Mapping[str, Json], pictures: Iterable[Picture] = ()
    ) -> Pdf:
        """The sheet ``template`` (a file name) with the words in ``data``.

        Words are never read as markup. Pictures are found by their number in ``pictures``.
        Raises ``FontsMissingError`` and ``TypesettingError``.
        """
        drawn = json.dumps([[picture.format, list(picture.data)] for picture in pictures])
        coverage = self.coverage
        for _ in range(_MOST_TRIES):
            words, replaced = clean_data(dict(data), coverage)
            words["has-replaced"] = bool(replaced)
            try:
                made = self._compiled(template, {"doc": json.dumps(words), "pictures": drawn})
            except (RuntimeError, OSError, ValueError) as error:
                missing = _NOT_DISPLAYED.search(str(error))
                if missing is None or coverage.isdisjoint(map(ord, missing[1])):
                    raise TypesettingError(template, str(error)) from error
                coverage -= set(map(ord, missing[1]))
                continue
            return Pdf(made, _page_count(made), replaced)
        raise TypesettingError(template, "too many letters could not be printed")

    def fitted(self, template: str, data: Mapping[str, Json]) -> Pdf:
        """As ``typeset``, and set closer where that saves a page; raises the same errors."""
        pdf = self.typeset(template, data)
        if pdf.pages == 1:
            return pdf
        compact = self.typeset(template, {**data, "is-compact": True})
        return compact if compact.pages < pdf.pages else pdf

    def impose(self, template: str, data: Mapping[str, Json], pages: bytes) -> bytes:
        """The pages of a PDF set anew on other paper, as pictures of themselves: without tags.

        The words in ``data`` are ours. Raises ``FontsMissingError`` and ``TypesettingError``.
        """
        inputs = {"doc": json.dumps(data), "pages": json.dumps(list(pages))}
        try:
            return self._compiled(template, inputs, is_tagged=False)
        except (RuntimeError, OSError, ValueError) as error:
            raise TypesettingError(template, str(error)) from error

    @cached_property
    def coverage(self) -> frozenset[int]:
        """The code points that regular and bold letters have; raises ``FontsMissingError``."""
        try:
            return read_coverage(self._folder / REGULAR) & read_coverage(self._folder / BOLD)
        except (OSError, ValueError) as error:
            raise FontsMissingError(self._folder) from error

    @cached_property
    def _fonts(self) -> typst.Fonts:
        import typst  # 11 ms, needed by nobody who only reads

        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(self._folder)],
        )
        if FAMILY not in fonts.families():
            raise FontsMissingError(self._folder)
        return fonts

    def _compiled(self, template: str, inputs: dict[str, str], *, is_tagged: bool = True) -> bytes:
        import typst

        return typst.compile(
            str(self._templates / template),
            root=str(self._templates),
            font_paths=self._fonts,
            sys_inputs=inputs,
            pdf_standards=[_STANDARD] if is_tagged else [],
            timestamp=_TIMESTAMP,
        )


def clean_data(
    data: dict[str, Json], coverage: frozenset[int]
) -> tuple[dict[str, Json], tuple[str, ...]]:
    """``data`` with every word made printable, and the characters that had to be replaced."""
    replaced: dict[str, None] = {}

    def cleaned(value: Json) -> Json:
        if isinstance(value, str):
            found = clean(value, coverage)
            replaced.update(dict.fromkeys(found.replaced))
            return found.text
        if isinstance(value, list):
            return [cleaned(item) for item in value]
        if isinstance(value, dict):
            return {key: cleaned(item) for key, item in value.items()}
        return value

    return {key: cleaned(value) for key, value in data.items()}, tuple(replaced)


def _page_count(pdf: bytes) -> int:
    found = _PAGES.search(pdf)
    return int(found[1]) if found else 0
