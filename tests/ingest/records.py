"""Reads the records of a text as a document would give them."""

from ingest.metadata import read_document
from ingest.outline.tree import read_outline
from ingest.records.reader import Records, read_records
from kg.linking.documents import link

COVER = """# Forty-fourth Annual Report of the Permanent Secretariat

This report covers the period January 2030 - December 2030.

"""


def records_of(text: str, *, language: str = "en") -> Records:
    """The records of a report for 2030 that says this."""
    document = read_document("report.md", COVER + text)
    return read_records(document, read_outline(document), link(document.text, language=language))
