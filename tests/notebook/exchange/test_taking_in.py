"""Files that are not what they should be: a sentence, and nothing is changed."""

from __future__ import annotations

import copy
import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.notebook.exchange import taking_in
from reader.notebook.exchange.annotations import collection, to_json
from reader.notebook.exchange.errors import ExchangeError, FileProblem
from reader.notebook.exchange.forms import Form, written
from reader.notebook.exchange.strict_json import DEEPEST, parse_strictly
from reader.notebook.exchange.taking_in import read_file, writings_in
from reader.notebook.exchange.writings import Writings
from tests.notebook.exchange.samples import NAMES, NOW, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOOD = to_json(SAMPLE, NOW)
OURS = '"urn:booklet-reader:"'


def problem_of(data: bytes | str) -> FileProblem:
    with pytest.raises(ExchangeError) as caught:
        writings_in(data if isinstance(data, bytes) else data.encode())
    sentence = str(caught.value)
    assert "Nothing was changed." in sentence
    assert caught.value.detail not in sentence or not caught.value.detail
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.NOT_OURS),
        (b"\xff\xfe\x00", FileProblem.NOT_OURS),
        (b"hello", FileProblem.NOT_OURS),
        (b"<html></html>", FileProblem.NOT_OURS),
        (b'{"type": "AnnotationCollection"}', FileProblem.NOT_OURS),
        (GOOD.encode("utf-16"), FileProblem.NOT_OURS),
        (OURS, FileProblem.DAMAGED),
        (f"[{OURS}]", FileProblem.DAMAGED),
        (GOOD[:-3], FileProblem.DAMAGED),
        (GOOD + "x", FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": 5'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": 6, "total": 6'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": NaN'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": Infinity'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": 6.0'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": 1e999'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', f'"total": {"9" * 5000}'), FileProblem.DAMAGED),
        (GOOD.replace('"total": 6', '"total": true'), FileProblem.DAMAGED),
        (GOOD.replace('"start": 4', '"start": -4'), FileProblem.DAMAGED),
        (GOOD.replace('"start": 4', '"start": 14'), FileProblem.DAMAGED),
        (GOOD.replace('Format": 1', 'Format": 2'), FileProblem.NEWER),
        (GOOD.replace("appointment:a2", "appointment:a9", 2), FileProblem.DAMAGED),
        (GOOD.replace("mark:m1", "mark:"), FileProblem.DAMAGED),
        (GOOD.replace("mark:m1", "mark:m 1"), FileProblem.DAMAGED),
        (GOOD.replace("mark:m1", "mark:%zz"), FileProblem.DAMAGED),
        (GOOD.replace("mark:m1", "mark:%ff"), FileProblem.DAMAGED),
        (GOOD.replace("mark:m1", "http://example.org/m1"), FileProblem.DAMAGED),
        (GOOD.replace("2026-11-20T", "yesterday T"), FileProblem.DAMAGED),
        (GOOD.replace('"partly"', '"perhaps"'), FileProblem.DAMAGED),
        (GOOD.replace('"Why me?"', '" "'), FileProblem.DAMAGED),
        (GOOD.replace("bookmarking", "tagging"), FileProblem.DAMAGED),
        (f'{{"a": {OURS}, "b": {"[" * 100_000}{"]" * 100_000}}}', FileProblem.DAMAGED),
        (f'{{"a": {OURS}, "b": {"[" * (DEEPEST + 1)}{"]" * (DEEPEST + 1)}}}', FileProblem.DAMAGED),
    ],
)
def test_bad_data(data: bytes | str, problem: FileProblem) -> None:
    assert problem_of(data) is problem


def test_a_mark_before_the_text_is_no_harm() -> None:
    assert writings_in(b"\xef\xbb\xbf" + GOOD.encode()) == SAMPLE


def test_brackets_in_words_are_not_deep() -> None:
    assert parse_strictly(json.dumps(["[" * 100, '\\"{{{{{{{{{{{{{{{{{{{{'])) is not None


def nodes(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        inner = list(value.items())
    else:
        inner = list(enumerate(value)) if isinstance(value, list) else []
    for key, each in inner:
        yield from nodes(each, (*path, key))


NODES = [path for path in nodes(collection(SAMPLE, NOW)) if path and path[0] != "@context"]
STRANGE = [None, True, -1, 10**14, "", "x", [], [[]], {}, {"type": "Annotation"}, ["x", 1]]


@pytest.mark.parametrize("strange", STRANGE, ids=str)
def test_whatever_stands_wherever_is_read_or_refused(strange: object) -> None:
    refused = 0
    for path in NODES:
        value = copy.deepcopy(collection(SAMPLE, NOW))
        holder: Any = value
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = strange
        try:
            found = writings_in(json.dumps(value).encode())
        except ExchangeError as error:
            assert error.problem in (FileProblem.DAMAGED, FileProblem.NEWER)  # noqa: PT017
            refused += 1
        else:
            assert isinstance(found, Writings)
    assert refused > len(NODES) / 3


def test_whatever_is_missing_is_read_or_refused() -> None:
    for path in NODES:
        value = copy.deepcopy(collection(SAMPLE, NOW))
        holder: Any = value
        for key in path[:-1]:
            holder = holder[key]
        del holder[path[-1]]
        try:
            writings_in(json.dumps(value).encode())
        except ExchangeError as error:
            assert error.problem is FileProblem.DAMAGED  # noqa: PT017


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_flipped_and_cut_files_are_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(GOOD.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(raw[: data.draw(st.integers(0, len(raw)))])
    try:
        writings_in(cut)
    except ExchangeError as error:
        assert "Nothing was changed" in str(error)  # noqa: PT017


class TestFiles:
    def test_read(self, tmp_path: Path) -> None:
        for form in (Form.JSON, Form.HTML):
            path = tmp_path / f"notes{form.ending}"
            path.write_text(written(SAMPLE, form, NAMES, NOW), encoding="utf-8")
            assert read_file(path) == SAMPLE

    def test_markdown_is_for_people_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "notes.md"
        path.write_text(written(SAMPLE, Form.MARKDOWN, NAMES, NOW), encoding="utf-8")
        with pytest.raises(ExchangeError) as caught:
            read_file(path)
        assert caught.value.problem is FileProblem.NOT_OURS
        assert "JSON or HTML" in str(caught.value)

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError) as caught:
            read_file(tmp_path / "gone.json")
        assert caught.value.problem is FileProblem.MISSING
        assert "“gone.json” is not there." in str(caught.value)

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError) as caught:
            read_file(tmp_path)
        assert caught.value.problem is FileProblem.NOT_A_FILE

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
    def test_a_pipe_that_never_speaks(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ExchangeError) as caught:
            read_file(tmp_path / "pipe")
        assert caught.value.problem is FileProblem.NOT_A_FILE

    def test_too_big(self, tmp_path: Path) -> None:
        path = tmp_path / "big.json"
        with path.open("wb") as file:
            file.truncate(taking_in.MOST_BYTES + 1)
        with pytest.raises(ExchangeError) as caught:
            read_file(path)
        assert caught.value.problem is FileProblem.TOO_BIG

    def test_a_name_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(ExchangeError) as caught:
            read_file(tmp_path / "a\0b.json")
        assert caught.value.problem is FileProblem.UNREADABLE
