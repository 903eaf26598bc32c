"""Writings for tests, fixed ones and any that hypothesis can think of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from reader.notebook.exchange.layout import BookletNames
from reader.notebook.exchange.writings import Writings
from reader.notebook.model import Answered, Appointment, Mark, MarkKind, Place, Question
from reader.notebook.notebook import Notebook
from tests.notebook.making import START, Clock, Ids

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LATER = START + timedelta(minutes=5)

WHY = Place("tea", "2026-11", "why", "0a1b", 0, 0, "Tea warms you.", "Why tea\n", "\nIt is wet.")
WORDS = Place("tea", "2026-11", "why", "0a1b", 4, 14, "warms you.", "Tea ", "\nIt is wet.")
AWAY = Place("milk", "2025-01", "what", "ffff-2", 0, 0, "Milk is white.")

NAMES = (
    BookletNames("coffee", "About coffee", (("beans", "Beans"),)),
    BookletNames("tea", "About tea", (("why", "Why tea"), ("how", "How to make it"))),
)

SAMPLE = Writings(
    (
        Mark("m1", MarkKind.BOOKMARK, WHY, "", START, START),
        Mark("m2", MarkKind.HIGHLIGHT, WORDS, "", START, START),
        Mark("m3", MarkKind.NOTE, AWAY, "Ask Anna.\n\n1. *Milk* <first>?", START, LATER),
    ),
    (
        Appointment("a1", "First visit", "in May", START),
        Appointment("a2", "Second opinion", "Thursday 3 December, 2.30pm", LATER),
    ),
    (
        Question("q1", "a1", "Why me?", None, "Nobody knows.", Answered.PARTLY, START, LATER),
        Question("q2", "a2", "Why me?", None, "", Answered.NOT_YET, START, LATER, "", "q1"),
        Question("q3", "a2", "What of this?", WHY, "", Answered.NOT_YET, LATER, LATER, "why-tea"),
    ),
)

texts = st.text(max_size=40)
"""Any text that Python can hold, half a surrogate pair and NUL included."""
ids = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)

places = st.builds(
    lambda place, start, length: place
    if start is None
    else Place(
        place.booklet, place.edition, place.section, place.passage, start, start + length,
        place.quote, place.prefix, place.suffix,
    ),
    st.builds(
        Place, texts, texts, texts, texts, st.just(0), st.just(0), texts, texts, texts
    ),
    st.none() | st.integers(0, 500),
    st.integers(1, 500),
)  # fmt: skip

Step = tuple[str, str, Place | None, str]
steps = st.lists(
    st.tuples(
        st.sampled_from(["bookmark", "highlight", "note", "ask", "answer", "next", "delete"]),
        texts,
        st.none() | places,
        texts,
    ),
    max_size=12,
)
"""What a reader does, one after the other."""


def new_notebook(clock: Clock | None = None) -> Notebook:
    return Notebook.open(None, now=clock or Clock(), new_id=Ids())


def live(notebook: Notebook, done: list[Step], clock: Clock) -> None:
    """Do all of ``done`` in ``notebook``; what it refuses is left out."""
    for what, text, place, more in done:
        clock.pass_by(1)
        _do(notebook, what, f"{text}.", place, more)


def _do(notebook: Notebook, what: str, text: str, place: Place | None, more: str) -> None:
    questions, marks = notebook.questions, notebook.marks
    if what == "ask":
        questions.add(text, place)
    elif what == "next":
        notebook.appointments.start_next(text, more)
    elif what == "answer":
        for question in questions.all()[-1:]:
            questions.answer(question.id, more, list(Answered)[len(more) % 4])
    elif what == "delete":
        for mark in marks.all()[-1:]:
            marks.delete(mark.id)
    elif place is not None:
        kind = MarkKind(what)
        marks.add(kind, place, text if kind is MarkKind.NOTE else "")
