"""The process that opens one document: bytes on standard input, blocks or a sentence on standard output.

Started by ``confining``; it knows no Django, no settings and no package beside Python's own.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
from importlib import import_module

from interviews.formats.blocks import Unreadable, to_data

# The room that opens each format, by name: only the one that is wanted is imported.
PARSERS = {
    "docx": ("interviews.formats.docx_parts", "parse_docx"),
    "odt": ("interviews.formats.odt_parts", "parse_odt"),
    "rtf": ("interviews.formats.rtf_groups", "parse_rtf"),
}


def main() -> int:
    """Open what comes in as the format that the first argument names.

    The second is how many bytes of addresses it may take, the third how many seconds of computing.
    """
    gc.disable()  # the process ends before anything in a cycle could matter, and its memory is limited
    module, name = PARSERS[sys.argv[1]]
    memory, seconds = int(sys.argv[2]), int(sys.argv[3])
    parse = getattr(import_module(module), name)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # asked to end, then ended
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        told = json.dumps({"parsed": to_data(parse(sys.stdin.buffer.read()))})
    except Unreadable as problem:
        told = json.dumps({"problem": str(problem)})
    except MemoryError:
        told = json.dumps({"limit": "memory"})
    sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # without taking every object and module apart, which the kernel does faster
