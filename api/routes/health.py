"""Health: is the service up, and has it a knowledge base to answer from."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live", summary="Is the service up")
def live() -> dict[str, str]:
    """Always yes, where it answers."""
    return {"status": "live"}


@router.get("/ready", summary="Can it answer")
def ready(request: Request) -> dict[str, Any]:
    """The snapshot that answers, and why a newer one can't, where that is so."""
    shelf = request.app.state.library()
    return {"status": "ready", "snapshot": shelf.snapshot.id, "fault": request.app.state.fault()}
