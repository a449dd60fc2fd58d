"""What a process gives up, tried in processes of their own."""

import subprocess
import sys
import time

import pytest

HAS_FILTER = sys.platform == "linux"
needs_filter = pytest.mark.skipif(not HAS_FILTER, reason="the filter is Linux's")


def said(program):
    """What a Python program prints, run apart so that what it gives up is not ours."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    return done.stdout.split()


@needs_filter
def test_after_the_filter_no_socket_opens_but_a_pair_within_the_process_does():
    program = """
import errno, socket
from kg.sparql.sandbox import deny_sockets
before = socket.socket()
print(deny_sockets())
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family)
    except OSError as error:
        print(errno.errorcode[error.errno])
try:
    before.connect(("127.0.0.1", 9))
except OSError as error:
    print(errno.errorcode[error.errno])
socket.socketpair()
print("pair")
"""
    assert said(program) == ["True", "EACCES", "EACCES", "EACCES", "EACCES", "pair"]


@needs_filter
def test_threads_that_start_later_have_no_sockets_either():
    program = """
import socket, threading
from kg.sparql.sandbox import deny_sockets
deny_sockets()
def attempt():
    try:
        socket.socket()
    except PermissionError:
        print("denied")
thread = threading.Thread(target=attempt)
thread.start()
thread.join()
"""
    assert said(program) == ["denied"]


@needs_filter
def test_io_uring_is_no_way_around():
    program = """
import ctypes, errno
from kg.sparql.sandbox import IO_URING_SETUP, deny_sockets
deny_sockets()
libc = ctypes.CDLL(None, use_errno=True)
print(libc.syscall(IO_URING_SETUP, 8, None), errno.errorcode[ctypes.get_errno()])
"""
    assert said(program) == ["-1", "EACCES"]


def test_a_machine_that_is_not_known_is_reported_as_unfiltered():
    program = """
from kg.sparql import sandbox
sandbox.MACHINES.clear()
print(sandbox.deny_sockets())
"""
    assert said(program) == ["False"]


def test_memory_past_the_limit_is_an_error_in_the_process():
    program = """
from kg.sparql.sandbox import limit_memory
print(limit_memory(1 << 30))
try:
    bytearray(2 << 30)
except MemoryError:
    print("refused")
"""
    assert said(program) == ["True", "refused"]


@needs_filter
def test_a_process_ends_with_the_one_that_started_it():
    inner = (
        "import os, sys, time; from kg.sparql.sandbox import end_with_parent;"
        "end_with_parent(int(sys.argv[1])); print(os.getpid(), flush=True); time.sleep(60)"
    )
    outer = f"""
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {inner!r}, str(os.getpid())], stdout=subprocess.PIPE)
print(int(child.stdout.readline()), flush=True)
os._exit(0)
"""
    (child,) = said(outer)
    assert gone(int(child))


def gone(pid):
    """Whether a process is no more, or only waits to be reaped; it may need a moment."""
    for _ in range(200):
        try:
            with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123 - a file of the kernel
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False
