"""Progress of long work on stderr: a line that is written over on a terminal, plain lines otherwise."""

from __future__ import annotations

import sys
import time

EVERY = 10.0  # seconds between plain lines


class Progress:
    """Call it with a stage and how much of it is done."""

    def __init__(self) -> None:
        """Progress that has said nothing yet."""
        self._terminal = sys.stderr.isatty()
        self._said = ("", 0.0)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say how far a stage is."""
        if self._terminal:
            end = "\n" if done >= total else ""
            print(f"\r\x1b[K{stage} {done}/{total}", end=end, file=sys.stderr, flush=True)
            return
        last_stage, last_time = self._said
        now = time.monotonic()
        if stage != last_stage or now - last_time >= EVERY or done >= total:
            print(f"{stage} {done}/{total}", file=sys.stderr, flush=True)
            self._said = (stage, now)
