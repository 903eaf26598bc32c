"""Questions that others have asked, by topic: ``questions.toml`` beside the booklets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.shelf.tables import Entry, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "questions.toml"


class IdeaBy(StrEnum):
    """Who thought of a question: the charity that the booklets retell, or this project."""

    CHARITY = "charity"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a few ideas are about."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Idea:
    """A question to take over as it is or to change.

    ``section`` is where it comes from, ``"booklet#section"``, or ``""``. ``starter`` marks the
    few that are offered to somebody whose list is empty.
    """

    id: str
    text: str
    topic: str
    section: str
    by: IdeaBy
    starter: bool = False


@dataclass(frozen=True, slots=True)
class Ideas:
    """All topics and ideas, in the order in which they are offered."""

    topics: tuple[Topic, ...] = ()
    ideas: tuple[Idea, ...] = ()

    @property
    def starters(self) -> tuple[Idea, ...]:
        """The ideas for an empty list."""
        return tuple(idea for idea in self.ideas if idea.starter)

    def of(self, topic: str) -> tuple[Idea, ...]:
        """The ideas under the topic of that id."""
        return tuple(idea for idea in self.ideas if idea.topic == topic)


def read_ideas(folder: Path) -> Ideas:
    """The topics and ideas in ``folder``; none without a file. Raises ``ShelfFileError``."""
    tables = read_tables(folder / FILE, "topic", "idea")
    topics = tuple(Topic(entry.text("id"), entry.text("title")) for entry in tables["topic"])
    topic_ids = [topic.id for topic in topics]
    return Ideas(topics, tuple(_idea(entry, topic_ids) for entry in tables["idea"]))


def merged_ideas(lists: Iterable[Ideas]) -> Ideas:
    """All of them, one list after the other; of two topics or ideas of one id the first counts."""
    topics: dict[str, Topic] = {}
    ideas: dict[str, Idea] = {}
    for each in lists:
        for topic in each.topics:
            topics.setdefault(topic.id, topic)
        for idea in each.ideas:
            ideas.setdefault(idea.id, idea)
    return Ideas(tuple(topics.values()), tuple(ideas.values()))


def _idea(entry: Entry, topic_ids: list[str]) -> Idea:
    return Idea(
        id=entry.text("id"),
        text=entry.text("text"),
        topic=entry.one_of("topic", topic_ids),
        section=_section(entry),
        by=IdeaBy(entry.one_of("by", list(IdeaBy))),
        starter=entry.flag("starter"),
    )


def _section(entry: Entry) -> str:
    section = entry.optional_text("section")
    booklet, mark, part = section.partition("#")
    if section and not (booklet and mark and part):
        raise entry.error("“section” has to be written like “recurrence#questions”.")
    return section
