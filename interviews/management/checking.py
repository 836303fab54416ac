"""The checking of files, be it asked for through Django or not; nothing here needs it.

``check-transcripts`` is the command for where there is no newsroom, only files: in a hook of git, or in CI.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser

from interviews.detectors.plugins import plug_ins
from interviews.management.options import BadOptions, Options, add_arguments, options
from interviews.management.progress import Progress, Screen
from interviews.management.running import BAD_INPUT, Run
from interviews.management.telling import printable
from interviews.management.writers import WRITERS

HELP = (
    "Print what is duplicated or garbled in transcripts. PATH is a file, a folder, or - for standard "
    "input; a .jsonl file holds one transcript a line. Exit status: 0 nothing as heavy as --fail-on, "
    "1 something as heavy was found, 2 something could not be read."
)
_BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ended
_INTERRUPTED = 130  # and one that SIGINT ended


def main(arguments: list[str] | None = None) -> int:
    """Check what the arguments name, by default those of the process; the exit status."""
    parser = ArgumentParser("check-transcripts", description=HELP)
    add_arguments(parser, WRITERS)
    try:
        asked = options(vars(parser.parse_args(arguments)), {})
    except BadOptions as problem:
        sys.stderr.write(f"{problem}\n")
        return BAD_INPUT
    return check_files(asked, sys.stdout, sys.stderr)


def check_files(asked: Options, out: Screen, err: Screen) -> int:
    """Check, print to ``out`` and complain to ``err``; the exit status."""
    progress = Progress(err)

    def problem(sentence: str) -> None:
        progress.clear()
        out.flush()
        err.write(printable(sentence) + "\n")

    for sentence in plug_ins().broken:
        problem(sentence)
    run = Run(configuration=asked.configuration, jobs=asked.jobs, problem=problem, progress=progress.show)
    try:
        for line in WRITERS[asked.format](run, asked.paths):
            progress.clear()
            out.write(line + "\n")
        progress.clear()
        out.flush()
    except BrokenPipeError:
        # Whoever read has enough. Python flushes once more at its end, which must find an open file.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        progress.clear()
        return _INTERRUPTED
    return run.status(asked.fail_on)
