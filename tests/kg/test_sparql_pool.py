"""Queries in real worker processes over a real store."""

import contextlib
import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Busy, Damaged, InvalidInput, SelaError, TimedOut, TooLarge
from kg.sparql import pool as pool_module
from kg.sparql import worker
from kg.sparql.pool import Closed, QueryPool
from kg.sparql.query import Refused, check_query, undeclared_prefixes

EX = "http://example.org/"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " }"
PEOPLE = """
@prefix : <http://example.org/> .
:ana :name "Ana" ; :knows :bo .
:bo :name "Bo, \\"the\\" second\\r\\nline" .
"""


def store_with(folder, turtle, *graphs):
    """A store with these triples in the default graph and once more in each named graph."""
    store = ox.Store(str(folder))
    for triple in ox.parse(turtle, ox.RdfFormat.TURTLE):
        for graph in (ox.DefaultGraph(), *map(ox.NamedNode, graphs)):
            store.add(ox.Quad(triple.subject, triple.predicate, triple.object, graph))
    store.flush()
    return folder


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    return store_with(tmp_path_factory.mktemp("people"), PEOPLE, EX + "g1", EX + "g2")


@pytest.fixture(scope="module")
def numbers(tmp_path_factory):
    turtle = "".join(f"<{EX}{i}> <{EX}value> {i} .\n" for i in range(2000))
    return store_with(tmp_path_factory.mktemp("numbers"), turtle)


@pytest.fixture(scope="module")
def pool(people):
    with QueryPool(people) as pool:
        yield pool


@pytest.fixture(scope="module")
def big(numbers):
    with QueryPool(numbers) as pool:
        yield pool


def count(pool, query):
    bindings = json.loads(pool.run(query).body)["results"]["bindings"]
    return int(bindings[0]["n"]["value"])


