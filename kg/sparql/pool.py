"""Queries under hard limits: a few worker processes, a queue in front of them, and one worker in reserve."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from kg.errors import Busy, Damaged, InvalidInput, TimedOut, TooLarge
from kg.sparql import wire
from kg.sparql.process import WorkerBrokenError, WorkerDiedError, WorkerProcess
from kg.sparql.query import NO_SERVICE, Refused, check_query, explain_syntax

MEGABYTE = 1 << 20
# what the engine says of SERVICE where there are no sockets
REACHED_OUT = ("Permission denied", "failed to lookup address")
RETRY_START = 1.0  # seconds between attempts when workers don't start


@dataclass(frozen=True)
class QueryAnswer:
    """A finished answer as it goes over the wire; `rows` counts solutions or triples, 0 for ASK."""

    media_type: str
    body: bytes
    rows: int


class Closed(Busy):
    """This pool is closed; the one that took its place answers."""


class QueryPool:
    """Runs queries over a read-only store, `workers` at a time, each within its limits.

    A query over its time is ended with its process, and the worker in reserve takes over. Waiting for a turn
    is limited by `queue_limit` and `queue_timeout` and does not count as the query's time.
    """

    def __init__(
        self,
        store_dir: Path,
        *,
        workers: int = 2,
        timeout: float = 10.0,
        row_limit: int = 100_000,
        byte_limit: int = 64 * MEGABYTE,
        memory_limit: int = 2048 * MEGABYTE,
        queue_limit: int = 32,
        queue_timeout: float = 10.0,
    ) -> None:
        self.store_dir, self.workers, self.timeout = store_dir, workers, timeout
        self.row_limit, self.byte_limit, self.memory_limit = row_limit, byte_limit, memory_limit
        self.queue_limit, self.queue_timeout = queue_limit, queue_timeout
        self.sockets_denied = False
        lock = threading.Lock()
        self._changed = threading.Condition(lock)
        self._keeping = threading.Condition(lock)  # apart, so that the keeper sleeps while queries come and go
        self._idle: list[WorkerProcess] = []
        self._busy: set[WorkerProcess] = set()
        self._queue: deque[object] = deque()
        self._closed = False
        self._broken: str | None = None
        self._keeper = threading.Thread(target=self._keep, name="sparql-keeper", daemon=True)
        self._keeper.start()
        with self._changed:
            self._changed.wait_for(lambda: self._idle or self._broken)
        if self._broken:
            self.close()
            raise self._damaged()

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(
        self,
        query: str,
        *,
        media_type: str = "application/sparql-results+json",
        timeout: float | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> QueryAnswer:
        """The whole answer to one query, or the error that says why there is none.

        A `media_type` that doesn't fit the query's form (Turtle for SELECT) is answered in JSON results
        or Turtle. `timeout` only lowers the pool's. Graphs given here take the place of FROM.
        """
        check_query(query)
        limit = self.timeout if timeout is None else min(timeout, self.timeout)
        if not limit > 0:
            raise InvalidInput(f"A timeout of {timeout} s is none. Give more than 0.")
        frame = wire.frame(
            [
                query.encode(),
                media_type.encode(),
                str(self.row_limit).encode(),
                str(self.byte_limit).encode(),
                b"dataset" if default_graphs or named_graphs else b"",
                wire.pack(iri.encode() for iri in default_graphs),
                wire.pack(iri.encode() for iri in named_graphs),
            ]
        )
        state, *detail = self._ask(frame, limit)
        if state == b"ok":
            return QueryAnswer(media_type=detail[0].decode(), rows=int(detail[1]), body=detail[2])
        raise self._error(query, state.decode(), detail[0].decode() if detail else "")

    def close(self, *, grace: float = 0.0) -> None:
        """End all workers and wait until they are gone; running queries have `grace` seconds to finish."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            self._keeping.notify()
            self._changed.wait_for(lambda: not self._busy, timeout=grace)
            at_work = list(self._busy)
        for worker in at_work:
            worker.kill()  # the thread that asked it notices and gives it back
        self._keeper.join()

    def pids(self) -> list[int]:
        """The processes of this pool that are ready or at work."""
        with self._changed:
            return sorted(worker.pid for worker in [*self._idle, *self._busy])

    def _ask(self, frame: bytes, limit: float) -> list[bytes]:
        worker = self._take()
        answer: list[bytes] = [b"lost"]
        try:
            answer = worker.ask(frame, limit)
        except TimeoutError:
            raise TimedOut(
                f"The query took longer than its limit of {limit:g} s and was ended. "
                "Ask for less: patterns that share a variable, narrower paths, a LIMIT inside subqueries."
            ) from None
        except WorkerDiedError as death:
            raise self._why(death) from None
        finally:
            self._give_back(worker, fit=answer[0] not in (b"lost", b"memory"))
        return answer

    def _why(self, death: WorkerDiedError) -> Exception:
        if self._closed:
            return Closed("The query was cut off: the graph was replaced, or the service ends. Ask again.")
        if death.signal == signal.SIGSEGV:
            return TooLarge("The query is nested too deeply to be read. Write it with fewer brackets.")
        return self._out_of_memory()

    def _error(self, query: str, state: str, detail: str) -> Exception:
        if state == "syntax":
            return InvalidInput(explain_syntax(query, detail))
        if state == "rows":
            return TooLarge(
                f"The answer has more than {self.row_limit:,} rows, the limit here. "
                "Add LIMIT (and OFFSET for the next part), or count with GROUP BY."
            )
        if state == "bytes":
            most = self.byte_limit / MEGABYTE
            return TooLarge(f"The answer has more than {most:,.0f} MB, the limit here. Add LIMIT or select less.")
        if state == "memory":
            return self._out_of_memory()
        if self.sockets_denied and any(words in detail for words in REACHED_OUT):
            return Refused(NO_SERVICE)
        return InvalidInput(f"The query can't be evaluated: {detail}.")

    def _out_of_memory(self) -> TooLarge:
        most = self.memory_limit / MEGABYTE
        return TooLarge(
            f"The query ran out of memory (the limit is {most:,.0f} MB) and was ended. "
            "Sort or group fewer rows, or build shorter strings."
        )

    def _damaged(self) -> Damaged:
        return Damaged(f"The graph at {self.store_dir} can't be opened: {self._broken}. Publish it anew.")

    # The queue: first come, first served

    def _take(self) -> WorkerProcess:
        ticket = object()

        def my_turn() -> bool:
            return self._closed or bool(self._broken) or (self._queue[0] is ticket and self._free())

        with self._changed:
            waiting = len(self._queue)
            if waiting >= self.queue_limit and not (waiting == 0 and self._free()):
                raise Busy(f"{waiting} queries wait already, as many as may. Try again in a few seconds.")
            self._queue.append(ticket)
            try:
                if not self._changed.wait_for(my_turn, timeout=self.queue_timeout):
                    raise Busy(f"No turn came within {self.queue_timeout:g} s. Try again in a few seconds.")
                if self._closed:
                    raise Closed("This graph is no longer served. Ask again.")
                if self._broken:
                    raise self._damaged()
                worker = self._idle.pop()  # the last one used, whose caches are warm
                self._busy.add(worker)
                return worker
            finally:
                self._queue.remove(ticket)
                self._changed.notify_all()

    def _free(self) -> bool:
        for worker in [worker for worker in self._idle if not worker.alive]:
            self._idle.remove(worker)  # something else ended it
            self._keeping.notify()
            worker.end()
        return bool(self._idle) and len(self._busy) < self.workers

    def _give_back(self, worker: WorkerProcess, *, fit: bool) -> None:
        if not fit:
            worker.end()
        with self._changed:
            self._busy.remove(worker)
            if fit:
                self._idle.append(worker)
            self._changed.notify_all()
            if self._closed or not fit:
                self._keeping.notify()

    # The keeper: one thread that starts all workers and outlives them, because they end with who started them

    def _keep(self) -> None:
        while self._missing():
            try:
                worker = WorkerProcess(self.store_dir, memory_limit=self.memory_limit)
            except (WorkerBrokenError, OSError) as error:
                self._report(str(error))
                continue
            with self._changed:
                self._broken = None
                self.sockets_denied = worker.sockets_denied
                self._idle.insert(0, worker)
                self._changed.notify_all()
        with self._keeping:
            self._keeping.wait_for(lambda: not self._busy)
            left, self._idle = self._idle, []
        for worker in left:
            worker.end()

    def _missing(self) -> bool:
        """Wait until a worker is missing; False once the pool is closed."""
        with self._keeping:
            self._keeping.wait_for(lambda: self._closed or len(self._idle) + len(self._busy) <= self.workers)
            return not self._closed

    def _report(self, failure: str) -> None:
        with self._changed:
            if not self._idle and not self._busy:
                self._broken = failure
                self._changed.notify_all()
            self._keeping.wait_for(lambda: self._closed, timeout=RETRY_START)
