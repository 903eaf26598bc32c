"""Ids of passages, made from their words: the same wherever a passage moves in its booklet."""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import blake2b

_DIGEST_BYTES = 6


def passage_id(text: str) -> str:
    """Twelve hexadecimal digits, whatever the capitals, the white space and the form of accents."""
    words = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    words = unicodedata.normalize("NFC", words)
    return blake2b(words.encode(), digest_size=_DIGEST_BYTES).hexdigest()


class PassageIds:
    """The ids of one booklet; the second passage of the same words ends in ``-2``, and so on."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def give(self, text: str) -> str:
        """The id of the next passage, whose words are ``text``."""
        found = passage_id(text)
        self._given[found] += 1
        count = self._given[found]
        return found if count == 1 else f"{found}-{count}"
