"""Records: what a document tells beside its activities, each kind read by its own module."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.documents import Document
from ingest.outline.tree import Outline
from ingest.records.indicators import Indicator, read_indicators
from ingest.records.instruments import Instrument, read_instruments
from ingest.records.meetings import Decision, Meeting, read_decisions, read_meetings
from ingest.records.networks import Network, read_networks
from ingest.records.partners import Partner, read_partners
from ingest.records.publications import Publication, read_publications
from ingest.records.reading import Reading
from kg.linking.documents import Links

Record = Instrument | Publication | Indicator | Meeting | Decision | Network


@dataclass(frozen=True)
class Records:
    """Instruments, publications, indicators, meetings, decisions, networks and partners of a document."""

    instruments: tuple[Instrument, ...]
    publications: tuple[Publication, ...]
    indicators: tuple[Indicator, ...]
    meetings: tuple[Meeting, ...]
    decisions: tuple[Decision, ...]
    networks: tuple[Network, ...]
    partners: tuple[Partner, ...]


def read_records(document: Document, outline: Outline, links: Links) -> Records:
    """Everything of these kinds that a document names."""
    reading = Reading(document, links)
    meetings = read_meetings(reading)
    return Records(
        instruments=tuple(read_instruments(reading)),
        publications=tuple(read_publications(reading)),
        indicators=tuple(read_indicators(reading, outline)),
        meetings=tuple(meetings),
        decisions=tuple(read_decisions(reading, meetings)),
        networks=tuple(read_networks(reading, outline)),
        partners=tuple(read_partners(reading)),
    )
