"""Participations: which organisations and countries took part in an activity, and as what."""
