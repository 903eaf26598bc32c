"""Everything that can be done to a notebook, in any order, beside a plain model of it.

``make test`` runs a few hundred steps; ``NOTEBOOK_STEPS`` of the environment says how many times as
many. What fails is printed as the shortest list of steps that fails.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reader.notebook import recovery
from reader.notebook.contents import contents_of_file
from reader.notebook.marks import Marks
from reader.notebook.model import Answered, MarkKind
from reader.notebook.opening import Opened, open_notebook
from reader.notebook.versions import KEPT
from tests.notebook.making import Clock, Ids, place

if TYPE_CHECKING:
    from reader.notebook.notebook import Notebook

TIMES = int(os.environ.get("NOTEBOOK_STEPS", "1"))
EXAMPLES, STEPS = 12 * TIMES, 30

WORDS = st.text(st.sampled_from("abc déß🙂\n.?"), min_size=1, max_size=24).filter(
    lambda text: text.strip() != ""
)
LINES = WORDS.map(lambda text: " ".join(text.split()))
SPANS = st.sampled_from([1, 6 * 60, 3 * 24 * 60, 6 * 24 * 60])
"""Minutes to let go by: within a spell of writing, after it, days."""


@dataclass
class Plain:
    """What a notebook is to its reader: texts, an order, and what was deleted when."""

    marks: dict[str, tuple[MarkKind, str, str]] = field(default_factory=dict)
    questions: dict[str, tuple[str, str, Answered]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    gone_marks: dict[str, tuple[MarkKind, str, str]] = field(default_factory=dict)
    gone_questions: dict[str, tuple[tuple[str, str, Answered], int]] = field(default_factory=dict)
    until: dict[str, int] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    elapsed: int = 0
    clock: object = None
    drafts: dict[str, str] = field(default_factory=dict)


class Machine(RuleBasedStateMachine):
    """A notebook in a file, and ``Plain`` beside it."""

    marks = Bundle("marks")
    questions = Bundle("questions")
    gone = Bundle("gone")
    backups = Bundle("backups")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="notebook-machine-"))
        self.path = self.folder / "data" / "notebook.sqlite"
        self.clock, self.ids = Clock(), Ids()
        self.plain = Plain()
        self.copies: dict[int, Plain] = {}
        self.notebook = self._opened()

    def _opened(self) -> Notebook:
        outcome = open_notebook(self.path, now=self.clock, new_id=self.ids)
        assert isinstance(outcome, Opened), outcome
        return outcome.notebook

    def teardown(self) -> None:
        if hasattr(self, "notebook"):
            self.notebook.close()
            shutil.rmtree(self.folder)

    # ---- writing

    @rule(target=marks, kind=st.sampled_from(MarkKind), spot=st.integers(0, 5), text=WORDS)
    def mark(self, kind: MarkKind, spot: int, text: str) -> object:
        text = text if kind is MarkKind.NOTE else ""
        made = self.notebook.marks.add(kind, place(f"p{spot}"), text)
        same = [
            found
            for found, (other, where, _text) in self.plain.marks.items()
            if kind is not MarkKind.NOTE and (other, where) == (kind, f"p{spot}")
        ]
        if same:
            assert made.id in same
            return multiple()
        self.plain.marks[made.id] = (kind, f"p{spot}", text)
        return made.id

    @rule(target=questions, text=LINES)
    def ask(self, text: str) -> str:
        made = self.notebook.questions.add(text)
        self.plain.questions[made.id] = (text, "", Answered.NOT_YET)
        self.plain.order.append(made.id)
        return made.id

    @rule(found=marks, text=WORDS)
    def rewrite(self, found: str, text: str) -> None:
        if found not in self.plain.marks or self.plain.marks[found][0] is not MarkKind.NOTE:
            return
        kind, where, before = self.plain.marks[found]
        self.notebook.marks.change_text(found, text)
        self.plain.marks[found] = (kind, where, text)
        self._said(found, before)

    @rule(found=questions, text=LINES)
    def reword(self, found: str, text: str) -> None:
        if found not in self.plain.questions:
            return
        before, answer, answered = self.plain.questions[found]
        self.notebook.questions.change_text(found, text)
        self.plain.questions[found] = (text, answer, answered)
        self._said(found, before)

    @rule(found=questions, text=st.one_of(st.just(""), WORDS), answered=st.sampled_from(Answered))
    def answer(self, found: str, text: str, answered: Answered) -> None:
        if found not in self.plain.questions:
            return
        question, before, _answered = self.plain.questions[found]
        self.notebook.questions.answer(found, text, answered)
        self.plain.questions[found] = (question, text, answered)
        self._said(found, before)

    def _said(self, found: str, before: str) -> None:
        self.plain.said.setdefault(found, []).append(before)

    @rule(found=questions, to=st.integers(-1, 6))
    def move(self, found: str, to: int) -> None:
        if found not in self.plain.questions:
            return
        self.notebook.questions.move(found, to)
        self.plain.order.remove(found)
        self.plain.order.insert(max(to, 0), found)

    @rule(name=st.sampled_from(["note", "question"]), text=st.one_of(st.just(""), WORDS))
    def draft(self, name: str, text: str) -> None:
        self.notebook.drafts.keep(name, text)
        self.plain.drafts[name] = text

    # ---- taking away and bringing back

    @rule(target=gone, found=st.one_of(marks, questions))
    def delete(self, found: str) -> object:
        if found in self.plain.marks:
            self.notebook.marks.delete(found)
            self.plain.gone_marks[found] = self.plain.marks.pop(found)
        elif found in self.plain.questions:
            self.notebook.questions.delete(found)
            index = self.plain.order.index(found)
            self.plain.gone_questions[found] = (self.plain.questions.pop(found), index)
            self.plain.order.remove(found)
        else:
            return multiple()
        self.plain.until[found] = self.plain.elapsed + 30 * 24 * 60 * 60
        return found

    @rule(found=gone)
    def undo(self, found: str) -> None:
        if found in self.plain.gone_marks:
            kind, where, text = self.plain.gone_marks[found]
            self.notebook.deleted.restore(found)
            taken = any(one[:2] == (kind, where) for one in self.plain.marks.values())
            if kind is MarkKind.NOTE or not taken:
                self.plain.marks[found] = (kind, where, text)
                del self.plain.gone_marks[found]
        elif found in self.plain.gone_questions:
            self.notebook.deleted.restore(found)
            self.plain.questions[found], index = self.plain.gone_questions.pop(found)
            self.plain.order.insert(index, found)

    @rule(found=st.one_of(marks, questions), which=st.integers(0, KEPT))
    def go_back(self, found: str, which: int) -> None:
        if found in self.plain.marks and self.plain.marks[found][0] is MarkKind.NOTE:
            versions = self.notebook.marks.versions(found)
            if which < len(versions):
                kind, where, before = self.plain.marks[found]
                self.notebook.marks.go_back(found, versions[which].number)
                self.plain.marks[found] = (kind, where, versions[which].text)
                self._said(found, before)
        elif found in self.plain.questions:
            versions = self.notebook.questions.versions(found)
            if which < len(versions):
                text, answer, answered = self.plain.questions[found]
                version = versions[which]
                self.notebook.questions.go_back(found, version.number)
                if version.part == "answer":
                    self._said(found, answer)
                    answer = version.text
                else:
                    self._said(found, text)
                    text = version.text
                self.plain.questions[found] = (text, answer, answered)

    @rule(found=consumes(gone))
    def delete_for_ever(self, found: str) -> None:
        if found not in self.plain.gone_marks and found not in self.plain.gone_questions:
            return
        assert self.notebook.erasing.delete_for_ever(found)
        self._forget(self.plain, found)
        for copy in self.copies.values():
            self._forget(copy, found)
            copy.marks.pop(found, None)
            if copy.questions.pop(found, None) is not None:
                copy.order.remove(found)
        self._backed_up()

    @staticmethod
    def _forget(plain: Plain, found: str) -> None:
        plain.gone_marks.pop(found, None)
        plain.gone_questions.pop(found, None)
        plain.said.pop(found, None)

    @precondition(lambda self: len(self.plain.marks) + len(self.plain.questions) > 4)
    @rule()
    def delete_everything(self) -> None:
        assert self.notebook.erasing.delete_everything()
        self.plain, self.copies = Plain(), {}

    # ---- time, copies and restarts

    @rule(minutes=SPANS)
    def time_goes_by(self, minutes: int) -> None:
        self.clock.pass_by(minutes)

    @rule(years=st.sampled_from([-56, 74]))
    def the_clock_is_wrong_for_a_moment(self, years: int) -> None:
        right = self.clock.now
        self.clock.now = right + timedelta(days=365 * years)
        self.keep_house()
        self.clock.now = right

    @rule()
    def keep_house(self) -> None:
        done = self.notebook.housekeeping.at_start()
        assert done.trouble is None
        newest = max((file.number for file in self.notebook.backups.all()), default=0)
        if newest > max(self.copies, default=0):  # also one that finished a deleting for ever
            self._backed_up()
        elif done.backup is not None:
            raise AssertionError(done)
        self._look_at_the_clock()
        due = [
            found
            for found in (*self.plain.gone_marks, *self.plain.gone_questions)
            if self.plain.until[found] <= self.plain.elapsed
        ]
        assert done.purged == len(due)
        for found in due:
            self._forget(self.plain, found)

    def _look_at_the_clock(self) -> None:
        before, self.plain.clock = self.plain.clock, self.clock.now
        if before is not None:
            step = self.clock.now - before  # type: ignore[operator]
            if timedelta(0) < step <= timedelta(days=366):
                self.plain.elapsed += int(min(step, timedelta(days=7)).total_seconds())

    @rule()
    def back_up(self) -> None:
        self.notebook.backups.make()
        self._backed_up()

    def _backed_up(self) -> None:
        """Remember what the newest backup holds, and forget those that were dropped."""
        files = {file.number: file for file in self.notebook.backups.all()}
        self.copies[max(files)] = deepcopy(self.plain)
        self.copies = {number: self.copies[number] for number in files}

    @rule()
    def restart(self) -> None:
        self.notebook.close()
        self.notebook = self._opened()

    @rule()
    def power_cut(self) -> None:
        """What is in the files goes on elsewhere, as it is."""
        other = self.folder / self.ids()
        shutil.copytree(self.path.parent, other, ignore=shutil.ignore_patterns("*-lock"))
        self.notebook.close()
        shutil.rmtree(self.path.parent)
        other.rename(self.path.parent)
        self.notebook = self._opened()

    @rule(which=st.integers(0, 20))
    def restore(self, which: int) -> None:
        files = self.notebook.backups.all()
        if which >= len(files):
            return
        assert contents_of_file(files[which].path).damaged == 0
        self.notebook.close()
        self.notebook = recovery.restore(self.path, files[which], now=self.clock, new_id=self.ids)
        self.plain = deepcopy(self.copies[files[which].number])
        assert not self.notebook.backups.is_rotating

    @rule()
    def agree(self) -> None:
        self.notebook.backups.rotate_again()

    # ---- what must hold at any time

    @invariant()
    def is_as_the_model_says(self) -> None:
        if not hasattr(self, "notebook"):
            return
        marks = {
            mark.id: (mark.kind, mark.place.passage, mark.text)
            for mark in self.notebook.marks.all()
        }
        assert marks == self.plain.marks
        questions = self.notebook.questions.all()
        assert [one.id for one in questions] == self.plain.order
        assert {
            one.id: (one.text, one.answer, one.answered) for one in questions
        } == self.plain.questions
        assert {one.item.id for one in self.notebook.deleted.all()} == {
            *self.plain.gone_marks,
            *self.plain.gone_questions,
        }
        for name in ("note", "question"):
            assert self.notebook.drafts.of(name) == self.plain.drafts.get(name, "")
        assert all(one.is_whole for one in (*self.notebook.marks.all(), *questions))

    @invariant()
    def versions_are_what_was_said(self) -> None:
        if not hasattr(self, "notebook"):
            return
        for found in self.plain.marks:
            texts = [one.text for one in self.notebook.marks.versions(found)]
            assert len(texts) <= KEPT
            assert set(texts) <= set(self.plain.said.get(found, ()))

    @invariant()
    def finds_what_is_there(self) -> None:
        if not hasattr(self, "notebook"):
            return
        hits = {hit.id for hit in self.notebook.search("asleep", 99)}
        assert hits == set(self.plain.marks)

    @invariant()
    def no_newest_good_backup_is_lost(self) -> None:
        if hasattr(self, "notebook"):
            assert {file.number for file in self.notebook.backups.all()} == set(self.copies)


Machine.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class TestMachine(Machine.TestCase):  # type: ignore[name-defined,misc]
    """pytest finds it by its name."""


def test_the_machine_notices_a_lost_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook that forgets a change now and then must not get through."""
    kept = Marks.delete

    def forget(marks: Marks, found: str) -> None:
        if not found.endswith(("1", "4", "7")):
            kept(marks, found)

    monkeypatch.setattr(Marks, "delete", forget)
    quickly = settings(
        Machine.TestCase.settings,
        max_examples=100,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        derandomize=True,
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Machine, settings=quickly)
