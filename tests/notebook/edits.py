"""New editions of real booklets, made by chance from a seed, and what became of each passage."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.booklet.dates import YearMonth
from reader.booklet.model import Passage, PassageKind, Run
from reader.booklet.passage_id import PassageIds

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from reader.booklet.model import Booklet


class EditKind(StrEnum):
    """What an editor did to a passage."""

    TOUCHED = "touched"  # a word or a comma
    REWORDED = "reworded"  # about a quarter of the words
    REWRITTEN = "rewritten"  # about two words in five
    EXTENDED = "extended"  # a sentence more
    MOVED = "moved"  # to another section, as it is
    MOVED_AND_REWORDED = "moved and reworded"
    SPLIT = "split"
    MERGED = "merged"
    DELETED = "deleted"
    REPLACED = "replaced"  # by words about something else


FOUND = frozenset(EditKind) - {EditKind.DELETED, EditKind.REPLACED}
"""After these a reader would say that the passage is still there."""

_SYNONYMS = {
    "doctor": "consultant", "doctors": "consultants", "may": "might", "can": "could",
    "cancer": "disease", "treatment": "therapy", "treatments": "therapies", "ask": "enquire of",
    "help": "support", "often": "frequently", "some": "certain", "many": "a lot of",
    "means": "says", "people": "women", "before": "ahead of", "after": "following",
    "start": "begin", "team": "staff", "nurse": "specialist nurse", "hospital": "clinic",
    "given": "offered", "called": "known as", "shows": "suggests", "months": "weeks",
    "years": "decades", "second": "further", "opinion": "view", "operation": "procedure",
    "surgery": "an operation", "choose": "decide", "want": "wish", "new": "recent",
    "most": "nearly all", "and": "as well as", "but": "yet", "if": "when", "so": "therefore",
    "also": "too", "about": "around", "not": "never", "your": "one’s", "you": "a person",
    "is": "remains", "are": "will be", "the": "this", "a": "one", "has": "holds", "have": "get",
}  # fmt: skip
_EXTRA = ("really", "usually", "sometimes", "in general", "as a rule", "now", "perhaps", "however")
_SENTENCES = (
    "This was checked again this year.",
    "Your own hospital may do this in another way.",
    "Write down what you hear, or take somebody along.",
    "The figures are from women treated in four countries.",
)
_STRANGE = (
    "Parking at the hospital costs two pounds an hour; ask at the desk for a permit.",
    "Porridge, soup and soft fruit are easy to eat when your mouth is sore.",
    "The library on the ground floor lends large-print novels from Monday to Friday.",
    "Buses stop outside the main door every ten minutes until eight in the evening.",
    "A volunteer brings tea round the ward at eleven and again at four.",
    "Wigs can be tried on in a private room, and the charity lends them free of charge.",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done to the passage that was the ``origin``-th of its booklet."""

    kind: EditKind
    origin: int


@dataclass(frozen=True, slots=True)
class _Item:
    """A passage of the new edition, and the old ones that its words come from."""

    passage: Passage
    origins: frozenset[int]


@dataclass(frozen=True, slots=True)
class NewEdition:
    """``heirs`` are, for each old passage, the (section, passage id) of those made from it."""

    booklet: Booklet
    edits: tuple[Edit, ...]
    heirs: dict[int, frozenset[tuple[str, str]]]


def new_edition(booklet: Booklet, chance: random.Random, count: int) -> NewEdition:
    """``booklet`` with ``count`` passages edited, never two beside each other."""
    sections, number = [], 0
    for section in booklet.sections:
        items = []
        for passage in section.passages:
            items.append(_Item(passage, frozenset({number})))
            number += 1
        sections.append(items)
    edits = []
    for origin in _apart(booklet, chance, count):
        kind = chance.choice(list(EditKind))
        if _apply(kind, origin, sections, chance):
            edits.append(Edit(kind, origin))
    return _finished(booklet, sections, edits)


def _apart(booklet: Booklet, chance: random.Random, count: int) -> list[int]:
    passages = [passage for section in booklet.sections for passage in section.passages]
    able = [
        at
        for at, passage in enumerate(passages)
        if passage.kind in (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM) and passage.runs
    ]
    chosen: list[int] = []
    for at in chance.sample(able, len(able)):
        if all(abs(at - other) > 2 for other in chosen):
            chosen.append(at)
    return chosen[:count]


