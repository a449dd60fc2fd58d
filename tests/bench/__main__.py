"""`make bench`: speed and memory over SELA's five documents, each figure with what it is measured against.

    SELA_DOCUMENTS=FOLDER python -m tests.bench

Two full builds, with fresh caches, take most of the time: nearly all of it is the encoder's.
"""

from __future__ import annotations

import filecmp
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from ingest.extraction import extract
from ingest.readers import read_text
from kg.linking.documents import link
from kg.snapshots import KnowledgeBase
from search.encoders import load_encoder
from search.vectors import embed

DOCUMENTS = Path(os.environ.get("SELA_DOCUMENTS", "../shared/corpus"))
SELA = str(Path(sys.executable).with_name("sela"))
QUESTIONS = (
    "port logistics communities", "¿Qué apoyo hay para las pymes?", "gestão do risco de desastres",
    "droits des femmes migrantes", "artificial intelligence and diplomacy", "hidrógeno verde",
    "comércio eletrônico", "cacao et café", "South-South and triangular cooperation", "circular economy",
)  # fmt: skip
LOOK_UP = (
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    "SELECT ?name { <https://w3id.org/sela-kg/id/country/UY> skos:prefLabel ?name }"
)
REPEATS = 100
MEGABYTE = 1_000_000
HOSTILE = {"brackets": "(AB) ", "capitals": "ABCDEF GHIJ ", "names": "Ministry of Ports of the ", "openings": "(" * 9}


def show(what: str, value: str, wanted: str = "") -> None:
    """Print one figure."""
    print(f"{what:<62} {value:>16}   {wanted}", flush=True)


def own_seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process for some work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def run(*command: str, kb: Path) -> tuple[float, float, str]:
    """Processor and wall seconds of a command, its children's included, and what it printed."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([SELA, *command, "--kb", str(kb)], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, time.perf_counter() - started, done.stdout


def extraction(files: list[Path]) -> None:
    """Reading, outline, linking, triples, validation; the encoder apart."""
    import pyshacl  # noqa: F401 - its import is not the documents' time

    extract("warm-up.txt", "WORK PROGRAMME\n\nACTIVITY 1. Warm-up\n\nA text.\n")
    spent = sum(own_seconds(lambda path=path: extract(path.name, read_text(path))) for path in files)
    show("extraction of the documents, processor seconds", f"{spent:.2f}", "under 10")


def linking(files: list[Path]) -> None:
    """Linking a long text, and one that is made to take long."""
    text = "\n\n".join(map(read_text, files))
    long = (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]
    link("SELA")  # the tables are read once
    show("linking 1 MB of text, processor seconds", f"{own_seconds(lambda: link(long)):.2f}", "under 3")
    for what, unit in HOSTILE.items():
        hostile = unit * (MEGABYTE // 4 // len(unit))
        show(f"linking 250 KB of {what}, processor seconds", f"{own_seconds(lambda h=hostile: link(h)):.2f}", "under 3")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    show("memory after linking, MB", f"{used}", "under 400")


def embedding(files: list[Path]) -> None:
    """The pipeline's embedding against the encoder called by hand, in turn."""
    encoder = load_encoder()
    extraction = extract(files[-1].name, read_text(files[-1]))
    pieces = [piece for passage in extraction.passages for piece in passage.indexed(extraction.text)][:48]
    encoder.encode_passages(pieces[:2])
    direct, ours = [], []
    for _ in range(3):
        direct.append(own_seconds(lambda: encoder.encode_passages(pieces)))
        ours.append(own_seconds(lambda: embed(pieces, encoder)))
    share = statistics.median(direct) / statistics.median(ours)
    show("embedding, share of the encoder's own rate", f"{share:.1%}", "at least 95 %")


