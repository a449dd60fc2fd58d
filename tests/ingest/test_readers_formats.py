"""Reading HTML, DOCX and PDF: the same document says the same in each, and a broken one says why."""

import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from pyoxigraph import RdfFormat, parse

from ingest.extraction import extract
from ingest.readers.confined import Limits, read_confined
from ingest.readers.docx import parse as parse_docx
from ingest.readers.docx import read_docx
from ingest.readers.html import parse as parse_html
from ingest.readers.html import read_html
from ingest.readers.pages import Pages
from ingest.readers.pdf import parse as parse_pdf
from ingest.readers.pdf import read_pdf
from ingest.readers.styles import Numbering
from kg.activities import Activities
from kg.errors import InvalidInput, TimedOut
from kg.graph import Graph
from tests.ingest.broken import WORD, broken, drawn, raw_pdf, stream
from tests.ingest.formats import HEAD, as_docx, as_html, as_pdf, saved, with_scan

TEXTS = Path(__file__).parent / "texts"
HARBOURS = (TEXTS / "harbours.md").read_text(encoding="utf-8")
READ = {
    "html": lambda text=HARBOURS: read_html(as_html(text)),
    "docx": lambda text=HARBOURS: read_docx(as_docx(text)),
    "pdf": lambda text=HARBOURS: read_pdf(as_pdf(text)).text,
    "pdf with parted words": lambda text=HARBOURS: read_pdf(as_pdf(text, hyphens=True)).text,
    "pdf with wide margins": lambda text=HARBOURS: read_pdf(as_pdf(text, leftMargin=100, rightMargin=100)).text,
}
TOLD_APART = re.compile(r"/(?:span|passage|mention|statement)/")
OF_THE_FILE = ("sourceFile", "characterCount", "wasDerivedFrom")


@cache
def facts(text: str) -> frozenset[tuple[str, str, str]]:
    """What a text says of its document, units and activities, but for where it says so."""
    quads = list(parse(extract("harbours", text).nquads, RdfFormat.N_QUADS))
    exact = {q.subject.value: q.object.value for q in quads if q.predicate.value.endswith("oa#exact")}
    return frozenset(
        (quad.subject.value, name, bare(exact.get(quad.object.value, quad.object.value)))
        for quad in quads
        if not TOLD_APART.search(quad.subject.value)
        and (name := re.split("[#/]", quad.predicate.value)[-1]) not in OF_THE_FILE
    )


def bare(text: str) -> str:
    return " ".join(re.sub(r"\*\*|^- ", "", text).split())


def words(text: str) -> list[str]:
    return re.sub(r"[#*]|^- |^\d\. ", " ", text, flags=re.M).split()


@pytest.mark.parametrize("form", READ)
def test_a_document_says_the_same_in_every_format(form):
    assert len(facts(HARBOURS)) > 150
    assert sorted(facts(READ[form]())) == sorted(facts(HARBOURS))


BARE_HEADING = re.compile(
    r"^(?:(?:[ÁA]REA|PROGRAMA|PROYECTO|PROJETO|A[ct]+iv?idade?) [^\t\n]+|[A-E]\. [A-Z][^\n.;]+)$", re.M
)


@pytest.mark.parametrize("name", ["report.es.md", "report.pt.md", "report.fr.md", "programme.es.md", "programme.pt.md"])
@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_a_document_in_another_language_says_the_same_in_every_format(form, name):
    text = BARE_HEADING.sub(r"**\g<0>**", (TEXTS / name).read_text(encoding="utf-8"))
    assert len(facts(text)) > 150
    assert sorted(facts(READ[form](text))) == sorted(facts(text))


@pytest.mark.parametrize("form", ["html", "docx"])
def test_no_word_is_lost_or_added(form):
    assert words(READ[form]()) == words(HARBOURS)


def test_of_a_pdf_no_word_is_lost_and_its_pages_are_told(tmp_path):
    read = read_pdf(as_pdf(HARBOURS))
    numbers = re.compile(rf"^(?:\d|{re.escape(HEAD)})$\n", re.M)
    assert words(numbers.sub("", read.text)) == words(HARBOURS)
    assert len(read.starts) >= 3
    assert read.starts[0] == 0
    assert list(read.starts) == sorted(read.starts)
    assert read.page_at(read.text.index("Virtual course on hurricane")) == len(read.starts)
    assert read.page_at(read.text.index("INTRODUCTION")) == 1


