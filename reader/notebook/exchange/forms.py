"""The forms that the notebook goes out in; PDF is made of paper, by ``reader.paper``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from reader.notebook.exchange.annotations import to_json
from reader.notebook.exchange.layout import day, lay_out
from reader.notebook.exchange.markdown import to_markdown
from reader.notebook.exchange.page import to_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from reader.notebook.exchange.layout import BookletNames
    from reader.notebook.exchange.writings import Writings


class Form(StrEnum):
    """Markdown and HTML are for people; HTML and JSON can be taken in again."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"

    @property
    def ending(self) -> str:
        """What the name of a file of this form ends in."""
        return {Form.MARKDOWN: ".md", Form.HTML: ".html", Form.JSON: ".json"}[self]


def written(writings: Writings, form: Form, booklets: Sequence[BookletNames], now: datetime) -> str:
    """``writings`` in ``form``, taken along ``now``, whose zone the dates are in.

    ``booklets`` are those on the shelf, in its order.
    """
    if form is Form.JSON:
        return to_json(writings, now)
    chapters, exported = lay_out(writings, booklets, now.tzinfo), day(now, now.tzinfo)
    match form:
        case Form.MARKDOWN:
            return to_markdown(chapters, exported)
        case Form.HTML:
            return to_page(chapters, exported, to_json(writings, now))
        case _:
            assert_never(form)
