"""The embedded digests against the documents: the same activities, and no fact that the document doesn't state."""

from __future__ import annotations

import pytest

from ingest.assembly import assemble, joined
from ingest.extraction import extract
from ingest.sources import embedded_corpus
from kg.activities import Activities
from kg.graph import Graph

SAME = ("title", "code", "area", "programme", "project", "status", "rescheduled_to", "unscheduled", "participants")
PART = ("dates", "places", "member_countries", "other_countries")


def activities_of(path):
    read = extract(path.name, path.read_text(encoding="utf-8"))
    return {each.slug: each for each in Activities(Graph.memory(assemble(joined([read])))).find()}


@pytest.fixture(scope="module", params=["000", "001", "002", "003", "004"])
def pair(request, official_documents):
    (official,) = [path for path in official_documents if path.name.startswith(request.param)]
    (digest,) = embedded_corpus().glob(f"{request.param}-*.md")
    return activities_of(official), activities_of(digest)


@pytest.mark.documents
def test_a_digest_has_the_activities_of_its_document_with_what_became_of_them(pair):
    document, digest = pair
    assert list(digest) == list(document)
    told = {slug: {name: getattr(each, name) for name in SAME} for slug, each in digest.items()}
    differing = {
        (slug, name): (getattr(document[slug], name), value)
        for slug, facts in told.items()
        for name, value in facts.items()
        if str(getattr(document[slug], name)).casefold() != str(value).casefold()
    }
    assert differing == {}


@pytest.mark.documents
def test_a_digest_dates_and_places_nothing_that_its_document_does_not(pair):
    document, digest = pair
    added = {
        (slug, name): set(getattr(each, name)) - set(getattr(document[slug], name))
        for slug, each in digest.items()
        for name in PART
        if set(getattr(each, name)) - set(getattr(document[slug], name))
    }
    assert added == {}
