"""What goes out of the notebook and comes in: copies, files to read, and what others gave out.

The notebook belongs to the window's thread. What may take long is made into work for another one,
which touches a copy: the newest backup, or words that were read before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.notebook import recovery
from reader.notebook.carry_errors import CarryError
from reader.notebook.carrying import find_moved, move_out, read_copy
from reader.notebook.errors import EmptyTextError, NotebookError, UnknownIdError
from reader.notebook.exchange.errors import ExchangeError
from reader.notebook.exchange.forms import Form, written
from reader.notebook.exchange.layout import BookletNames
from reader.notebook.exchange.taking_in import read_file, take_in
from reader.notebook.exchange.writings import writings_of
from reader.paper.errors import PaperError
from reader.paper.kinds import SheetKind
from reader.paper.request import PaperRequest
from reader.paper.saving import save_pdf
from reader.ui.language import error_words
from reader.ui.paper_desk import NotMade
from reader.ui.recovering import look_inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.carrying import Carried, Progress
    from reader.notebook.exchange.taking_in import Report
    from reader.notebook.exchange.writings import Writings
    from reader.notebook.notebook import Notebook
    from reader.paper.options import SheetOptions
    from reader.shelf.shelf import Shelf
    from reader.ui.copy_card import CopyCard
    from reader.ui.held import Held
    from reader.ui.paper_desk import PaperDesk

EXPORTS = frozenset({".json", ".jsonld", ".html", ".htm"})
"""The endings of files that notes can come in from, beside copies of the notebook."""

MOST_UNDONE = 500
"""Each is deleted by itself, as the reader would, which takes a few milliseconds."""

TROUBLE = (CarryError, ExchangeError, NotebookError, PaperError, EmptyTextError, UnknownIdError)
"""What can go wrong; each says so in words for people."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing was changed; ``words`` say why."""

    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """What is in the file at ``path``, ready to be brought in."""

    path: Path
    writings: Writings


@dataclass(frozen=True, slots=True)
class NothingFound:
    """There is no copy in any of the places."""


@dataclass(frozen=True, slots=True)
class Written:
    """The file at ``path`` was written."""

    path: Path


@dataclass(frozen=True, slots=True)
class CameIn:
    """``report`` is what came in; ``marks`` and ``questions`` are the ids that are new here.

    ``can_be_undone``: taking those away again leaves everything as it was.
    """

    report: Report
    marks: tuple[str, ...]
    questions: tuple[str, ...]
    can_be_undone: bool


class CarryDesk:
    """Makes work of what may take long, and does the rest at once."""

    def __init__(self, held: Held, shelf: Shelf) -> None:
        self.notebook = held.notebook
        self._shelf = shelf
        self._clock, self._new_id = held.now, held.new_id

    def _now(self) -> datetime:
        return self._clock().astimezone()

    # ---- out

    def copying(self, folder: Path, progress: Progress) -> Callable[[], Carried | Failed]:
        """Work that saves a copy of all that is written now into ``folder``.

        ``progress`` is called in the thread of the work.
        """
        if self.notebook.path is None:
            made = self._moved(self.notebook, folder, progress)
            return lambda: made
        try:
            backup = self.notebook.backups.make()
        except NotebookError as error:
            failed = Failed(error_words(error))
            return lambda: failed
        return lambda: self._copied(backup, folder, progress)

    def _copied(self, backup: BackupFile, folder: Path, progress: Progress) -> Carried | Failed:
        try:
            copy = recovery.look(backup.path, now=self._now, new_id=self._new_id)
        except NotebookError as error:
            return Failed(error_words(error))
        try:
            return self._moved(copy, folder, progress)
        finally:
            copy.close()

    def _moved(self, notebook: Notebook, folder: Path, progress: Progress) -> Carried | Failed:
        try:
            return move_out(notebook, folder, self._now(), progress=progress)
        except (CarryError, NotebookError) as error:
            return Failed(error_words(error))

    def writing(self, path: Path, form: Form) -> Callable[[], Written | Failed]:
        """Work that saves all notes and questions at ``path`` in ``form``."""
        try:
            writings = writings_of(self.notebook)
        except NotebookError as error:
            failed = Failed(error_words(error))
            return lambda: failed
        entries = self._shelf.entries
        names = [BookletNames(entry.id, entry.title, entry.section_titles) for entry in entries]
        now = self._now()

        def write() -> Written | Failed:
            try:
                save_pdf(path, written(writings, form, names, now).encode())
            except PaperError as error:
                return Failed(error_words(error))
            return Written(path)

        return write

    def typesetting(
        self, path: Path, paper: PaperDesk, options: SheetOptions
    ) -> Callable[[], Written | Failed]:
        """Work that saves all marks at ``path`` as a PDF."""
        work = paper.gather(PaperRequest(SheetKind.NOTES))
        if isinstance(work, NotMade):
            failed = Failed(work.words)
            return lambda: failed

        def typeset() -> Written | Failed:
            made = paper.make(work, options)
            if isinstance(made, NotMade):
                return Failed(made.words)
            try:
                save_pdf(path, made.saved.data)
            except PaperError as error:
                return Failed(error_words(error))
            return Written(path)

        return typeset

    @property
    def has_marks(self) -> bool:
        """Whether there is anything for a PDF of notes; the questions have their own sheet."""
        try:
            return bool(self.notebook.marks.all())
        except NotebookError:
            return False

    # ---- in

    def reading(self, path: Path) -> Callable[[], Found | Failed]:
        """Work that reads the copy or the file at ``path``."""

        def read() -> Found | Failed:
            try:
                return Found(path, self._read(path))
            except TROUBLE as error:
                return Failed(error_words(error))

        return read

    def finding(self, folders: Iterable[Path]) -> Callable[[], Found | Failed | NothingFound]:
        """Work that reads the newest copy in ``folders``, if there is one."""
        places = tuple(folders)

        def find() -> Found | Failed | NothingFound:
            copies: Sequence[Carried] = [one for folder in places for one in find_moved(folder)[:1]]
            if not copies:
                return NothingFound()
            newest = max(copies, key=lambda one: one.written)
            return self.reading(newest.path)()

        return find

    def _read(self, path: Path) -> Writings:
        if path.suffix.lower() in EXPORTS:
            return read_file(path)
        copy = recovery.look(read_copy(path).path, now=self._now, new_id=self._new_id)
        try:
            return writings_of(copy)
        finally:
            copy.close()

    def bring_in(self, writings: Writings) -> CameIn:
        """Put ``writings`` beside what is here; raises what is in ``TROUBLE``, with nothing in."""
        before = writings_of(self.notebook)
        report = take_in(self.notebook, writings)
        after = writings_of(self.notebook)
        marks = {one.id for one in before.marks}
        questions = {one.id for one in before.questions}
        return CameIn(
            report,
            tuple(one.id for one in after.marks if one.id not in marks),
            tuple(one.id for one in after.questions if one.id not in questions),
            can_be_undone=0 < report.new <= MOST_UNDONE
            and not report.changed
            and len(before.appointments) == len(after.appointments),
        )

    def look_inside(self, card: CopyCard) -> None:
        """Show in ``card`` what is in its copy."""
        look_inside(card, now=self._clock, new_id=self._new_id)

    def take_out(self, came: CameIn) -> None:
        """Delete what came in, as the reader would; raises what is in ``TROUBLE``."""
        for mark in came.marks:
            self.notebook.marks.delete(mark)
        for question in came.questions:
            self.notebook.questions.delete(question)
