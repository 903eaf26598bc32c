"""From starting the program to its window: one reader at a time, and its notebook opened or found.

The pages need a notebook, so the window with them is built when there is one: where it was lost,
that is after the reader has chosen what to do about it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from reader.app import Desk
from reader.notebook.errors import (
    NotebookError,
    NotebookNewerError,
    NotebookReadOnlyError,
    NotebookUnavailableError,
)
from reader.notebook.notebook import Notebook
from reader.notebook.opening import Lost, Newer, Opened, Refused, open_notebook
from reader.settings import SettingsNotSavedError, load_settings, save_settings
from reader.ui.collecting import Collecting
from reader.ui.first_paint import AfterFirstPaint
from reader.ui.held import Held, Keeping
from reader.ui.language import error_words, translate
from reader.ui.single_instance import Call, First, Handed, Unheard, be_one, meeting_place
from reader.ui.translations import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.paths import Paths
    from reader.ui.plain_window import PlainWindow
    from reader.ui.recovering import Recovering

NO_ANSWER = (
    "Booklet Reader is open already, but does not answer. Nothing is lost. Close its window, or "
    "restart the computer, and then start it again."
)
ACTIVATION = "XDG_ACTIVATION_TOKEN"
WRONG = 2


class Start(QObject):
    """What is on the screen: the window, or before it what became of the notebook."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        content: Sequence[Path],
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._app = app
        self._paths = paths
        self._content = content
        self._now, self._new_id = now, new_id
        self._place = ("", "")
        self.desk: Desk | None = None
        self.recovering: Recovering | None = None
        self.before: PlainWindow | None = None

    @property
    def window(self) -> QWidget | None:
        """What is shown."""
        return self.desk.window if self.desk is not None else self.before

    def open(self, booklet: str, section: str) -> None:
        """Show the window at a section, or ask first what is to be done about the notebook."""
        self._place = (booklet, section)
        outcome = open_notebook(self._paths.notebook, now=self._now, new_id=self._new_id)
        if isinstance(outcome, Lost):
            self._ask(outcome)
        else:
            self._begin(hold(outcome, now=self._now, new_id=self._new_id))

    def answer(self, call: Call) -> None:
        """Somebody started the program again: come to the front, at the place they asked for."""
        if self.desk is None:
            self._place = (call.booklet, call.section) if call.booklet else self._place
        elif call.booklet:
            self.desk.go(call.booklet, call.section)
        if self.window is not None:
            if call.token.isascii() and call.token.isprintable() and call.token:
                os.environ[ACTIVATION] = call.token  # Qt takes it from there, and takes it away
            come_to_front(self.window)

    def _begin(self, held: Held) -> None:
        # the time of day where the reader is: review dates go by it
        now = self._now().astimezone()
        self.desk = Desk(self._app, self._paths, self._content, held, now=now)
        self._app.setWindowIcon(self.desk.looks.icons.app_icon())
        window = self.desk.window
        AfterFirstPaint(window, lambda: _end_calmly(self._app, window))
        self.desk.open(*self._place)

    # ---- the notebook was lost

    def _ask(self, lost: Lost) -> None:
        from reader.shelf.lists import Lists
        from reader.ui.look_choices import LookChoices
        from reader.ui.plain_window import PlainWindow
        from reader.ui.recovering import Recovering
        from reader.ui.system_look import SystemLook

        settings = load_settings(self._paths.settings)
        choices = LookChoices(self._paths.resources, settings, SystemLook(self._app, self))
        template = self._paths.resources / "themes" / "style.qss"
        contacts = Lists(self._paths.content, self._content).contacts
        self.recovering = Recovering(choices.looks, lost, now=self._now, new_id=self._new_id)
        self.before = PlainWindow(
            self._app,
            choices.looks,
            self.recovering.screen,
            title=self.recovering.screen.accessibleName(),
            template=template.read_text(encoding="utf-8"),
            contact=next((one for one in contacts if one.primary), None),
        )
        self._choices = choices
        choices.chosen.connect(self._keep_size)
        self.recovering.recovered.connect(self._go_on)
        self.recovering.left.connect(self.before.close)
        self._app.setWindowIcon(choices.looks.icons.app_icon())
        self.before.show()
        self.recovering.screen.arrive()

    def _keep_size(self) -> None:
        """The window that comes next is as large as this one was made."""
        settings = self._choices.kept_in(load_settings(self._paths.settings))
        try:
            save_settings(self._paths.settings, settings)
        except SettingsNotSavedError:
            return  # it is larger now, and that is what was asked for

    def _go_on(self, notebook: Notebook) -> None:
        self._begin(Held(notebook, self._now, self._new_id))
        if self.before is not None:
            self.before.close()  # after the other is up, or the program would end


