"""Where the knowledge base is: `--kb`, else `SELA_KB`, else the platform's user-data folder."""

from __future__ import annotations

import os
from pathlib import Path


def knowledge_base_path(given: Path | None = None) -> Path:
    """The folder of the knowledge base."""
    if given:
        return given
    if os.environ.get("SELA_KB"):
        return Path(os.environ["SELA_KB"])
    from platformdirs import user_data_path

    return user_data_path("sela-kg") / "kb"
