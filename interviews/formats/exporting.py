"""The one way out: a document becomes the bytes of a format, or one sentence says why not."""

from __future__ import annotations

import re
from dataclasses import replace

from interviews.formats.estimating import with_estimated_times
from interviews.formats.registry import writer
from interviews.formats.writing import Document, TimesMissing, Writer
from interviews.transcript.turns import Transcript, only_standing

_LONGEST_NAME = 120  # bytes before the suffix; file systems take 255, and some add to them
# What a path, a header, a shell or Windows reads as something else; also what nobody can see.
_UNSAFE = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # devices of Windows


def export(document: Document, format_id: str, *, estimate: bool = False) -> bytes:
    """A document in one format. With ``estimate``, times that are missing are estimated.

    What was set aside goes out only in a format that carries it as such. Raises ExportProblem where there is
    no such format, and TimesMissing where the format needs times and nobody asked to have them estimated.
    """
    chosen = writer(format_id)
    transcript = document.transcript
    if not chosen.carries.asides:
        transcript = only_standing(transcript)
    if estimate and chosen.carries.times:
        transcript = with_estimated_times(transcript)
    if chosen.needs_times:
        _timed(chosen, transcript)
    return chosen.write(replace(document, transcript=transcript))


def file_name(title: str, suffix: str) -> str:
    """A name for a file that is safe in a header, on any system and in a shell: "on-bridges.md"."""
    words = _UNSAFE.sub("-", title.casefold()).strip("-._").encode("utf-8", "ignore")
    stem = words[:_LONGEST_NAME].decode("utf-8", "ignore").rstrip("-._") or "interview"
    return f"{stem}-interview{suffix}" if _RESERVED.fullmatch(stem) else f"{stem}{suffix}"


def missing_times(transcript: Transcript) -> int:
    """How many turns that stand in the dialogue have no start."""
    return sum(turn.start is None for turn in transcript.dialogue)


def _timed(chosen: Writer, transcript: Transcript) -> None:
    if missing := missing_times(transcript):
        raise TimesMissing(chosen.label, missing, len(transcript.dialogue))
