"""What a process gives up for good before it runs a stranger's query: sockets, and memory without end."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
SECCOMP_MODE_FILTER = 2
ALLOW, DENY = 0x7FFF0000, 0x00050000 | errno.EACCES
LOAD_WORD, JUMP_EQUAL, JUMP_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
NUMBER, ARCHITECTURE = 0, 4  # offsets in struct seccomp_data
X32 = 0x40000000  # system calls from here on are the same ones under another number

# machine: (its audit number, socket, connect); io_uring opens sockets too, without a system call for each
MACHINES = {"x86_64": (0xC000003E, 41, 42), "aarch64": (0xC00000B7, 198, 203)}
IO_URING_SETUP = 425


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("k", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(_Instruction)))


def deny_sockets() -> bool:
    """From here on this process can open no socket; False where the kernel has no such filter.

    Call it before any other thread starts: threads that run already keep what they had.
    """
    machine = MACHINES.get(os.uname().machine) if sys.platform == "linux" and sys.maxsize > 2**32 else None
    if machine is None:
        return False
    architecture, *denied = machine
    denied.append(IO_URING_SETUP)
    checks = [(JUMP_AT_LEAST, X32), *((JUMP_EQUAL, number) for number in denied)]
    code = [
        (LOAD_WORD, 0, 0, ARCHITECTURE),
        (JUMP_EQUAL, 0, len(checks) + 2, architecture),  # calls of another machine (32 bit): denied, all
        (LOAD_WORD, 0, 0, NUMBER),
        *((check, len(checks) - i, 0, number) for i, (check, number) in enumerate(checks)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, DENY),
    ]
    instructions = (_Instruction * len(code))(*(_Instruction(*line) for line in code))
    program = _Program(len(code), instructions)
    return _prctl(PR_SET_NO_NEW_PRIVS, 1) and _prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(program))


def limit_memory(most: int) -> bool:
    """Let this process map at most so many bytes; False where the system has no such limit.

    RocksDB and its threads map some 500 MB that they never touch, so a limit below 1 GB is none to work with.
    """
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort is how it ends here; no file of it
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ValueError, OSError):
        return False
    return True


def end_with_parent(parent: int) -> None:
    """Have the kernel end this process when the thread that started it ends.

    Closed pipes tell an idle worker; one in the middle of a query listens to nothing.
    """
    if sys.platform == "linux":
        _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we could ask
        os._exit(1)


def _prctl(option: int, *values: int) -> bool:
    arguments = [ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4]]
    return bool(ctypes.CDLL(None, use_errno=True).prctl(option, *arguments) == 0)
