"""How the text of a section looks: letters, lines, tables, in the look in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.ui.reading_style import LINE_EM, USUAL

if TYPE_CHECKING:
    from reader.booklet.model import Passage
    from reader.ui.look import Look

GAP_EM = 0.75
HEADING_SCALE = {2: 1.45, 3: 1.16}


def letters(look: Look, *, strong: bool = False, scale: float = 1.0) -> QTextCharFormat:
    """Letters ``scale`` times as large as those of the text."""
    text = QTextCharFormat()
    px = round(look.text_px * scale)
    text.setFontFamilies([look.text_family])
    text.setProperty(QTextFormat.Property.FontPixelSize, px)
    if look.reading.letter_em:
        text.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        text.setFontLetterSpacing(look.reading.letter_em * px)
    if look.reading.word_em:
        text.setFontWordSpacing(look.reading.word_em * px)
    text.setFontWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    text.setForeground(QColor(look.colour("ink")))
    return text


def lines(look: Look, height_em: float) -> QTextBlockFormat:
    """Lines of a fixed height: a proportional one counts from the font's own, which is no round.

    ``height_em`` is their height at the usual line spacing.
    """
    block = QTextBlockFormat()
    height_em *= look.reading.line_em / LINE_EM[USUAL]
    block.setLineHeight(
        round(look.text_px * height_em), QTextBlockFormat.LineHeightTypes.FixedHeight.value
    )
    return block


def heading_lines(look: Look, level: int, *, is_first: bool) -> QTextBlockFormat:
    """Lines of a heading, nearer to what follows than to what went before."""
    block = lines(look, 1.3 * HEADING_SCALE.get(level, 1.0))
    px = look.text_px
    block.setHeadingLevel(level)
    block.setTopMargin(0 if is_first else px * 0.7)
    block.setBottomMargin(px * (0.9 if level == 2 else 0.45))
    return block


def picture_line(look: Look) -> QTextBlockFormat:
    """The line a picture stands on: any other height would be multiplied by the picture's own."""
    block = QTextBlockFormat()
    block.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    block.setTopMargin(look.text_px * 0.3)
    block.setBottomMargin(look.text_px * GAP_EM)
    return block


def table_shape(look: Look, header_rows: int) -> QTextTableFormat:
    """A table as wide as the text, with thin lines between its cells."""
    px = look.text_px
    shape = QTextTableFormat()
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setBorder(1)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor(look.colour("control_line")))
    shape.setBorderCollapse(True)
    shape.setCellPadding(px * 0.4)
    shape.setTopMargin(px * GAP_EM)
    shape.setBottomMargin(px * GAP_EM)
    shape.setHeaderRowCount(header_rows)
    return shape


def header_cell(look: Look) -> QTextTableCellFormat:
    """The ground of a cell in the head of a table."""
    ground = QTextTableCellFormat()
    ground.setBackground(QColor(look.colour("accent_soft")))
    return ground


def ends_callout(passages: list[Passage], index: int) -> bool:
    """Whether the passage at ``index`` is the last of its callout."""
    passage = passages[index]
    if passage.callout is None:
        return False
    after = passages[index + 1] if index + 1 < len(passages) else None
    return after is None or after.callout is None or after.group != passage.group
