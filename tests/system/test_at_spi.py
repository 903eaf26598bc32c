"""The program by a real screen reader's interface: its tree, its words, its actions, its exit."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.version import program_version
from tests.system.at_spi import accessibility_bus, listening, wait_until
from tests.system.running import environment, running
from tests.system.screen import Screen, x_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.system.at_spi import Listener, Node

pytestmark = pytest.mark.system

TREES = Path(__file__).with_name("trees")
WITHOUT_MEANING = ("filler", "panel", "layered pane", "scroll bar", "separator")
"""Roles that say nothing where there is no name."""

PASSAGE = "The consultant you see now can refer you. Your GP can ask them to do it."
PAGES = {
    "booklets": "Booklets",
    "search": "Search",
    "notes": "My notes",
    "questions": "My questions",
    "print": "Print",
    "help": "Help",
}


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with x_server(tmp_path_factory.mktemp("pixels")) as made:
        yield made


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory, screen: Screen) -> Iterator[dict[str, str]]:
    """The environment of somebody with a screen reader."""
    env = environment(tmp_path_factory.mktemp("home"), DISPLAY=screen.display)
    with accessibility_bus(env) as made:
        yield made


@pytest.fixture
def open_reader(
    bus: dict[str, str], screen: Screen, tmp_path: Path
) -> Iterator[Callable[..., Listener]]:
    """Opens the program; at the end it must go without a crash and without a word."""
    ended = []

    def start(*arguments: str) -> Listener:
        data = tmp_path / "data"
        generator = _session(bus, screen, data, arguments)
        ended.append(generator)
        return next(generator)

    yield start
    for generator in ended:
        assert next(generator, None) is None


def _session(
    bus: dict[str, str], screen: Screen, data: Path, arguments: tuple[str, ...]
) -> Iterator[Listener]:
    with (
        listening(bus) as listener,
        running("--data", data, *arguments, env=bus) as program,
    ):
        program.wait_until(lambda: "Make everything bigger" in listener.names())
        (window,) = screen.windows("Booklet Reader")
        screen.give_keyboard(window)
        yield listener
        listener.tree()  # somebody who listens to the last
        program.terminate()
        assert program.status() == 0
        assert program.said() == ""


def told(tree: list[Node], data: Path) -> str:
    """The tree as lines of role, name and description; what is different each time is masked."""
    lines = []
    above: list[bool] = []  # of each node over this one, whether it has a line
    for node in tree:
        is_told = bool(node.name) or node.role not in WITHOUT_MEANING
        del above[node.depth :]
        steps = "  " * sum(above)
        above.append(is_told)
        if not is_told:
            continue
        name = node.name.replace(str(data), "{data}").replace(program_version(), "{version}")
        name = " ".join(re.sub(r"\d+ months", "{months} months", name).split())
        more = f" ({node.description})" if node.description not in ("", node.name) else ""
        checked = " [checked]" if "checked" in node.states else ""
        lines.append(f"{steps}{node.role}: {name}{more}{checked}")
    return "\n".join(lines[1:]) + "\n"  # the first is the application, with where it is


def check_tree(page: str, tree: list[Node], data: Path) -> None:
    """Compare with what was read and found good; a page that is not there yet is written down."""
    kept, now = TREES / f"{page}.txt", told(tree, data)
    if not kept.is_file():
        kept.write_text(now, encoding="utf-8")
        pytest.fail(f"{kept.name} was written: read it as a listener would, and run this again")
    before = kept.read_text(encoding="utf-8")
    lines = difflib.unified_diff(before.splitlines(), now.splitlines(), lineterm="", n=1)
    told_so = f"the page reads otherwise; where that is meant, delete trees/{kept.name}"
    assert now == before, "\n".join([told_so, *lines])


def check_names(tree: list[Node]) -> None:
    """What can be reached can be told apart."""
    nameless = [node for node in tree if "focusable" in node.states and not node.name.strip()]
    assert not nameless, nameless


@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_as_it_should(
    open_reader: Callable[..., Listener], tmp_path: Path, page: str
) -> None:
    listener = open_reader()
    if page != "booklets":
        listener.press(PAGES[page])
        wait_until(lambda: len(listener.announced()) > 0, lambda: "no page was announced")
    settle(listener)
    tree = listener.tree()
    check_names(tree)
    check_tree(page, tree, tmp_path / "data")


def test_a_section_reads_as_it_should(open_reader: Callable[..., Listener], tmp_path: Path) -> None:
    listener = open_reader("recurrence#how")
    settle(listener)
    tree = listener.tree()
    check_names(tree)
    check_tree("reading", tree, tmp_path / "data")


def settle(listener: Listener) -> None:
    """Until the tree is the same twice."""
    before: list[Node] = []

    def is_still() -> bool:
        nonlocal before
        last, before = before, listener.tree()
        return last == before

    wait_until(is_still, lambda: "the tree never came to rest")


def test_every_panel_and_card_has_names(open_reader: Callable[..., Listener]) -> None:
    listener = open_reader("recurrence#how")
    listener.press("Comfort")
    wait_until(lambda: "Size of everything" in listener.names(), lambda: "no Comfort")
    check_names(listener.tree())
    listener.press("Comfort")
    listener.focus(PASSAGE, "list item")
    for action in ("Add a note", "Ask about this"):
        listener.press(action)
        wait_until(lambda: "Done" in listener.names(), lambda: "no card")
        check_names(listener.tree())
        listener.press("Done")
    listener.press("Help")
    listener.press("Show all the keys")
    wait_until(lambda: "dialog" in {node.role for node in listener.tree()}, lambda: "no keys")
    check_names(listener.tree())


def test_the_main_tasks_by_actions_alone(open_reader: Callable[..., Listener]) -> None:
    listener = open_reader()
    listener.press("Open “When ovarian cancer comes back”")
    listener.hear("Why it has come back. When ovarian cancer comes back")
    listener.press("Next section: The two groups")
    listener.hear("The two groups. When ovarian cancer comes back")

    listener.press("How to get a second opinion")
    listener.hear("How to get a second opinion. When ovarian cancer comes back")
    listener.focuses()
    listener.focus(PASSAGE, "list item")
    wait_until(lambda: ("list item", PASSAGE) in listener.focuses(), lambda: "it was not spoken")
    listener.press("Ask about this")
    listener.press("Done")

    listener.press("My questions, 1 on the list")
    listener.hear("My questions")
    ideas = [name for name in listener.names("push button") if name.startswith("Add: ")]
    for place, idea in enumerate(ideas[:3], start=2):
        listener.press(idea)
        listener.hear(f"Added as number {place}.")
    listener.press("Make question 4 one of my three")
    listener.hear("Now number 3.")

    listener.press("Search")
    listener.hear("Search")
    listener.write("Search booklets, notes and questions", "letrozole")
    wait_until(
        lambda: any(words.endswith(" places") for _, words in listener.announced()),
        lambda: "no count was said",
    )
    assert any(name.startswith("Open ") for name in listener.names("push button"))

    listener.press("Print")
    listener.hear("Print my sheet")
    assert "The pages as they will print" in listener.names()


def test_a_note_is_written_deleted_and_brought_back(open_reader: Callable[..., Listener]) -> None:
    listener = open_reader("recurrence#how")
    listener.focus(PASSAGE, "list item")
    listener.press("Add a note")
    listener.write("My note", "Ask my sister")
    listener.hear("Saved")
    listener.press("Done")
    descriptions = [node.description for node in listener.tree() if node.name == PASSAGE]
    assert descriptions == ["You wrote a note here"]

    listener.press("My notes")
    listener.press("Delete Note · How to get a second opinion")
    listener.hear("Note deleted.")
    listener.press("Undo")
    wait_until(
        lambda: any("Ask my sister" in name for name in listener.names("label")),
        lambda: f"the note is not back, only {listener.names()}",
    )


def test_the_size_is_changed_and_a_heading_stays_a_heading(
    open_reader: Callable[..., Listener],
) -> None:
    listener = open_reader("recurrence#how")
    headings = {"How to get a second opinion", "What happens next", "Getting ready"}
    assert headings < set(listener.names("heading"))
    for _ in range(2):
        listener.press("Make everything bigger")
        settle(listener)
    assert headings <= set(listener.names("heading"))


@pytest.mark.parametrize("start", ["", "recurrence#how"])
def test_asking_for_what_is_gone_ends_nothing(
    open_reader: Callable[..., Listener], start: str
) -> None:
    """A scroll bar may go between the count of children and the question for the last of them."""
    listener = open_reader(*([start] if start else []))
    assert listener.reach_too_far() > 20
    listener.press("Print")
    listener.hear("Print my sheet")
    assert listener.reach_too_far() > 20