def test_the_default_graph_counts_a_triple_once_though_two_graphs_hold_it(pool):
    assert count(pool, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == 3
    assert count(pool, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == 6


def test_select_in_json(pool):
    answer = pool.run(f"SELECT ?n {{ <{EX}ana> <{EX}name> ?n }}")
    assert (answer.media_type, answer.rows) == ("application/sparql-results+json", 1)
    assert json.loads(answer.body)["results"]["bindings"] == [{"n": {"type": "literal", "value": "Ana"}}]


def test_select_in_xml_csv_and_tsv_with_unbound_values_and_line_ends_in_values(pool):
    query = f"SELECT ?s ?n ?x {{ ?s <{EX}name> ?n }} ORDER BY ?s"
    xml = pool.run(query, media_type="application/sparql-results+xml")
    table = pool.run(query, media_type="text/csv")
    tabs = pool.run(query, media_type="text/tab-separated-values")
    assert [xml.rows, table.rows, tabs.rows] == [2, 2, 2]
    assert len(ElementTree.fromstring(xml.body)[1]) == 2
    rows = list(csv.reader(io.StringIO(table.body.decode(), newline="")))
    assert rows[1:] == [[EX + "ana", "Ana", ""], [EX + "bo", 'Bo, "the" second\r\nline', ""]]
    assert tabs.body.splitlines()[1] == f'<{EX}ana>\t"Ana"\t'.encode()


def test_ask_answers_in_each_result_format(pool):
    assert json.loads(pool.run("ASK { ?s ?p ?o }").body)["boolean"] is True
    assert b"<boolean>false</boolean>" in pool.run("ASK {<x:x> ?p ?o}", media_type=worker.XML).body
    assert pool.run("ASK {}", media_type="text/csv").body == b"true"


@pytest.mark.parametrize(
    "media_type", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_construct_comes_back_as_the_same_set_in_each_graph_format(pool, media_type):
    answer = pool.run(f"CONSTRUCT {{ <{EX}all> <{EX}has> ?p }} {{ ?s ?p ?o }}", media_type=media_type)
    triples = list(ox.parse(answer.body, ox.RdfFormat.from_media_type(media_type)))
    assert (answer.media_type, answer.rows, len(triples)) == (media_type, 2, 2)
    assert {str(triple.object) for triple in triples} == {f"<{EX}name>", f"<{EX}knows>"}


def test_turtle_uses_the_prefixes_of_the_ontology(pool):
    query = 'CONSTRUCT { <x:a> <http://purl.org/dc/terms/title> "t" } {}'
    assert b"dcterms:title" in pool.run(query, media_type="text/turtle").body


def test_describe_gives_the_triples_of_a_thing(pool):
    assert pool.run(f"DESCRIBE <{EX}ana>", media_type="text/turtle").rows == 2


def test_a_query_and_an_answer_of_megabytes_go_through_whole(pool):
    words = [f"word{i:07}" for i in range(90_000)]
    answer = pool.run(
        "SELECT ?w { VALUES ?w { " + " ".join(f"'{word}'" for word in words) + " } }", media_type="text/csv"
    )
    assert answer.body.decode().split() == ["w", *words]


def test_a_relative_iri_is_one_of_ours(pool):
    query = "CONSTRUCT { <id/country/BR> <x:b> <x:c> } {}"
    assert b"<https://w3id.org/sela-kg/id/country/BR>" in pool.run(query, media_type="application/n-triples").body


def test_a_format_that_does_not_fit_the_form_gives_the_form_s_first(pool):
    assert pool.run("ASK {}", media_type="text/turtle").media_type == "application/sparql-results+json"
    assert pool.run("CONSTRUCT WHERE {?s ?p ?o}", media_type="text/csv").media_type == "text/turtle"


def test_a_predicate_that_rdf_xml_cannot_name_is_an_error_not_broken_xml(pool):
    with pytest.raises(InvalidInput, match="ask for text/turtle"):
        pool.run("CONSTRUCT { <x:a> <x:b/5> <x:c> } {}", media_type="application/rdf+xml")


def test_graphs_of_the_request_take_the_place_of_the_query_s_own(pool):
    everything = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = f"SELECT * FROM <{EX}none> FROM NAMED <{EX}g1> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert json.loads(pool.run(everything, default_graphs=[EX + "g1"]).body)["results"]["bindings"][0]["n"][
        "value"
    ] == ("3")
    assert pool.run(named).rows == 3
    assert pool.run(named, default_graphs=[EX + "g1"]).rows == 0
    assert pool.run(named, named_graphs=[EX + "g1", EX + "g2"]).rows == 6
    with pytest.raises(InvalidInput, match="Invalid IRI"):
        pool.run(everything, default_graphs=["no iri"])


def test_a_syntax_error_names_line_and_column_and_shows_the_line(pool):
    with pytest.raises(InvalidInput, match=r"line 2, column 16.*The line reads: 'WHERE { \?s \?p }'"):
        pool.run("SELECT *\nWHERE { ?s ?p }")


def test_an_undeclared_prefix_is_named_with_its_iri_where_we_know_it(pool):
    with pytest.raises(InvalidInput, match=r"PREFIX dcterms: <http://purl\.org/dc/terms/>"):
        pool.run("SELECT * { ?s dcterms:title ?o }")
    assert undeclared_prefixes("SELECT * { _:b ?p 'a:b' } # c:d") == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://HOST/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://HOST/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE <http://HOST/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://HOST/>{ ?s ?p ?o } }",
        "SELECT * { SERVICE # <\n <http://HOST/> # {\n { ?s ?p ?o } }",
        "SELECT * { BIND(<http://HOST/> AS ?e) SERVICE ?e { ?s ?p ?o } }",
        "PREFIX e: <http://HOST/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
        "PREFIX e: <http://HOST/> SELECT * { SERVICESILENTe:x { ?s ?p ?o } }",
        "PREFIX SERVICEe: <x:y> PREFIX e: <http://HOST/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
        "PREFIX e: <http://HOST/> SELECT * { ?s ?p trueSERVICEe:x { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)SERVICE#>\n<http://HOST/> { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2)#>'''\nSERVICE <http://HOST/> { ?s ?p ?o } #'''\n }",
        "SELECT * { VALUES ?x {'''a'} SERVICE <http://HOST/> { ?s ?p ?o } }",
        "PREFIX e: <x:> SELECT * { ?s e:it\\'s ?o . SERVICE <http://HOST/> { ?s ?p ?o } ?s e:it\\'s ?o }",
        "ASK { { SELECT * { OPTIONAL { SERVICE <http://HOST/> { ?s ?p ?o } } } } }",
        "SELECT * { SERVICE <http://HOST/> { ?s ?p ?o } } #" + "x" * 200_000,
    ],
)
def test_service_is_refused_in_every_disguise(pool, query):
    with pytest.raises(Refused, match="SERVICE"):
        pool.run(query.replace("HOST", "127.0.0.1:8080"))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p <http://x/service> }",
        "PREFIX service: <http://x/service#> SELECT * { GRAPH service:x { ?s service:of ?o } }",
        'SELECT * { ?s ?p \'SERVICE <http://x/> {\' , """SERVICE <http://x/> {"""@en-service }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/> { }",
        "SELECT * { ?s <http://x/Load_(service)> ?insert . FILTER(?o < 3 && ?o > 1) }",
        "SELECT * { ?s ?service ?o { ?s ?p ?o } }",
    ],
)
def test_queries_that_only_look_like_it_are_answered(pool, query):
    assert pool.run(query).media_type == "application/sparql-results+json"


@pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")
def test_a_service_that_slips_past_the_text_reaches_nobody(pool, monkeypatch):
    monkeypatch.setattr(pool_module, "check_query", lambda text: None)
    assert pool.sockets_denied
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.5)
        address = f"<http://127.0.0.1:{listener.getsockname()[1]}/>"
        with pytest.raises(Refused, match="SERVICE"):
            pool.run(f"SELECT * {{ SERVICE {address} {{ ?s ?p ?o }} }}")
        pool.run(f"SELECT * {{ SERVICE SILENT {address} {{ ?s ?p ?o }} }}")
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "PREFIX select: <x:> # SELECT\nDELETE WHERE { ?s ?p ?o }",
        "load <http://127.0.0.1/>",
        "BASE <http://x/ask> WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DROP ALL",
    ],
)
def test_updates_are_refused(pool, update):
    with pytest.raises(Refused, match="is an update"):
        pool.run(update)


@pytest.mark.parametrize(
    ("query", "reason"),
    [("", "empty"), ("ASK {\0}", "NUL"), ("ASK { ?s ?p '\ud800' }", "surrogate"), ("hi", "line 1")],
)
def test_text_that_is_no_query_gets_a_reason(pool, query, reason):
    with pytest.raises(InvalidInput, match=reason):
        pool.run(query)


@given(st.text(alphabet="'\"\\<>#{}:?@ \nSERVICEservice1.a-()"))
def test_any_text_is_checked_without_an_error_of_ours(text):
    with contextlib.suppress(InvalidInput):
        check_query(text)


def test_an_endless_query_ends_at_its_limit_and_a_fresh_worker_answers_the_next(big):
    before = big.pids()
    with pytest.raises(TimedOut, match=r"limit of 0\.5 s"):
        big.run(ENDLESS, timeout=0.5)
    assert count(big, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == 2000
    assert len(set(before) - set(big.pids())) == 1


def test_a_timeout_only_lowers_the_limit(numbers):
    with QueryPool(numbers, timeout=0.3) as pool, pytest.raises(TimedOut, match=r"limit of 0\.3 s"):
        pool.run(ENDLESS, timeout=3600)
    with QueryPool(numbers) as pool, pytest.raises(InvalidInput, match="timeout"):
        pool.run("ASK {}", timeout=0)


@pytest.mark.parametrize("media_type", [*worker.ROW_COUNTS, "text/turtle"])
def test_the_row_limit_is_exact_and_over_it_is_an_error(numbers, media_type):
    form = "CONSTRUCT { ?s ?p ?o }" if media_type == "text/turtle" else "SELECT *"
    with QueryPool(numbers, workers=1, row_limit=2000) as pool:
        assert pool.run(f"{form} {{ ?s ?p ?o }}", media_type=media_type).rows == 2000
    with QueryPool(numbers, workers=1, row_limit=1999) as pool:
        with pytest.raises(TooLarge, match="more than 1,999 rows"):
            pool.run(f"{form} {{ ?s ?p ?o }}", media_type=media_type)
        assert pool.run("ASK {}").rows == 0


def test_millions_of_rows_are_given_up_long_before_memory_or_time_end(numbers):
    with QueryPool(numbers, workers=1, timeout=60, byte_limit=8 << 20) as pool:
        with pytest.raises(TooLarge, match="8 MB"):
            pool.run("SELECT * { ?s ?p ?o . ?a ?b ?c }", media_type="application/sparql-results+xml")
        with pytest.raises(TooLarge, match="rows"):
            pool.run("SELECT ?x { ?s ?p ?o . ?a ?b ?c }")


TERMS = st.one_of(
    st.none(),
    st.text(alphabet=',{}[]":\\\r\n\t<>/result ab', max_size=8).map(ox.Literal),
    st.sampled_from(["x:a", "x:b,c"]).map(ox.NamedNode),
)


@given(st.lists(st.tuples(TERMS, TERMS), max_size=6))
def test_rows_are_counted_exactly_whatever_the_values(rows):
    cells = " ".join("(" + " ".join("UNDEF" if term is None else str(term) for term in row) + ")" for row in rows)
    for media_type, counted in worker.ROW_COUNTS.items():
        results = ox.Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {cells} }} }}")
        body = results.serialize(format=ox.QueryResultsFormat.from_media_type(media_type))
        assert counted(body) == len(rows)


def test_a_query_out_of_memory_is_an_error_and_the_pool_goes_on(numbers):
    with QueryPool(numbers, workers=1, timeout=60, memory_limit=1 << 30) as pool:
        with pytest.raises(TooLarge, match=r"out of memory \(the limit is 1,024 MB\)"):
            pool.run("SELECT ?s { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f } ORDER BY ?o ?c ?f")
        assert pool.run("ASK {}").body


