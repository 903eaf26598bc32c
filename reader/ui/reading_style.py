"""How the text of booklets is set: typeface, room between lines, letters and words, measure."""

from __future__ import annotations

from dataclasses import dataclass

USUAL = "usual"

LINE_EM = {USUAL: 1.6, "wide": 1.9, "widest": 2.3}
LETTER_EM = {USUAL: 0.0, "wide": 0.06, "widest": 0.12}
WORD_EM = {USUAL: 0.0, "wide": 0.16, "widest": 0.32}
"""The second steps are what WCAG 2.2 asks a text to bear (1.4.12), or more."""

MEASURE_EM = {"narrow": 22.0, USUAL: 33.0, "full": 1000.0}
"""Width of the text: about 50 letters of this font, about 75, or all there is."""


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """Choices by name; the lengths that follow are in ems, heights of the text.

    ``font`` is ``"hyperlegible"``, ``"sans"`` or ``"serif"``; see ``fonts.reading_families``.
    """

    font: str = "hyperlegible"
    line_spacing: str = USUAL
    letter_spacing: str = USUAL
    word_spacing: str = USUAL
    measure: str = USUAL

    @property
    def line_em(self) -> float:
        """From one line of text to the next."""
        return LINE_EM[self.line_spacing]

    @property
    def letter_em(self) -> float:
        """What is put between letters, over what the typeface has there."""
        return LETTER_EM[self.letter_spacing]

    @property
    def word_em(self) -> float:
        """What is put between words, over a space."""
        return WORD_EM[self.word_spacing]

    @property
    def measure_em(self) -> float:
        """The longest line; wider letters and words get more of it, so that as many fit."""
        return MEASURE_EM[self.measure] * (1 + self.letter_em + self.word_em / 6)
