"""The architecture, kept: who may import whom, what nobody may use, how long things may get.

Every rule reads source text and says what is wrong in it. The same rules are shown bad snippets
below: a rule that catches nothing would be worse than none.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Rule = Callable[[str, ast.AST], Iterator[str]]

READER = Path(__file__).parents[1] / "reader"
MODULES = sorted(path.relative_to(READER.parent).as_posix() for path in READER.rglob("*.py"))

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

# Modules that know no part of the program; anybody may import them.
LEAVES = {"files", "log", "override", "paths", "said", "settings", "system", "version", "words"}
# The arrows: what each part may import besides itself and the leaves.
LAYERS = {
    "booklet": set[str](),
    "shelf": {"booklet"},
    "notebook": {"booklet"},
    "paper": {"booklet", "notebook"},
    "printing": set[str](),
    "kiosk": {"booklet", "printing"},
    "check": {"booklet", "shelf"},
    "ui": {"booklet", "shelf", "notebook", "paper", "printing", "kiosk"},
    "app": {"booklet", "shelf", "notebook", "paper", "printing", "kiosk", "ui"},
    "start": {"app", "booklet", "shelf", "notebook", "ui"},
    "commands": {"booklet", "check", "shelf", "notebook", "paper", "printing", "kiosk"},
    "cli": {"app", "start", "booklet", "commands", "notebook", "paper", "shelf"},
    "kiosk_desk": {"kiosk", "kiosk_inside", "ui"},
    "kiosk_inside": {"booklet", "shelf", "notebook", "paper", "printing", "kiosk", "ui"},
    "kiosk_session": {"kiosk", "kiosk_desk"},
    "__main__": {"cli", "kiosk_session"},
    "__init__": set[str](),
}

WITH_QT = {"ui", "app", "start", "kiosk", "kiosk_desk", "kiosk_inside"}
WITH_WIDGETS = {"ui", "app", "start", "kiosk_desk", "kiosk_inside"}
SINGLE_INSTANCE = "reader/ui/single_instance.py"
LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}
BANNED_MODULES = {
    "ftplib", "http", "requests", "smtplib", "socketserver", "ssl", "urllib.request", "webbrowser",
}  # fmt: skip
FAR_SOCKETS = {
    "AF_INET", "AF_INET6", "create_connection", "create_server", "getaddrinfo", "gethostbyname",
    "open_connection", "start_server",
}  # fmt: skip
PRINT_CHANNEL = "reader/printing/channel.py"
STREAMS = (PRINT_CHANNEL, "reader/ui/speech_service.py")
BANNED_QT = {"QtNetwork", "QtWebChannel", "QtWebEngine", "QtWebSockets", "QtWebView"}


def part_of(module: str) -> str:
    """``"shelf"`` of ``reader/shelf/index.py``, ``"cli"`` of ``reader/cli.py``."""
    return Path(module).parts[1].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """The full name of everything that is imported: ``a.b`` and, for ``from a import b``, that."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module or ''}.{alias.name}" for alias in node.names)


def parts_imported(module: str, tree: ast.AST) -> set[str]:
    """The other parts of the program that the module imports."""
    names = [name.split(".") for name in imports(tree)]
    found = {name[1] for name in names if name[0] == "reader" and len(name) > 1}
    return found - {part_of(module)}


