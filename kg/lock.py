"""One writer at a time, and the lock goes with the process that held it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import Busy

_held: set[int] = set()


def _let_go_in_child() -> None:
    # A forked child shares the lock. If it outlived a killed writer, nobody could write.
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_child)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`, with our process id in it; raise Busy where another writer has it.

    The kernel frees it when the process ends, however it ends; the file itself stays, since removing
    it would let two writers lock two files of the same name.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise Busy(_who(path)) from None
    _held.add(descriptor)
    try:
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        _release(descriptor)


def _release(descriptor: int) -> None:
    if descriptor in _held:  # else we are a forked child that has let go of it already
        _held.discard(descriptor)
        os.truncate(descriptor, 0)
        os.close(descriptor)


def _who(path: Path) -> str:
    pid = path.read_text(encoding="utf-8", errors="replace").strip()
    who = f"Process {pid}" if pid.isdecimal() else "Another process"
    end = f", or end it (`kill {pid}`) if it hangs" if pid.isdecimal() else ""
    return f"{who} is writing to {path.parent}. Wait until it is done{end}."
