"""Questions to take over: topics, ideas, and where they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.shelf.errors import ShelfFileError
from reader.shelf.ideas import Idea, IdeaBy, Ideas, Topic, read_ideas
from reader.shelf.shelf import Shelf

CONTENT = Path(__file__).parents[2] / "content"
WHOLE = """
[[topic]]
id = "choices"
title = "My choices"

[[topic]]
id = "life"
title = "Daily life"

[[idea]]
id = "why"
text = "Why this treatment?"
topic = "choices"
section = "recurrence#questions"
by = "charity"
starter = true

[[idea]]
id = "work"
text = "Can I work?"
topic = "life"
by = "ours"
"""


def write(folder: Path, text: str) -> Path:
    (folder / "questions.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_file_is_no_ideas(tmp_path: Path) -> None:
    assert read_ideas(tmp_path) == Ideas()


def test_topics_and_ideas_are_read_in_order(tmp_path: Path) -> None:
    ideas = read_ideas(write(tmp_path, WHOLE))

    why = Idea(
        "why", "Why this treatment?", "choices", "recurrence#questions", IdeaBy.CHARITY, True
    )
    work = Idea("work", "Can I work?", "life", "", IdeaBy.OURS)
    assert ideas.topics == (Topic("choices", "My choices"), Topic("life", "Daily life"))
    assert ideas.ideas == (why, work)
    assert ideas.starters == (why,)
    assert ideas.of("life") == (work,)
    assert ideas.of("nothing") == ()


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('topic = "life"', 'topic = "lief"', "has to be one of: choices, life"),
        ('by = "ours"', 'by = "nobody"', "has to be one of: charity, ours"),
        ('section = "recurrence#questions"', 'section = "recurrence"', "written like"),
        ('section = "recurrence#questions"', 'section = "#questions"', "written like"),
        ('section = "recurrence#questions"', 'section = "recurrence#"', "written like"),
        ("starter = true", 'starter = "yes"', "true or false"),
        ('text = "Can I work?"', "", "“text” is missing"),
        ('id = "work"', 'id = "why"', "used twice"),
        ('title = "My choices"', "", "“title” is missing"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, was: str, becomes: str, problem: str) -> None:
    assert was in WHOLE

    with pytest.raises(ShelfFileError, match=problem):
        read_ideas(write(tmp_path, WHOLE.replace(was, becomes)))


def test_the_ideas_that_come_with_the_program_point_at_sections_that_are_there() -> None:
    ideas = read_ideas(CONTENT)
    sections = {
        f"{entry.id}#{section}"
        for entry in Shelf.open([CONTENT]).entries
        for section, _ in entry.section_titles
    }

    assert ideas.starters
    assert {idea.section for idea in ideas.ideas if idea.section} <= sections
    assert all(ideas.of(topic.id) for topic in ideas.topics)
