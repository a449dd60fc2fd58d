"""Files that outlive a crash: what reached the disk, what it weighs, and what to say when it fails."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import SelaError

ADVICE = {
    errno.ENOSPC: "Free some space and try again.",
    errno.EDQUOT: "Free some space and try again.",
    errno.EFBIG: "A file may not grow that large here: see `ulimit -f`.",
    errno.EACCES: "Choose a folder you may write to, or ask its owner.",
    errno.EPERM: "Choose a folder you may write to, or ask its owner.",
    errno.EROFS: "Choose a folder you may write to.",
}


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Tell in words what the disk refused below `folder`; other errors stay as they are."""
    try:
        yield
    except OSError as error:
        if not _concerns(error, folder):
            raise
        what = f"Can't use {error.filename or folder}: {error.strerror}."
        raise SelaError(f"{what} {ADVICE.get(error.errno or 0, '')}".rstrip()) from error


def _concerns(error: OSError, folder: Path) -> bool:
    # A failing write to an open file carries no name; what it says is then one of those we know.
    if error.filename is None:
        return error.errno in ADVICE
    return Path(os.fsdecode(error.filename)).absolute().is_relative_to(folder.absolute())


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk and not only in the page cache."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_text(path: Path, text: str) -> None:
    """Give a small file new content at once: readers see the old text or the new one."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    sync(beside)
    beside.replace(path)
    sync(path.parent)


def files_in(folder: Path) -> list[str]:
    """Every file below a folder, as names relative to it with slashes, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def sha256(path: Path) -> str:
    """The checksum of a file's bytes, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
