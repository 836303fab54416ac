"""An honest account of what was done to an interview, for readers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from interviews.detectors.kinds import Kind
from interviews.models import Flag, Interview
from interviews.text.grouping import Group, by_looks
from interviews.transcript.applying import apply_all
from interviews.transcript.changes import Sort, TurnChange, changes
from interviews.transcript.turns import Transcript

# One and many, for a sentence that starts "This transcript was edited."
_SAID: dict[Kind, tuple[str, str]] = {
    Kind.EXACT_DUPLICATE_TURN: (
        "a turn that stood twice was removed",
        "{} turns that stood twice were removed",
    ),
    Kind.NEAR_DUPLICATE_TURN: (
        "a turn that stood twice was removed",
        "{} turns that stood twice were removed",
    ),
    Kind.DUPLICATE_BLOCK: (
        "a passage that stood twice was removed",
        "{} passages that stood twice were removed",
    ),
    Kind.DUPLICATE_SENTENCE: (
        "a sentence that stood twice was removed",
        "{} sentences that stood twice were removed",
    ),
    Kind.DOUBLED_PHRASE: (
        "doubled words were removed in one place",
        "doubled words were removed in {} places",
    ),
    Kind.REPEATED_CLOSING: ("a repeated closing was removed", "{} repeated closings were removed"),
    Kind.REPEATED_QUESTION: ("a repeated question was settled", "{} repeated questions were settled"),
    Kind.ASR_LOOP: ("a recogniser’s loop was removed", "{} recogniser’s loops were removed"),
    Kind.WINDOW_OVERLAP: ("an overlap was trimmed", "{} overlaps were trimmed"),
    Kind.ECHOED_TURN: ("an echoed line was removed", "{} echoed lines were removed"),
    Kind.ROLLING_CAPTIONS: (
        "a run of rolling captions was reduced",
        "{} runs of rolling captions were reduced",
    ),
    Kind.ORPHAN_FRAGMENT: ("a sentence fragment was removed", "{} sentence fragments were removed"),
    Kind.TRUNCATED_TURN: ("a broken-off turn was mended", "{} broken-off turns were mended"),
    Kind.MOJIBAKE: (
        "wrongly decoded letters were restored in one place",
        "wrongly decoded letters were restored in {} places",
    ),
    Kind.GARBLED_WORDS: ("a garbled word was corrected", "{} garbled words were corrected"),
    Kind.MISMATCHED_QUOTES_BRACKETS: (
        "a quotation mark or bracket was matched",
        "{} quotation marks or brackets were matched",
    ),
    Kind.SPEAKER_DRIFT: ("a speaker’s label was unified", "{} speakers’ labels were unified"),
    Kind.MISSING_SPEAKER: ("a speaker was added", "{} speakers were added"),
    Kind.MISPLACED_METADATA: (
        "a line that is not speech was removed",
        "{} lines that are not speech were removed",
    ),
    Kind.PHANTOM_PHRASE: (
        "a phrase that nobody said was removed",
        "{} phrases that nobody said were removed",
    ),
    Kind.LOWER_CASE_START: (
        "a sentence had its first letter restored",
        "{} sentences had their first letter restored",
    ),
    Kind.TIME_FAULT: ("an impossible time was corrected", "{} impossible times were corrected"),
}
_GROUPS: dict[Kind, Group] = {
    **dict.fromkeys(
        (
            Kind.EXACT_DUPLICATE_TURN,
            Kind.NEAR_DUPLICATE_TURN,
            Kind.DUPLICATE_BLOCK,
            Kind.DUPLICATE_SENTENCE,
            Kind.DOUBLED_PHRASE,
            Kind.REPEATED_CLOSING,
            Kind.REPEATED_QUESTION,
            Kind.ASR_LOOP,
            Kind.WINDOW_OVERLAP,
            Kind.ECHOED_TURN,
            Kind.ROLLING_CAPTIONS,
            Kind.COLD_OPEN,
            Kind.ARCHIVE_DUPLICATE,
        ),
        Group.DUPLICATE,
    ),
    **dict.fromkeys(
        (Kind.ORPHAN_FRAGMENT, Kind.TRUNCATED_TURN, Kind.MISPLACED_METADATA, Kind.PHANTOM_PHRASE),
        Group.FRAGMENT,
    ),
    **dict.fromkeys(
        (Kind.MOJIBAKE, Kind.GARBLED_WORDS, Kind.MISMATCHED_QUOTES_BRACKETS, Kind.LOWER_CASE_START),
        Group.SPELLING,
    ),
}
_BY_HAND = ("a turn was edited by hand", "{} turns were edited by hand")


@dataclass(frozen=True, slots=True)
class Account:
    """What was done since the source: turn by turn as data, and in one or two sentences (or none)."""

    changes: list[dict[str, Any]]
    note: str


def account(interview: Interview, transcript: Transcript) -> Account:
    """What was done to the interview, whose transcript is given. Three queries.

    A fix counts as long as its flag is settled by it, and work by hand where a turn still differs from the
    source: what was brought back later needs no telling.
    """
    records = list(interview.records.touching_text().order_by("-number"))
    source = apply_all(transcript, (edit for record in records for edit in record.inverses))
    made = changes(source, transcript)
    in_force = set(interview.records.in_force().values_list("number", flat=True))
    fixed = dict(interview.flags.filter(state=Flag.State.FIXED).values_list("pk", "kind"))
    counts: Counter[tuple[str, str]] = Counter()
    by_hand: set[str] = set()
    why: defaultdict[str, set[Group | None]] = defaultdict(set)
    for record in reversed(records):
        if record.number not in in_force:
            continue
        kind = fixed.get(record.flag_id or 0)
        for key in record.turns:
            why[key].add(_GROUPS.get(Kind(kind)) if kind in _GROUPS else None)
        if kind in _SAID:
            also = [fixed[pk] for pk in set(_also_fixed(record.settlements, record.flag_id)) if pk in fixed]
            counts.update(_SAID[Kind(one)] for one in (kind, *also) if one in _SAID)
        else:
            by_hand |= record.turns
    by_hand &= {change.turn for change in made}
    if by_hand:
        counts[_BY_HAND] += len(by_hand)
    told = [{**change.to_data(), "group": _group(change, why[change.turn])} for change in made]
    return Account(told, _in_sentences(counts))


def _group(change: TurnChange, why: Collection[Group | None]) -> str:
    """Why a turn is otherwise. Where a person changed it by hand, too, what the change looks like counts."""
    looks = by_looks(change.sort, change.before, change.after)
    of_words = change.sort in {Sort.WORDS, Sort.SET_ASIDE}
    known = {group for group in why if group is not None}
    return (min(known) if of_words and known and None not in why else looks).value


def _in_sentences(counts: Mapping[tuple[str, str], int]) -> str:
    if not counts:
        return ""
    told = [one if n == 1 else many.format(_in_words(n)) for (one, many), n in counts.items()]
    sentence = ", ".join(told[:-1]) + (" and " if len(told) > 1 else "") + told[-1]
    return f"This transcript was edited: {sentence}."


def _also_fixed(settlements: list[list[Any]], but: int | None) -> list[int]:
    return [pk for pk, _, after in settlements if after == "fixed" and pk != but]


def _in_words(number: int) -> str:
    words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words[number - 2] if 2 <= number <= 10 else str(number)
