"""One file into another format, without a newsroom and without Django."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from interviews.formats.base import ImportProblem, Reading
from interviews.formats.exporting import export
from interviews.formats.reading import read
from interviews.formats.registry import READERS, WRITERS, reader
from interviews.formats.writing import Document, ExportProblem, TimesMissing
from interviews.management.files import STANDARD_OUTPUT, write_out, write_whole
from interviews.management.progress import Progress, Screen
from interviews.management.sources import Source
from interviews.management.telling import counted, printable

HELP = (
    "Read one transcript and write it in another format; - is standard input and standard output. "
    "Exit status: 0 written, 2 it could not be read or written."
)
ESTIMATE = "Add --estimate-times to have them estimated."
_BAD = 2


class _Problem(Exception):
    """Why nothing was written, as a sentence."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="IN")
    parser.add_argument("target", metavar="OUT")
    parser.add_argument(
        "--from", dest="reads", choices=sorted(one.id for one in READERS), help="else it is found out"
    )
    parser.add_argument(
        "--to", dest="writes", choices=sorted(one.id for one in WRITERS), help="else by the ending of OUT"
    )
    parser.add_argument("--estimate-times", action="store_true", help="where the format needs times")
    parser.add_argument("--json", action="store_true", help="the report as JSON")


def main(arguments: list[str] | None = None) -> int:
    """Convert what the arguments name, by default those of the process; the exit status."""
    parser = ArgumentParser("convert-transcript", description=HELP)
    add_arguments(parser)
    return convert(vars(parser.parse_args(arguments)), sys.stdout, sys.stderr)


def convert(asked: dict[str, Any], out: Screen, err: Screen) -> int:
    """Convert one file and report; the report goes to ``err`` where the transcript goes to ``out``."""
    screen = err if asked["target"] == STANDARD_OUTPUT else out
    progress = Progress(err)
    try:
        report = _converted(asked, progress)
    except _Problem as problem:
        progress.clear()
        if asked["json"]:
            screen.write(json.dumps({"problem": str(problem)}, indent=2) + "\n")
        err.write(f"{printable(str(problem))}\n")
        return _BAD
    progress.clear()
    screen.write(json.dumps(report, indent=2) + "\n" if asked["json"] else f"{_in_words(report)}\n")
    return 0


def _converted(asked: dict[str, Any], progress: Progress) -> dict[str, Any]:
    source, target = Source(Path(asked["source"])), asked["target"]
    format_id = asked["writes"] or _by_ending(target)
    try:
        progress.show(f"reading {source.name}")
        name = "" if source.is_standard_input else source.name
        reading = read(source.data(), name=name, format_id=asked["reads"])
        progress.show(f"writing {target}")
        document = Document(
            reading.transcript,
            standfirst=reading.standfirst,
            recorded_on=reading.recorded_on,
            filing=reading.filing,
        )
        data = export(document, format_id, estimate=asked["estimate_times"])
        if target == STANDARD_OUTPUT:
            write_out(data)
        else:
            write_whole(Path(target), data)
    except TimesMissing as problem:
        raise _Problem(f"{source.name}: {problem} {ESTIMATE}") from None
    except (ImportProblem, ExportProblem) as problem:
        raise _Problem(f"{source.name}: {problem}") from None
    except OSError as error:
        raise _Problem(f"{target}: It cannot be written: {error.strerror or 'no reason given'}.") from None
    return _report(asked, reading, format_id, len(data))


def _by_ending(target: str) -> str:
    """The format whose file names end so; the longer ending wins. Raises _Problem."""
    fitting = [one for one in WRITERS if target.lower().endswith(one.suffix)]
    if not fitting:
        known = ", ".join(one.id for one in WRITERS)
        raise _Problem(f"“{target}” does not say which format it is to be. Name it with --to: {known}.")
    return max(fitting, key=lambda one: len(one.suffix)).id


def _report(asked: dict[str, Any], reading: Reading, format_id: str, size: int) -> dict[str, Any]:
    transcript = reading.transcript
    return {
        "source": asked["source"],
        "target": asked["target"],
        "from": reading.format_id,
        "why": reading.sure,
        "encoding": reading.encoding,
        "to": format_id,
        "bytes": size,
        "title": transcript.title,
        "turns": len(transcript.dialogue),
        "speakers": len({turn.speaker for turn in transcript.dialogue if turn.speaker}),
        "set_aside": sum(turn.is_aside for turn in transcript),
        "notes": list(reading.notes),
    }


def _in_words(report: dict[str, Any]) -> str:
    read_as = f"read as {reader(report['from']).label} ({report['why']})"
    told = f"{counted(report['turns'], 'turn')}, {counted(report['speakers'], 'speaker')}"
    lines = [f"{report['source']}: {read_as}: {told}; written to {report['target']} as {report['to']}."]
    return "\n".join(printable(line) for line in (*lines, *report["notes"]))
