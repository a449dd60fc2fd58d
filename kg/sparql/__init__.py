"""SPARQL for strangers: queries run in worker processes with limits, never in the service itself.

Nothing is imported here, because every worker starts by importing this package.
"""
