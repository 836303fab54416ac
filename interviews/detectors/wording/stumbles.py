"""How often a speaker stumbles over words: what is doubled in speech whoever types it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache, partial

from interviews.detectors.keeping.kept import Turns
from interviews.detectors.wording.repetition import Repetition, said_again
from interviews.detectors.wording.spoken_english import FUNCTION_WORDS, SPOKEN_TWICE
from interviews.text.words import Word, count_words
from interviews.transcript.turns import Turn

_STUTTER_MARKS = frozenset(("", ",", "-", "--", "–", "—", "...", "…"))
_MARKS = frozenset(".?!,;:—–…")
_EVERYBODY = object()  # beside the speakers

Manner = tuple[bool, bool]  # whether a phrase is doubled and no word, and whether a mark stands between


class Stumbles:
    """Doublings per 10,000 words, of the whole transcript and beside a given one.

    Nobody knows the rate of somebody who has said little: every transcript is taken to hold, beside its own,
    ``known`` words of an interview as they are published. So a handful of slips in a short text is no habit.
    """

    fewest: int = 2  # others in this manner: one is no habit, however short the text
    known: int = 5000  # words: half an hour
    usual: float = 2.5  # doublings of one manner in 10,000 words of a published interview
    # A speaker's own rate weighs as much as the transcript's after so many words: an hour of talk.
    heard: int = 10_000
    # Whoever doubles words with a mark between does not always write it; one who stumbles over words may
    # take up a phrase again, but does so less often (Clark and Wasow 1998).
    other_mark: float = 0.5
    shorter: float = 0.25

    def __init__(self, turns: Turns) -> None:
        self._words = turns.by_speaker(count_words)
        self._doubled = {manner: turns.by_speaker(count) for manner, count in _COUNTS.items()}
        self._by_manner: dict[Manner, dict[object, float]] = {}

    @cached_property
    def all(self) -> int:
        """Stumbles in the whole transcript."""
        return sum(counts.total() for counts in self._doubled.values())

    @cached_property
    def rate(self) -> float:
        """Of the whole transcript."""
        return 10_000 * (self.all + self._expected) / (self._words.total() + self.known)

    @property
    def _expected(self) -> float:
        return self.usual * self.known / 10_000

    def rate_beside(self, turn: Turn, words: Sequence[Word], run: Repetition) -> float:
        """How often this speaker stumbles otherwise in the manner of this doubling, as long or longer.

        It is left out itself: a slip is no evidence of a habit.
        """
        own = is_stumble(turn.text, words, run)
        weighed = self._weighed(_manner(turn.text, words, run))
        everybody = weighed[_EVERYBODY] - own
        if everybody < self.fewest:
            return 0.0
        share = (everybody + self._expected) / (self._words.total() + self.known)
        mine = weighed.get(turn.speaker, 0.0) - own
        return 10_000 * (mine + self.heard * share) / (self._words[turn.speaker] + self.heard)

    def _weighed(self, manner: Manner) -> dict[object, float]:
        """The doublings of each speaker and of everybody, as far as each speaks for one in this manner."""
        if manner not in self._by_manner:
            phrase, marked = manner
            sums: dict[object, float] = {_EVERYBODY: 0.0}
            for other, counts in self._doubled.items():
                weight = self.shorter if phrase > other[0] else 1.0
                weight *= 1.0 if marked == other[1] else self.other_mark
                for speaker, count in (*counts.items(), (_EVERYBODY, counts.total())):
                    sums[speaker] = sums.get(speaker, 0.0) + weight * count
            self._by_manner[manner] = sums
        return self._by_manner[manner]


def _count_stumbles(manner: Manner, text: str) -> int:
    return _manners(text).count(manner)


@lru_cache(maxsize=16384)  # each manner is counted by itself
def _manners(text: str) -> tuple[Manner, ...]:
    found = said_again(text)
    return tuple([_manner(text, said, run) for said, run in found if is_stumble(text, said, run)])


def _manner(text: str, words: Sequence[Word], run: Repetition) -> Manner:
    """Whether a phrase is doubled and no word, and whether a mark stands between."""
    return run.period > 1, bool(between_copies(text, words, run))


# For each manner what counts it in a text.
_COUNTS = {
    (phrase, marked): partial(_count_stumbles, (phrase, marked))
    for phrase in (False, True)
    for marked in (False, True)
}


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
