"""Reading a whole booklet: front matter, sections, passages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.booklet.footnotes import footnote_numbers
from reader.booklet.front_matter import read_front_matter
from reader.booklet.grammar import check_grammar
from reader.booklet.inline import Inline
from reader.booklet.limits import check_limits
from reader.booklet.links import Links
from reader.booklet.markdown import MarkdownParser
from reader.booklet.model import Booklet, Passage, PassageKind, Run, Section
from reader.booklet.passage_id import PassageIds
from reader.booklet.passages import PassageMaker
from reader.booklet.sections import split_sections
from reader.booklet.source import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from reader.booklet.sections import SectionSource


def read_booklet(folder: Path) -> Booklet:
    """The booklet in ``folder``, whole.

    Raises ``BookletError`` where a rule of the format is broken; answers in less than 2 seconds,
    whatever the file holds (see ``limits``).
    """
    front = read_front_matter(folder)
    sources = split_sections(folder / FILE_NAME, front.body, front.body_line)
    check_limits(sources)
    for source in sources:
        check_grammar(source)
    links = Links(front.id, frozenset(source.id for source in sources))
    parser, ids = MarkdownParser(), PassageIds()
    return Booklet(
        id=front.id,
        title=front.title,
        summary=front.summary,
        language=front.language,
        edition=front.edition,
        source=front.source,
        is_clinically_reviewed=front.is_clinically_reviewed,
        sections=tuple(_section(source, links, parser, ids) for source in sources),
        folder=folder,
        cover=front.cover,
    )


def _section(
    source: SectionSource, links: Links, parser: MarkdownParser, ids: PassageIds
) -> Section:
    inline = Inline(source, links, footnote_numbers(source))
    heading = Passage("", PassageKind.HEADING, (Run(source.title),), level=2)
    try:
        body = tuple(PassageMaker(inline).passages(parser.tree(source.lines)))
    except RecursionError:
        problem = f"The section “{source.id}” is nested too deeply to be read. Make it simpler."
        raise source.error(source.line, problem) from None
    passages = tuple(replace(found, id=ids.give(found.text)) for found in (heading, *body))
    return Section(source.id, source.title, passages, source.gate, source.facts)
