"""What the recogniser told of the words in question: evidence beside the text, where an import has it.

It finds nothing by itself and lets nothing pass: of what a detector found in the text alone it says what
speaks for it too. Without it everything is as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from interviews.detectors.base import Finding
from interviews.detectors.kinds import Kind
from interviews.text.aligning import aligned, aligned_segments
from interviews.text.words import count_words
from interviews.transcript.hearing import Segment, Word
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Transcript

DOUBTED = 0.5  # mean confidence below which the recogniser itself holds something else to be likelier
# Whisper takes a stretch for silence above the first and fails it below the second: whisper/transcribe.py,
# no_speech_threshold and logprob_threshold.
SILENT, FAILED = 0.6, -1.0
REWIND = 1_000  # milliseconds; real speech never goes back by more (Hyperaudio's rule, and that of ``times``)
FASTEST = 10.0  # words a second; the fastest speaker on record reached 11 for a minute
_FEWEST = 5  # words of which a pace can be told
_SAME_TIME = 0.5  # of the shorter of two copies


class Recognised:
    """The recogniser's words and segments where they stand today, put together when a finding asks."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript

    def sharpened(self, finding: Finding) -> Finding:
        """The same finding; surer, and with the reason told, where the recogniser's numbers speak for it.

        Each reason halves the doubt that is left. That is a convention: no corpus tells it, since none has
        both marked faults and a recogniser's numbers.
        """
        looks = _LOOKS.get(finding.kind, ())
        if not looks or not self._transcript.heard:
            return finding
        told = [sentence for look in looks if (sentence := look(self, finding))]
        if not told:
            return finding
        surer = 1 - (1 - finding.confidence) / 2 ** len(told)
        return replace(finding, confidence=round(surer, 3), reason=" ".join((finding.reason, *told)))

    @cached_property
    def _all_words(self) -> Mapping[str, tuple[Word, ...]]:
        return aligned(self._transcript)

    @cached_property
    def _all_segments(self) -> Mapping[str, tuple[Segment, ...]]:
        return aligned_segments(self._transcript)

    def _alone(self, key: str) -> Transcript:
        """A turn with what was heard under its own key: most findings need no more, and all takes 50 ms."""
        heard = self._transcript.heard
        return Transcript((self._transcript[key],), heard={key: heard[key]} if key in heard else {})

    @cached_property
    def _own_words(self) -> Callable[[str], tuple[Word, ...]]:
        return lru_cache(maxsize=None)(lambda key: aligned(self._alone(key)).get(key, ()))

    @cached_property
    def _own_segments(self) -> Callable[[str], tuple[Segment, ...]]:
        return lru_cache(maxsize=None)(lambda key: aligned_segments(self._alone(key)).get(key, ()))

    def words(self, passages: Sequence[Passage]) -> list[Word]:
        """The recognised words that lie within the passages, in their own turns or come from others."""
        return [word for passage in passages for word in self._words_in(passage)]

    def _words_in(self, passage: Passage) -> list[Word]:
        own = _within(self._own_words(passage.turn), passage.span)
        return own or _within(self._all_words.get(passage.turn, ()), passage.span)

    def segments(self, passages: Sequence[Passage]) -> list[Segment]:
        """The recognised segments of which at least half lies within the passages."""
        return [
            segment
            for passage in passages
            for segment in self._segments_near(passage)
            if 2 * _shared(segment.span, passage.span) >= len(segment.span) > 0
        ]

    def around(self, passages: Sequence[Passage]) -> list[Segment]:
        """Those segments, and those that hold a passage whole."""
        held = [
            segment
            for passage in passages
            for segment in self._segments_near(passage)
            if segment.span.covers(passage.span)
        ]
        return [*self.segments(passages), *held]

    def _segments_near(self, passage: Passage) -> list[Segment]:
        own = [one for one in self._own_segments(passage.turn) if one.span.overlaps(passage.span)]
        return own or [
            one for one in self._all_segments.get(passage.turn, ()) if one.span.overlaps(passage.span)
        ]

    def times(self, passages: Sequence[Passage]) -> tuple[int, int] | None:
        """From when to when the passages were said, by their words, else by their segments; milliseconds."""
        for told in (self.words(passages), self.segments(passages)):
            starts = [one.start for one in told if one.start is not None]
            ends = [one.end for one in told if one.end is not None]
            if starts and ends:
                return min(starts), max(ends)
        return None

    def written(self, passage: Passage) -> str:
        """The words of the passage as they stand."""
        return self._transcript.words(passage)

    def before(self, passage: Passage) -> Word | None:
        """The recognised word in front of a passage, in its turn or at the end of the turn before."""
        if passage.span.start:
            words = self._words_in(Passage(passage.turn, Span(0, passage.span.start)))
            return words[-1] if words else None
        standing = self._transcript.standing
        place = next((n for n, turn in enumerate(standing) if turn.key == passage.turn), 0)
        words = self._words_in(standing[place - 1].passage()) if place else []
        return words[-1] if words else None


