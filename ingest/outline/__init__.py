"""The outline of a document: its lines, headings and units."""
