"""What several folders of tests need."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def official_documents() -> list[Path]:
    """SELA's official documents, which are not in this repository; a test without them is skipped."""
    folder = Path(os.environ.get("SELA_DOCUMENTS", ROOT.parent / "shared" / "corpus"))
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not files:
        pytest.skip(f"no official documents in {folder}; SELA_DOCUMENTS names another folder")
    return files


@pytest.fixture(scope="session")
def sdg_vocabulary() -> Path:
    """The United Nations' SDG vocabulary, which is not ours to keep here; a test without it is skipped."""
    folder = Path(os.environ.get("SELA_SDG", ROOT.parent / "shared" / "data" / "sdg"))
    path = folder / "sdg-kos-goals-targets-indicators.ttl"
    if not path.is_file():
        pytest.skip(f"no SDG vocabulary in {folder}; SELA_SDG names another folder")
    return path
