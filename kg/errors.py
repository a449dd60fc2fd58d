"""Errors that a person can put right: what is wrong, which value, what to do next.

Each door turns them into its own form in one place: the terminal into one line and an exit
code, HTTP into `application/problem+json`. Anything else that is raised is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Sequence


class SelaError(Exception):
    """Base of every error that is written for the person who can put it right."""


class InvalidInput(SelaError):
    """What was asked can't be understood or isn't allowed; asking differently helps."""


class NotFound(SelaError):
    """What was named isn't here."""

    def __init__(self, kind: str, name: str, *, similar: Sequence[str] = (), hint: str = "") -> None:
        advice = f"Did you mean {', '.join(similar)}?" if similar else hint
        super().__init__(f"There is no {kind} {name!r} here. {advice}".rstrip())
        self.similar = tuple(similar)


class Busy(SelaError):
    """Someone else holds what is needed; trying again later helps."""


class TooLarge(SelaError):
    """An input or an answer is over a limit; the message names the limit."""


class TimedOut(SelaError):
    """It took longer than allowed and was ended."""


class Damaged(SelaError):
    """What is on disk isn't what was written there."""
