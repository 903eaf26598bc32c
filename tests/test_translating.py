"""Every word for people is found by Qt's tools, and the language nobody speaks shows those not."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.translations import NAME
from tests.translating.__main__ import bring_up_to_date
from tests.translating.catalogue import FOLDER, ToolError, compile_catalogue, sources, update
from tests.translating.pseudo import MARKED, PLAIN, fill_in, plain, pseudo
from tests.translating.unmarked import Known, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

READER = Path(__file__).parents[1] / "reader"
MARKING = {"translate", "marked"}
"""Called with a context and words; ``self.tr`` and ``Counts.tr`` have words alone."""
TOOLS = {"language.py", "said.py"}


def messages(catalogue: Path) -> set[tuple[str, str]]:
    """Contexts and words."""
    root = ElementTree.parse(catalogue).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    }


# ---- what is written


def words_in(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """All that is marked in a module: context (``""``: that of the class) and words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            context, said = _marked(node)
            if isinstance(said, ast.Constant):
                yield context, said.value


def wrong_in(tree: ast.AST) -> Iterator[str]:
    """What Qt's tools would overlook or put where the program does not look for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found = [one for one in ast.walk(node) if isinstance(one, ast.Call)]
            yield from (f"line {one.lineno}: in an f-string" for one in found if _is_marking(one))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            yield from (f"line {node.lineno}: {problem}" for problem in _wrong(node))


def _wrong(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
        owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
        if owner not in {"self", "Counts"}:
            yield f"{owner}.tr has no context"
        if owner == "self" and len(node.args) + len(node.keywords) > 2:
            yield "a number is for Counts.tr"
        if not isinstance(node.args[0], ast.Constant):
            yield "words in a variable"
        elif ("%Ln" in node.args[0].value) != (owner == "Counts"):
            yield "%Ln is for Counts.tr, and Counts.tr for %Ln"
    elif _is_marking(node) and not isinstance(node.args[0], ast.Constant):
        yield "a context in a variable"
    elif isinstance(node.func, ast.Name) and node.func.id in {"tr", "_tr"}:
        yield "no context"


def _is_marking(node: ast.Call) -> bool:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr == "tr"
    return isinstance(node.func, ast.Name) and node.func.id in MARKING


def _marked(node: ast.Call) -> tuple[str, ast.expr | None]:
    if not _is_marking(node) or not node.args:
        return "", None
    if isinstance(node.func, ast.Attribute):
        is_count = isinstance(node.func.value, ast.Name) and node.func.value.id == "Counts"
        return "Counts" if is_count else "", node.args[0]
    assert isinstance(node.args[0], ast.Constant)
    return node.args[0].value, node.args[1]


@pytest.mark.parametrize("module", sources(), ids=lambda path: str(path.relative_to(READER)))
def test_words_are_marked_as_the_tools_read_them(module: Path) -> None:
    if module.name not in TOOLS:
        assert list(wrong_in(ast.parse(module.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("f\"{self.tr('Open')} it\"", "in an f-string"),
        ("f\"{translate('A', 'Open')} it\"", "in an f-string"),
        ('strip.tr("Open")', "strip.tr has no context"),
        ("self.tr(words)", "words in a variable"),
        ('self.tr("%n pages", "", 3)', "a number is for Counts.tr"),
        ('self.tr("%Ln pages")', "%Ln is for Counts.tr, and Counts.tr for %Ln"),
        ('Counts.tr("{count} pages", "", 3)', "%Ln is for Counts.tr, and Counts.tr for %Ln"),
        ('translate(CONTEXT, "Open")', "a context in a variable"),
        ('_tr("Open")', "no context"),
    ],
)
def test_what_they_would_overlook_is_found(code: str, problem: str) -> None:
    assert [line.partition(": ")[2] for line in wrong_in(ast.parse(code))] == [problem]


def test_the_tools_find_all_that_is_marked(tmp_path: Path) -> None:
    catalogue = tmp_path / "words.ts"
    update(catalogue, sources())
    found = messages(catalogue)
    assert "" not in {context for context, _ in found}
    said = {text for _, text in found}
    for module in sources():
        if module.name not in TOOLS:
            for context, text in words_in(ast.parse(module.read_text(encoding="utf-8"))):
                assert ((context, text) in found) if context else (text in said), (module, text)


def test_a_count_has_forms(tmp_path: Path) -> None:
    catalogue = tmp_path / "words_pl.ts"
    update(catalogue, sources(), "pl")
    for message in ElementTree.parse(catalogue).getroot().iter("message"):
        is_count = "%Ln" in message.findtext("source", "")
        assert is_count == (message.get("numerus") == "yes")
        assert is_count == (len(message.findall("translation/numerusform")) == 3)


# ---- the files


def test_the_catalogue_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    update(fresh, sources())
    here = messages(FOLDER / f"{NAME}.ts")
    assert messages(fresh) == here, "run make translations, and commit what it changed"


def stale(folder: Path, scratch: Path) -> list[str]:
    """The languages in ``folder`` whose compiled words are not those of their catalogue."""
    found = []
    for catalogue in sorted(folder.glob(f"{NAME}_*.ts")):
        made = scratch / "made.qm"
        compile_catalogue(catalogue, made)
        compiled = catalogue.with_suffix(".qm")
        if not compiled.exists() or compiled.read_bytes() != made.read_bytes():
            found.append(catalogue.name)
    return found


def test_what_is_compiled_is_what_was_translated(tmp_path: Path) -> None:
    assert stale(FOLDER, tmp_path) == []


def test_a_language_is_begun_and_kept_up_to_date(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('class Page:\n    def f(self):\n        self.tr("Open")\n', encoding="utf-8")
    folder = tmp_path / "translations"
    folder.mkdir()
    bring_up_to_date(folder, [module], "cy")
    catalogue = folder / f"{NAME}_cy.ts"
    assert messages(catalogue) == messages(folder / f"{NAME}.ts") == {("Page", "Open")}
    assert stale(folder, tmp_path) == []
    text = catalogue.read_text(encoding="utf-8")
    assert 'language="cy"' in text
    fill_in(catalogue)
    assert stale(folder, tmp_path) == [catalogue.name]
    module.write_text(
        'class Page:\n    def f(self):\n        self.tr("Open"), self.tr("Close")\n',
        encoding="utf-8",
    )
    bring_up_to_date(folder, [module])
    assert messages(catalogue) == {("Page", "Open"), ("Page", "Close")}
    assert pseudo("Open") in catalogue.read_text(encoding="utf-8")
    assert stale(folder, tmp_path) == []


def test_a_tool_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        compile_catalogue(tmp_path / "none.ts", tmp_path / "none.qm")
    assert "none.ts" in caught.value.said


# ---- the language nobody speaks


def test_it_is_longer_and_keeps_what_is_put_in_later() -> None:
    said = pseudo("Saved as {path}. <b>Two</b> of %Ln pages are on (*.pdf)")
    assert "{path}" in said
    assert "%Ln" in said
    assert "<b>" in said
    assert "(*.pdf)" in said
    assert said.startswith("«")
    assert said.endswith("»")
    assert len(said) >= 1.4 * len("Saved as {path}. <b>Two</b> of %Ln pages are on (*.pdf)")
    assert pseudo("What about ").endswith("» ")


def test_no_letter_of_it_is_plain() -> None:
    assert len(PLAIN) == len(MARKED) == len(set(MARKED))
    assert not set(PLAIN) & set(pseudo("".join(PLAIN)))


@pytest.mark.parametrize("words", ["Open", "Delete Bookmark · Why", "The three that matter most"])
def test_it_can_be_read_back(words: str) -> None:
    assert plain(pseudo(words)) == words
    assert plain(f"{pseudo(words)} · 3") == f"{words} · 3"


@pytest.mark.parametrize(
    ("shown", "unknown"),
    [
        (pseudo("Open the booklet"), []),
        ("Open the booklet", ["Open the booklet"]),
        (f"{pseudo('Open')} Two opinions", []),
        ("Two opinions · Second visit", []),
        ("Two opinions · Third visit", ["Two opinions · Third visit"]),
        (f"{pseudo('Saved')} 12", ["12"]),
        ("Booklet Reader", []),
        ("0800 008 7054", []),
        ("… Two opinions…", []),
        ("", []),
    ],
)
def test_plain_words_that_nobody_wrote_are_found(shown: str, unknown: list[str]) -> None:
    known = Known(["Two opinions", "Second visit", "0800 008 7054"])
    assert list(known.unknown(shown)) == unknown


def test_all_that_is_shown_and_said_is_looked_at(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.setWindowTitle("title")
    column = QVBoxLayout(page)
    label, button = QLabel("label"), QPushButton("button")
    button.setAccessibleName("name")
    button.setAccessibleDescription("description")
    button.setToolTip("tip")
    column.addWidget(label)
    column.addWidget(button)
    assert {text for one in (page, label, button) for _, text in texts(one) if text} == {
        *("title", "label", "button", "name", "description", "tip"),
    }
