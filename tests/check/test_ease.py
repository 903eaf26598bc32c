"""The reading age: what it makes of texts, and that it needs no network."""

from __future__ import annotations

import importlib
import socket
import sys
from typing import TYPE_CHECKING, Any

import pytest

from reader.check.ease import EaseMissingError, load_ease
from reader.check.sentences import sentences, words

if TYPE_CHECKING:
    from types import ModuleType

    from reader.check.ease import Ease

EASY = "You can drink tea. It is hot. Take care when you sip it. Ask for a cup if you want one."
PLAIN = (
    "Your team may suggest that you wait until you have symptoms. Research shows that starting "
    "treatment sooner does not make it work any better. Talk to them if waiting worries you."
)
HARD = (
    "Cytoreductive interventions necessitate comprehensive multidisciplinary evaluation, "
    "particularly regarding haemodynamic considerations and postoperative complications."
)


def age(ease: Ease, text: str) -> float:
    return ease.reading_age([words(sentence) for sentence in sentences(text)])


def test_easy_words_are_for_children_and_hard_ones_for_nobody(ease: Ease) -> None:
    assert age(ease, EASY) == 5
    assert 10 < age(ease, PLAIN) < 13
    assert age(ease, HARD) > 20


def test_the_age_is_the_mean_of_two_formulas_and_five_years(ease: Ease) -> None:
    letters, count, ends = 144, 31, 3
    assert sum(map(len, words(PLAIN))) == letters
    assert (len(words(PLAIN)), len(sentences(PLAIN))) == (count, ends)
    automated = 4.71 * (letters / count) + 0.5 * (count / ends) - 21.43
    coleman = 5.88 * (letters / count) - 29.6 * (ends / count) - 15.8
    # textstat takes 5.8 for 5.88, and counts full stops as characters.
    assert age(ease, PLAIN) == pytest.approx(5 + (automated + coleman) / 2, abs=0.1)


def test_long_sentences_and_long_words_make_it_harder(ease: Ease) -> None:
    short = age(ease, PLAIN)
    assert age(ease, PLAIN.replace(". ", " and ").replace("Research", "research")) > short
    assert age(ease, PLAIN.replace("team", "multidisciplinary department")) > short


def test_a_number_with_a_point_ends_no_sentence(ease: Ease) -> None:
    with_points = age(ease, PLAIN.replace("Your team", "Version 2.6 and 1.5"))
    without = age(ease, PLAIN.replace("Your team", "Version 26 and 15"))
    assert with_points == without


def test_nothing_to_read_is_easy(ease: Ease) -> None:
    assert ease.reading_age([]) == 5
    assert ease.reading_age([[]]) == 5


def test_measuring_asks_no_network(ease: Ease, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    nltk = sys.modules.get("nltk")
    if nltk is not None:
        monkeypatch.setattr(nltk, "download", refuse)
    assert age(ease, HARD + " Never measured before.") > 10


def test_the_formulas_with_syllables_would_ask_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why they are not used; also the control of the test before."""
    nltk = importlib.import_module("nltk")
    textstat: Any = importlib.import_module("textstat")
    asked = []

    def missing(*args: object, **kwargs: object) -> None:
        raise LookupError

    monkeypatch.setattr(nltk.data, "find", missing)
    monkeypatch.setattr(nltk, "download", lambda name, **_: asked.append(name))
    monkeypatch.setattr(type(nltk.corpus.cmudict), "__getattr__", missing, raising=False)
    with pytest.raises(LookupError):
        textstat.flesch_kincaid_grade("Nobody ever measured exactly these particular words.")
    assert asked == ["cmudict"]


def test_without_the_library_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = importlib.import_module

    def without(name: str, package: str | None = None) -> ModuleType:
        if name == "textstat":
            raise ModuleNotFoundError(name)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(EaseMissingError) as caught:
        load_ease()
    assert "python -m pip install 'booklet-reader[publish]'" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1