def builds(work: Path, files: list[Path]) -> Path:
    """Full builds with one worker and with two are compared byte by byte; then what small changes cost."""
    one, two = work / "one", work / "two"
    full, wall, _ = run("ingest", str(DOCUMENTS), "--workers", "1", kb=one)
    show("full build, one worker, processor seconds (wall)", f"{full:.0f} ({wall:.0f})")
    full_two, wall_two, _ = run("ingest", str(DOCUMENTS), "--workers", "2", kb=two)
    show("full build, two workers, processor seconds (wall)", f"{full_two:.0f} ({wall_two:.0f})")
    snapshots = [KnowledgeBase(path).current() for path in (one, two)]
    same = [name for name in snapshots[0].manifest["files"] if not name.startswith("store/")]
    equal, *_ = filecmp.cmpfiles(snapshots[0].path, snapshots[1].path, same, shallow=False)
    show("files that are byte-identical in both builds", f"{len(equal)} of {len(same)}", "all")
    again, _, _ = run("ingest", str(DOCUMENTS), kb=one)
    show("ingesting unchanged documents, processor seconds", f"{again:.2f}", "under 1.5")
    last = files[-1]
    run("ingest", "--remove", last.name, kb=two)
    (two / "cache" / "extractions").rename(two / "cache" / "read-before")
    anew, _, _ = run("ingest", str(DOCUMENTS), kb=two)  # all vectors are known: a full build but for the encoder
    run("ingest", "--remove", last.name, kb=two)
    added, _, _ = run("ingest", str(last), kb=two)
    over = added - anew * len(read_text(last)) / sum(len(read_text(path)) for path in files)
    show("one new document over its share of a full build, seconds", f"{over:+.2f} ({added:.2f})", "at most +3")
    return one


@contextmanager
def service(kb: Path) -> Iterator[tuple[str, psutil.Process]]:
    """A running service on a free port, ended afterwards."""
    started = time.perf_counter()
    process = subprocess.Popen([SELA, "serve", "--port", "0", "--kb", str(kb)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        show("service ready after, wall seconds", f"{time.perf_counter() - started:.2f}", "within 3")
        yield line.split(" at ")[1].split()[0], psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def latencies(base: str, paths: list[str]) -> list[float]:
    """Milliseconds of each request, in order of length."""
    took = []
    for path in paths:
        started = time.perf_counter()
        with urllib.request.urlopen(base + path, timeout=60) as answer:
            answer.read()
        took.append((time.perf_counter() - started) * 1000)
    return sorted(took)


def http(kb: Path) -> None:
    """Latency and memory of the service."""
    encoder = load_encoder()
    encoder.encode_queries(["warm-up"])
    texts = [f"{QUESTIONS[n % len(QUESTIONS)]} {n}" for n in range(REPEATS)]  # no query twice: nothing is cached
    encoding = sorted(own_wall(lambda text=text: encoder.encode_queries([text])) * 1000 for text in texts)
    with service(kb) as (base, process):

        def p(name: str, paths: list[str], wanted: str) -> None:
            took = latencies(base, paths)
            show(f"{name}, ms p50 / p95", f"{took[len(took) // 2]:.1f} / {took[int(len(took) * 0.95)]:.1f}", wanted)

        quote = urllib.parse.quote
        p("/api/search", [f"/api/search?q={quote(text)}" for text in texts], "p95 under 60")
        show("   of which encoding the query takes, ms p50 / p95",
             f"{encoding[len(encoding) // 2]:.1f} / {encoding[int(len(encoding) * 0.95)]:.1f}")  # fmt: skip
        looked_up = [f"/api/directory?q={text}" for text in ("ALADI", "energia", "CAF", "banco")]
        p("/api/directory", looked_up * 25, "p95 under 20")
        p("/sparql look-up", [f"/sparql?query={quote(LOOK_UP)}"] * REPEATS, "p95 under 15")
        family = [process, *process.children(recursive=True)]
        resident = sum(member.memory_info().rss for member in family) / 1e6
        show(f"resident memory of {len(family)} processes, MB", f"{resident:.0f}", "under 500")
        loaded = any("libtorch" in mapped.path for member in family for mapped in member.memory_maps())
        show("torch loaded", "yes" if loaded else "no", "no")


def own_wall(work: Callable[[], object]) -> float:
    """Wall seconds of some work."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cold(kb: Path) -> None:
    """A search from a cold start, against Python starting with numpy and faiss alone."""
    spent = statistics.median(run("search", text, kb=kb)[0] for text in QUESTIONS[:5])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "import numpy, faiss"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    bare = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    show("sela search, cold, processor seconds (numpy and faiss alone)", f"{spent:.2f} ({bare:.2f})", "under 1.0")


def main() -> int:
    """Run all of it."""
    files = sorted(DOCUMENTS.glob("*.txt"))
    if not files:
        print(f"There are no documents in {DOCUMENTS}. Set SELA_DOCUMENTS to their folder.", file=sys.stderr)
        return 2
    characters = sum(len(read_text(path)) for path in files)
    print(json.dumps({"documents": len(files), "characters": characters, "processors": os.cpu_count()}))
    with tempfile.TemporaryDirectory() as work:
        linking(files)
        extraction(files)
        embedding(files)
        kb = builds(Path(work), files)
        cold(kb)
        http(kb)
    return 0


if __name__ == "__main__":
    sys.exit(main())
