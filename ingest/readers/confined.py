"""Reading in a process of its own: what a broken document does to its parser, it does there.

The child (`ingest.readers.child`) gets the bytes on stdin and answers with one JSON object on stdout. It may open
no socket, has limits on memory and processor time, and is ended when the time is up.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from ingest.readers.pages import Pages
from kg.errors import InvalidInput, TimedOut

CRASHES = {signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGTRAP, signal.SIGFPE}


@dataclass(frozen=True)
class Limits:
    """What reading one document may take."""

    seconds: float = 25
    memory: int = 900_000_000
    pages: int = 2_000
    characters: int = 30_000_000


LIMITS = Limits()


def read_confined(kind: str, data: bytes, *, limits: Limits = LIMITS) -> Pages:
    """Read bytes of a kind (`html`, `docx`, `pdf`) in a child process.

    Raises InvalidInput with the reason where they can't be read, TimedOut where that takes too long.
    """
    command = [sys.executable, "-P", "-m", "ingest.readers.child", kind, *_arguments(limits)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONWARNINGS": "ignore"}
    try:
        ran = subprocess.run(
            command, input=data, capture_output=True, timeout=limits.seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(limits) from error
    try:
        said: dict[str, Any] = json.loads(ran.stdout)
    except ValueError:
        said = {}
    if ran.returncode == 0 and "text" in said:
        return Pages(said["text"], tuple(said["starts"]), tuple(said["unread"]))
    if "reason" in said:
        raise InvalidInput(said["reason"])
    if -ran.returncode in (signal.SIGXCPU, signal.SIGKILL):
        raise _too_slow(limits)
    if -ran.returncode in CRASHES:
        raise InvalidInput(
            f"it is broken, or needs more than the {limits.memory:,} bytes of memory that reading may take. "
            "Open it in its own program, save it anew and try again."
        )
    last = ran.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:300]
    raise InvalidInput(f"its reader failed ({last or f'exit {ran.returncode}'}). Save it anew, or report it to us.")


def _arguments(limits: Limits) -> list[str]:
    return [str(value) for value in (limits.seconds, limits.memory, limits.pages, limits.characters)]


def _too_slow(limits: Limits) -> TimedOut:
    return TimedOut(
        f"reading it takes longer than {limits.seconds:g} seconds: it is broken or far too large. Split it."
    )
