"""Fetching a document from the web: within limits, and from public addresses only.

The name is resolved first and the connection made to the address that was checked, so that a name can't answer
with a public address to the check and with a private one to the connection.
"""

from __future__ import annotations

import codecs
import re
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from time import monotonic
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from ingest.readers import SIZE_LIMIT
from ingest.readers.kinds import NAMES, Kind, kind_of
from kg.errors import InvalidInput, SelaError, TimedOut, TooLarge

TIMEOUT = 25.0  # seconds for all of it, redirects included
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 65_536
HEADERS = {
    "User-Agent": "sela-kg (document reader)",
    "Accept": "application/pdf, text/html, text/plain, text/markdown, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
QUERY = "/%:@!$&'()*+,;=~-._?"
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NAT64 = IPv6Network("64:ff9b::/96")
SUFFIXES: dict[Kind, str] = {"pdf": ".pdf", "docx": ".docx", "html": ".html", "text": ".txt"}
TEXTS = (".txt", ".md")
_Address = tuple[socket.AddressFamily, str]
MEDIA: dict[str, Kind] = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True)
class Fetched:
    """A document from the web: a file name with the ending of what it is, and its bytes.

    `url` is where it was found in the end, `media_type` what the server called it.
    """

    url: str
    name: str
    suffix: str
    media_type: str
    data: bytes


def fetch(url: str, *, allow_private: bool = False, size_limit: int = SIZE_LIMIT, timeout: float = TIMEOUT) -> Fetched:
    """The document at an http(s) address.

    Raises InvalidInput (with the address and the reason) where it can't be had or is of no kind that is read,
    TooLarge over the size limit and TimedOut when the time is up, however slowly the server goes on answering.
    """
    deadline = monotonic() + timeout
    try:
        return follow(url, anywhere if allow_private else is_public, size_limit, deadline)
    except SelaError as error:
        raise type(error)(f"{_shown(url)}: {error}") from error
    except (TimeoutError, _Expired) as error:
        raise TimedOut(f"{_shown(url)}: no whole answer within {timeout:g} seconds. Try again later.") from error
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason or "no secure connection"
        raise InvalidInput(f"{_shown(url)}: its certificate or encryption is refused ({reason}).") from error
    except HTTPException as error:
        reason = "it breaks off" if "IncompleteRead" in type(error).__name__ else f"{type(error).__name__} {error}"
        raise InvalidInput(f"{_shown(url)}: the answer is no whole HTTP answer ({reason.strip()}).") from error
    except OSError as error:
        raise InvalidInput(f"{_shown(url)}: no connection ({error.strerror or error}). Check the address.") from error


def follow(url: str, allowed: Callable[[str], bool], size_limit: int, deadline: float) -> Fetched:
    """The document at an address or behind its redirects, every hop of which is checked anew."""
    seen: list[str] = []
    while True:
        place = _checked(url)
        seen.append(url)
        with _answer(place, allowed, deadline) as answer:
            target = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not target:
                return _read(url, place, answer, size_limit)
        url = urljoin(url, target.strip())
        if url in seen:
            raise InvalidInput(f"it redirects in a circle, back to {_shown(url)}.")
        if len(seen) > MOST_REDIRECTS:
            raise InvalidInput(f"it redirects more than {MOST_REDIRECTS} times, last to {_shown(url)}.")


def _shown(url: str) -> str:
    """An address as an error shows it: on one line, without a password."""
    return re.sub(r"//[^/@\s]*@", "//", "".join(c if c.isprintable() else "?" for c in url))[:300]


def _checked(url: str) -> SplitResult:
    try:
        place = urlsplit(url)
        port = place.port
    except ValueError as error:
        raise InvalidInput(f"{_shown(url)} is no address ({error}).") from error
    if place.scheme not in ("http", "https"):
        raise InvalidInput(f"{_shown(url)} is no http or https address.")
    if not place.hostname or port == 0:
        raise InvalidInput(f"{_shown(url)} names no host.")
    if "@" in place.netloc:
        raise InvalidInput("leave user name and password out of the address; download such a document by hand.")
    return place


def _addresses(host: str, port: int, deadline: float) -> list[_Address]:
    """What a name resolves to; resolving can't be stopped, so it is left behind when the time is up."""
    found: list[_Address] = []
    failed: list[Exception] = []

    def resolve() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend((family, str(address[0])) for family, *_, address in answers)
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=resolve, daemon=True)
    thread.start()
    thread.join(max(0.0, deadline - monotonic()))
    if thread.is_alive():
        raise _Expired
    if failed or not found:
        reason = f" ({getattr(failed[0], 'strerror', None) or failed[0]})" if failed else ""
        raise InvalidInput(f"there is no host {host}{reason}. Check the address.")
    return list(dict.fromkeys(found))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet's, also where it hides another in it.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1")]
    [True, False, False, False, False, False]
    """
    place: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(place, IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour or (place.teredo or (None, None))[1]
        if place in NAT64:
            inner = IPv4Address(int(place) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return place.is_global and not (place.is_multicast or place.is_reserved or place.is_unspecified)


def anywhere(address: str) -> bool:
    """Any address will do."""
    return True


class _Expired(Exception):
    """The time is up."""


class _Connection(HTTPConnection):
    """A connection to a host at one of its checked addresses; `wire` is its socket as long as anything reads."""

    def __init__(self, place: SplitResult, addresses: Sequence[_Address], deadline: float) -> None:
        self._secure = place.scheme == "https"
        super().__init__(place.hostname or "", place.port or (443 if self._secure else 80))
        self._addresses = addresses
        self._deadline = deadline
        self.wire: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first address that answers, and encrypt where the scheme says so."""
        for number, (family, address) in enumerate(self._addresses, 1):
            self.wire = socket.socket(family, socket.SOCK_STREAM)
            self.wire.settimeout(max(0.01, self._deadline - monotonic()))
            try:
                self.wire.connect((address, self.port))
                break
            except OSError as error:
                self.wire.close()
                if number == len(self._addresses) or isinstance(error, TimeoutError):
                    raise
        if self._secure and self.wire is not None:
            context = ssl.create_default_context()
            self.wire = context.wrap_socket(self.wire, server_hostname=self.host, do_handshake_on_connect=False)
            self.wire.do_handshake()
        self.sock = self.wire


