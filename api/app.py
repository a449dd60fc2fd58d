"""The HTTP service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from api import problems
from api.head import Head
from api.library import Library
from api.limits import BodyLimit, RateLimit
from api.routes import (
    activities,
    directory,
    documents,
    health,
    linked_data,
    pages,
    records,
    search,
    series,
    sparql,
    why,
)
from api.settings import Settings, read_settings

DESCRIPTION = """What the Latin American and Caribbean Economic System planned and did, from its own documents:
search in four languages, activities, regional bodies, SPARQL."""


def make_app(kb: Path, settings: Settings | None = None) -> FastAPI:
    """The service over a knowledge base; raises SelaError where there is none to open."""
    settings = settings or read_settings()
    library = Library(
        kb,
        workers=settings.sparql_workers,
        timeout=settings.sparql_timeout,
        row_limit=settings.sparql_rows,
        memory_limit=settings.sparql_memory << 20,
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        library.close()

    app = FastAPI(
        title="SELA Knowledge Graph", description=DESCRIPTION, version="0.1.0", lifespan=lifespan,
        responses=problems.RESPONSES,
    )  # fmt: skip
    app.state.library = library.shelf
    app.state.query_pool = library.pool
    app.state.fault = lambda: library.fault
    problems.install(app)
    for routes in (search, activities, series, documents, directory, linked_data, health, sparql, pages, why):
        app.include_router(routes.router)
    for router in records.routers():
        app.include_router(router)
    app.add_middleware(Head)
    app.add_middleware(BodyLimit, most=settings.body_limit)
    if settings.rate_limit:
        app.add_middleware(RateLimit, rate=settings.rate_limit)
    return app
