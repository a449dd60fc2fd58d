"""Asking: from a question in plain language to an answer with its sources."""
