"""``search``: the passages of the booklets that hold some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.commands.context import UsageError
from reader.shelf.index import SearchIndex
from reader.words import match_expression

if TYPE_CHECKING:
    from reader.commands.context import Context
    from reader.shelf.index import Hit


def search_booklets(context: Context, words: str, limit: int, *, as_json: bool) -> Status:
    """Say at most ``limit`` passages that hold all of ``words``, the best first.

    Raises ``UsageError`` when there is no word in ``words``.
    """
    if not match_expression(words):
        message = "There is no word to look for. Write one after “search”."
        raise UsageError(message)
    index = _index(context)
    hits = index.search(words, limit)
    index.close()
    if as_json:
        context.console.say_json([_data(hit) for hit in hits])
    elif hits:
        context.console.say("\n\n".join(map(_lines, hits)))
    if hits:
        return Status.DONE
    context.console.tell(f"Nothing in the booklets says “{words}”.")
    return Status.NO


def _index(context: Context) -> SearchIndex:
    """An up-to-date index; the one that is kept is that of the program's own booklets."""
    index = SearchIndex.open(None if context.content else context.paths.search_index)
    shelf = context.shelf()
    if not index.is_fresh_for(shelf.entries):
        index.refresh(shelf.read_all())
    return index


def _lines(hit: Hit) -> str:
    where = f"{hit.booklet}#{hit.section}"
    return f"{where}: {hit.section_title} ({hit.booklet_title})\n  {hit.snippet.text}"


def _data(hit: Hit) -> dict[str, object]:
    return {
        "booklet": hit.booklet,
        "title": hit.booklet_title,
        "section": hit.section,
        "section_title": hit.section_title,
        "passage": hit.passage,
        "snippet": hit.snippet.text,
        "matches": [part.text for part in hit.snippet.parts if part.is_match],
    }
