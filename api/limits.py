"""Limits on requests: the size of a body, and how many a second one client may send."""

from __future__ import annotations

import time
from collections import OrderedDict

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem

CLIENTS_REMEMBERED = 10_000


class BodyLimit:
    """Refuses bodies over a limit with 413, also those that don't say their length."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        """Wrap an app; `most` is in bytes."""
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its body stays within the limit."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = f"The body is over {self.most:,} bytes. Send less at once."
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self.most:
            await problem(413, said)(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.most:
                raise HTTPException(413, said)  # FastAPI hides any other error that reading a body raises
            return message

        await self.app(scope, counted, send)


class RateLimit:
    """A token bucket a client: `rate` requests a second, over it 429 with Retry-After."""

    def __init__(self, app: ASGIApp, *, rate: float) -> None:
        """Wrap an app."""
        self.app, self.rate = app, rate
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its client has tokens left."""
        client = (scope.get("client") or ("",))[0]
        if scope["type"] == "http" and not scope["path"].startswith("/health/") and not self._take(client):
            refusal = problem(429, f"More than {self.rate:g} requests a second. Wait a moment and go on slower.")
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _take(self, client: str) -> bool:
        now = time.monotonic()
        most = max(self.rate, 1.0)
        tokens, then = self._buckets.pop(client, (most, now))
        tokens = min(most, tokens + (now - then) * self.rate)
        self._buckets[client] = (tokens - 1 if tokens >= 1 else tokens, now)
        if len(self._buckets) > CLIENTS_REMEMBERED:
            self._buckets.popitem(last=False)
        return tokens >= 1