def _within(words: Sequence[Word], span: Span) -> list[Word]:
    return [word for word in words if span.start <= word.span.start and word.span.overlaps(span)]


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _doubt(told: Recognised, finding: Finding) -> str:
    """How sure it was of the words; of the whole stretch where it tells no more."""
    words = [word.confidence for word in told.words(finding.passages) if word.confidence is not None]
    if words:
        sure = sum(words) / len(words)
        these = "this word" if len(words) == 1 else "these words"
        return f"The recogniser was {round(100 * sure)} % sure of {these}." if sure < DOUBTED else ""
    failed = [
        segment.log_probability
        for segment in told.around(finding.passages)
        if segment.log_probability is not None and segment.log_probability < FAILED
    ]
    if not failed:
        return ""
    return f"The recogniser itself doubted what it wrote here (mean log probability −{-min(failed):.1f})."


def _silence(told: Recognised, finding: Finding) -> str:
    silent = [
        segment.no_speech
        for segment in told.around(finding.passages)
        if segment.no_speech is not None and segment.no_speech > SILENT
    ]
    if not silent:
        return ""
    return f"The recogniser itself held it for {round(100 * max(silent))} % likely that nobody spoke here."


def _haste(told: Recognised, finding: Finding) -> str:
    """More words than anybody can say in the time that they have."""
    whole = (*finding.related, *finding.passages)
    times = told.times(whole)
    words = sum(count_words(told.written(passage)) for passage in whole)
    if times is None or words < _FEWEST or words * 1000 <= FASTEST * (times[1] - times[0]):
        return ""
    seconds = (times[1] - times[0]) / 1000
    return f"Its {words} words have {seconds:.1f} s in the recording, which is too short to say them."


def _rewind(told: Recognised, finding: Finding) -> str:
    """Whether the time goes back where the later copy begins."""
    before, words = told.before(finding.passages[0]), told.words(finding.passages[:1])
    if before is None or before.start is None or not words or words[0].start is None:
        return ""
    back = before.start - words[0].start
    if back <= REWIND:
        return ""
    return f"The recording’s time runs back by {back / 1000:.1f} s here, which speech never does."


def _same_time(told: Recognised, finding: Finding) -> str:
    """Whether both copies were said at once: then they were said once."""
    first, second = told.times(finding.related), told.times(finding.passages)
    if first is None or second is None:
        return ""
    both = min(first[1], second[1]) - max(first[0], second[0])
    shorter = min(first[1] - first[0], second[1] - second[0])
    return "Both have the same time in the recording." if shorter > 0 and both >= _SAME_TIME * shorter else ""


_Look = Callable[[Recognised, Finding], str]
_COPY: tuple[_Look, ...] = (_rewind, _same_time)
_LOOKS: dict[Kind, tuple[_Look, ...]] = {
    Kind.GARBLED_WORDS: (_doubt,),
    Kind.PHANTOM_PHRASE: (_silence, _doubt),
    Kind.ASR_LOOP: (_silence, _doubt, _haste),
    **dict.fromkeys(
        (
            Kind.EXACT_DUPLICATE_TURN,
            Kind.NEAR_DUPLICATE_TURN,
            Kind.DUPLICATE_BLOCK,
            Kind.DUPLICATE_SENTENCE,
            Kind.DOUBLED_PHRASE,
            Kind.WINDOW_OVERLAP,
            Kind.ECHOED_TURN,
        ),
        _COPY,
    ),
}
