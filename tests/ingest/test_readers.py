"""Reading files: the text as it stands, or a reason that helps."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers import read_text
from ingest.readers.plain import read_plain
from ingest.sources import embedded_corpus, find_sources
from kg.errors import InvalidInput


@pytest.fixture
def written(tmp_path):
    def write(data: bytes, name: str = "report.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t"), min_size=1))
def test_text_is_read_as_it_stands(text):
    if not text.startswith("\ufeff"):
        assert read_plain(text.encode()) == text


def test_a_byte_order_mark_is_left_out_and_line_ends_stay(written):
    assert read_text(written(codecs.BOM_UTF8 + b"One\r\nTwo\rThree\n")) == "One\r\nTwo\rThree\n"


@pytest.mark.parametrize("name", ["a.md", "A.TXT", "b.Md"])
def test_the_kind_is_known_by_its_ending_in_any_case(written, name):
    assert read_text(written(b"Ports", name)) == "Ports"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9", r"byte 3 \(0xe9\) is not UTF-8"),
        ("Área".encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7\x00\x01\x02\xff\xfe", "binary data"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)), "binary data|not UTF-8"),
        (b"text \0 text", "binary data"),
        (bytes(range(1, 9)) * 5, "binary data"),
        (b"", "is empty"),
        (b" \r\n\t \n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
    ],
)
def test_what_is_no_text_is_refused_by_name_with_the_reason(written, data, reason):
    with pytest.raises(InvalidInput, match=rf"report\.txt.*(?:{reason})"):
        read_text(written(data))


def test_a_missing_file_is_refused_with_its_path(tmp_path):
    with pytest.raises(InvalidInput, match=r"no file .*gone\.txt.*Check the path"):
        read_text(tmp_path / "gone.txt")


def test_a_kind_without_a_reader_is_refused_with_those_that_have_one(written):
    with pytest.raises(InvalidInput, match=r"'\.odt' can't be read.*\.txt \.md"):
        read_text(written(b"text", "report.odt"))


def test_a_file_over_the_limit_is_refused_with_the_limit(written):
    with pytest.raises(InvalidInput, match=r"has 2,000 bytes, the limit is 1,999.*SELA_SIZE_LIMIT"):
        read_text(written(b"x" * 2000), size_limit=1999)


def test_a_folder_stands_for_the_documents_in_it_in_a_fixed_order(tmp_path):
    for name in ("b.txt", "a.md", "c.png", "inner/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    names = [path.relative_to(tmp_path).as_posix() for path in find_sources([tmp_path, tmp_path / "a.md"])]
    assert names == ["a.md", "b.txt", "inner/a.txt"]


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match=r"holds no documents.*\.txt"):
        find_sources([tmp_path])


def test_an_address_on_the_web_stays_as_it_is(tmp_path):
    (tmp_path / "a.txt").write_text("Ports")
    assert find_sources(["https://example.org/a.txt", tmp_path]) == ["https://example.org/a.txt", tmp_path / "a.txt"]


def test_the_embedded_corpus_can_be_read():
    assert all(read_text(path) for path in find_sources([embedded_corpus()]))
