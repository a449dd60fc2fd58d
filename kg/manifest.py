"""The manifest of a snapshot: what it was made from and with, and the checksum of every file in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.disk import explained, files_in, sha256
from kg.errors import SelaError

FORMAT = 1
MANIFEST = "manifest.json"

DERIVED = ("store/",)
"""Made from the other files, and different bytes at every build: no part of what a snapshot is."""


class UnreadableError(Exception):
    """A manifest is missing, or its bytes aren't those that were written."""


def describe(folder: Path, **about: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest of a finished folder: `about` (settings, counts, inputs), versions, time and checksums."""
    checksums = {name: sha256(folder / name) for name in files_in(folder) if name != MANIFEST}
    return {
        "format": FORMAT,
        "versions": {"sela-kg": _sela_version(), "ontology": _ontology_version()},
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "content": content_hash(checksums),
        "files": checksums,
        **{name: dict(values) for name, values in about.items()},
    }


def content_hash(checksums: Mapping[str, str]) -> str:
    """What the snapshot says, as one hash: the same for the same input, whenever and wherever it was built.

    >>> plain = content_hash({"graph.nq": "aa", "passages.jsonl": "bb"})
    >>> plain == content_hash({"store/000012.sst": "cc", "passages.jsonl": "bb", "graph.nq": "aa"})
    True
    """
    lines = (f"{checksums[name]}  {name}\n" for name in sorted(checksums) if not name.startswith(DERIVED))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def render(manifest: Mapping[str, Any]) -> str:
    """The text of a manifest; its last line is the checksum of the rest, so that it vouches for itself."""
    body = {name: manifest[name] for name in sorted(manifest) if name != "sha256"}
    checksum = hashlib.sha256(_text(body).encode()).hexdigest()
    return _text({**body, "sha256": checksum})


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a snapshot; raise UnreadableError where it was changed, SelaError where it is newer."""
    with explained(folder):
        try:
            text = (folder / MANIFEST).read_bytes().decode("utf-8", errors="replace")
        except FileNotFoundError:
            raise UnreadableError(f"{MANIFEST} is missing") from None
    changed = UnreadableError(f"{MANIFEST} isn't what was written")
    try:
        manifest = json.loads(text)
        written_in = int(manifest["format"])
    except (ValueError, TypeError, KeyError):
        raise changed from None
    if written_in > FORMAT:
        raise SelaError(
            f"Snapshot {folder.name} is in format {written_in}, written by sela-kg {_writer(manifest)}; "
            f"this sela-kg ({_sela_version()}) reads up to format {FORMAT}. "
            "Upgrade it: `pip install --upgrade sela-kg`."
        )
    if render(manifest) != text:
        raise changed
    return {name: value for name, value in manifest.items() if name != "sha256"}


def _text(values: Mapping[str, Any]) -> str:
    return json.dumps(values, indent=1, ensure_ascii=False) + "\n"


def _writer(manifest: Mapping[str, Any]) -> str:
    versions = manifest.get("versions")
    return str(versions.get("sela-kg", "(unknown)")) if isinstance(versions, dict) else "(unknown)"


def _sela_version() -> str:
    # Loaded here: it takes as long as the rest of this module, and readers of a manifest don't need it.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sela-kg")
    except PackageNotFoundError:  # run from a source folder that was never installed
        return "unreleased"


def _ontology_version() -> str:
    """A hash of the ontology's files: it changes whenever one of them does."""
    from importlib.resources import files

    whole = hashlib.sha256()
    for file in sorted(files("ontology").iterdir(), key=lambda file: file.name):
        if file.is_file():
            whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]
