"""One thing is spoilt in a good shelf, and that one thing is found, by file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.check.finding import Rule
from tests.check.making import FILES, line_of

if TYPE_CHECKING:
    from tests.check.conftest import Check, Spoil

TEA, MILK = "tea/booklet.md", "milk/booklet.md"
GLOSSARY, QUESTIONS, CONTACTS = "glossary.toml", "questions.toml", "contacts.toml"
WARM = "Tea is a warm drink."
TUMBLER = "A **tumbler** is a glass that you drink it from."
LONG = " ".join(["tea"] * 26)
HARD = (
    "Beverages containing considerable concentrations of methylxanthines demonstrably influence "
    "physiological characteristics, notwithstanding individual constitutional predispositions."
)
TABLE = "| Drink | Found |\n|---|---|\n| Tea | Good |"
WIDE = "| A | B | C | D | E | F |\n|---|---|---|---|---|---|\n| a | b | c | d | e | f |"
STARTERS = "".join(
    f'\n[[idea]]\nid = "i{n}"\ntext = "What is {n}?"\ntopic = "drinks"\nsection = "tea#why"\n'
    'by = "ours"\nstarter = true\n'
    for n in range(6)
)

# file, what is replaced by what, and what is found (the line is that of what is replaced)
SHAPE = [
    (TEA, "## Trials of tea {#trials}", "## Why tea {#trials}", "heading: The title “Why tea” is"),
    (TEA, "### In the cup", "### In the cup:", "heading: The heading “In the cup:” is no sentence"),
    (TEA, "## Why tea", f"## {'Why tea ' * 9}", "limit: This heading has 71 characters; use 60"),
    (TEA, "milk#what", "milk#where", "link: The booklet “milk” has no section “where”; its sec"),
    (TEA, "milk#what", "cake#what", "link: There is no booklet “cake” in this folder; correct"),
    (TEA, "milk#what", "cake", "link: There is no booklet “cake” in this folder; correct the li"),
    (TEA, "[about milk]", "[Here]", "link: The link “Here” does not say where it leads; name"),
    (TEA, "[about milk](milk#what)", "[read more.](https://www.example.org)", "link: The link “re"),
    (TEA, "| Drink | Found |", "| Drink |  |", "table: A column of this table has no head; say"),
    (TEA, "| Tea | Good |", "| Tea |  |", "table: A cell of this row is empty; write “none”"),
    (TEA, TABLE, WIDE, "table: This table has 6 columns; use 5 at most"),
    (TEA, "![Hot water, then tea]", "![cup.svg]", "picture: The short text of this picture is a f"),
    (TEA, "![Hot water, then tea]", "![A picture of it]", "picture: The short text of this pictu"),
    (TEA, "![Hot water, then tea]", f"![{'Tea ' * 50}]", "picture: The short text of this picture"),
    (TEA, "All about tea", "All about tea" * 5, "limit: The title has 65 characters; use 60"),
    (TEA, "What to ask before you", "What to ask " * 9, "limit: The summary has 116 characters"),
    (TEA, WARM, f"{WARM} " * 20, "limit: This paragraph has 114 words; split it: 90 at most"),
]
WORDS = [
    (TEA, WARM, f"{LONG}.", "long-sentence: The sentence “tea tea tea tea tea tea …” has 26 words"),
    (TEA, TUMBLER, "A tumbler is nice.", "jargon: “Tumbler” is first met here and not explained"),
    (TEA, TUMBLER, "Use a **tumbler**.", "jargon: “Tumbler” is first met here and not explained"),
    (TEA, TUMBLER, "Use a [tumbler](#trials).", "jargon: “Tumbler” is first met here and not expl"),
    (TEA, WARM, "It is a TXN, so TXNs, UK and NHS.", "jargon: “TXN” is in capitals and not"),
    (TEA, "## Why tea", "## Why TX-2", "jargon: “TX-2” is in capitals and not in the glossary"),
    (
        TEA,
        WARM,
        "Half of them lived for ten years.",
        "gate: “lived for ten years” says how",
    ),
    (TEA, WARM, "A year later, one in ten died.", "gate: “one in ten died” says how long"),
    (TEA, WARM, "The death rate is low.", "gate: “death rate” says how long people live, outside"),
    (TEA, WARM, "It lengthens overall survival.", "gate: “overall survival” says how long people"),
    (
        TEA,
        "Ring 0800 123 4567.",
        "Ring 0800 123 4568.",
        "contact: The number 0800 123 4568",
    ),
]
STANDING = [
    (TEA, "publisher = ", "publisher = 'No ' + ", "format: The front matter is not TOML here"),
    (TEA, '"The Tea Board"', '"The Cup Board"', "provenance: No section says “The Cup Board”; te"),
    (TEA, '"Tea and you"', '"Tea and me"', "provenance: No section says “Tea and me”; tell read"),
    (TEA, '"2022-08"', '"2022-07"', "provenance: No section says “July 2022”; tell readers where"),
    (TEA, '"2024-08"', '"2024-07"', "provenance: No section says “July 2024”; tell readers where"),
    (TEA, '"Dr B. Pot"', '"Dr C. Cup"', "provenance: No section says “Dr C. Cup”; tell readers w"),
    (MILK, '["Dr C. Cow"]', "[]", "provenance: No reviewer of the source is named; name them, or"),
    (TEA, '"2026-10"', '"2026-12"', "date: The edition of December 2026 is in the future; write"),
    (MILK, '"2028-08"', '"2026-08"', "date: The source’s review is due before it was last updated"),
]
LISTS = [
    (GLOSSARY, '["tumbler", "tumblers"]', '["mug"]', "glossary: No booklet here says “Tumbler”; t"),
    (GLOSSARY, '"tumblers"]', '"Tumbler"]', "glossary: The form “Tumbler” stands in “tumbler”"),
    (GLOSSARY, '["BREW 2"]', '["BREW 2", "Tumblers"]', "glossary: The form “Tumblers” stands in “"),
    (GLOSSARY, '"A glass that has', '"A. It. Is. A glass that', "glossary: The meaning has 3 sen"),
    (GLOSSARY, '"A glass that has', f'"A glass {LONG}', "long-sentence: A sentence has 30 words"),
    (GLOSSARY, 'kind = "', 'kinds = "', "list: The key “kinds” is not known; use forms, id, kind"),
    (GLOSSARY, '"trial"', '"test"', "list: In the term “brew-2”, “kind” has to be one of: drug,"),
    (QUESTIONS, 'section = "tea#why"\n', "", "question: The question is tied to no section; write"),
    (QUESTIONS, "tea#why", "tea#where", "question: The booklet “tea” has no section “where”; tie"),
    (QUESTIONS, "tea#why", "cake#why", "question: There is no booklet “cake”; tie the question to"),
    (QUESTIONS, "tea#why", "tea", "list: In the idea “how-hot”, “section” has to be written like"),
    (QUESTIONS, "my tea be?", "my tea be", "question: This is no question; end it with a question"),
    (QUESTIONS, "my tea be?", f"{LONG}?", "question: The question has 29 words; shorten it: 25"),
    (QUESTIONS, "Which cow gave this milk", "How hot should my Tea be", "question: “how-hot” asks"),
    (QUESTIONS, "starter = true", "starter = false", "question: No question is for a list that is"),
    (CONTACTS, "primary = true", "primary = false", "contact: Nobody is to be rung first; write"),
    (CONTACTS, "0800 765 4321", "ask the desk", "contact: “ask the desk” cannot be dialled; use"),
    (CONTACTS, "0800 765 4321", "08001 234567", "contact: “tea-line” has the same number; make"),
    (
        CONTACTS,
        'id = "milk',
        'hour = "6"\nid = "milk',
        "list: The key “hour” is not known",
    ),
]


def table_line(name: str, words: str) -> int:
    """The line on which the table begins that holds ``words``."""
    text = FILES[name]
    start = text.rindex("[[", 0, text.index(words))
    return text.count("\n", 0, start) + 1


def test_the_shelf_that_is_spoilt_is_good(check: Check) -> None:
    assert check() == []


@pytest.mark.parametrize(("name", "old", "new", "found"), [*SHAPE, *WORDS, *STANDING])
def test_what_is_wrong_in_a_booklet_is_found(
    spoil: Spoil, check: Check, name: str, old: str, new: str, found: str
) -> None:
    spoil(name, old, new)

    (said,) = check()

    assert said.startswith(f"{name}:{line_of(name, old)}: {found}")


@pytest.mark.parametrize(("name", "old", "new", "found"), LISTS)
def test_what_is_wrong_in_a_list_is_found(
    spoil: Spoil, check: Check, name: str, old: str, new: str, found: str
) -> None:
    spoil(name, old, new)

    said = [line for line in check() if line.startswith(name)]

    assert len(said) == 1
    assert said[0].startswith(f"{name}:{table_line(name, old)}: {found}")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (TEA, "milk#what", "milk"),
        (TEA, "[about milk](milk#what)", "[about tea](#why)"),
        (TEA, "[about milk](milk#what)", "[the tea house](https://www.example.org)"),
        (TEA, TUMBLER, "Use a tumbler (a glass)."),
        (TEA, TUMBLER, "Use a glass (a tumbler)."),
        (TEA, TUMBLER, "Use a tumbler. A glass with no handle is best."),
        (TEA, TUMBLER, "Use a tumbler.\n\nIt is a glass with no handle."),
        (TEA, "It took place in a kitchen.", "BREW 2 " * 20 + "took place in a kitchen."),
        (TEA, WARM, "They were alive and well. They waited two years."),
        (TEA, WARM, "This was in 1984, on page 1207, at 10.30."),
        (TEA, "Ring 0800 123 4567.", "Ring 08001234567."),
        (TEA, "Ring 0800 123 4567.", "Ring +44 800 123 4567."),
        (QUESTIONS, "tea#why", "tea#long"),
        (CONTACTS, "0800 765 4321", "+44 800 765 4321"),
        (CONTACTS, 'phone = "0800 765 4321"\n', ""),
    ],
)
def test_what_is_well_is_let_pass(
    spoil: Spoil, check: Check, name: str, old: str, new: str
) -> None:
    spoil(name, old, new)
    assert check() == []


def test_a_term_is_explained_where_a_link_on_it_leads(spoil: Spoil, check: Check) -> None:
    spoil(TEA, TUMBLER, "Use a [tumbler](#trials).")
    spoil(TEA, "It took place in a kitchen.", "A **tumbler** is a glass. A kitchen was used.")
    assert check() == []


def test_a_heading_needs_words_under_it(spoil: Spoil, check: Check) -> None:
    spoil(TEA, "- First the water.\n- Then the [tea](#about).\n", "### In the pot\n")
    assert check() == [
        "tea/booklet.md:24: heading: The heading “In the cup” has nothing under it; "
        "write some words there, or take the heading out",
        "tea/booklet.md:26: heading: The heading “In the pot” has nothing under it; "
        "write some words there, or take the heading out",
    ]


def test_a_heading_is_in_its_section_once(spoil: Spoil, check: Check) -> None:
    spoil(TEA, "- First the water.\n", "- First the water.\n\n### In the cup\n\n")
    (said,) = check()
    assert said.startswith("tea/booklet.md:28: heading: The heading “In the cup” is in its sec")


def test_a_section_is_a_sitting(spoil: Spoil, check: Check) -> None:
    spoil(TEA, WARM, "\n\n".join([f"{WARM} " * 15] * 11))
    (said,) = check()
    assert said.startswith("tea/booklet.md:20: limit: The section “Why tea” has 845 words; split")


def test_a_hard_section_is_named_and_so_is_a_hard_booklet(spoil: Spoil, check: Check) -> None:
    spoil(TEA, WARM, HARD)
    mean, section = check()
    assert mean.startswith("tea/booklet.md:4: reading-age: The sections need a reading age of ")
    assert section.startswith("tea/booklet.md:20: reading-age: The section “Why tea” needs a read")


def test_a_section_of_a_few_words_is_not_measured(spoil: Spoil, check: Check) -> None:
    spoil(MILK, "Milk comes from a cow.", HARD.partition(" notw")[0] + ".")
    assert check() == []


class TestPictures:
    def test_a_picture_needs_its_words(self, spoil: Spoil, check: Check) -> None:
        spoil("tea/figures/cup.txt", FILES["tea/figures/cup.txt"], "")
        assert check() == [
            "tea/booklet.md:37: picture: The picture “figures/cup.svg” has no full text; "
            "write all that it shows into “figures/cup.txt”"
        ]

    def test_its_words_are_read_like_others(self, spoil: Spoil, check: Check) -> None:
        spoil("tea/figures/cup.txt", "", f"{LONG.capitalize()}.")
        (said,) = check()
        assert said.startswith("tea/booklet.md:37: long-sentence: The sentence “Tea tea")

    def test_a_picture_that_is_never_shown_is_a_slip(self, spoil: Spoil, check: Check) -> None:
        spoil("tea/figures/old.svg", "", "<svg/>")
        assert check() == [
            "tea/booklet.md:1: picture: No section shows “figures/old.svg”; show it, or take it out"
        ]


class TestDates:
    def test_a_source_cannot_be_newer_than_what_retells_it(
        self, spoil: Spoil, check: Check
    ) -> None:
        spoil(MILK, '"2026-08"', '"2026-11"')
        spoil(MILK, "August 2026", "November 2026")
        assert check() == [
            "milk/booklet.md:13: date: The source is newer than this edition; "
            "renew the text, or the edition"
        ]

    def test_a_source_cannot_come_from_the_future(self, spoil: Spoil, check: Check) -> None:
        spoil(MILK, '"2026-08"', '"2026-12"')
        assert [line for line in check() if "in the future" in line] == [
            "milk/booklet.md:13: date: The source’s last update, December 2026, is in the future; "
            "correct the month"
        ]

    def test_the_day_it_is_decides(self, check: Check) -> None:
        from datetime import date

        assert len(check(today=date(2026, 9, 30))) == 2
        assert check(today=date(2026, 10, 1)) == []
        (overdue,) = check(today=date(2028, 9, 1))
        assert overdue.startswith("milk/booklet.md:14: provenance: No section says “August 2028”")

    def test_that_nobody_reviewed_the_source_can_be_said(self, spoil: Spoil, check: Check) -> None:
        spoil(MILK, '["Dr C. Cow"]', "[]")
        spoil(MILK, "and reviewed by Dr C. Cow", "and names no reviewers")
        assert check() == []


class TestQuestions:
    def test_a_topic_needs_a_question(self, spoil: Spoil, check: Check) -> None:
        spoil(QUESTIONS, "", '\n[[topic]]\nid = "cakes"\ntitle = "Cakes"\n')
        assert check() == [
            "questions.toml:21: question: The topic “Cakes” has no question; "
            "add one, or take it out"
        ]

    def test_six_starters_are_enough(self, spoil: Spoil, check: Check) -> None:
        spoil(QUESTIONS, "", STARTERS)
        (said,) = check()
        assert said.startswith("questions.toml:61: question: More than 6 questions are starters")


def test_every_rule_is_broken_by_some_test() -> None:
    told = {found.partition(":")[0] for *_, found in [*SHAPE, *WORDS, *STANDING, *LISTS]}
    elsewhere = {Rule.READING_AGE, Rule.PRONUNCIATION}  # test_ease.py, test_pronunciation.py
    assert told | elsewhere == set(Rule)
