"""Findings told on the command line: where, what and why, as rows for programs and in words for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Any

from interviews.detectors.base import Finding
from interviews.detectors.kinds import Family, Severity
from interviews.transcript.spans import Passage
from interviews.transcript.turns import Transcript

_EXCERPT = 160  # code points of a passage that are shown
# A terminal obeys the first, cannot write the second, and shows other words than there are for the third.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def row(name: str, transcript: Transcript, finding: Finding) -> dict[str, Any]:
    """A finding as one flat record.

    Turns are counted from 0 over all turns of the input; ``char_start`` counts code points in the text of
    ``turn_start``, ``char_end`` in that of ``turn_end``. A finding about several places that do not follow
    each other is placed at the first.
    """
    first, last = extent(transcript, finding.passages)
    related = finding.related[0] if finding.related else None
    return {
        "id": name,
        "kind": finding.kind.value,
        "severity": finding.weight.value,
        "turn_start": transcript.place(first.turn),
        "turn_end": transcript.place(last.turn),
        "char_start": first.span.start,
        "char_end": last.span.end,
        "text": _words_between(transcript, first, last),
        "related_turn": transcript.place(related.turn) if related else None,
        "related_text": transcript.words(related) if related else None,
        "score": round(finding.confidence, 3),
        "reason": finding.reason,
    }


def place_in_words(transcript: Transcript, finding: Finding) -> str:
    """Where it is, as people count: "turn 17 repeats turn 11"."""
    own = _places(transcript, finding.passages)
    apart = [passage for passage in finding.related if passage.turn != finding.passages[0].turn]
    if not apart:
        return own
    other = _places(transcript, apart)
    if finding.kind.family is not Family.DUPLICATE:
        return f"{own}, beside {other}"
    return f"{own} {'repeats' if own.startswith(('turn ', 'background paragraph ')) else 'repeat'} {other}"


def summary(names: int, turns: int, severities: Counter[Severity], incidents: int, problems: int) -> str:
    """Everything in a line."""
    told = f"{counted(names, 'transcript')}, {counted(turns, 'turn')}: "
    found = [counted(severities[severity], severity.value) for severity in Severity if severities[severity]]
    if found:
        told += f"{', '.join(found)} in {counted(incidents, 'incident')}."
    else:
        told += "nothing found."
    if problems:
        told += f" {problems:,} more could not be read."
    return told


def counted(number: int, what: str) -> str:
    """ "1 turn", "1,204 turns"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def printable(text: str) -> str:
    """Text on one line that is safe to show on a terminal."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def excerpt(text: str) -> str:
    """The beginning of a passage on one line."""
    text = printable(text)
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def _places(transcript: Transcript, passages: Sequence[Passage]) -> str:
    """ "turn 3", "turns 3–6" where they follow each other, else "turns 3, 9 and 12"."""
    keys = list(dict.fromkeys(passage.turn for passage in passages))
    numbers = [transcript.numbers.get(key) for key in keys]
    if len(keys) == 1 or None in numbers:
        return " and ".join(transcript.where(key) for key in keys)
    told = [str(number) for number in numbers]
    if len(told) > 2 and _extent_end(transcript, passages) == len(passages):
        return f"turns {told[0]}–{told[-1]}"
    return f"turns {', '.join(told[:-1])} and {told[-1]}"


def extent(transcript: Transcript, passages: Sequence[Passage]) -> tuple[Passage, Passage]:
    """The first of the passages, and the last that follows on it without a turn between."""
    return passages[0], passages[_extent_end(transcript, passages) - 1]


def _extent_end(transcript: Transcript, passages: Sequence[Passage]) -> int:
    """How many passages from the first on follow each other; what was set aside is not between."""
    for count, (one, other) in enumerate(pairwise(passages), start=1):
        start, end = transcript.place(one.turn), transcript.place(other.turn)
        if end < start or any(not turn.aside for turn in islice(transcript.turns, start + 1, end)):
            return count
    return len(passages)


def _words_between(transcript: Transcript, first: Passage, last: Passage) -> str:
    """The text from one passage to the other; a new line where a turn ends."""
    if first.turn == last.turn:
        return transcript[first.turn].text[first.span.start : last.span.end]
    start, end = transcript.place(first.turn), transcript.place(last.turn)
    between = [turn.text for turn in transcript.turns[start + 1 : end] if not turn.aside]
    told = [
        transcript[first.turn].text[first.span.start :],
        *between,
        transcript[last.turn].text[: last.span.end],
    ]
    return "\n".join(told)