def test_a_page_that_is_a_picture_among_pages_of_text_is_told_by_its_number():
    read = read_pdf(with_scan(as_pdf(HARBOURS), page=2))
    assert read.unread == (2,)
    assert words(read.text) == words(read_pdf(as_pdf(HARBOURS)).text)
    assert read_pdf(as_pdf(HARBOURS)).unread == ()


def test_what_a_pdf_says_is_on_a_page_of_it_and_what_has_no_pages_says_nothing_of_them():
    read = read_pdf(as_pdf(HARBOURS))
    graph = Graph.memory(extract("harbours.pdf", read.text, pages=read.starts).nquads)
    [course] = [each for each in Activities(graph).find() if each.title.startswith("Virtual course")]
    assert course.page == read.page_at(course.start) == len(read.starts)
    rows = graph.select(
        "SELECT ?start ?page { ?span a sela:Span ; oa:start ?start . OPTIONAL { ?span sela:page ?page } }"
    )
    assert rows and all(row["page"] == read.page_at(row["start"]) for row in rows)
    assert b"ontology#page" not in extract("harbours.md", HARBOURS).nquads


def test_page_numbers_stand_alone_behind_the_paragraph_that_the_page_turns_in():
    text = " ".join(f"The harbour of {place} met its ships." for place in map("".join, product("aeiou", repeat=3)))
    read = read_pdf(as_pdf(text))
    first, *others = read.text.strip().split("\n\n")
    assert first == text
    assert len(read.starts) >= 3
    assert others == [HEAD, *map(str, range(2, len(read.starts) + 1))]
    assert all(first[start - 1 : start].isspace() for start in read.starts[1:])


def test_a_running_head_is_kept_once():
    assert read_pdf(as_pdf(HARBOURS)).text.count(HEAD) == 1


def test_words_that_a_lines_end_parts_are_mended_and_hyphens_kept():
    text = "Interinstitutional coordination, face-to-face or otherwise, of face-to-face meetings. " * 12
    read = read_pdf(as_pdf(text, hyphens=True, leftMargin=140, rightMargin=140)).text
    assert set(words(re.sub(rf"^(?:\d+|{HEAD})$", "", read, flags=re.M))) == set(text.split())


def test_notes_of_a_word_document_follow_their_paragraph_and_deleted_text_is_left_out():
    document = WordDocument()
    document.add_paragraph("Ports met. ")
    document.add_paragraph("Ships left.")
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ins = f"<w:ins {w}><w:r><w:t>Twice.</w:t></w:r></w:ins>"
    gone = f"<w:del {w}><w:r><w:delText>Never.</w:delText></w:r></w:del>"
    hidden = f"<w:r {w}><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"
    for xml in (ins, gone, hidden):
        document.paragraphs[0]._p.append(parse_xml(xml))
    assert parse_docx(saved(document)).text == "Ports met. Twice.\n\nShips left.\n"


def test_labels_that_word_counts_are_part_of_the_text():
    document = WordDocument()
    for text in ("one", "two"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("three", style="List Bullet")
    assert parse_docx(saved(document)).text == "1. one\n2. two\n- three\n"


def test_a_table_has_its_cells_parted_by_tabs():
    page = b"<table><tr><th>Country<th>Days<tr><td>Peru<td><p>3 or<br> 4</table>"
    assert parse_html(page).text == "Country\tDays\nPeru\t3 or 4\n"


def test_a_table_that_lays_a_page_out_is_none():
    page = b"<table><tr><td><h2>Ports</h2>met</td><td><ul><li>Peru</ul></td></table>"
    assert parse_html(page).text == "## Ports\n\nmet\n\n- Peru\n"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (b"<p>A&ntilde;o&nbsp;uno", "Año\xa0uno\n"),
        ('<meta charset="windows-1252"><p>A\xf1o \x93uno\x94'.encode("latin-1"), "Año “uno”\n"),
        ("<p>Año".encode("utf-8-sig"), "Año\n"),
        ("<p>Año".encode("utf-16"), "Año\n"),
        (b"<p>50<sup>th</sup> meeting<sup>7</sup>", "50th meeting<sup>7</sup>\n"),
        (b"<ol start=3><li>a<li value=9>b<li>c</ol>", "3. a\n9. b\n10. c\n"),
        (b"<ol type=I><li>a<li>b</ol>", "I. a\nII. b\n"),
        (b"<p><b>ACTIVITY 1. </b><strong>Ports</strong> met", "**ACTIVITY 1. Ports** met\n"),
        (b"<p><span style='font-weight:700'>Ports</span><br>met", "**Ports**\nmet\n"),
        (b"<p hidden>x</p><div style='display: none'>y</div><p>Ports", "Ports\n"),
        (b"<nav>x</nav><header><h1>Ports</h1></header><aside>y</aside><footer>z</footer>", "# Ports\n"),
        (b"<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree\n"),
        (b"<p>a<script>if (a<b) c()</script><style>p{}</style><!-- d -->e", "ae\n"),
    ],
)
def test_html_is_read_as_a_browser_shows_it(page, text):
    assert parse_html(page).text == text


