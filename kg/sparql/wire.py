"""Frames on a pipe: how the pool and its workers speak.

A frame is its length, then its fields, each behind its own length.
"""

from __future__ import annotations

from collections.abc import Iterable

PREFIX = 8  # bytes of a length


def pack(fields: Iterable[bytes]) -> bytes:
    """Fields as one piece, which may be a field itself.

    >>> unpack(pack([b"SELECT", b""]))
    [b'SELECT', b'']
    """
    return b"".join(part for field in fields for part in (_size(field), field))


def frame(fields: Iterable[bytes]) -> bytes:
    """Fields with their length in front, as they go through a pipe."""
    body = pack(fields)
    return _size(body) + body


def unpack(body: bytes | bytearray) -> list[bytes]:
    """The fields that were packed."""
    fields, at = [], 0
    while at < len(body):
        start = at + PREFIX
        at = start + length(body[at:start])
        fields.append(bytes(body[start:at]))
    return fields


def length(prefix: bytes | bytearray) -> int:
    """How many bytes follow."""
    return int.from_bytes(prefix, "big")


def _size(field: bytes) -> bytes:
    return len(field).to_bytes(PREFIX, "big")
