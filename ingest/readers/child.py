"""The process that one document is read in: bytes on stdin, its text or the reason on stdout."""

from __future__ import annotations

import json
import math
import os
import resource
import sys
from collections.abc import Callable
from importlib import import_module

from ingest.readers.confined import Limits
from ingest.readers.pages import Pages
from kg.errors import InvalidInput
from kg.sparql.sandbox import deny_sockets, end_with_parent, limit_memory

PARSERS = {"html": "ingest.readers.html", "docx": "ingest.readers.docx", "pdf": "ingest.readers.pdf"}


def main() -> None:
    """Read what stdin holds, as the kind and within the limits that the arguments name."""
    end_with_parent(os.getppid())
    kind, seconds, *numbers = sys.argv[1:]
    limits = Limits(float(seconds), *map(int, numbers))
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a parser prints is no answer
    deny_sockets()
    limit_memory(limits.memory)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # and it writes no file
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limits.seconds), math.ceil(limits.seconds) + 1))
    parse: Callable[[bytes, Limits], Pages] = import_module(PARSERS[kind]).parse
    try:
        answer = _answer(parse(sys.stdin.buffer.read(), limits), limits)
    except InvalidInput as error:
        answer = {"reason": str(error)}
    except RecursionError:
        answer = {"reason": "its parts are nested too deep. Save it anew in its own program and try again."}
    except MemoryError:
        answer = {"reason": f"reading it needs more than {limits.memory:,} bytes of memory. Split it."}
    json.dump(answer, answers)
    answers.close()


def _answer(pages: Pages, limits: Limits) -> dict[str, object]:
    if len(pages.text) > limits.characters:
        raise InvalidInput(
            f"it unfolds to {len(pages.text):,} characters of text, the limit is {limits.characters:,}. Split it."
        )
    if not pages.text.strip():
        raise InvalidInput("it holds no text.")
    whole = pages.text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes "?", one for one
    return {"text": whole.replace("\0", " "), "starts": pages.starts, "unread": pages.unread}


if __name__ == "__main__":
    main()
