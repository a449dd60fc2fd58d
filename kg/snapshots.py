"""Snapshots: finished states of a knowledge base on disk, one of them live.

A writer prepares a draft beside them and publishes it; one rename of a small file, CURRENT, then
makes it live. Readers see the old state or the new one, and a crash at any moment leaves the old one.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg import disk
from kg.errors import Damaged, NotFound, SelaError
from kg.lock import locked
from kg.manifest import MANIFEST, UnreadableError, describe, read_manifest, render

KEPT = 3
ID = re.compile(r"[0-9]+-[0-9a-f]{12}")


@dataclass(frozen=True)
class Snapshot:
    """One finished state of a knowledge base: a folder whose files don't change any more."""

    id: str
    path: Path
    manifest: Mapping[str, Any]

    @classmethod
    def open(cls, path: Path) -> Snapshot:
        """Read a snapshot's manifest; `verify` looks at the other files."""
        try:
            return cls(path.name, path, read_manifest(path))
        except UnreadableError as error:
            raise _damaged(path, str(error)) from None

    def verify(self) -> None:
        """Raise Damaged, naming the file, unless every file is there as it was written."""
        if reason := self._fault():
            raise _damaged(self.path, reason)

    def _fault(self) -> str | None:
        for name, checksum in self.manifest["files"].items():
            path = self.path / name
            if not path.is_file():
                return f"{name} is missing"
            with disk.explained(path):
                if disk.sha256(path) != checksum:
                    return f"{name} isn't what was written"
        return None


@dataclass(frozen=True)
class Draft:
    """A snapshot in the making: a folder to fill, that is nobody's business until it is published."""

    folder: Path
    kb: KnowledgeBase

    def publish(self, *, settings: Mapping[str, Any], counts: Mapping[str, Any], inputs: Mapping[str, Any]) -> Snapshot:
        """Make what is in the folder the live snapshot; the folder is gone then, the snapshot stands."""
        manifest = describe(self.folder, settings=settings, counts=counts, inputs=inputs)
        (self.folder / MANIFEST).write_text(render(manifest), encoding="utf-8")
        for path in [*self.folder.rglob("*"), self.folder]:
            disk.sync(path)
        number = max(map(_number, self.kb.ids()), default=0) + 1
        final = self.folder.with_name(f"{number}-{manifest['content'][:12]}")
        self.folder.rename(final)
        disk.sync(final.parent)
        self.kb._make_live(final.name)
        self.kb._prune(KEPT)
        return Snapshot.open(final)


@dataclass(frozen=True)
class KnowledgeBase:
    """A folder with snapshots, one of them live, and one writer at a time."""

    path: Path

    @property
    def folder(self) -> Path:
        """Where the snapshots are."""
        return self.path / "snapshots"

    def find_current(self) -> Snapshot | None:
        """The live snapshot, or None where nothing was ever published."""
        self._refuse_file()
        live = self._live()
        if live is None:
            return None
        if not ID.fullmatch(live) or not (self.folder / live).is_dir():
            named = f"{self.path / 'CURRENT'} names {live!r}, and there is no such snapshot."
            raise Damaged(f"{named} {self._way_out(live)}")
        return Snapshot.open(self.folder / live)

    def current(self) -> Snapshot:
        """The live snapshot."""
        snapshot = self.find_current()
        if snapshot is None:
            raise SelaError(f"There is no knowledge base at {self.path}. `sela ingest` makes one.")
        return snapshot

    def ids(self) -> tuple[str, ...]:
        """The names of all snapshots, whole or not, newest first."""
        if not self.folder.is_dir():
            return ()
        with disk.explained(self.folder):
            found = [path.name for path in self.folder.iterdir() if ID.fullmatch(path.name)]
        return tuple(sorted(found, key=_number, reverse=True))

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All snapshots that can be read, newest first; `ids` names the others too."""
        return tuple(snapshot for id in self.ids() if (snapshot := _readable(self.folder / id)))

    def get_snapshot(self, id: str) -> Snapshot:
        """The snapshot of this name."""
        if id not in self.ids():
            similar = [name for name in self.ids() if id and name.startswith(id)]
            similar = similar or get_close_matches(id, self.ids(), cutoff=0.5)
            raise NotFound("snapshot", id, similar=similar, hint="`sela snapshots` lists them.")
        return Snapshot.open(self.folder / id)

    @contextmanager
    def write(self) -> Iterator[Draft]:
        """Hold the writer's lock and hand out a draft; what isn't published by the end is thrown away."""
        with self._locked():
            folder = self.folder / f".draft-{os.getpid()}"
            folder.mkdir()
            try:
                yield Draft(folder, self)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def restore(self, id: str) -> Snapshot:
        """Make an earlier snapshot live again, if it is whole."""
        self.get_snapshot(id)  # says what is wrong with the name before any lock is taken
        with self._locked():
            snapshot = self.get_snapshot(id)
            snapshot.verify()
            self._make_live(id)
        return snapshot

    def prune(self, keep: int = KEPT) -> tuple[str, ...]:
        """Remove all but the newest snapshots, never the live one; return the names of those removed."""
        if not self.path.is_dir():
            return ()
        with self._locked():
            return self._prune(keep)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._refuse_file()
        with disk.explained(self.path):
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.path / "lock"):
                for left in self.folder.glob(".*"):  # by a writer that was killed
                    shutil.rmtree(left, ignore_errors=True)
                yield

    def _refuse_file(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise SelaError(f"{self.path} is a file, and a knowledge base is a folder: name one with `--kb`.")

    def _live(self) -> str | None:
        with disk.explained(self.path):
            try:
                return (self.path / "CURRENT").read_bytes().decode("utf-8", errors="replace").strip()
            except FileNotFoundError:
                return None

    def _make_live(self, id: str) -> None:
        disk.replace_text(self.path / "CURRENT", id + "\n")

    def _prune(self, keep: int) -> tuple[str, ...]:
        live = self._live()
        gone = tuple(id for id in self.ids()[max(keep, 0) :] if id != live)
        for id in gone:
            # Renamed first: a half removed folder must not look like a damaged snapshot.
            hidden = (self.folder / id).rename(self.folder / f".pruned-{id}")
            shutil.rmtree(hidden)
        return gone

    def _way_out(self, damaged: str) -> str:
        """What to do about a damaged snapshot: go back to the newest whole other one, or build anew."""
        for id in self.ids():
            snapshot = _readable(self.folder / id) if id != damaged else None
            if snapshot and not snapshot._fault():
                return f"`sela snapshots restore {id}` goes back to the newest whole one."
        return "`sela ingest` builds it anew."


def _number(id: str) -> int:
    return int(id.partition("-")[0])


def _readable(path: Path) -> Snapshot | None:
    try:
        return Snapshot(path.name, path, read_manifest(path))
    except (SelaError, UnreadableError):
        return None


def _damaged(path: Path, reason: str) -> Damaged:
    way_out = KnowledgeBase(path.parent.parent)._way_out(path.name)
    return Damaged(f"Snapshot {path.name} in {path.parent.parent} is damaged: {reason}. {way_out}")
