"""A section as a ``QTextDocument``: one text block a passage, formats from the look in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.booklet.model import Passage, PassageKind, Runs, text_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextList

    from reader.booklet.model import Section
    from reader.ui.look import Look

PASSAGE_ID = QTextFormat.Property.UserProperty + 1
CALLOUT = QTextFormat.Property.UserProperty + 2
LINE_HEIGHT = 1.6
HEADING_SCALE = {2: 1.45, 3: 1.16}
GAP_EM = 0.75
COLUMN_EM = 8.5
CALLOUT_INSET_EM = 0.9


class SectionDocument:
    """Builds the document of one section; make a new one for another look, width or section.

    ``measure_px`` is how wide the text will be: where the columns of a table would be too narrow
    for their words, its rows are set one under the other.
    """

    def __init__(self, section: Section, look: Look, measure_px: int) -> None:
        self._look = look
        self._measure_px = measure_px
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(look.text_px * 1.5)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        font = QFont(look.family)
        font.setPixelSize(look.text_px)
        self.document.setDefaultFont(font)
        self._cursor = QTextCursor(self.document)
        self._is_blank = True
        self._lists: dict[tuple[int, int, bool], QTextList] = {}
        self._fill(section)

    def _fill(self, section: Section) -> None:
        passages = list(section.passages)
        index = 0
        while index < len(passages):
            passage = passages[index]
            if passage.kind is PassageKind.TABLE_ROW:
                end = index
                while end < len(passages) and passages[end].group == passage.group:
                    end += 1
                self._table(passages[index:end])
                index = end
                continue
            self._passage(passage, is_last_of_callout=_ends_callout(passages, index))
            index += 1
        self._end()

    def _passage(self, passage: Passage, *, is_last_of_callout: bool) -> None:
        match passage.kind:
            case PassageKind.HEADING:
                self._block(passage, self._heading_format(passage.level))
                self._write(passage.runs, self._heading_text(passage.level))
            case PassageKind.PARAGRAPH | PassageKind.FOOTNOTE:
                self._block(passage, self._body_format(passage, last=is_last_of_callout))
                if passage.kind is PassageKind.FOOTNOTE:
                    self._cursor.insertText(f"{passage.marker}  ", self._text(strong=True))
                self._write(passage.runs, self._text())
            case PassageKind.LIST_ITEM:
                self._list_item(passage, last=is_last_of_callout)
            case PassageKind.DEFINITION:
                self._block(passage, self._body_format(passage, last=is_last_of_callout))
                self._write(passage.term, self._text(strong=True))
                self._cursor.insertText(": ", self._text(strong=True))
                self._write(passage.runs, self._text())
            case PassageKind.FIGURE:
                self._figure(passage)
            case PassageKind.TABLE_ROW:
                self._table([passage])
            case other:
                assert_never(other)

    # ---- formats

    def _text(self, *, strong: bool = False, scale: float = 1.0) -> QTextCharFormat:
        text = QTextCharFormat()
        text.setFontFamilies([self._look.family])
        text.setProperty(QTextFormat.Property.FontPixelSize, round(self._look.text_px * scale))
        text.setFontWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
        text.setForeground(QColor(self._look.colour("ink")))
        return text

    def _heading_text(self, level: int) -> QTextCharFormat:
        return self._text(strong=True, scale=HEADING_SCALE.get(level, 1.0))

    def _heading_format(self, level: int) -> QTextBlockFormat:
        scale = HEADING_SCALE.get(level, 1.0)
        block = self._line_format(1.3 * scale)
        px = self._look.text_px
        block.setHeadingLevel(level)
        block.setTopMargin(0 if self._is_blank else px * 0.7)
        block.setBottomMargin(px * (0.9 if level == 2 else 0.45))
        return block

    def _line_format(self, height_em: float) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLineHeight(
            round(self._look.text_px * height_em),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        return block

    def _body_format(self, passage: Passage, *, last: bool = False) -> QTextBlockFormat:
        block = self._line_format(LINE_HEIGHT)
        px = self._look.text_px
        block.setBottomMargin(px * GAP_EM)
        if passage.callout is not None:
            block.setProperty(CALLOUT, passage.group)
            block.setLeftMargin(px * CALLOUT_INSET_EM)
            block.setRightMargin(px * CALLOUT_INSET_EM)
            if last:
                block.setBottomMargin(px * (GAP_EM + CALLOUT_INSET_EM + 0.3))
        return block

    # ---- writing

    def _block(self, passage: Passage, block: QTextBlockFormat) -> None:
        block.setProperty(PASSAGE_ID, passage.id)
        if self._is_blank:
            self._cursor.setBlockFormat(block)
            self._is_blank = False
        else:
            self._cursor.insertBlock(block)

    def _write(self, runs: Runs, base: QTextCharFormat) -> None:
        for run in runs:
            text = QTextCharFormat(base)
            if run.strong or run.emphasis:
                text.setFontWeight(QFont.Weight.Bold)
            if run.link:
                text.setAnchor(True)
                text.setAnchorHref(run.link)
                text.setForeground(QColor(self._look.colour("accent")))
                text.setFontUnderline(True)
            if run.footnote:
                text.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            self._cursor.insertText(run.text, text)

    def _list_item(self, passage: Passage, *, last: bool) -> None:
        block = self._body_format(passage, last=last)
        if not last:
            block.setBottomMargin(self._look.text_px * GAP_EM * 0.6)
        if not passage.marker:
            block.setIndent(passage.level)
            self._block(passage, block)
            self._write(passage.runs, self._text())
            return
        self._block(passage, block)
        is_numbered = passage.marker[0].isdigit()
        key = (passage.group, passage.level, is_numbered)
        known = self._lists.get(key)
        for deeper in [k for k in self._lists if k[0] == key[0] and k[1] > key[1]]:
            del self._lists[deeper]
        if known is None:
            shape = QTextListFormat()
            shape.setIndent(passage.level)
            if is_numbered:
                shape.setStyle(QTextListFormat.Style.ListDecimal)
                shape.setStart(int(passage.marker.rstrip(".")))
            else:
                shape.setStyle(QTextListFormat.Style.ListDisc)
            self._lists[key] = self._cursor.createList(shape)
        else:
            known.add(self._cursor.block())
        self._write(passage.runs, self._text())

    def _figure(self, passage: Passage) -> None:
        figure = passage.figure
        if figure is None:
            return
        self._block(passage, self._body_format(passage))
        self._cursor.insertText(figure.alternative, self._text(strong=True))

    def _table(self, rows: list[Passage]) -> None:
        columns = max(len(row.cells) for row in rows)
        if self._measure_px < columns * COLUMN_EM * self._look.text_px:
            self._stacked(rows)
        else:
            self._grid(rows, columns)

    def _grid(self, rows: list[Passage], columns: int) -> None:
        table = self._cursor.insertTable(len(rows), columns, self._table_format(rows))
        for down, row in enumerate(rows):
            for across, runs in enumerate(row.cells):
                cell = table.cellAt(down, across)
                if row.is_header:
                    ground = QTextTableCellFormat()
                    ground.setBackground(QColor(self._look.colour("accent_soft")))
                    cell.setFormat(ground)
                cursor = cell.firstCursorPosition()
                block = self._line_format(1.4)
                block.setProperty(PASSAGE_ID, row.id)
                cursor.setBlockFormat(block)
                outer, self._cursor = self._cursor, cursor
                self._write(runs, self._text(strong=row.is_header))
                self._cursor = outer
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_blank = True

    def _table_format(self, rows: list[Passage]) -> QTextTableFormat:
        px = self._look.text_px
        shape = QTextTableFormat()
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(QColor(self._look.colour("control_line")))
        shape.setBorderCollapse(True)
        shape.setCellPadding(px * 0.4)
        shape.setTopMargin(px * GAP_EM)
        shape.setBottomMargin(px * GAP_EM)
        shape.setHeaderRowCount(sum(row.is_header for row in rows))
        return shape

    def _stacked(self, rows: list[Passage]) -> None:
        """A row a block: each cell on a line of its own, after the name of its column."""
        names = next((row.cells for row in rows if row.is_header), ())
        for row in rows:
            if row.is_header:
                continue
            self._block(row, self._body_format(row))
            for across, runs in enumerate(row.cells):
                if across:
                    self._cursor.insertText("\u2028", self._text())
                if across < len(names):
                    self._cursor.insertText(f"{text_of(names[across])}: ", self._text(strong=True))
                self._write(runs, self._text())

    def _end(self) -> None:
        """A thin last block: Qt leaves out the bottom margin of the last one."""
        block = QTextBlockFormat()
        block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self._is_blank:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)


def _ends_callout(passages: list[Passage], index: int) -> bool:
    passage = passages[index]
    if passage.callout is None:
        return False
    after = passages[index + 1] if index + 1 < len(passages) else None
    return after is None or after.callout is None or after.group != passage.group
