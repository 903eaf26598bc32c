"""A section as a ``QTextDocument``: one text block a passage, formats from the look in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextListFormat,
    QTextOption,
)

from reader.booklet.model import CELL_GAP, Passage, PassageKind, text_of
from reader.shelf.term_places import parts_of
from reader.ui.reading_style import LINE_EM, USUAL
from reader.ui.section_formats import (
    GAP_EM,
    HEADING_SCALE,
    ends_callout,
    header_cell,
    heading_lines,
    letters,
    lines,
    picture_line,
    table_shape,
)
from reader.ui.term_spans import TermSpan, cut_at, explained

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage, QTextList

    from reader.booklet.model import Run, Section
    from reader.shelf.term_places import TermPlace
    from reader.ui.look import Look

PASSAGE_ID = QTextFormat.Property.UserProperty + 1
CALLOUT = QTextFormat.Property.UserProperty + 2
TEXT_START = QTextFormat.Property.UserProperty + 3
"""Where in the passage's text a block begins; not set where their letters differ."""

COLUMN_EM = 8.5
CALLOUT_INSET_EM = 0.9


class SectionDocument:
    """Builds the document of one section; make a new one for another look, width or section.

    ``measure_px`` is how wide the text will be: where the columns of a table would be too narrow
    for their words, its rows are set one under the other. ``draw`` gives the picture of a figure's
    source, or ``None``. ``places`` are the words to mark as explained; where they came to stand is
    in ``spans``.
    """

    def __init__(
        self,
        section: Section,
        look: Look,
        measure_px: int,
        *,
        draw: Callable[[str], QImage | None],
        places: Sequence[TermPlace] = (),
    ) -> None:
        self._look = look
        self._measure_px = measure_px
        self._draw = draw
        self._places = places
        self.spans: list[TermSpan] = []
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(look.text_px * 1.5)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        font = QFont(look.text_family)
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
            self._passage(passage, is_last_of_callout=ends_callout(passages, index))
            index += 1
        self._end()

    def _passage(self, passage: Passage, *, is_last_of_callout: bool) -> None:
        match passage.kind:
            case PassageKind.HEADING:
                shape = heading_lines(self._look, passage.level, is_first=self._is_blank)
                self._block(passage, shape)
                scale = HEADING_SCALE.get(passage.level, 1.0)
                self._write(passage, 0, letters(self._look, strong=True, scale=scale))
            case PassageKind.PARAGRAPH | PassageKind.FOOTNOTE:
                mark = f"{passage.marker}  " if passage.kind is PassageKind.FOOTNOTE else ""
                shape = self._body_format(passage, last=is_last_of_callout)
                self._block(passage, shape, start=-len(mark))
                self._cursor.insertText(mark, self._text(strong=True))
                self._write(passage, 0, self._text())
            case PassageKind.LIST_ITEM:
                self._list_item(passage, last=is_last_of_callout)
            case PassageKind.DEFINITION:
                self._block(passage, self._body_format(passage, last=is_last_of_callout))
                if passage.term:
                    self._write(passage, 0, self._text(strong=True))
                    self._cursor.insertText(": ", self._text(strong=True))
                self._write(passage, 1, self._text())
            case PassageKind.FIGURE:
                self._figure(passage)
            case PassageKind.TABLE_ROW:
                self._table([passage])
            case other:
                assert_never(other)

    # ---- formats

    def _text(self, *, strong: bool = False) -> QTextCharFormat:
        return letters(self._look, strong=strong)

    def _body_format(self, passage: Passage, *, last: bool = False) -> QTextBlockFormat:
        block = lines(self._look, LINE_EM[USUAL])
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

    def _block(self, passage: Passage, block: QTextBlockFormat, *, start: int = 0) -> None:
        block.setProperty(PASSAGE_ID, passage.id)
        is_as_written = passage.kind not in (PassageKind.FIGURE, PassageKind.TABLE_ROW)
        if is_as_written and not any(run.footnote for run in passage.term + passage.runs):
            block.setProperty(TEXT_START, start)
        if self._is_blank:
            self._cursor.setBlockFormat(block)
            self._is_blank = False
        else:
            # The letters are those of a bullet, which would else be as large as a heading before.
            self._cursor.insertBlock(block, self._text())

    def _write(self, passage: Passage, part: int, base: QTextCharFormat) -> None:
        """Write one part of ``passage`` (see ``parts_of``), with the words marked in ``places``."""
        places = [one for one in self._places if (one.passage, one.part) == (passage.id, part)]
        at = 0
        for run in parts_of(passage)[part]:
            text = self._run_format(run, base)
            if run.footnote:
                self._cursor.insertText(run.text, text)
                continue
            for words, place in cut_at(places, run.text, at):
                if place is None:
                    self._cursor.insertText(words, text)
                else:
                    span = TermSpan(self._cursor.position(), len(words), place.term.id)
                    self.spans.append(span)
                    self._cursor.insertText(words, explained(text, span.term))
            at += len(run.text)

    def _run_format(self, run: Run, base: QTextCharFormat) -> QTextCharFormat:
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
        return text

    def _list_item(self, passage: Passage, *, last: bool) -> None:
        block = self._body_format(passage, last=last)
        if not last:
            block.setBottomMargin(self._look.text_px * GAP_EM * 0.6)
        if not passage.marker:
            block.setIndent(passage.level)
            self._block(passage, block)
            self._write(passage, 0, self._text())
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
        self._write(passage, 0, self._text())

    def _figure(self, passage: Passage) -> None:
        figure = passage.figure
        if figure is None:
            return
        image = self._draw(figure.source)
        if image is None:
            self._block(passage, self._body_format(passage))
            self._cursor.insertText(figure.alternative, self._text(strong=True))
            return
        self._block(passage, picture_line(self._look))
        name = f"figure:{passage.id}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        shape = QTextImageFormat()
        shape.setName(name)
        shape.setWidth(image.deviceIndependentSize().width())
        shape.setHeight(image.deviceIndependentSize().height())
        shape.setProperty(QTextFormat.Property.ImageAltText, figure.alternative)
        self._cursor.insertImage(shape)

    def _table(self, rows: list[Passage]) -> None:
        columns = max(len(row.cells) for row in rows)
        if self._measure_px < columns * COLUMN_EM * self._look.text_px:
            self._stacked(rows)
        else:
            self._grid(rows, columns)

    def _grid(self, rows: list[Passage], columns: int) -> None:
        shape = table_shape(self._look, sum(row.is_header for row in rows))
        table = self._cursor.insertTable(len(rows), columns, shape)
        for down, row in enumerate(rows):
            start = 0
            for across in range(len(row.cells)):
                cell = table.cellAt(down, across)
                if row.is_header:
                    cell.setFormat(header_cell(self._look))
                cursor = cell.firstCursorPosition()
                block = lines(self._look, 1.4)
                block.setProperty(PASSAGE_ID, row.id)
                if not any(run.footnote for cell_runs in row.cells for run in cell_runs):
                    block.setProperty(TEXT_START, start)
                start += len(text_of(row.cells[across])) + len(CELL_GAP)
                cursor.setBlockFormat(block)
                outer, self._cursor = self._cursor, cursor
                self._write(row, across, self._text(strong=row.is_header))
                self._cursor = outer
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_blank = True

    def _stacked(self, rows: list[Passage]) -> None:
        """A row a block: each cell on a line of its own, after the name of its column."""
        names = next((row.cells for row in rows if row.is_header), ())
        for row in rows:
            if row.is_header:
                continue
            self._block(row, self._body_format(row))
            for across in range(len(row.cells)):
                if across:
                    self._cursor.insertText("\u2028", self._text())
                if across < len(names):
                    self._cursor.insertText(f"{text_of(names[across])}: ", self._text(strong=True))
                self._write(row, across, self._text())

    def _end(self) -> None:
        """A thin last block: Qt leaves out the bottom margin of the last one."""
        block = QTextBlockFormat()
        block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self._is_blank:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
