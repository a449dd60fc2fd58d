"""A small real knowledge base, a client of its service, the service as a process of its own, and the terminal."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from fastapi.testclient import TestClient

from api import cli
from api.app import make_app
from api.settings import Settings
from ingest.pipeline import ingest
from kg.snapshots import KnowledgeBase

DOCUMENTS = Path(__file__).parent / "documents"
PROGRAMME, REPORT = "work-programme-2023.txt", "annual-report-2024.md"
NOTE = """# Work Programme for 2025

**ACTIVITY 1. Fair for honey and beeswax**

Beekeepers from Paraguay and Uruguay show their honey in Asunción and learn which labels importers ask for.
"""


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge base of two documents with three activities each; not to be changed."""
    path = tmp_path_factory.mktemp("contract") / "kb"
    ingest(KnowledgeBase(path), [DOCUMENTS], workers=1)
    return path


@pytest.fixture
def own_kb(kb: Path, tmp_path: Path) -> Path:
    """A copy of the knowledge base that a test may change."""
    return Path(shutil.copytree(kb, tmp_path / "kb"))


@pytest.fixture(scope="session")
def client(kb: Path) -> Iterator[TestClient]:
    """A client of the service in this process; a bug shows as a 500, as it does over HTTP."""
    with client_of(kb) as client:
        yield client


@contextmanager
def client_of(kb: Path, **settings: Any) -> Iterator[TestClient]:
    app = make_app(kb, Settings(sparql_workers=1, **settings))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def sela(capsysbinary: pytest.CaptureFixture[bytes], kb: Path) -> Callable[..., Ran]:
    """Run a command in this process, on the knowledge base unless it names another."""

    def run(*arguments: str | Path) -> Ran:
        words = [str(word) for word in arguments]
        capsysbinary.readouterr()
        code = cli.main(words if "--kb" in words or "--help" in words else [*words, "--kb", str(kb)])
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@contextmanager
def sela_process(*arguments: str | Path, **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A command as a process; it is ended when the test has seen enough."""
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", *map(str, arguments)],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=60)


@contextmanager
def service_of(kb: Path, *options: str) -> Iterator[httpx.Client]:
    """A client of `sela serve` in a process of its own, on a free port."""
    with sela_process("serve", "--port", "0", "--kb", kb, *options) as process:
        assert process.stdout is not None and process.stderr is not None
        said = process.stdout.readline()
        address = next((word for word in said.split() if word.startswith("http://")), None)
        assert address, said + process.stderr.read()
        with httpx.Client(base_url=address, timeout=60) as client:
            yield client


@pytest.fixture(scope="session")
def service(kb: Path) -> Iterator[httpx.Client]:
    """A client of a service in a process of its own."""
    with service_of(kb) as client:
        yield client
