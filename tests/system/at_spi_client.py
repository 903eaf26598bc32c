"""What a screen reader does, over the accessibility bus: reads the tree, presses, types, listens.

Run by the system's own Python, which has ``pyatspi``; knows nothing of the program. It answers each
line of JSON on standard input with one on standard output.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

APPLICATION = "booklet-reader"
STATES = {
    "focused": Atspi.StateType.FOCUSED,
    "focusable": Atspi.StateType.FOCUSABLE,
    "checked": Atspi.StateType.CHECKED,
    "checkable": Atspi.StateType.CHECKABLE,
    "editable": Atspi.StateType.EDITABLE,
}
POLITENESS = {1: "polite", 2: "assertive"}


class Client:
    """Sees the one application of that name; remembers nothing of it between two questions."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.focused: list[tuple[str, str]] = []
        self._said = Atspi.EventListener.new(self._hear)
        self._moved = Atspi.EventListener.new(self._follow)
        self._said.register("object:announcement")
        self._moved.register("object:state-changed:focused")

    def _hear(self, event: Any) -> None:  # noqa: ANN401
        self.heard.append((POLITENESS.get(event.detail1, "?"), str(event.any_data)))

    def _follow(self, event: Any) -> None:  # noqa: ANN401
        if event.detail1 != 1 or event.source is None:
            return
        with suppress(GLib.Error):  # it may be gone by now
            self.focused.append((event.source.get_role_name(), event.source.get_name()))

    # ---- the tree

    def application(self) -> Any:  # noqa: ANN401
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(index)
            if found is not None and found.get_name() == APPLICATION:
                found.set_cache_mask(Atspi.Cache.NONE)
                return found
        return None

    def nodes(self) -> list[tuple[int, Any]]:
        """What is there to be seen, with its depth."""
        found: list[tuple[int, Any]] = []
        application = self.application()
        if application is not None:
            self._collect(application, 0, found)
        return found

    def _collect(self, node: Any, depth: int, found: list[tuple[int, Any]]) -> None:  # noqa: ANN401
        found.append((depth, node))
        for index in range(node.get_child_count()):
            with suppress(GLib.Error):  # it may be gone by now
                child = node.get_child_at_index(index)
                if child is not None and child.get_state_set().contains(Atspi.StateType.VISIBLE):
                    self._collect(child, depth + 1, found)

    def tree(self) -> list[dict[str, object]]:
        found = []
        for depth, node in self.nodes():
            with suppress(GLib.Error):
                found.append(self._described(node) | {"depth": depth})
        return found

    def reach_too_far(self) -> int:
        """Ask everything for a child that it has not; how many were asked."""
        nodes = self.nodes()
        for _, node in nodes:
            for index in (node.get_child_count(), 1000):
                with suppress(GLib.Error):
                    node.get_child_at_index(index)
        return len(nodes)

    def _described(self, node: Any) -> dict[str, object]:  # noqa: ANN401
        states = node.get_state_set()
        return {
            "role": node.get_role_name(),
            "name": node.get_name(),
            "description": node.get_description(),
            "states": [name for name, state in STATES.items() if states.contains(state)],
        }

    def _called(self, name: str, role: str = "") -> list[Any]:
        found = []
        for _, node in self.nodes():
            with suppress(GLib.Error):
                if node.get_name() == name and role in ("", node.get_role_name()):
                    found.append(node)
        return found

    def _field(self, name: str) -> Any:  # noqa: ANN401
        found = [
            node
            for node in self._called(name)
            if node.get_state_set().contains(Atspi.StateType.EDITABLE)
        ]
        if len(found) != 1:
            message = f"{len(found)} fields are called {name!r}"
            raise LookupError(message)
        return found[0]

    # ---- what is done with it

    def press(self, name: str, role: str = "") -> None:
        self._do(name, role, "Press")

    def focus(self, name: str, role: str = "") -> None:
        self._do(name, role, "SetFocus")

    def _do(self, name: str, role: str, action: str) -> None:
        """Do an action of the one thing of that name that has it."""
        found = []
        for node in self._called(name, role):
            names = [node.get_action_name(index) for index in range(node.get_n_actions())]
            if action in names:
                found.append((node, names.index(action)))
        if len(found) != 1:
            message = f"{action} can be done to {len(found)} things called {name!r}"
            raise LookupError(message)
        node, index = found[0]
        node.do_action(index)

    def write(self, name: str, text: str) -> None:
        if not self._field(name).set_text_contents(text):
            message = f"{name!r} takes no text"
            raise LookupError(message)

    def text(self, name: str) -> str:
        node = self._field(name)
        return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))

    def announced(self) -> list[tuple[str, str]]:
        heard, self.heard = self.heard, []
        return heard

    def focuses(self) -> list[tuple[str, str]]:
        focused, self.focused = self.focused, []
        return focused


def main() -> None:
    client = Client()
    loop = GLib.MainLoop()

    def answer(*_: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        asked, *arguments = json.loads(line)
        try:
            told = {"answer": getattr(client, asked)(*arguments)}
        except (LookupError, GLib.Error) as error:
            told = {"trouble": str(error)}
        print(json.dumps(told), flush=True)  # noqa: T201
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, answer)
    loop.run()


if __name__ == "__main__":
    main()