def is_within(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def keeps_to_its_layer(module: str, tree: ast.AST) -> Iterator[str]:
    part = part_of(module)
    if part not in LAYERS and part not in LEAVES:
        yield f"{part} is not a known part of the program"
        return
    allowed = LAYERS.get(part, set()) | LEAVES
    yield from (f"imports {other}" for other in parts_imported(module, tree) - allowed)


def keeps_qt_where_it_belongs(module: str, tree: ast.AST) -> Iterator[str]:
    for name in imports(tree):
        if is_within(name, {"PySide6", "shiboken6"}) and part_of(module) not in WITH_QT:
            yield f"imports {name}"
        if is_within(name, {"PySide6.QtWidgets"}) and part_of(module) not in WITH_WIDGETS:
            yield f"imports {name}"


def opens_nothing(module: str, tree: ast.AST) -> Iterator[str]:
    """No network, no browser, no program for a file."""
    for name in imports(tree):
        if is_within(name, BANNED_MODULES):
            yield f"imports {name}"
        qt, _, member = name.removeprefix("PySide6.").partition(".")
        is_qt = name.startswith("PySide6.")
        is_local = module == SINGLE_INSTANCE and qt == "QtNetwork" and member in LOCAL_SOCKETS
        if is_qt and any(qt.startswith(banned) for banned in BANNED_QT) and not is_local:
            yield f"imports {name}"
    for node in ast.walk(tree):
        if "QDesktopServices" in names_in(node):
            yield "uses QDesktopServices"


def stays_on_this_machine(module: str, tree: ast.AST) -> Iterator[str]:
    """Two modules open a socket, a file; a pair of them joins this process to itself."""
    for node in ast.walk(tree):
        yield from (f"uses {name}" for name in names_in(node) if name in FAR_SOCKETS)
        if not (isinstance(node, ast.Call) and _opens_a_socket(node.func)):
            continue
        family = ast.unparse(node.args[0]) if node.args else "no family"
        if family != "socket.AF_UNIX":
            yield f"opens a socket of {family}"
        elif ast.unparse(node.args[-1]) == "socket.SOCK_STREAM" and module not in STREAMS:
            yield "opens a stream, which the modules for printing and speech alone may do"


def _opens_a_socket(called: ast.expr) -> bool:
    return ast.unparse(called) in {"socket.socket", "socket", "SocketType", "socket.SocketType"}


def asks_no_global(module: str, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "processEvents":
            yield "uses processEvents"
        if isinstance(node, ast.Attribute) and node.attr == "instance":
            owner = ast.unparse(node.value)
            if owner.endswith("Application"):
                yield f"uses {owner}.instance"
        if isinstance(node, ast.Name) and node.id == "qApp":
            yield "uses qApp"


def names_in(node: ast.AST) -> tuple[str, ...]:
    """The names that this one node says."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return (name,)
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return tuple(alias.name for alias in aliases)
        case _:
            return ()


def imports_absolutely(module: str, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"line {node.lineno}: a relative import"


def is_short(module: str, tree: ast.AST) -> Iterator[str]:
    last = max((getattr(node, "end_lineno", 0) or 0 for node in ast.walk(tree)), default=0)
    if last > LONGEST_MODULE:
        yield f"{last} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.name} has {lines} lines"


RULES = [
    keeps_to_its_layer,
    keeps_qt_where_it_belongs,
    opens_nothing,
    stays_on_this_machine,
    asks_no_global,
    imports_absolutely,
    is_short,
]


def cycle_among(arrows: dict[str, set[str]]) -> list[str]:
    """Some parts that import each other in a ring, or none."""

    def search(part: str, way: list[str]) -> list[str]:
        if part in way:
            return [*way[way.index(part) :], part]
        rings = (search(other, [*way, part]) for other in sorted(arrows.get(part, ())))
        return next((ring for ring in rings if ring), [])

    return next((ring for part in sorted(arrows) if (ring := search(part, []))), [])


def arrows_of(sources: dict[str, str]) -> dict[str, set[str]]:
    """Which part imports which, from modules and their source."""
    arrows: dict[str, set[str]] = defaultdict(set)
    for module, source in sources.items():
        arrows[part_of(module)] |= parts_imported(module, ast.parse(source))
    return arrows


def source_of(module: str) -> str:
    return (READER.parent / module).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def program() -> dict[str, ast.AST]:
    """Every module of it, read once."""
    return {module: ast.parse(source_of(module)) for module in MODULES}


@pytest.mark.parametrize("rule", RULES)
def test_the_program_keeps_the_rule(rule: Rule, program: dict[str, ast.AST]) -> None:
    found = {module: list(rule(module, tree)) for module, tree in program.items()}
    assert {module: faults for module, faults in found.items() if faults} == {}


def test_no_parts_import_each_other_in_a_ring() -> None:
    assert cycle_among(arrows_of({module: source_of(module) for module in MODULES})) == []


def test_the_program_was_found() -> None:
    assert {"reader/booklet/model.py", "reader/shelf/shelf.py", "reader/cli.py"} <= set(MODULES)


CAUGHT = [
    (keeps_to_its_layer, "booklet/a.py", "import reader.shelf"),
    (keeps_to_its_layer, "booklet/a.py", "from reader import notebook"),
    (keeps_to_its_layer, "booklet/a.py", "from reader.ui.window import Window"),
    (keeps_to_its_layer, "shelf/a.py", "from reader.notebook.model import Place"),
    (keeps_to_its_layer, "notebook/a.py", "def f():\n    from reader.paper import sheet"),
    (keeps_to_its_layer, "paper/a.py", "from reader.shelf import shelf"),
    (keeps_to_its_layer, "shelf/a.py", "from reader.check.checking import check_folders"),
    (keeps_to_its_layer, "check/a.py", "from reader.notebook.model import Place"),
    (keeps_to_its_layer, "ui/a.py", "from reader.check import ease"),
    (keeps_to_its_layer, "kiosk/a.py", "from reader.ui import window"),
    (keeps_to_its_layer, "printing/a.py", "from reader.paper.pdf import Pdf"),
    (keeps_to_its_layer, "paper/a.py", "from reader.printing.service import PrintService"),
    (keeps_to_its_layer, "ui/a.py", "import reader.app"),
    (keeps_to_its_layer, "ui/a.py", "if TYPE_CHECKING:\n    from reader.app import App"),
    (keeps_to_its_layer, "commands/a.py", "from reader.ui import window"),
    (keeps_to_its_layer, "app.py", "from reader.cli import main"),
    (keeps_to_its_layer, "settings.py", "from reader.booklet.model import Booklet"),
    (keeps_to_its_layer, "cloud/a.py", ""),
    (keeps_qt_where_it_belongs, "booklet/a.py", "import PySide6"),
    (keeps_qt_where_it_belongs, "shelf/a.py", "from PySide6 import QtCore"),
    (keeps_qt_where_it_belongs, "cli.py", "def f():\n    from PySide6.QtCore import QObject"),
    (keeps_qt_where_it_belongs, "paper/a.py", "import PySide6.QtGui as gui"),
    (keeps_qt_where_it_belongs, "commands/a.py", "import shiboken6"),
    (keeps_qt_where_it_belongs, "kiosk/a.py", "from PySide6.QtWidgets import QWidget"),
    (keeps_qt_where_it_belongs, "kiosk/a.py", "from PySide6 import QtWidgets"),
    (opens_nothing, "ui/a.py", "from PySide6.QtGui import QDesktopServices"),
    (opens_nothing, "ui/a.py", "QtGui.QDesktopServices.openUrl(url)"),
    (opens_nothing, "ui/a.py", "from PySide6.QtWebEngineWidgets import QWebEngineView"),
    (opens_nothing, "ui/a.py", "from PySide6 import QtWebEngineCore"),
    (opens_nothing, "ui/a.py", "from PySide6.QtNetwork import QLocalServer"),
    (opens_nothing, "ui/single_instance.py", "from PySide6.QtNetwork import QTcpSocket"),
    (opens_nothing, "ui/single_instance.py", "from PySide6 import QtNetwork"),
    (opens_nothing, "shelf/a.py", "import urllib.request"),
    (opens_nothing, "shelf/a.py", "from urllib import request"),
    (opens_nothing, "shelf/a.py", "from http.client import HTTPSConnection"),
    (opens_nothing, "ui/a.py", "import webbrowser"),
    (stays_on_this_machine, "printing/channel.py", "socket.socket(socket.AF_INET)"),
    (stays_on_this_machine, "printing/channel.py", "socket.socket()"),
    (stays_on_this_machine, "printing/channel.py", "socket.socket(family, socket.SOCK_STREAM)"),
    (stays_on_this_machine, "printing/channel.py", "from socket import create_connection"),
    (stays_on_this_machine, "printing/a.py", "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)"),
    (stays_on_this_machine, "ui/a.py", "from socket import AF_INET6 as family"),
    (stays_on_this_machine, "ui/a.py", "socket.getaddrinfo(name, 631)"),
    (stays_on_this_machine, "kiosk/a.py", "from socket import socket\nsocket()"),
    (asks_no_global, "ui/a.py", "app.processEvents()"),
    (asks_no_global, "ui/a.py", "QApplication.instance().quit()"),
    (asks_no_global, "ui/a.py", "QtCore.QCoreApplication.instance()"),
    (asks_no_global, "ui/a.py", "find = QGuiApplication.instance"),
    (asks_no_global, "ui/a.py", "qApp.quit()"),
    (imports_absolutely, "shelf/a.py", "from . import shelf"),
    (imports_absolutely, "shelf/a.py", "from ..booklet import model"),
    (is_short, "shelf/a.py", "x = 1\n" * 301),
    (is_short, "shelf/a.py", "def long():\n" + "    x = 1\n" * 40),
    (is_short, "shelf/a.py", "class A:\n    async def long(self):\n" + "        x = 1\n" * 40),
]

LET_PASS = [
    (keeps_to_its_layer, "shelf/a.py", "from reader.booklet.model import Booklet"),
    (keeps_to_its_layer, "shelf/a.py", "from reader.shelf import index\nimport reader.words"),
    (keeps_to_its_layer, "cli.py", "def f():\n    from reader.app import run"),
    (keeps_qt_where_it_belongs, "ui/a.py", "from PySide6.QtWidgets import QWidget"),
    (keeps_qt_where_it_belongs, "kiosk/a.py", "from PySide6.QtCore import QTimer"),
    (opens_nothing, "ui/single_instance.py", "from PySide6.QtNetwork import QLocalServer"),
    (opens_nothing, "shelf/a.py", "from urllib.parse import urlsplit\nimport httpx_like"),
    (
        stays_on_this_machine,
        "printing/channel.py",
        "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
    ),
    (stays_on_this_machine, "ui/a.py", "heard, woken = socket.socketpair()"),
    (
        stays_on_this_machine,
        "kiosk/a.py",
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)",
    ),
    (asks_no_global, "ui/a.py", "theme.instance()"),
    (imports_absolutely, "shelf/a.py", "from reader.shelf import index"),
    (is_short, "shelf/a.py", "x = 1\n" * 300),
    (is_short, "shelf/a.py", "def f():\n" + "    x = 1\n" * 39),
]


def test_every_rule_is_shown_to_work_both_ways() -> None:
    assert {rule for rule, _, _ in CAUGHT} == {rule for rule, _, _ in LET_PASS} == set(RULES)


@pytest.mark.parametrize(("rule", "module", "source"), CAUGHT)
def test_the_rule_catches(rule: Rule, module: str, source: str) -> None:
    assert list(rule(f"reader/{module}", ast.parse(source)))


@pytest.mark.parametrize(("rule", "module", "source"), LET_PASS)
def test_the_rule_lets_pass(rule: Rule, module: str, source: str) -> None:
    assert list(rule(f"reader/{module}", ast.parse(source))) == []


@pytest.mark.parametrize(
    ("sources", "ring"),
    [
        ({"reader/a/x.py": "import reader.b", "reader/b/y.py": "import reader.a"}, ["a", "b", "a"]),
        (
            {
                "reader/a.py": "import reader.b.x",
                "reader/b/x.py": "from reader import c",
                "reader/c.py": "if TYPE_CHECKING:\n    from reader.b.x import X",
            },
            ["b", "c", "b"],
        ),
        ({"reader/a/x.py": "import reader.b", "reader/b/y.py": "import reader.b.z"}, []),
    ],
)
def test_a_ring_is_found(sources: dict[str, str], ring: list[str]) -> None:
    assert cycle_among(arrows_of(sources)) == ring
