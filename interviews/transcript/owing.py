"""Which changes since the last publication readers are told of: those of words, and of who said them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from interviews.transcript.changes import Sort, TurnChange, changes
from interviews.transcript.ordering import longest_rise
from interviews.transcript.turns import Transcript, only_standing

_OF_WORDS = {Sort.WORDS, Sort.SET_ASIDE, Sort.RESTORED, Sort.JOINED, Sort.ADDED}


def owed(published: Transcript, now: Transcript) -> tuple[TurnChange, ...]:
    """What readers read otherwise than before, turn by turn; ``published`` holds what stood then.

    ``where`` names a turn's place of today, as the desk counts, and the old one only where the turn is gone.
    A split, a join and a move change no words, and giving a speaker another label changes nobody's words:
    none of them is owed. A turn that goes to somebody else while its old label stays in use is, unless
    readers read the same name for both. Who speaks is named as readers read it.
    """
    standing = only_standing(now)
    found = changes(published, now)
    of_words = [change for change in found if change.sort in _OF_WORDS]
    labels = renamed(published, standing)
    silent = _only_cut_otherwise(published, standing, {change.turn for change in of_words}, labels)
    return tuple(
        _as_read(change, published, now)
        for change in found
        if (change.sort in _OF_WORDS and change.turn not in silent)
        or (
            change.sort is Sort.SPEAKER
            and labels.get(change.before) != change.after
            and published.called(change.before) != now.called(change.after)
        )
    )


def _as_read(change: TurnChange, published: Transcript, now: Transcript) -> TurnChange:
    """With the place of today, where there is one, and with names instead of labels."""
    speaks = now if change.sort is Sort.ADDED else published
    change = replace(change, speaker=speaks.called(change.speaker))
    if change.sort is Sort.SPEAKER:
        before, after = published.called(change.before), now.called(change.after)
        change = replace(change, before=before, after=after)
    return replace(change, where=now.where(change.turn)) if change.turn in now else change


def _only_cut_otherwise(
    before: Transcript, after: Transcript, changed: set[str], renamed: Mapping[str, str]
) -> set[str]:
    """Of these turns the ones whose words all stand in their neighbours now, in the same order and said by
    the same people."""
    common = [turn.key for turn in after if turn.key in before]
    rise = longest_rise([before.place(key) for key in common])
    stayed = {common[place] for place in rise}
    were, are = _from_one_to_the_next(before, stayed), _from_one_to_the_next(after, stayed)
    silent: set[str] = set()
    for start in were.keys() | are.keys():
        told = {key for key in (*were[start], *are[start]) if key in changed}
        if told and _words(before, were[start], renamed) == _words(after, are[start], {}):
            silent |= told
    return silent


def _from_one_to_the_next(transcript: Transcript, stayed: set[str]) -> defaultdict[str, list[str]]:
    """The turns from each one that stayed up to the next; what was cut off it or joined to it is there."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    start = ""
    for turn in transcript:
        if turn.key in stayed:
            start = turn.key
        found[start].append(turn.key)
    return found


def _words(transcript: Transcript, keys: Iterable[str], renamed: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (renamed.get(turn.speaker or "", turn.speaker or ""), word)
        for turn in (transcript[key] for key in keys)
        for word in turn.text.split()
    ]


def renamed(before: Transcript, after: Transcript) -> dict[str, str]:
    """Labels that nobody has any more, each with the one label that their turns have now."""
    heirs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    used = {turn.speaker for turn in after}
    for turn in before:
        if turn.speaker and turn.speaker not in used and turn.key in after:
            heirs[turn.speaker][after[turn.key].speaker or ""] += 1
    return {label: next(iter(names)) for label, names in heirs.items() if len(names) == 1}
