"""A worker process as the pool holds it: started, asked with a deadline, ended."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from kg.sparql import wire
from kg.terms import BASE

START_LIMIT = 30.0  # seconds; 0.1 is usual, and a busy machine is no reason to give up
CHUNK = 1 << 20


class WorkerDiedError(Exception):
    """The process ended without an answer."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.signal = signal.Signals(-code) if code < 0 else None


class WorkerBrokenError(Exception):
    """The process can't open its store."""


class WorkerProcess:
    """One running worker. Not thread-safe: whoever asks holds it alone."""

    def __init__(self, store_dir: Path, *, memory_limit: int) -> None:
        """Start it and wait until its store is open; call it from a thread that outlives the worker.

        The kernel ends a worker when the *thread* that started it ends (`sandbox.end_with_parent`).
        """
        home = [os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else []
        home.append(str(Path(__file__).parents[2]))
        arguments = [os.fspath(store_dir), str(memory_limit), str(os.getpid()), BASE]
        self._process = subprocess.Popen(
            # -P: not from the current folder; -m kg...: as this process found it
            [sys.executable, "-P", "-m", "kg.sparql.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the allocator's last words; the exit says the same
            bufsize=0,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(home)},
            start_new_session=True,  # Ctrl-C is for the service, which ends its workers itself
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._stdin, self._stdout = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._stdin, False)
        os.set_blocking(self._stdout, False)
        try:
            state, *detail = self._exchange(b"", START_LIMIT)
        except (WorkerDiedError, TimeoutError) as error:
            self.end()
            raise WorkerBrokenError(f"its process didn't start ({error})") from None
        if state != b"ready":
            self.end()
            raise WorkerBrokenError(detail[0].decode())
        self.sockets_denied = bool(detail[0])

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, frame: bytes, timeout: float) -> list[bytes]:
        """The answer's fields; after TimeoutError or WorkerDiedError all that is left to do is `end`."""
        return self._exchange(frame, timeout)

    def kill(self) -> None:
        """End it from any thread; whoever asks it gets WorkerDiedError."""
        self._process.kill()

    def end(self) -> None:
        """Kill it and wait until it is gone; asking is over."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _exchange(self, frame: bytes, timeout: float) -> list[bytes]:
        deadline = time.monotonic() + timeout
        unsent, received, expected = memoryview(frame), bytearray(), -1
        ready = select.poll()
        ready.register(self._stdout, select.POLLIN)
        if unsent:
            ready.register(self._stdin, select.POLLOUT)
        while len(received) != expected:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            for pipe, _ in ready.poll(left * 1000 + 1):
                if pipe == self._stdin:
                    unsent = unsent[self._send(unsent) :]
                    if not unsent:
                        ready.unregister(self._stdin)
                else:
                    received += self._receive()
            if expected < 0 and len(received) >= wire.PREFIX:
                expected = wire.length(received[: wire.PREFIX])
                del received[: wire.PREFIX]
        return wire.unpack(received)

    def _send(self, data: memoryview) -> int:
        try:
            return os.write(self._stdin, data)
        except BrokenPipeError:
            raise WorkerDiedError(self._process.wait()) from None

    def _receive(self) -> bytes:
        data = os.read(self._stdout, CHUNK)
        if not data:
            raise WorkerDiedError(self._process.wait())
        return data
