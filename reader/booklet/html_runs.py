"""Runs of text as HTML: everything escaped, links only where they can lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.booklet.model import Run, Runs


@dataclass(slots=True)
class RunsHtml:
    """Writes the runs of one section into a page that holds the sections ``included``.

    Ids of ours begin with ``p_``, ``fn_`` and ``fnref_``: no section id has an underscore.
    """

    booklet_id: str
    section_id: str
    included: frozenset[str]
    _pointed: set[str] = field(default_factory=set, init=False)

    def html(self, runs: Runs) -> str:
        """``runs`` as inline HTML."""
        return "".join(self._footnote(run) if run.footnote else self._run(run) for run in runs)

    def footnote_id(self, number: str) -> str:
        """The id of a footnote's text."""
        return f"fn_{self.section_id}_{number}"

    def reference_id(self, number: str) -> str:
        """The id of the first place that points at a footnote."""
        return f"fnref_{self.section_id}_{number}"

    def _run(self, run: Run) -> str:
        text = escape(run.text)
        if run.emphasis:
            text = f"<em>{text}</em>"
        if run.strong:
            text = f"<strong>{text}</strong>"
        target = self._target(run.link)
        return f'<a href="{escape(target)}">{text}</a>' if target else text

    def _target(self, link: str) -> str:
        """Where ``link`` leads from this page; ``""`` when what it points at is not on it."""
        if link.startswith("https://"):
            return link
        booklet, _, section = link.partition("#")
        is_here = booklet in {"", self.booklet_id} and section in self.included
        return f"#{section}" if is_here else ""

    def _footnote(self, run: Run) -> str:
        number = escape(run.footnote)
        is_first = run.footnote not in self._pointed
        self._pointed.add(run.footnote)
        own_id = f' id="{self.reference_id(number)}"' if is_first else ""
        target = f"#{self.footnote_id(number)}"
        return f'<sup{own_id}><a href="{target}" role="doc-noteref">{number}</a></sup>'
