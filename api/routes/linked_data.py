"""Linked data: every IRI leads to what is known of it, and the vocabulary is published."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from api.routes.filters import live_shelf
from api.routes.sparql import negotiate
from api.shelf import Shelf
from kg.description import FORMATS, describe, write
from kg.terms import iri

router = APIRouter(tags=["linked data"])
OpenShelf = Annotated[Shelf, Depends(live_shelf)]

SUFFIXES = {".ttl": "turtle", ".jsonld": "jsonld", ".nt": "nt", ".rdf": "rdfxml"}
OFFERED = {media_type: suffix for suffix, format in SUFFIXES.items() for media_type in (FORMATS[format][1],)}


@router.get("/id/{kind}/{name:path}", summary="A resource of the graph", response_model=None)
def resource(request: Request, shelf: OpenShelf, kind: str, name: str) -> Response:
    """303 to the description in the format that `Accept` prefers; with a suffix, the description itself."""
    for suffix, format in SUFFIXES.items():
        if name.endswith(suffix):
            triples = describe(shelf.knowledge.graph, _iri(kind, name.removesuffix(suffix)))
            return Response(write(triples, format), media_type=f"{FORMATS[format][1]}; charset=utf-8")
    describe(shelf.knowledge.graph, _iri(kind, name))  # what isn't there is 404, not a detour
    wanted = negotiate(request.headers.get("accept", ""), list(OFFERED)) or "text/turtle"
    return RedirectResponse(f"{request.url.path}{OFFERED[wanted]}", 303, headers={"Vary": "Accept"})


def _iri(kind: str, name: str) -> str:
    return iri(kind, *name.split("/"))


@router.get("/ontology", summary="The ontology", response_model=None)
@router.get("/ontology.ttl", summary="The ontology in Turtle", response_model=None)
def ontology() -> Response:
    """Classes and properties with labels in four languages, as Turtle."""
    return _published("sela.ttl", "text/turtle")


@router.get("/shapes.ttl", summary="The shapes", response_model=None)
def shapes() -> Response:
    """What every graph has to keep to, as SHACL."""
    return _published("shapes.ttl", "text/turtle")


@router.get("/context.jsonld", summary="The JSON-LD context", response_model=None)
def context() -> Response:
    """Short names for the ontology's terms."""
    return _published("context.jsonld", "application/ld+json")


def _published(name: str, media_type: str) -> Response:
    return Response(files("ontology").joinpath(name).read_bytes(), media_type=f"{media_type}; charset=utf-8")
