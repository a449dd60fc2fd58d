"""An administrator's corrections: a table beside the knowledge base, applied last at every build."""
