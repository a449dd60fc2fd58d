"""Running the service: uvicorn in front of the app."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from api.app import make_app
from api.locations import knowledge_base_path
from api.settings import read_settings
from kg.errors import SelaError
from kg.snapshots import KnowledgeBase

OPTIONS: Any = {
    "log_level": "warning",
    "access_log": False,
    "timeout_graceful_shutdown": 5,  # seconds
    "http": "h11",  # the one whose limit on the length of an address can be set
    "h11_max_incomplete_event_size": 256_000,  # bytes; 8,000 characters of any script are 96,000 in an address
}


class _Server(uvicorn.Server):
    """A server that says where it is once it answers."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and sockets:
            print(f"SELA Knowledge Graph at {_address(sockets[0])} (Ctrl-C ends it)", flush=True)


def run(kb: Path, *, host: str, port: int, workers: int = 1, rate_limit: float | None = None) -> None:
    """Serve a knowledge base until interrupted; raises SelaError where it can't be opened or the port is taken."""
    settings = read_settings(rate_limit=rate_limit)
    with _bound(host, port) as listening, suppress(KeyboardInterrupt):  # it has ended in order by then
        if workers == 1:
            _Server(uvicorn.Config(make_app(kb, settings), **OPTIONS)).run(sockets=[listening])
            return
        KnowledgeBase(kb).current().verify()  # here, where the reason is told; each process would tell its own
        os.environ["SELA_KB"] = str(kb)
        if settings.rate_limit:
            os.environ["SELA_RATE_LIMIT"] = str(settings.rate_limit / workers)
        config = uvicorn.Config("api.server:app_of_environment", factory=True, workers=workers, **OPTIONS)
        listening.listen()  # who comes before the processes are ready waits for them
        print(f"SELA Knowledge Graph at {_address(listening)} ({workers} processes; Ctrl-C ends it)", flush=True)
        Multiprocess(config, sockets=[listening]).run()


def app_of_environment() -> FastAPI:
    """The app of one of several processes: what they share comes through the environment."""
    return make_app(knowledge_base_path())


def _bound(host: str, port: int) -> socket.socket:
    """A socket that has the port already, so that nobody takes it while the knowledge base is opened."""
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise SelaError(
            f"Port {port} of {host} can't be had ({error.strerror}). Choose another with --port (make run: PORT=8001)."
        ) from error
    return bound


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
