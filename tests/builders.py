"""Small transcripts for tests, said in a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from interviews.detectors.base import Detector, Finding
from interviews.detectors.checking import findings
from interviews.detectors.keeping.books import Book
from interviews.transcript.applying import apply_all
from interviews.transcript.turns import Part, Transcript, Turn


def a_transcript(
    *turns: tuple[str | None, str], background: tuple[str, ...] = (), language: str = "en"
) -> Transcript:
    """A transcript of (speaker, text) turns with keys "1", "2", …; background paragraphs are "b1", "b2", …"""
    lead = tuple(
        Turn(f"b{number}", text, part=Part.BACKGROUND) for number, text in enumerate(background, start=1)
    )
    said = tuple(Turn(str(number), text, speaker) for number, (speaker, text) in enumerate(turns, start=1))
    return Transcript(lead + said, language=language)


def timed(transcript: Transcript, *times: tuple[int | None, int | None]) -> Transcript:
    """The same transcript with (start, end) in milliseconds for its turns, in order."""
    turns = tuple(
        replace(turn, start=start, end=end)
        for turn, (start, end) in zip(transcript.turns, times, strict=True)
    )
    return replace(transcript, turns=turns)


def found(detector: Detector, transcript: Transcript) -> list[Finding]:
    """What one detector finds."""
    return list(findings(transcript, (detector,)))


def settled(transcript: Transcript, finding: Finding, fix: int = 0) -> Transcript:
    """The transcript after one of the finding's fixes, by default the first."""
    return apply_all(transcript, finding.fixes[fix].edits)


def texts(transcript: Transcript) -> list[str]:
    """What stands of the dialogue."""
    return [turn.text for turn in transcript.dialogue]


def words_of(transcript: Transcript, found: Iterable[Finding]) -> list[str]:
    """The words of each finding's first passage."""
    return [transcript.words(finding.passages[0]) for finding in found]


def bring(book: Book, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Bring a book from some texts to others, by what was changed."""
    for key, text in before.items():
        if after.get(key) != text:
            book.drop(key, text)
    for key, text in after.items():
        if before.get(key) != text:
            book.put(key, text)
