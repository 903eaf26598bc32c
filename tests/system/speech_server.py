"""A speech-dispatcher of our own with espeak-ng, whose sound goes into a file."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from array import array
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.system.running import PATIENCE_SECONDS, tool

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES_A_SECOND = 22_050 * 2
"""What espeak-ng makes: one channel of 16 bits."""

QUIET = 500
"""Of 32,767: a voice is louder at its loudest."""

_CONFIG = """
LogLevel 1
LogDir "{folder}"
AudioOutputMethod "alsa"
AudioALSADevice "sink"
DefaultLanguage "en-GB"
AddModule "{module}" "{binary}" "{module}.conf"
DefaultModule {module}
DisableAutoSpawn
Timeout 0
"""
_ALSA = """
pcm.sink {{ type file; slave.pcm "nowhere"; file "|{play}"; format "raw" }}
pcm.nowhere {{ type null }}
"""
# A sound card takes as long over a second of sound as a second; a file would take none.
_SINK = """
import sys, time
with open(sys.argv[1], "ab", buffering=0) as sound:
    while part := sys.stdin.buffer.read1({step}):
        sound.write(part)
        time.sleep(len(part) / {rate})
"""


_GENERIC = """
GenericExecuteSynth "printf %s '$DATA' | espeak-ng -v $VOICE --stdin --stdout | {play}"
GenericLanguage "en-gb" "en-gb" "utf-8"
AddVoice "en-GB" "MALE1" "en-gb"
DefaultVoice "en-gb"
"""


PROGRAM = "espeak-ng-program"
_BINARIES = {"espeak-ng": "sd_espeak-ng", PROGRAM: "sd_generic"}


class Sound:
    """What has been heard so far."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self._path.stat().st_size / BYTES_A_SECOND if self._path.exists() else 0.0

    def loudest(self) -> int:
        """The greatest swing, of 32,767."""
        data = self._path.read_bytes() if self._path.exists() else b""
        swings = array("h", data[: len(data) // 2 * 2])
        return max(map(abs, swings), default=0)


@contextmanager
def speech_server(module: str = "espeak-ng") -> Iterator[tuple[dict[str, str], Sound]]:
    """What a program needs in its environment to speak here, and what is heard of it.

    The module ``espeak-ng`` goes through the sound system, whose slow sink takes what is given to
    it to the end; in ``PROGRAM`` espeak-ng is a program, which is ended when the voice is stopped.
    """
    with tempfile.TemporaryDirectory(prefix="voice-") as name:
        folder = Path(name)
        environment = without_server(folder, module)
        play = f"{sys.executable} {folder / 'sink.py'} {folder / 'sound'}"
        (folder / "alsa.conf").write_text(_ALSA.format(play=play))
        modules = folder / "speech-dispatcher" / "modules"
        (modules / f"{PROGRAM}.conf").write_text(_GENERIC.format(play=play))
        (folder / "sink.py").write_text(_SINK.format(step=2205, rate=BYTES_A_SECOND))
        server = subprocess.Popen(
            [
                *(tool("speech-dispatcher"), "--run-single"),
                *("--config-dir", folder / "speech-dispatcher"),
                *("--communication-method", "unix_socket"),
                *("--socket-path", folder / "socket", "--pid-file", folder / "pid"),
            ],
            env=os.environ | environment | {"ALSA_CONFIG_PATH": str(folder / "alsa.conf")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            deadline = time.monotonic() + PATIENCE_SECONDS
            while not (folder / "socket").exists():
                assert server.poll() is None, "speech-dispatcher has ended"
                assert time.monotonic() < deadline, "speech-dispatcher does not come up"
                time.sleep(0.05)
            yield environment, Sound(folder / "sound")
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)


def without_server(folder: Path, module: str = "espeak-ng") -> dict[str, str]:
    """An environment whose own speech-dispatcher, if there is any, starts none by itself."""
    config = folder / "speech-dispatcher"
    (config / "modules").mkdir(parents=True)
    (config / "modules" / "espeak-ng.conf").write_text("")
    (config / "speechd.conf").write_text(
        _CONFIG.format(folder=folder, module=module, binary=_BINARIES[module])
    )
    return {
        "SPEECHD_ADDRESS": f"unix_socket:{folder / 'socket'}",
        "XDG_CONFIG_HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "HOME": str(folder),
    }
