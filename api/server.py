"""Running the service: uvicorn in front of the app."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from api.app import make_app
from api.locations import knowledge_base_path
from api.settings import Settings
from kg.errors import SelaError


class _Server(uvicorn.Server):
    """A server that says where it is once it answers."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and self.servers:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            print(f"SELA Knowledge Graph at http://{shown}:{port} (Ctrl-C ends it)", flush=True)


def run(kb: Path, *, host: str, port: int, workers: int = 1, rate_limit: float | None = None) -> None:
    """Serve a knowledge base until interrupted; raises SelaError where it can't be opened or the port is taken."""
    options = {"log_level": "warning", "access_log": False, "timeout_graceful_shutdown": 5}
    _refuse_taken(host, port)
    if workers > 1:
        os.environ["SELA_KB"] = str(kb)
        if rate_limit:
            os.environ["SELA_RATE_LIMIT"] = str(rate_limit / workers)
        print(f"SELA Knowledge Graph at http://{host}:{port}, {workers} processes (Ctrl-C ends it)", flush=True)
        uvicorn.run("api.server:app_of_environment", factory=True, host=host, port=port, workers=workers, **options)  # type: ignore[arg-type]  # mixed option types
        return
    settings = Settings(rate_limit=rate_limit) if rate_limit else Settings()
    app = make_app(kb, settings)
    with suppress(KeyboardInterrupt):  # it has ended in order by then
        _Server(uvicorn.Config(app, host=host, port=port, **options)).run()  # type: ignore[arg-type]


def app_of_environment() -> FastAPI:
    """The app of one of several processes: what they share comes through the environment."""
    return make_app(knowledge_base_path())


def _refuse_taken(host: str, port: int) -> None:
    if not port:
        return
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SelaError(
                f"Port {port} of {host} can't be had ({error.strerror}). Choose another with --port (make run: PORT=8001)."
            ) from error
