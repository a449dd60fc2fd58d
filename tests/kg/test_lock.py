"""One writer at a time, with real processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import Busy
from kg.lock import locked

HOLDER = """
import os, sys, time
from pathlib import Path
from kg.lock import locked
with locked(Path(sys.argv[1])):
    child = os.fork() if "fork" in sys.argv else -1
    if child:
        print(child, flush=True)
    time.sleep(60)
"""


def holder(path: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(path), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_writer_hears_who_is_writing_and_what_to_do(tmp_path):
    process = holder(tmp_path / "lock")
    try:
        first_line(process)
        said = rf"Process {process.pid} is writing to .*Wait until it is done"
        with pytest.raises(Busy, match=said), locked(tmp_path / "lock"):
            pass
    finally:
        end(process)


def test_two_writers_of_one_process_exclude_each_other_too(tmp_path):
    with (
        locked(tmp_path / "lock"),
        pytest.raises(Busy, match=f"Process {os.getpid()}"),
        locked(tmp_path / "lock"),
    ):
        pass


def test_the_lock_is_free_after_use_and_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "lock"):
        raise ZeroDivisionError
    with locked(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
    assert (tmp_path / "lock").read_text() == ""


def test_a_killed_writer_leaves_no_lock(tmp_path):
    process = holder(tmp_path / "lock")
    first_line(process)
    end(process)
    with locked(tmp_path / "lock"):
        pass


def test_a_child_that_outlives_a_killed_writer_does_not_keep_the_lock(tmp_path):
    process = holder(tmp_path / "lock", "fork")
    child = int(first_line(process))
    try:
        process.kill()
        process.wait()
        os.kill(child, 0)  # it is still there
        with locked(tmp_path / "lock"):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        process.communicate()


def test_a_child_that_leaves_the_block_does_not_free_its_parents_lock(tmp_path):
    with locked(tmp_path / "lock"):
        child = os.fork()
        if not child:
            os._exit(0)
        os.waitpid(child, 0)
        with pytest.raises(Busy), locked(tmp_path / "lock"):
            pass