def hold(
    outcome: Opened | Newer | Refused, *, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Held:
    """The notebook to go on with, and whether what is written in it is kept."""
    match outcome:
        case Opened(notebook):
            return Held(notebook, now, new_id)
        case Newer(path, version, known):
            return _looked_at(NotebookNewerError(path, version, known), now, new_id)
        case Refused(NotebookReadOnlyError() | NotebookUnavailableError() as error):
            return _looked_at(error, now, new_id)
        case Refused(error):
            return _in_memory(error, now, new_id)
        case _:
            assert_never(outcome)


def _looked_at(
    error: NotebookError, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Held:
    """What can be read is shown, so that nobody takes it for lost; else there is an empty one."""
    from reader.notebook.recovery import look

    if error.path is not None:
        with suppress(NotebookError):
            notebook = look(error.path, now=now, new_id=new_id, for_pages=True)
            return Held(notebook, now, new_id, Keeping.ONLY_LOOKED_AT, error_words(error))
    return _in_memory(error, now, new_id)


def _in_memory(
    error: NotebookError, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Held:
    told = translate(
        "Start",
        "{why} You can read and print. What you write now is kept only until you close this "
        "window.",
    ).format(why=error_words(error))
    notebook = Notebook.open(None, now=now, new_id=new_id)
    return Held(notebook, now, new_id, Keeping.UNTIL_CLOSED, told)


def come_to_front(window: QWidget) -> None:
    """Show ``window`` over the others; the system may only mark it in its list instead."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def now_here() -> datetime:
    """What the clock of this computer says."""
    return datetime.now(UTC)


def new_id() -> str:
    """A name that nothing else has."""
    from uuid import uuid4  # slow, and not needed before the first page

    return uuid4().hex


def _end_calmly(app: QApplication, window: QWidget) -> None:
    from reader.ui.endings import end_calmly
    from reader.ui.window import Window

    if isinstance(window, Window):
        end_calmly(app, window)


def run(
    *,
    paths: Paths,
    content: Sequence[Path],
    booklet: str,
    section: str,
    environ: Mapping[str, str],
    tell: Callable[[str], object],
) -> int:
    """Open the window and stay until it is closed; the exit status is Qt's.

    Where a reader of the same folder is open already, it is shown instead, and the status is 0; 2
    when it does not answer, which ``tell`` is told.
    """
    app = QApplication([sys.argv[0]])
    Collecting(app)
    app.setApplicationName("booklet-reader")
    app.setApplicationDisplayName("Booklet Reader")
    asked = load_settings(paths.settings).language
    speak(app, paths.resources / "translations", asked, QLocale.system())
    call = Call(booklet, section, environ.get(ACTIVATION, ""))
    found = be_one(meeting_place(paths.data, environ), call)
    match found:
        case Handed():
            return 0
        case Unheard():
            tell(NO_ANSWER)
            return WRONG
        case First(instance):
            start = Start(app, paths, content, now=now_here, new_id=new_id)
            instance.called.connect(start.answer)
            start.open(booklet, section)
            try:
                return app.exec()
            finally:
                instance.close()
        case _:
            assert_never(found)
