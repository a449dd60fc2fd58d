"""What the terminal shows: tables, records, progress."""

import io
import sys

from api import text
from api.progress import Progress
from api.tables import csv_text, wants_csv


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_lines_in_a_file_and_one_line_on_a_terminal(monkeypatch):
    over = "\r\x1b[K"  # back to the line's start, and clear it
    for stream, said in (
        (io.StringIO(), "reading 1/2\nreading 2/2\n"),
        (Terminal(), f"{over}reading 1/2{over}reading 2/2\n"),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        progress = Progress()
        progress("reading", 1, 2)
        progress("reading", 2, 2)
        assert stream.getvalue() == said


def test_a_record_leaves_out_what_is_unknown_and_joins_lists():
    body = {"slug": "caf", "parent": None, "members": ("AR", "BO"), "headquarters": {"city": "Caracas"}, "n": 0}
    assert text.record(body) == "slug: caf\nmembers: AR, BO\nheadquarters:\n  city: Caracas\nn: 0"


def test_a_table_is_as_wide_as_its_values():
    assert text.table(["n", "name"], [["1", "Ana"], ["12", "Bo"]]) == "n   name\n--  ----\n1   Ana\n12  Bo"


def test_nothing_found_says_what_to_try():
    assert "fewer filters" in text.results({"results": []})
    assert "named" in text.mentions({"mentions": [], "sdgs": []})


def test_a_csv_is_safe_to_open_in_a_spreadsheet():
    rows = [{"a": "=cmd()", "b": -1, "c": "+1", "d": 'é, "x"\n'}]
    assert csv_text(rows) == 'a,b,c,d\r\n\'=cmd(),-1,\'+1,"é, ""x""\n"\r\n'
    assert csv_text([]) == ""


def test_csv_is_wanted_where_it_is_named_before_json():
    assert wants_csv("text/csv")
    assert wants_csv("text/csv;q=0.9, application/json")
    assert not wants_csv("application/json, text/csv")
    assert not wants_csv("*/*")
    assert not wants_csv("")
