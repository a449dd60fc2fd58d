"""Limits on requests, around an app of a few lines."""

import asyncio

import pytest
from starlette.exceptions import HTTPException

from api.limits import BodyLimit, RateLimit


async def read_all(scope, receive, send):
    """An app that reads the body and answers with its length."""
    length, more = 0, True
    while more:
        message = await receive()
        length, more = length + len(message.get("body", b"")), message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(length).encode()})


def ask(app, *bodies, client="1.2.3.4", path="/", headers=()):
    """The status that an app answers with."""
    messages = [{"type": "http.request", "body": body, "more_body": True} for body in bodies]
    messages.append({"type": "http.request", "body": b"", "more_body": False})
    sent = []

    async def receive():
        return messages.pop(0)

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "path": path, "headers": list(headers), "client": (client, 1), "method": "POST"}
    asyncio.run(app(scope, receive, send))
    return sent[0]["status"]


def test_a_body_of_just_the_limit_passes_and_one_more_byte_does_not():
    app = BodyLimit(read_all, most=10)
    assert ask(app, b"12345", b"67890") == 200
    with pytest.raises(HTTPException) as refused:  # the app's handler makes the answer of it
        ask(app, b"12345", b"67890", b"1")
    assert refused.value.status_code == 413


def test_a_length_over_the_limit_is_refused_unread_and_a_false_one_helps_nobody():
    app = BodyLimit(read_all, most=10)
    assert ask(app, headers=[(b"content-length", b"11")]) == 413
    with pytest.raises(HTTPException):
        ask(app, b"x" * 11, headers=[(b"content-length", b"3")])
    assert ask(app, b"x", headers=[(b"content-length", b"many")]) == 200


def test_each_client_has_a_rate_of_its_own_and_health_has_none():
    app = RateLimit(read_all, rate=0.001)
    assert [ask(app, client="a") for _ in range(3)] == [200, 429, 429]
    assert ask(app, client="b") == 200
    assert ask(app, client="a", path="/health/live") == 200


def test_a_rate_of_several_lets_that_many_through_at_once():
    app = RateLimit(read_all, rate=3)
    assert [ask(app) for _ in range(3)] == [200, 200, 200]
    assert ask(app) == 429
