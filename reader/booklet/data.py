"""Booklets and sections as plain dictionaries and lists, ready for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.booklet.model import Booklet, Passage, Run, Runs, Section, Source

Data = dict[str, object]


def booklet_data(booklet: Booklet) -> Data:
    """Everything the model holds but the folder, which says nothing on another machine."""
    return {
        "id": booklet.id,
        "title": booklet.title,
        "summary": booklet.summary,
        "language": booklet.language,
        "edition": str(booklet.edition),
        "clinically_reviewed": booklet.is_clinically_reviewed,
        "cover": booklet.cover,
        "source": _source(booklet.source),
        "words": booklet.word_count,
        "minutes_to_read": booklet.minutes_to_read,
        "sections": [section_data(section) for section in booklet.sections],
    }


def section_data(section: Section) -> Data:
    """One section; ``gate`` is ``None`` for an open one."""
    return {
        "id": section.id,
        "title": section.title,
        "gate": section.gate.value if section.gate else None,
        "facts": list(section.facts),
        "passages": [_passage(passage) for passage in section.passages],
    }


def _source(source: Source) -> Data:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "edition": source.edition,
        "updated": str(source.updated),
        "review_due": str(source.review_due),
        "reviewers": list(source.reviewers),
    }


def _passage(passage: Passage) -> Data:
    """What the passage has; keys that would be empty are left out."""
    figure = passage.figure
    data: Data = {
        "id": passage.id,
        "kind": passage.kind.value,
        "text": passage.text,
        "runs": _runs(passage.runs),
        "level": passage.level,
        "marker": passage.marker,
        "term": _runs(passage.term),
        "cells": [_runs(cell) for cell in passage.cells],
        "header": passage.is_header,
        "callout": passage.callout.value if passage.callout else "",
        "group": passage.group,
        "figure": {
            "source": figure.source,
            "alternative": figure.alternative,
            "full_text": figure.full_text,
        }
        if figure
        else None,
    }
    return {key: value for key, value in data.items() if value or key in {"id", "kind", "text"}}


def _runs(runs: Runs) -> list[Data]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Data:
    data: Data = {
        "strong": run.strong,
        "emphasis": run.emphasis,
        "link": run.link,
        "footnote": run.footnote,
    }
    return {"text": run.text} | {key: value for key, value in data.items() if value}
