"""The vocabulary: every kind of passage that is looked for, its family and its default severity.

The value of a kind is its id everywhere: in flags, addresses, exports and documentation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What an open flag means for publishing."""

    ERROR = "error"  # blocks until settled
    WARNING = "warning"  # must be acknowledged
    NOTICE = "notice"  # is only shown

    @property
    def rank(self) -> int:
        """0 for what weighs most."""
        return list(Severity).index(self)


class Family(StrEnum):
    """Duplicated or garbled: the two ways in which a transcript goes wrong."""

    DUPLICATE = "duplicate"
    GARBLED = "garbled"


@dataclass(frozen=True, slots=True)
class KindInfo:
    """How a kind is named and weighed."""

    family: Family
    severity: Severity
    label: str
    description: str


class Kind(StrEnum):
    """What can be wrong with a passage."""

    EXACT_DUPLICATE_TURN = "exact_duplicate_turn"
    NEAR_DUPLICATE_TURN = "near_duplicate_turn"
    DUPLICATE_BLOCK = "duplicate_block"
    DUPLICATE_SENTENCE = "duplicate_sentence"
    DOUBLED_PHRASE = "doubled_phrase"
    REPEATED_CLOSING = "repeated_closing"
    REPEATED_QUESTION = "repeated_question"
    ASR_LOOP = "asr_loop"
    WINDOW_OVERLAP = "window_overlap"
    ECHOED_TURN = "echoed_turn"
    ROLLING_CAPTIONS = "rolling_captions"
    COLD_OPEN = "cold_open"
    ARCHIVE_DUPLICATE = "archive_duplicate"
    ORPHAN_FRAGMENT = "orphan_fragment"
    TRUNCATED_TURN = "truncated_turn"
    MOJIBAKE = "mojibake"
    GARBLED_WORDS = "garbled_words"
    MISMATCHED_QUOTES_BRACKETS = "mismatched_quotes_brackets"
    SPEAKER_DRIFT = "speaker_drift"
    MISSING_SPEAKER = "missing_speaker"
    MISPLACED_METADATA = "misplaced_metadata"
    PHANTOM_PHRASE = "phantom_phrase"
    LOWER_CASE_START = "lower_case_start"
    TIME_FAULT = "time_fault"
    HOUSE_RULE = "house_rule"

    @property
    def info(self) -> KindInfo:
        return KINDS[self]

    @property
    def family(self) -> Family:
        return KINDS[self].family

    @property
    def label(self) -> str:
        return KINDS[self].label


_DUP, _GAR = Family.DUPLICATE, Family.GARBLED
_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

KINDS: dict[Kind, KindInfo] = {
    Kind.EXACT_DUPLICATE_TURN: KindInfo(
        _DUP, _E, "Turn said twice", "A turn stands again word for word, by the same speaker."
    ),
    Kind.NEAR_DUPLICATE_TURN: KindInfo(
        _DUP,
        _W,
        "Turn said twice, with changes",
        "A turn stands again with words dropped, swapped or misheard.",
    ),
    Kind.DUPLICATE_BLOCK: KindInfo(
        _DUP, _E, "Block said twice", "Two or more turns in a row stand again in order."
    ),
    Kind.DUPLICATE_SENTENCE: KindInfo(
        _DUP, _W, "Sentence said twice", "One sentence stands twice within a turn."
    ),
    Kind.DOUBLED_PHRASE: KindInfo(_DUP, _N, "Doubled words", "A word or a phrase stands twice in a row."),
    Kind.REPEATED_CLOSING: KindInfo(
        _DUP, _E, "Repeated closing", "The interview closes, goes on, and closes again."
    ),
    Kind.REPEATED_QUESTION: KindInfo(
        _DUP,
        _W,
        "Question asked twice",
        "A question is asked again, maybe in other words, and answered anew.",
    ),
    Kind.ASR_LOOP: KindInfo(
        _DUP, _E, "Recogniser’s loop", "A speech recogniser repeated a word or phrase over and over."
    ),
    Kind.WINDOW_OVERLAP: KindInfo(
        _DUP, _W, "Overlapping seam", "The last words of a turn are also the first words of the next."
    ),
    Kind.ECHOED_TURN: KindInfo(
        _DUP, _W, "Line under two speakers", "The same line stands under two speakers."
    ),
    Kind.ROLLING_CAPTIONS: KindInfo(
        _DUP, _E, "Rolling captions", "Each line starts with the line before, as live captions do."
    ),
    Kind.COLD_OPEN: KindInfo(_DUP, _N, "Cold open", "A teaser at the start repeats a later passage."),
    Kind.ARCHIVE_DUPLICATE: KindInfo(
        _DUP, _N, "Also in another interview", "The passage stands in another interview too."
    ),
    Kind.ORPHAN_FRAGMENT: KindInfo(
        _GAR, _E, "Fragment on its own", "A piece of a sentence stands alone, starting mid-sentence."
    ),
    Kind.TRUNCATED_TURN: KindInfo(_GAR, _W, "Turn breaks off", "A turn breaks off mid-sentence or mid-word."),
    Kind.MOJIBAKE: KindInfo(_GAR, _E, "Wrong encoding", "Text was decoded with the wrong encoding."),
    Kind.GARBLED_WORDS: KindInfo(
        _GAR, _W, "Garbled words", "Character noise, broken words, or a small word missing or doubled."
    ),
    Kind.MISMATCHED_QUOTES_BRACKETS: KindInfo(
        _GAR, _N, "Unmatched quote or bracket", "A quote or bracket is not closed, or closed by another kind."
    ),
    Kind.SPEAKER_DRIFT: KindInfo(
        _GAR, _W, "One person, several labels", "One person stands under several spellings of a label."
    ),
    Kind.MISSING_SPEAKER: KindInfo(_GAR, _E, "No speaker", "Dialogue stands without a speaker."),
    Kind.MISPLACED_METADATA: KindInfo(
        _GAR, _W, "Not dialogue", "A time, hashtag line, link, markup or heading stands inside the dialogue."
    ),
    Kind.PHANTOM_PHRASE: KindInfo(
        _GAR, _E, "Phantom phrase", "A phrase that recognisers invent when nobody speaks."
    ),
    Kind.LOWER_CASE_START: KindInfo(
        _GAR,
        _N,
        "Lower-case start",
        "A sentence starts in lower case although this transcript’s style does not.",
    ),
    Kind.TIME_FAULT: KindInfo(
        _GAR, _W, "Impossible time", "Times run backwards, overlap impossibly or have no length."
    ),
    Kind.HOUSE_RULE: KindInfo(
        _GAR, _N, "House rule", "Words that a rule of this newsroom’s own asks to look at."
    ),
}