def _apply(kind: EditKind, origin: int, sections: list[list[_Item]], chance: random.Random) -> bool:
    """Edit in place; whether that could be done to this passage."""
    items, at = next(
        (items, at) for items in sections for at, item in enumerate(items) if origin in item.origins
    )
    item = items[at]
    words = item.passage.text.split()
    match kind:
        case EditKind.DELETED:
            del items[at]
        case EditKind.REPLACED:
            items[at] = _Item(_saying(item.passage, chance.choice(_STRANGE)), frozenset())
        case EditKind.MOVED | EditKind.MOVED_AND_REWORDED:
            del items[at]
            other = chance.choice([one for one in sections if one is not items])
            moved = item.passage
            if kind is EditKind.MOVED_AND_REWORDED:
                if len(words) < 8:
                    items.insert(at, item)
                    return False
                moved = _saying(moved, reworded(moved.text, chance, 0.15))
            other.insert(chance.randint(1, len(other)), replace(item, passage=moved))
        case EditKind.SPLIT:
            return _split(items, at, chance)
        case EditKind.MERGED:
            if at + 1 >= len(items) or not items[at + 1].passage.runs or at == 0:
                return False
            following = items.pop(at + 1)
            text = f"{item.passage.text} {following.passage.text}"
            items[at] = _Item(_saying(item.passage, text), item.origins | following.origins)
        case _:
            return _reword(kind, items, at, chance)
    return True


def _reword(kind: EditKind, items: list[_Item], at: int, chance: random.Random) -> bool:
    item = items[at]
    text = item.passage.text
    if kind is EditKind.EXTENDED:
        new = f"{text} {chance.choice(_SENTENCES)}"
    elif kind is EditKind.TOUCHED:
        new = reworded(text, chance, 0.0)
    elif len(text.split()) < 6:
        return False
    else:
        new = reworded(text, chance, 0.25 if kind is EditKind.REWORDED else 0.4)
    if new == text:
        return False
    items[at] = replace(item, passage=_saying(item.passage, new))
    return True


def _split(items: list[_Item], at: int, chance: random.Random) -> bool:
    item = items[at]
    words = item.passage.text.split()
    if len(words) < 12:
        return False
    cut = chance.randint(5, len(words) - 5)
    pieces = (" ".join(words[:cut]), " ".join(words[cut:]))
    items[at : at + 1] = [replace(item, passage=_saying(item.passage, text)) for text in pieces]
    return True


def reworded(text: str, chance: random.Random, share: float) -> str:
    """``text`` with about ``share`` of its words changed, and one at least."""
    words = text.split()
    wanted = max(1, round(len(words) * share))
    for at in chance.sample(range(len(words)), wanted):
        words[at] = _changed(words[at], chance)
    return " ".join(word for word in words if word)


def _changed(word: str, chance: random.Random) -> str:
    core = re.sub(r"\W", "", word).casefold()
    if core in _SYNONYMS and chance.random() < 0.8:
        return re.sub(r"\w[\w’]*", _SYNONYMS[core], word, count=1)
    if core.isdigit():
        return word.replace(core, str(int(core) + chance.randint(1, 9)))
    ways: Sequence[Callable[[], str]] = (
        lambda: "",
        lambda: f"{chance.choice(_EXTRA)} {word}",
        lambda: f"{word},",
    )
    return chance.choice(ways)()


def _saying(passage: Passage, text: str) -> Passage:
    return replace(passage, runs=(Run(text),))


def _finished(booklet: Booklet, sections: list[list[_Item]], edits: list[Edit]) -> NewEdition:
    ids = PassageIds()
    heirs: dict[int, set[tuple[str, str]]] = {}
    made = []
    for section, items in zip(booklet.sections, sections, strict=True):
        passages = []
        for item in items:
            passage = replace(item.passage, id=ids.give(item.passage.text))
            passages.append(passage)
            for origin in item.origins:
                heirs.setdefault(origin, set()).add((section.id, passage.id))
        made.append(replace(section, passages=tuple(passages)))
    edition = YearMonth(booklet.edition.year + 1, booklet.edition.month)
    return NewEdition(
        replace(booklet, sections=tuple(made), edition=edition),
        tuple(edits),
        {origin: frozenset(found) for origin, found in heirs.items()},
    )


def some_words(text: str, chance: random.Random) -> tuple[int, int]:
    """Start and end of three to eight words of ``text``, fewer where it has fewer."""
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    length = min(len(spans), chance.randint(3, 8))
    first = chance.randint(0, len(spans) - length)
    return spans[first][0], spans[first + length - 1][1]


def share_kept(old: str, new: str) -> float:
    """How many pairs of words of ``old`` stand in ``new`` too, from 0 to 1."""
    pairs = list(pairwise(old.casefold().split())) or [(old, old)]
    there = set(pairwise(new.casefold().split()))
    return sum(pair in there for pair in pairs) / len(pairs)
