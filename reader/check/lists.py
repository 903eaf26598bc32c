"""The lists beside the booklets: glossary, questions and contacts."""

from __future__ import annotations

import re
import tomllib
from itertools import groupby
from typing import TYPE_CHECKING

from reader.check.finding import Rule
from reader.check.reading_ease import SENTENCE_WORDS
from reader.check.sentences import sentences, words
from reader.shelf.glossary import TermFinder
from reader.shelf.spoken_forms import PHONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.check.draft import Draft, ListFile
    from reader.check.finding import Finding
    from reader.shelf.glossary import Term
    from reader.shelf.ideas import Idea

MEANING_SENTENCES = 2
MOST_STARTERS = 6

_KEYS = {
    "term": {"id", "name", "forms", "meaning", "kind"},
    "contact": {"id", "name", "what_for", "phone", "hours", "cost", "primary"},
    "topic": {"id", "title"},
    "say": {"id", "written", "said"},
    "idea": {"id", "text", "topic", "section", "by", "starter"},
}
_PHONE = re.compile(r"\+?\d[\d ]{1,18}\d")


def check_keys(draft: Draft) -> Iterator[Finding]:
    """Keys that mean nothing: a slip of the pen that would be lost in silence."""
    for file in (
        draft.glossary_file,
        draft.contacts_file,
        draft.ideas_file,
        draft.pronunciation_file,
    ):
        for name, table in _tables(file):
            for key in table.keys() - _KEYS.get(name, table.keys()):
                place = (name, str(table.get("id")))
                mend = f"use {', '.join(sorted(_KEYS[name]))}"
                yield file.finding(place, Rule.LIST, f"The key “{key}” is not known", mend)


