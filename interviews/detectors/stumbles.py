"""How often a speaker stumbles over words: what is doubled in speech whoever types it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from interviews.detectors.keeping import Turns
from interviews.detectors.repetition import Repetition, repetitions_in, with_words
from interviews.detectors.spoken_english import FUNCTION_WORDS, SPOKEN_TWICE
from interviews.text.words import Word, count_words
from interviews.transcript.turns import Turn

_STUTTER_MARKS = frozenset(("", ",", "-", "--", "–", "—", "...", "…"))
_MARKS = frozenset(".?!,;:—–…")


class Stumbles:
    """Doublings per 10,000 words, of the whole transcript and of each speaker."""

    fewest: int = 4  # doublings, under which no rate is known
    # A speaker's own rate weighs as much as the transcript's after so many words: some five minutes of talk.
    heard: int = 1000

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._by_speaker: Counter[str | None] = Counter()
        for turn, many in turns.each_said(_count_stumbles):
            self._by_speaker[turn.speaker] += many

    @cached_property
    def _words(self) -> Counter[str | None]:
        words = dict.fromkeys(self._turns.labels, 0)
        lengths = self._turns.said(count_words).get
        for turn in self._turns.dialogue:
            words[turn.speaker] += lengths(turn.key, 0)
        return Counter(words)

    @cached_property
    def all(self) -> int:
        """Stumbles in the whole transcript."""
        return self._by_speaker.total()

    @cached_property
    def rate(self) -> float:
        """Of the whole transcript; 0 where there are too few to know."""
        return 10_000 * self.all / max(1, self._words.total()) if self.all >= self.fewest else 0.0

    def rate_beside(self, turn: Turn, words: Sequence[Word], run: Repetition) -> float:
        """How often this speaker stumbles otherwise: a slip is no evidence of a habit.

        Whoever says little here is taken to stumble as often as all do.
        """
        own = is_stumble(turn.text, words, run)
        if self.all - own < self.fewest - 1:
            return 0.0
        share = (self.all - own) / max(1, self._words.total())
        mine = self._by_speaker[turn.speaker] - own + self.heard * share
        return 10_000 * mine / (self._words[turn.speaker] + self.heard)


def _count_stumbles(text: str) -> int:
    runs = [run for run in repetitions_in(text) if _is_short(run)]
    return sum(is_stumble(text, said, run) for said, run in with_words(text, runs))


def _is_short(run: Repetition) -> bool:
    return run.copies <= 3 and run.period <= 6


def is_stumble(text: str, words: Sequence[Word], run: Repetition) -> bool:
    """Whether a speaker may have stumbled here: words doubled in speech, with whatever mark between."""
    if not _is_short(run):
        return False
    between = between_copies(text, words, run)
    if between not in _STUTTER_MARKS or (between and is_emphatic(text, words, run)):
        return False
    first, second = words[run.start], words[run.start + run.period]
    if second.written[0].isupper() and (first.written == second.written or between):
        return first.folded in FUNCTION_WORDS and first.written == second.written  # "Plus Plus" is a name
    return any(word.folded not in SPOKEN_TWICE for word in words[run.start : run.start + run.period])


def between_copies(text: str, words: Sequence[Word], run: Repetition) -> str:
    """What stands between the first two copies, without white space."""
    return text[words[run.start + run.period - 1].end : words[run.start + run.period].start].strip()


def is_emphatic(text: str, words: Sequence[Word], run: Repetition) -> bool:
    """Whether a comma leads to the copy and a mark follows it: "I do, I do." A slip goes on.

    Of 170 doublings with a comma before the copy and a mark behind it none was a slip.
    """
    end = words[run.start + run.copies * run.period - 1].end
    return run.copies > 2 or text[end : end + 1] in _MARKS
