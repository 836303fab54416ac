"""Small transcripts for tests, said in a line."""

from __future__ import annotations

from dataclasses import replace

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