def _tables(file: ListFile) -> Iterator[tuple[str, dict[str, object]]]:
    try:
        found = tomllib.loads(file.path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return  # said when the list was read, or there is none
    for name, tables in found.items():
        if isinstance(tables, list):
            yield from ((name, table) for table in tables if isinstance(table, dict))


def check_glossary(draft: Draft) -> Iterator[Finding]:
    """Terms that nobody meets, forms that are given twice, and meanings that are hard."""
    file, met = draft.glossary_file, _terms_met(draft)
    given: dict[str, str] = {}
    for term in draft.terms:
        if term.id not in met and draft.is_whole:
            what = f"No booklet here says “{term.name}”"
            mend = "take the term out, or add the form in which it is said"
            yield file.finding(("term", term.id), Rule.GLOSSARY, what, mend)
        for form in term.forms:
            first = given.get(form.casefold())
            if first is not None:
                what = f"The form “{form}” stands in “{first}” already"
                yield file.finding(("term", term.id), Rule.GLOSSARY, what, "keep one of the two")
            given.setdefault(form.casefold(), term.id)
        yield from _meaning_problems(file, term)


def _meaning_problems(file: ListFile, term: Term) -> Iterator[Finding]:
    place, said = ("term", term.id), sentences(term.meaning)
    if len(said) > MEANING_SENTENCES:
        what = f"The meaning has {len(said)} sentences"
        yield file.finding(place, Rule.GLOSSARY, what, f"use {MEANING_SENTENCES} at most")
    for sentence in said:
        count = len(words(sentence))
        if count > SENTENCE_WORDS:
            what, mend = f"A sentence has {count} words", f"split it: {SENTENCE_WORDS} at most"
            yield file.finding(place, Rule.LONG_SENTENCE, what, mend)


def _terms_met(draft: Draft) -> set[str]:
    finder = TermFinder(draft.terms)
    texts = (each.passage.text for booklet in draft.booklets for each in booklet.passages())
    return {found.term.id for text in texts for found in finder.occurrences(text)}


def check_questions(draft: Draft) -> Iterator[Finding]:
    """Ideas that are tied to no section, said twice or no questions; topics without any."""
    file, ideas = draft.ideas_file, draft.ideas
    said: dict[str, str] = {}
    for idea in ideas.ideas:
        for what, mend in _idea_problems(draft, idea):
            yield file.finding(("idea", idea.id), Rule.QUESTION, what, mend)
        first = said.setdefault(idea.text.casefold(), idea.id)
        if first != idea.id:
            what, mend = f"“{first}” asks the same", "keep one of the two"
            yield file.finding(("idea", idea.id), Rule.QUESTION, what, mend)
    for topic in ideas.topics:
        if not ideas.of(topic.id):
            what, mend = f"The topic “{topic.title}” has no question", "add one, or take it out"
            yield file.finding(("topic", topic.id), Rule.QUESTION, what, mend)
    if ideas.ideas and not ideas.starters:
        what, mend = "No question is for a list that is empty", "write starter = true for a few"
        yield file.finding(("idea", ideas.ideas[0].id), Rule.QUESTION, what, mend)
    for idea in ideas.starters[MOST_STARTERS:]:
        what = f"More than {MOST_STARTERS} questions are starters"
        yield file.finding(
            ("idea", idea.id), Rule.QUESTION, what, "choose the few that matter most"
        )


def _idea_problems(draft: Draft, idea: Idea) -> Iterator[tuple[str, str]]:
    booklet, _, section = idea.section.partition("#")
    if not idea.section:
        yield "The question is tied to no section", "write section = “booklet#section”"
    elif booklet not in draft.sections and not draft.is_whole:
        pass
    elif booklet not in draft.sections:
        yield f"There is no booklet “{booklet}”", "tie the question to a section that is here"
    elif section not in draft.sections[booklet]:
        mend = "tie the question to a section that is here"
        yield f"The booklet “{booklet}” has no section “{section}”", mend
    if not idea.text.endswith("?"):
        yield "This is no question", "end it with a question mark"
    count = len(words(idea.text))
    if count > SENTENCE_WORDS:
        yield f"The question has {count} words", f"shorten it: {SENTENCE_WORDS} at most"


def check_contacts(draft: Draft) -> Iterator[Finding]:
    """Somebody to ring first, numbers that can be dialled, each number once."""
    file = draft.contacts_file
    if draft.contacts and not draft.contacts[0].primary:
        what, mend = "Nobody is to be rung first", "write primary = true for one contact"
        yield file.finding(("contact", draft.contacts[0].id), Rule.CONTACT, what, mend)
    with_phone = [contact for contact in draft.contacts if contact.phone]
    for contact in with_phone:
        if not _PHONE.fullmatch(contact.phone):
            what = f"“{contact.phone}” cannot be dialled"
            yield file.finding(("contact", contact.id), Rule.CONTACT, what, "use digits and spaces")
    by_phone = sorted(with_phone, key=lambda contact: _digits(contact.phone))
    for _, alike in groupby(by_phone, key=lambda contact: _digits(contact.phone)):
        first, *others = alike
        for contact in others:
            what, mend = f"“{first.id}” has the same number", "make one contact of the two"
            yield file.finding(("contact", contact.id), Rule.CONTACT, what, mend)


def check_phones(draft: Draft) -> Iterator[Finding]:
    """Phone numbers in a text that are none of the contacts': one of the two may be wrong."""
    if not draft.contacts_file.is_read:
        return
    known = {_digits(contact.phone) for contact in draft.contacts}
    for booklet in draft.booklets:
        for placed in booklet.passages():
            for found in PHONE.finditer(placed.passage.text):
                if _digits(found[0]) not in known:
                    what = f"The number {found[0]} is no contact’s"
                    mend = "correct it, or add it to contacts.toml"
                    yield booklet.finding(placed.line, Rule.CONTACT, what, mend)


def _digits(phone: str) -> str:
    """What is dialled in the United Kingdom; 44 is its code from abroad."""
    digits = re.sub(r"\D", "", phone)
    return f"0{digits[2:]}" if phone.startswith("+44") else digits
