"""Fetching from the web: real servers on loopback that answer well, badly, slowly or without end."""

import gzip
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest.fetch import anywhere, fetch, follow, is_public
from kg.errors import InvalidInput, SelaError, TimedOut, TooLarge
from tests.ingest.formats import as_docx, as_html, as_pdf

TEXT = "# Ports\n\nThe harbours of two oceans met.\n"
PDF = "application/pdf"


class Site(BaseHTTPRequestHandler):
    """A site whose paths answer as they are called."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path in REDIRECTS:
            self.send(b"", status=302, Location=REDIRECTS[path].replace("PORT", str(self.server.server_port)))
        elif path in ANSWERS:
            data, headers = ANSWERS[path]
            self.send(data, **headers)
        elif path in MISBEHAVE:
            MISBEHAVE[path](self)
        elif path.startswith("/hop/"):
            self.send(b"", status=302, Location=f"/hop/{int(path[5:]) + 1}")
        else:
            self.send(b"<p>gone", status=404)

    def send(self, data: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def drip(self, piece: bytes, *, pause: float = 0.02) -> None:
        """Send a piece over and over, until the other side has had enough."""
        try:
            while not self.server.closing:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def slow_headers(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\n")
    site.drip(b"X-Slow: y\r\n", pause=0.1)


def slow_body(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    site.drip(b"x", pause=0.1)


def silent(site: Site) -> None:
    site.drip(b"", pause=0.1)


def endless(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    site.drip(b"ports " * 10_000, pause=0)


def endless_chunks(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    site.drip(b"1770\r\n" + b"ports " * 1000 + b"\r\n", pause=0)


def breaks_off(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nports")
    site.close_connection = True


def breaks_off_in_a_chunk(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nports")
    site.close_connection = True


def no_http(site: Site) -> None:
    site.wfile.write(b"SSH-2.0-ports\r\n")
    site.close_connection = True


def many_headers(site: Site) -> None:
    site.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5_000 + b"\r\n")
    site.close_connection = True


PACKED = gzip.compress(TEXT.encode())
REDIRECTS = {
    "/moved": "/a.txt?b=c d",
    "/ring": "/ring/2",
    "/ring/2": "/ring",
    "/self": "/self",
    "/to-private": "http://127.0.0.2:PORT/a.txt",
    "/to-file": "file:///etc/passwd",
    "/to-nowhere": "http://:80/a.txt",
    "/to-name": "//localhost:PORT/a.txt",
}
ANSWERS: dict[str, tuple[bytes, dict[str, str]]] = {
    "/a.txt": (TEXT.encode(), {"Content_Type": "text/plain; charset=utf-8"}),
    "/read%20me.md": (TEXT.encode(), {}),
    "/page": (as_html(TEXT), {"Content_Type": "text/html"}),
    "/doc.php": (as_pdf(TEXT), {"Content_Type": PDF}),
    "/paper.docx": (as_docx(TEXT), {"Content_Type": "application/octet-stream"}),
    "/named": (as_pdf(TEXT), {"Content_Disposition": 'attachment; filename="../../Annual report.pdf"'}),
    "/latin.txt": ("Año de puertos".encode("latin-1"), {"Content_Type": "text/plain; charset=ISO-8859-1"}),
    "/packed.txt": (PACKED, {"Content_Encoding": "gzip"}),
    "/torn.txt": (PACKED[:-12], {"Content_Encoding": "gzip"}),
    "/bomb.txt": (gzip.compress(bytes(3_000_000)), {"Content_Encoding": "gzip"}),
    "/odd.txt": (TEXT.encode(), {"Content_Encoding": "br"}),
    "/login.pdf": (as_html(TEXT), {"Content_Type": "text/html"}),
    "/report": (as_html(TEXT), {"Content_Type": PDF}),
    "/report.docx": (as_pdf(TEXT), {}),
    "/empty": (b"", {}),
    "/picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), {"Content_Type": "image/png"}),
    "/table": (b"PK\x05\x06" + bytes(18), {}),
    "/zeros": (bytes(500), {}),
    "/large": (b"ports " * 400_000, {}),
}
MISBEHAVE: dict[str, Callable[[Site], None]] = {
    "/slow-headers": slow_headers, "/slow-body": slow_body, "/silent": silent, "/endless": endless,
    "/endless-chunks": endless_chunks, "/breaks-off": breaks_off, "/breaks-off-in-a-chunk": breaks_off_in_a_chunk,
    "/no-http": no_http, "/many-headers": many_headers,
}  # fmt: skip


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[int]:
    server.closing = False  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.closing = True  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("0.0.0.0", 0), Site)
    with serving(server) as port:
        yield f"http://127.0.0.1:{port}"


def got(url: str, **options: object):
    return fetch(url, allow_private=True, **{"size_limit": 1_000_000, "timeout": 5.0, **options})


@pytest.mark.parametrize(
    ("path", "name", "suffix"),
    [
        ("/a.txt", "a.txt", ".txt"),
        ("/read%20me.md", "read me.md", ".md"),
        ("/page", "page.html", ".html"),
        ("/page#part", "page.html", ".html"),
        ("/doc.php?id=3", "doc.pdf", ".pdf"),
        ("/paper.docx", "paper.docx", ".docx"),
        ("/named", "Annual report.pdf", ".pdf"),
        ("/moved", "a.txt", ".txt"),
        ("/to-name", "a.txt", ".txt"),
        ("/packed.txt", "packed.txt", ".txt"),
    ],
)
def test_a_document_is_known_by_its_bytes_and_named_after_them(site, path, name, suffix):
    fetched = got(site + path)
    assert (fetched.name, fetched.suffix) == (name, suffix)
    assert len(fetched.data) > 30


def test_text_of_another_charset_comes_as_utf_8(site):
    assert got(f"{site}/latin.txt").data.decode("utf-8-sig") == "Año de puertos"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answers 404"),
        ("/ring", "in a circle"),
        ("/self", "in a circle"),
        ("/hop/1", "more than 5 times"),
        ("/to-file", "file:///etc/passwd is no http"),
        ("/to-nowhere", "names no host"),
        ("/login.pdf", "should be a PDF but .* is HTML"),
        ("/report", "should be a PDF but .* is HTML"),
        ("/report.docx", "should be a Word document .* is a PDF"),
        ("/empty", "sends nothing"),
        ("/picture", "an image, which is not read"),
        ("/table", "ZIP archive, which is not read"),
        ("/zeros", "nothing|binary"),
        ("/odd.txt", "packed as br"),
        ("/torn.txt", "packed breaks off"),
        ("/breaks-off", "breaks off after 5 of 9,999"),
        ("/breaks-off-in-a-chunk", "breaks off"),
        ("/no-http", "no whole HTTP answer"),
        ("/many-headers", "no whole HTTP answer"),
    ],
)
def test_what_is_no_document_is_refused_with_address_and_reason(site, path, reason):
    with pytest.raises(InvalidInput, match=f"{path.replace('.', '[.]')}: .*(?:{reason})"):
        got(site + path)


@pytest.mark.parametrize("path", ["/large", "/endless", "/endless-chunks", "/bomb.txt"])
def test_what_is_too_large_is_refused_with_the_limit(site, path):
    with pytest.raises(TooLarge, match=r"limit is 1,000,000 bytes.*SELA_SIZE_LIMIT"):
        got(site + path)


@pytest.mark.parametrize("path", ["/slow-headers", "/slow-body", "/silent"])
def test_an_answer_that_does_not_end_is_cut_when_the_time_is_up(site, path):
    with pytest.raises(TimedOut, match=r"within 0\.5 seconds"):
        got(site + path, timeout=0.5)


def test_a_server_that_takes_connections_and_says_nothing_is_left(site):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        for scheme in ("http", "https"):
            with pytest.raises(TimedOut):
                got(f"{scheme}://127.0.0.1:{deaf.getsockname()[1]}/", timeout=0.4)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "2130706433", "127.1", "[::ffff:127.0.0.1]"])
def test_a_private_address_is_refused_however_it_is_written(site, host):
    with pytest.raises(InvalidInput, match=r"no public address.*--allow-private|there is no host"):
        fetch(f"http://{host}:{site.rpartition(':')[2]}/a.txt")


def test_a_redirect_to_a_private_address_is_refused(site):
    def allowed(address: str) -> bool:
        return address == "127.0.0.1"

    assert follow(f"{site}/moved", allowed, 1_000_000, time.monotonic() + 5).suffix == ".txt"
    with pytest.raises(InvalidInput, match=r"127\.0\.0\.2, which is no public address"):
        follow(f"{site}/to-private", allowed, 1_000_000, time.monotonic() + 5)
    assert follow(f"{site}/to-private", anywhere, 1_000_000, time.monotonic() + 5).suffix == ".txt"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("10.0.0.1", False), ("172.16.9.9", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("127.9.9.9", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("::ffff:8.8.8.8", True),
    ],
)  # fmt: skip
def test_public_addresses_are_told_from_others(address, public):
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/a.pdf", "no http or https"),
        ("file:///etc/passwd", "no http or https"),
        ("http://", "names no host"),
        ("http://example.org:99999/", "no address"),
        ("http://[::1/", "no address"),
        ("http://me:secret@example.org/", "user name and password"),
        ("http://no-such-host.invalid/", "there is no host"),
    ],
)
def test_what_is_no_address_is_refused(url, reason):
    with pytest.raises(SelaError, match=reason) as caught:
        fetch(url, timeout=5)
    assert "secret" not in str(caught.value)


def test_where_nobody_listens_there_is_no_connection():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(InvalidInput, match="no connection"):
        got(f"http://127.0.0.1:{port}/")


def test_https_that_is_none_is_refused(site):
    with pytest.raises(InvalidInput, match=r"certificate or encryption|no connection"):
        got(site.replace("http:", "https:") + "/a.txt")


def test_an_address_is_shown_on_one_line():
    with pytest.raises(InvalidInput) as caught:
        fetch("http://exa\nmple.org:x/")
    assert "\n" not in str(caught.value)
