"""A screen for the kiosk, and a way to say figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.system.screen import x_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.system.screen import Screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with x_server(tmp_path) as made:
        yield made


@pytest.fixture
def tell(
    request: pytest.FixtureRequest, record_testsuite_property: Callable[[str, object], None]
) -> Callable[[str], None]:
    """Say a line of figures, whether the test is going to pass or not."""
    plugins = request.config.pluginmanager
    capture, reporter = plugins.getplugin("capturemanager"), plugins.getplugin("terminalreporter")

    def told(text: str) -> None:
        record_testsuite_property(request.node.name, text)
        if reporter is not None:
            with capture.global_and_fixture_disabled():
                reporter.write_line(f"\n{request.node.name}: {text}")

    return told
