"""``doctor``: whether all is there that the program needs, for whoever is asked to help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.console import Status
from reader.commands.examining import State, examine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.commands.context import Context
    from reader.commands.examining import Finding

    VoiceNames = Callable[[], tuple[str, ...]]

_WORDS = {State.GOOD: "good", State.NOTE: "note", State.PROBLEM: "to mend"}


def examine_all(
    context: Context, environ: Mapping[str, str], voice_names: VoiceNames, *, as_json: bool
) -> Status:
    """Say how everything is; the answer is no where something is to be mended.

    Nothing is changed, and nothing of what the reader wrote is said.
    """
    findings = examine(context, environ, voice_names)
    is_well = all(finding.state is not State.PROBLEM for finding in findings)
    if as_json:
        context.console.say_json(
            {"well": is_well, "findings": [_data(finding) for finding in findings]}
        )
    else:
        for finding in findings:
            context.console.say(f"{_WORDS[finding.state]:8} {finding.said}")
    return Status.DONE if is_well else Status.NO


def _data(finding: Finding) -> dict[str, object]:
    return {
        "topic": finding.topic,
        "state": str(finding.state),
        "said": finding.said,
        **finding.data,
    }
