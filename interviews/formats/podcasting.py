"""The JSON transcript of Podcasting 2.0, in and out: segments with speaker, startTime, endTime and body.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md; times are seconds,
a segment may be a word, and a speaker may be named only where it changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviews.formats.base import Carries
from interviews.formats.cues import ends_sentence
from interviews.formats.json_source import Json
from interviews.formats.json_values import Object
from interviews.formats.recognised import JsonReader, Told
from interviews.formats.stretches import Spoken, Stretch, from_words
from interviews.formats.writing import Document, TimesMissing
from interviews.text.aligning import aligned_segments
from interviews.transcript.hearing import Segment
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn

ESCAPED = r"\u003c"  # so that no page that holds the file can take a part of it for markup
# Share of segments that are one word in the middle of a sentence, from which each segment is a word. With a
# word in five or six the last of its sentence it is over 0.8; in a talk of single words it is near zero.
_WORDS = 0.6


class Podcasting(JsonReader):
    """Reads segments of any length."""

    id = "podcasting"
    label = "Podcasting 2.0 JSON"
    carries = Carries(times=True, words=True)

    def fits(self, paths: frozenset[str]) -> tuple[float, str]:
        """Segments with a body."""
        fits = "segments[].body" in paths
        return (0.99, "segments with a body") if fits else (0, "")

    def told(self, source: Json) -> Told:
        segments = list(source.top.objects("segments"))
        bodies = [segment.said("body").strip() for segment in segments]
        alone = sum(len(body.split()) == 1 and not ends_sentence(body) for body in bodies)
        if alone >= _WORDS * len(bodies):
            return Told(from_words(_spoken(segments)))
        return Told(map(_stretch, segments), named_at_changes=True)


def _stretch(segment: Object) -> Stretch:
    stretch = Stretch()
    stretch.say(segment.text("body"))
    stretch.timed(segment.get("startTime"), segment.get("endTime"))
    stretch.named(segment.get("speaker"))
    stretch.changes = segment.text("speaker") is not None and segment.said("speaker") == ""
    return stretch


def _spoken(segments: Sequence[Object]) -> Iterator[Spoken]:
    speaker = None
    for segment in segments:
        speaker = segment.text("speaker") or speaker
        yield Spoken(segment.text("body"), speaker, segment.get("startTime"), segment.get("endTime"))


@dataclass(frozen=True, slots=True)
class PodcastingText:
    """Writes what apps of podcasts show along with the sound: a segment for what was recognised in one go.

    A turn of which nothing is known but its own times is one segment. Who speaks is named in each; an empty
    name says that nobody knows it, since a missing one would mean whoever spoke before.
    """

    id: str = "podcasting"
    label: str = "Podcasting 2.0 JSON"
    suffix: str = ".json"
    media_type: str = "application/json"
    carries: Carries = Carries(times=True)
    needs_times: bool = True

    def write(self, document: Document) -> bytes:
        """UTF-8; seconds to the millisecond. An end that nobody knows is the start of what follows."""
        transcript = document.transcript
        told = aligned_segments(transcript)
        parts = [
            (turn, part)
            for turn in transcript.dialogue
            if turn.text.strip()
            for part in _parts(turn, told.get(turn.key, ()))
        ]
        if missing := sum(part.start is None for _, part in parts):
            raise TimesMissing(self.label, missing, len(parts))
        starts = [part.start or 0 for _, part in parts]
        segments = []
        for (turn, part), following in zip(parts, [*starts[1:], None][: len(parts)], strict=True):
            start = part.start or 0
            end = part.end if part.end is not None else following
            named = {"speaker": turn.speaker or ""} if turn.speaker or part.span.start == 0 else {}
            segments.append(
                {
                    **named,
                    "startTime": start / 1000,
                    "endTime": max(start, start if end is None else end) / 1000,
                    "body": part.span.of(turn.text).strip(),
                }
            )
        data = {"version": "1.0.0", "segments": segments}
        written = json.dumps(data, ensure_ascii=False, indent=1)
        return f"{written.replace('<', ESCAPED)}\n".encode()


def _parts(turn: Turn, segments: Sequence[Segment]) -> list[Segment]:
    """The turn cut where recognised segments begin, or whole where their times do not tell all of it."""
    whole = [Segment(Span(0, len(turn.text)), turn.start, turn.end)]
    rising = all(one.start is not None and one.end is not None for one in segments) and all(
        (one.end or 0) <= (other.start or 0) for one, other in pairwise(segments)
    )
    within = turn.start is not None and turn.start <= (segments[0].start or 0) if segments else False
    if len(segments) < 2 or not rising or not within:
        return whole
    cuts = [0, *(one.span.start for one in segments[1:]), len(turn.text)]
    times = [(turn.start, segments[0].end), *((one.start, one.end) for one in segments[1:-1])]
    times.append((segments[-1].start, turn.end if turn.end is not None else segments[-1].end))
    parts = [Segment(Span(*cut), *time) for cut, time in zip(pairwise(cuts), times, strict=True)]
    return [part for part in parts if part.span.of(turn.text).strip()]