def test_pages_that_are_turned_are_read_as_they_are_looked_at():
    text = b"BT /F 12 Tf 0 1 -1 0 100 20 Tm (Ports of the coast) Tj 0 -20 Td (Ships of the sea) Tj ET"
    turned = raw_pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Rotate 90 /MediaBox [0 0 200 300] /Contents 4 0 R "
        b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        stream(text),
    ])  # fmt: skip
    assert parse_pdf(turned).text.split() == ["Ports", "of", "the", "coast", "Ships", "of", "the", "sea"]


def test_a_page_without_text_begins_where_the_next_does():
    assert Pages("ab", (0, 1, 1)).page_at(1) == 3
    assert Pages("ab").page_at(1) is None


BROKEN = broken()


def test_there_are_enough_of_them():
    assert len(BROKEN) >= 60


@pytest.mark.parametrize(("name", "data", "reason"), BROKEN, ids=[name for name, *_ in BROKEN])
def test_a_broken_document_is_refused_with_its_reason(name, data, reason):
    read = {"html": read_html, "docx": read_docx, "pdf": read_pdf}[name.rpartition(".")[2]]
    with pytest.raises((InvalidInput, TimedOut), match=reason) as caught:
        read(data)
    assert "Traceback" not in str(caught.value)
    assert "reader failed" not in str(caught.value)


def test_what_takes_too_long_is_ended():
    with pytest.raises(TimedOut, match=r"longer than 0\.5 seconds"):
        read_confined("html", b"<p>x" * 1_000_000, limits=Limits(seconds=0.5))


def test_what_needs_too_much_memory_is_ended():
    limits = Limits(memory=150_000_000)
    with pytest.raises(InvalidInput, match=r"memory|broken"):
        read_confined("html", b"<p>x" * 2_000_000, limits=limits)


def test_too_much_text_is_refused_with_the_limit():
    with pytest.raises(InvalidInput, match=r"unfolds to 5,\d+ characters of text, the limit is 4,000"):
        read_confined("html", b"<p>" + b"ports " * 900, limits=Limits(characters=4_000))


def test_pages_over_the_limit_are_refused():
    with pytest.raises(InvalidInput, match=r"3 pages, the limit is 2"):
        read_confined("pdf", drawn(None, None, None), limits=Limits(pages=2))


def test_the_child_can_open_no_socket_and_write_no_file(tmp_path):
    told = tmp_path / "told"
    code = (
        "import sys, socket, types; from ingest.readers import child\n"
        "def parse(data, limits):\n"
        "    said = []\n"
        "    for attempt in (socket.socket, lambda: open(data, 'wb', 0).write(b'x')):\n"
        "        try: attempt(); said.append('did')\n"
        "        except OSError: said.append('refused')\n"
        "    return child.Pages(' '.join(said))\n"
        "sys.modules['tried'] = types.SimpleNamespace(parse=parse)\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "child.PARSERS['tried'] = 'tried'; sys.argv[1:] = ['tried', '9', '900000000', '9', '99']; child.main()"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [sys.executable, "-c", code], input=str(told).encode(), capture_output=True, check=True, env=environment
    )
    assert b"refused refused" in ran.stdout


def test_a_style_that_is_based_on_itself_does_no_harm():
    document = WordDocument(BytesIO(as_docx("# Ports\n\nShips met.")))
    document.styles["Heading 1"].base_style = document.styles["Heading 1"]
    assert parse_docx(saved(document)).text == "# Ports\n\nShips met.\n"


def test_labels_of_several_levels_are_counted_as_word_counts_them():
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate([("upperRoman", "AREA %1."), ("decimal", "%1.%2."), ("bullet", "*")])
    )
    part = fromstring(
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbering = Numbering.of(part)
    labels = [numbering.label("1", level) for level in (0, 1, 1, 2, 0, 1)]
    assert labels == ["AREA I.", "I.1.", "I.2.", "-", "AREA II.", "II.1."]
