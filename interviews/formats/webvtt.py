"""WebVTT: the captions of the web. https://www.w3.org/TR/webvtt1/

What services make of it is read too: Teams' ids, Zoom's names before a colon, WhisperX's in brackets, the
scrolling lines with a time for each word of YouTube, the confidence that Microsoft Stream puts into notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, ImportProblem, Reading
from interviews.formats.captioned import LANGUAGE, read_captions
from interviews.formats.collecting import uncollected
from interviews.formats.cue_labels import could_name
from interviews.formats.cues import GAP
from interviews.formats.cutting import captions, stamp
from interviews.formats.decoding import LARGEST_TIMED
from interviews.formats.lines import Hidden
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.webvtt_parts import SIGNATURE, UNNAMED, Parts
from interviews.formats.writing import Document

MOST_TAGS = 600_000  # YouTube writes three for each word, 300,000 in ten hours; as many take 250 MB


@dataclass(frozen=True, slots=True)
class WebVTT:
    """Reads WebVTT."""

    id: str = "webvtt"
    label: str = "WebVTT"
    suffixes: Sequence[str] = (".vtt",)
    carries: Carries = Carries(times=True, words=True, confidence=True, styling=True)
    largest: int = LARGEST_TIMED

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - the signature decides
        """Only its first line tells."""
        return (1, "the first line is WEBVTT") if SIGNATURE.match(text) else (0, "")

    def read(self, text: str) -> Reading:
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
        """See ``JoinsCues``. References such as "&amp;" are read by ``unreferenced``; no other escape is."""
        if (tags := text.count("<")) > MOST_TAGS:
            raise ImportProblem(
                f"These captions hold {tags:,} tags; at most {MOST_TAGS:,} can be read. Split them."
            )
        with uncollected():
            return read_captions(Parts(self.id, Hidden(text)).captions, gap=gap, labels=labels)


@dataclass(frozen=True, slots=True)
class WebVTTText:
    """Writes WebVTT, each caption with its voice."""

    id: str = "webvtt"
    label: str = "WebVTT"
    suffix: str = ".vtt"
    media_type: str = "text/vtt"
    carries: Carries = Carries(times=True)
    needs_times: bool = True

    def write(self, document: Document) -> bytes:
        """The title stands in the first line, the language below it as YouTube has it."""
        transcript = document.transcript
        title = " ".join(Hidden(transcript.title).seen.split()).replace("-->", "→")
        head = f"WEBVTT - {title}" if title else "WEBVTT"
        if LANGUAGE.fullmatch(transcript.language):
            head += f"\nLanguage: {transcript.language}"
        parts = [head]
        shown = captions(transcript, label=self.label)
        named = any(one.turn.speaker or any(map(could_name, one.lines)) for one in shown)
        for caption in shown:
            words = "\n".join(_escaped(line) for line in caption.lines)
            name = _escaped(" ".join(Hidden(caption.turn.speaker or "").seen.split()))
            voice = f"<v {name}>" if name else UNNAMED if named else ""
            parts.append(f"{stamp(caption.start)} --> {stamp(caption.end)}\n{voice}{words}")
        return ("\n\n".join(parts) + "\n").encode("utf-8")


def _escaped(words: str) -> str:
    """Words that begin no tag and no reference, and hold no arrow."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