@contextmanager
def _answer(place: SplitResult, allowed: Callable[[str], bool], deadline: float) -> Iterator[HTTPResponse]:
    """What a server answers; when the time is up its connection is cut, whatever it is doing."""
    host = place.hostname or ""
    addresses = _addresses(host, place.port or 0, deadline)
    refused = [address for _, address in addresses if not allowed(address)]
    if refused:
        raise InvalidInput(
            f"{host} is at {refused[0]}, which is no public address. `--allow-private` reads from such hosts."
        )
    connection = _Connection(place, addresses, deadline)
    expired = threading.Event()

    def cut() -> None:
        expired.set()
        with suppress(OSError):  # closed already
            if connection.wire is not None:
                socket.socket.shutdown(connection.wire, socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        connection.request("GET", _target(place), headers=HEADERS)
        answer = connection.getresponse()
        try:
            yield answer
        finally:
            answer.close()
    except (OSError, HTTPException, SelaError, ValueError) as error:
        if expired.is_set():
            raise _Expired from error
        raise
    finally:
        timer.cancel()
        connection.close()
        if connection.wire is not None:
            connection.wire.close()
    if expired.is_set():
        raise _Expired


def _target(place: SplitResult) -> str:
    """Path and query, as they go over the wire."""
    path = quote(place.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(place.query, safe=QUERY)}" if place.query else path


def _read(url: str, place: SplitResult, answer: HTTPResponse, size_limit: int) -> Fetched:
    """The document in an answer."""
    if answer.status != 200:
        raise InvalidInput(f"the server answers {answer.status} {answer.reason}. Check the address.")
    data = _body(answer, size_limit)
    if not data.strip():
        raise InvalidInput("the server sends nothing.")
    media_type = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
    kind = kind_of(data)
    name = _name(place, answer.headers)
    said = next((k for k, ending in SUFFIXES.items() if ending not in TEXTS and name.lower().endswith(ending)), None)
    said = MEDIA.get(media_type) or (said if said != "html" else None)
    if said and kind != said:
        raise InvalidInput(
            f"it should be {NAMES[said]} but what the server sends is {NAMES[kind]}: a message to people, perhaps. "
            "Open the address in a browser."
        )
    suffix = SUFFIXES.get(kind)
    if suffix is None:
        raise InvalidInput(
            f"it is {NAMES[kind]}, which is not read. Kinds that are: {' '.join(SUFFIXES.values())} .md."
        )
    if kind == "text" and name.lower().endswith(".md"):
        suffix = ".md"
    if kind in ("text", "html"):
        data = _as_utf8(data, answer.headers.get_content_charset())
    stem = re.sub(r"\.(?:html?|php|aspx?|jsp|pdf|docx|txt|md)$", "", name, flags=re.I)
    return Fetched(url, f"{stem}{suffix}", suffix, media_type, data)


def _body(answer: HTTPResponse, size_limit: int) -> bytes:
    said = answer.headers.get("Content-Length") or ""
    if said.isdigit() and int(said) > size_limit:
        raise _too_large(f"{int(said):,} bytes", size_limit)
    data = bytearray()
    while chunk := answer.read(CHUNK):
        data += chunk
        if len(data) > size_limit:
            raise _too_large("more", size_limit)
    if said.isdigit() and not answer.chunked and len(data) < int(said):
        raise InvalidInput(f"the answer breaks off after {len(data):,} of {int(said):,} bytes. Try again.")
    coding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding == "identity":
        return bytes(data)
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise InvalidInput(f"the server sends it packed as {coding}, which wasn't asked for. Download it by hand.")
    unpacker = zlib.decompressobj(wbits=47)  # gzip or zlib, whichever it is
    try:
        unpacked = unpacker.decompress(bytes(data), size_limit + 1)
    except zlib.error as error:
        raise InvalidInput(f"what the server sends can't be unpacked ({error}). Download it by hand.") from error
    if len(unpacked) > size_limit:
        raise _too_large("more, unpacked,", size_limit)
    if not unpacker.eof:
        raise InvalidInput("what the server sends packed breaks off. Try again.")
    return unpacked


def _too_large(found: str, size_limit: int) -> TooLarge:
    return TooLarge(f"it has {found} where the limit is {size_limit:,} bytes. Set SELA_SIZE_LIMIT to read it.")


def _name(place: SplitResult, headers: Message) -> str:
    """A plain file name: what the server calls it, else the end of the path, else the host."""
    said = headers.get_filename() or unquote(place.path.rstrip("/").rpartition("/")[2]) or place.hostname or ""
    bare = re.sub(r"[^\w .()-]+", "-", said.replace("\\", "/").rpartition("/")[2]).strip(" .-")
    return bare[-120:] or "document"


def _as_utf8(data: bytes, charset: str | None) -> bytes:
    """Text in UTF-8 behind a byte-order mark where the server names another charset; else as it is."""
    if charset is None or charset in ("utf-8", "utf8", "us-ascii") or data.startswith(MARKS):
        return data
    try:
        return data.decode("windows-1252" if charset in ("iso-8859-1", "latin-1") else charset).encode("utf-8-sig")
    except (LookupError, ValueError):
        return data