def test_a_query_nested_too_deeply_is_an_error_and_the_pool_goes_on(big):
    with pytest.raises(TooLarge, match="nested too deeply"):
        big.run("SELECT (" + "(" * 100_000 + "1" + ")" * 100_000 + " AS ?x) {}")
    assert big.run("ASK {}").body


def test_a_worker_that_something_else_ended_is_replaced_unnoticed(numbers):
    with QueryPool(numbers, workers=1) as pool:
        for pid in (pids := pool.pids()):
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not any(is_running(pid) for pid in pids))
        assert pool.run("ASK {}").body


def test_twenty_threads_at_once_get_their_own_answers(big):
    def ask(i):
        answer = big.run(f"SELECT ?v {{ <{EX}{i}> <{EX}value> ?v }}")
        return int(json.loads(answer.body)["results"]["bindings"][0]["v"]["value"])

    with ThreadPoolExecutor(20) as threads:
        assert list(threads.map(ask, range(200))) == list(range(200))


def test_a_full_queue_is_busy_and_waiting_does_not_count_as_the_query_s_time(numbers):
    with QueryPool(numbers, workers=1, timeout=1.0, queue_limit=1) as pool, ThreadPoolExecutor(2) as threads:
        slow = threads.submit(pool.run, ENDLESS)
        wait_until(lambda: len(pool._busy) == 1)
        queued = threads.submit(pool.run, "ASK {}", timeout=0.5)
        wait_until(lambda: len(pool._queue) == 1)
        with pytest.raises(Busy, match="1 queries wait already"):
            pool.run("ASK {}")
        assert isinstance(slow.exception(), TimedOut)
        assert queued.result().body


def test_without_a_queue_a_free_worker_still_answers(numbers):
    with QueryPool(numbers, workers=1, queue_limit=0) as pool:
        assert pool.run("ASK {}").body


def test_waiting_too_long_for_a_turn_is_busy(numbers):
    with (
        QueryPool(numbers, workers=1, timeout=2.0, queue_timeout=0.2) as pool,
        ThreadPoolExecutor(1) as threads,
    ):
        slow = threads.submit(pool.run, ENDLESS)
        wait_until(lambda: len(pool._busy) == 1)
        with pytest.raises(Busy, match="No turn came"):
            pool.run("ASK {}")
        assert isinstance(slow.exception(), TimedOut)


def test_no_worker_is_left_after_close_not_even_one_at_work(numbers):
    threads = threading.active_count()
    with QueryPool(numbers, timeout=60) as pool, ThreadPoolExecutor(1) as asking:
        running = asking.submit(pool.run, ENDLESS)
        wait_until(lambda: len(pool._busy) == 1 and len(pool.pids()) == 3)
        pids = pool.pids()
        pool.close()
        assert isinstance(running.exception(), Closed)
    assert not any(is_running(pid) for pid in pids)
    assert pool.pids() == []
    assert threading.active_count() == threads
    with pytest.raises(Closed):
        pool.run("ASK {}")


def test_a_close_with_grace_lets_a_query_finish(numbers):
    pool = QueryPool(numbers, timeout=60)
    with ThreadPoolExecutor(1) as asking:
        running = asking.submit(pool.run, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }")
        wait_until(lambda: len(pool._busy) == 1)
        pool.close(grace=30)
        assert running.result().rows == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a busy process that its parent is gone")
def test_workers_end_when_the_service_is_killed_even_in_the_middle_of_a_query(numbers):
    program = f"""
import threading, time
from pathlib import Path
from kg.sparql.pool import QueryPool
pool = QueryPool(Path({str(numbers)!r}), timeout=60)
threading.Thread(target=pool.run, args=[{ENDLESS!r}], daemon=True).start()
while not (pool._busy and len(pool.pids()) == 3):
    time.sleep(0.01)
print(*pool.pids(), flush=True)
time.sleep(60)
"""
    service = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    with service:
        pids = [int(pid) for pid in service.stdout.readline().split()]
        assert len(pids) == 3
        service.kill()
    wait_until(lambda: not any(is_running(pid) for pid in pids))


def test_a_folder_that_is_no_store_is_damaged_at_once(tmp_path):
    with pytest.raises(Damaged, match="can't be opened"):
        QueryPool(tmp_path / "nothing")


def test_every_error_is_one_a_person_can_act_on(big):
    for query in ("SELECT", "SELECT * { ?s ?p ?o", "ASK { BIND(1/0 AS ?x) FILTER(<x:nothing>(?x)) } }"):
        with pytest.raises(SelaError):
            big.run(query)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout
    return not stat.startswith("Z") and stat.strip() != ""


def wait_until(holds, *, seconds=20):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.01)
