"""The process that opens one document: bytes on standard input, blocks or a sentence on standard output.

Started by ``confining``; it knows no Django, no settings and no package beside Python's own, and imports as
little as it can (see ``blocks``).
"""

from __future__ import annotations

import gc
import os
import resource
import sys

from interviews.formats.blocks import Unreadable, written

# The room that opens each format, by name: only the one that is wanted is imported.
PARSERS = {
    "docx": ("interviews.formats.docx_parts", "parse_docx"),
    "odt": ("interviews.formats.odt_parts", "parse_odt"),
    "rtf": ("interviews.formats.rtf_groups", "parse_rtf"),
}


def main(format_id: str, memory: int, seconds: int) -> None:
    """Open what comes in as a format, with so many bytes of addresses and so many seconds of computing."""
    gc.disable()  # the process ends before anything in a cycle could matter, and its memory is limited
    module, name = PARSERS[format_id]
    parse = getattr(__import__(module, fromlist=[name]), name)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # asked to end, then ended
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        told = f'{{"parsed": {written(parse(sys.stdin.buffer.read()))}}}'
    except Unreadable as problem:
        told = f'{{"problem": {written(str(problem))}}}'
    except MemoryError:
        told = '{"limit": "memory"}'
    sys.stdout.buffer.write(told.encode("utf-8", "surrogatepass"))
    sys.stdout.flush()
    os._exit(0)  # without taking every object and module apart, which the kernel does faster
