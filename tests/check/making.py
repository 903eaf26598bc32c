"""A small shelf on which an editor finds nothing; tests spoil one thing at a time."""

# ruff: noqa: E501 - a paragraph is one line

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEA = """\
+++
format = 1
id = "tea"
title = "All about tea"
summary = "What to ask before you drink it"
language = "en-GB"
edition = "2026-10"
cover = "teal"
clinically_reviewed = false

[source]
title = "Tea and you"
publisher = "The Tea Board"
edition = "2.6"
updated = "2022-08"
review_due = "2024-08"
reviewers = ["Dr A. Leaf, Leaf House", "Dr B. Pot"]
+++

## Why tea {#why}

Tea is a warm drink. A **tumbler** is a glass that you drink it from. Read [about milk](milk#what) too.

### In the cup

- First the water.
- Then the [tea](#about).

## Trials of tea {#trials}

A trial called **BREW 2** asked whether tea is good. It took place in a kitchen.

| Drink | Found |
|---|---|
| Tea | Good |

![Hot water, then tea](figures/cup.svg)

## How long people lived {#long gate=outlook}

With tea they lived two years longer, on average.

## About this booklet {#about}

It retells “Tea and you” by The Tea Board, updated in August 2022. It was due for review in August 2024. Dr A. Leaf and Dr B. Pot reviewed that text. Ring 0800 123 4567.
"""

MILK = """\
+++
format = 1
id = "milk"
title = "All about milk"
summary = "What it is, and where it comes from"
language = "en-GB"
edition = "2026-10"
clinically_reviewed = true

[source]
title = "Milk and you"
publisher = "The Milk Board"
updated = "2026-08"
review_due = "2028-08"
reviewers = ["Dr C. Cow"]
+++

## What it is {#what}

Milk comes from a cow. It goes well [with tea](tea#why).

## About this booklet {#about}

It retells “Milk and you” by The Milk Board, updated in August 2026 and reviewed by Dr C. Cow.
"""

GLOSSARY = """\
# Hard words.

[[term]]
id = "tumbler"
name = "Tumbler"
forms = ["tumbler", "tumblers"]
meaning = "A glass that has no handle."

[[term]]
id = "brew-2"
name = "BREW 2"
forms = ["BREW 2"]
meaning = "A trial that took place in a kitchen."
kind = "trial"
"""

QUESTIONS = """\
[[topic]]
id = "drinks"
title = "Drinks"

[[idea]]
id = "how-hot"
text = "How hot should my tea be?"
topic = "drinks"
section = "tea#why"
by = "charity"
starter = true

[[idea]]
id = "whose-milk"
text = "Which cow gave this milk?"
topic = "drinks"
section = "milk#what"
by = "ours"
starter = false
"""

CONTACTS = """\
[[contact]]
id = "tea-line"
name = "Tea line"
what_for = "Ask about tea."
phone = "0800 123 4567"
primary = true

[[contact]]
id = "milk-line"
name = "Milk line"
what_for = "Ask about milk."
phone = "0800 765 4321"
primary = false
"""

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>
"""

FILES = {
    "tea/booklet.md": TEA,
    "tea/figures/cup.svg": SVG,
    "tea/figures/cup.txt": "First hot water is in the cup. Then the tea goes in.\n",
    "milk/booklet.md": MILK,
    "glossary.toml": GLOSSARY,
    "questions.toml": QUESTIONS,
    "contacts.toml": CONTACTS,
}


def write_shelf(folder: Path) -> Path:
    """The whole shelf in ``folder``."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def line_of(name: str, words: str) -> int:
    """The line of the file ``name`` that holds ``words``."""
    return FILES[name][: FILES[name].index(words)].count("\n") + 1
