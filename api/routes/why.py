"""`/api/why`: the sentences, rules and corrections behind what the graph says."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.answers import LONGEST_QUERY
from api.explanations import why as explained
from api.routes.filters import Limit, Offset, live_shelf
from api.shelf import Shelf
from kg.why import Explanation

router = APIRouter(prefix="/api/why", tags=["provenance"])


@router.get("", summary="Where facts come from")
def why(
    shelf: Annotated[Shelf, Depends(live_shelf)],
    iri: Annotated[
        str, Query(min_length=1, max_length=LONGEST_QUERY, description="IRI or slug of anything in the graph")
    ],
    limit: Limit = 20,
    offset: Offset = 0,
) -> Explanation:
    """The facts about an entity, each with its sentences, the rule that read it, and any correction."""
    return explained(shelf.knowledge, iri, limit=limit, offset=offset)
