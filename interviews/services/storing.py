"""How a changed transcript reaches the database: only the rows that differ are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F

from interviews.models import Interview, Speaker, Turn
from interviews.services.errors import StaleEdit
from interviews.transcript import turns as pure
from interviews.transcript.ordering import longest_rise

GAP = 1024  # between two positions: ten turns can be put between any two before a renumbering


def lock(interview_id: int) -> Interview:
    """The interview, with its row held until the transaction ends: one writer at a time.

    On SQLite the transaction itself does this (IMMEDIATE).
    """
    return Interview.objects.select_for_update().get(pk=interview_id)


def store(
    interview: Interview,
    before: pure.Transcript,
    after: pure.Transcript,
    *,
    joined: Mapping[str, str],
    seen: Mapping[str, int],
) -> None:
    """Write what differs between two states of a locked interview.

    ``joined`` maps keys that are gone to the turn that has their words now. ``seen`` maps keys to the
    versions that the writer knew; raises StaleEdit where one is older.
    """
    speakers = _speakers(interview, before, after)
    _describe(interview, before, after)
    _keep_aliases(interview, before, after)
    changed = [turn for turn in after if turn.key in before and turn != before[turn.key]]
    added = [turn for turn in after if turn.key not in before]
    gone = [turn.key for turn in before if turn.key not in after]

    if gone:
        _leave(interview, gone, joined)
    _write_changed(interview, changed, speakers, seen)
    if [turn.key for turn in before] != [turn.key for turn in after]:
        stored = _stored_positions(interview)
        positions = _positions(stored, after)
        _add(interview, added, speakers, positions)
        _move(interview, stored, positions)


def _values(turn: pure.Turn, speakers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "text": turn.text,
        "speaker_id": speakers[turn.speaker] if turn.speaker is not None else None,
        "start_ms": turn.start,
        "end_ms": turn.end,
        "aside": turn.aside,
        "part": turn.part.value,
    }


def _write_changed(
    interview: Interview, changed: Sequence[pure.Turn], speakers: Mapping[str, int], seen: Mapping[str, int]
) -> None:
    """One UPDATE for all turns that get the same values; a turn whose version was seen on its own."""
    rows = Turn.objects.filter(interview=interview, position__isnull=False)
    known = rows.in_bulk([turn.key for turn in changed], field_name="key")
    together: dict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for turn in changed:
        row = known[turn.key]
        values = {name: new for name, new in _values(turn, speakers).items() if getattr(row, name) != new}
        if turn.key in seen:
            written = rows.filter(pk=row.pk, version=seen[turn.key]).update(
                **values, version=F("version") + 1
            )
            if not written:
                raise StaleEdit(row)
        else:
            together[tuple(values.items())].append(row.pk)
    for items, keys in together.items():
        rows.filter(pk__in=keys).update(**dict(items), version=F("version") + 1)


def _leave(interview: Interview, gone: Sequence[str], joined: Mapping[str, str]) -> None:
    """Turns whose words now stand in another one keep their rows and keys; links follow ``joined_to``."""
    heirs = interview.turns.in_bulk([joined[key] for key in gone if key in joined], field_name="key")
    for key in gone:
        interview.turns.filter(key=key).update(
            position=None, joined_to=heirs.get(joined.get(key, "")), version=F("version") + 1
        )


def _add(
    interview: Interview,
    added: Sequence[pure.Turn],
    speakers: Mapping[str, int],
    positions: Mapping[str, int],
) -> None:
    back = interview.turns.in_bulk([turn.key for turn in added], field_name="key") if added else {}
    for turn in added:
        if turn.key in back:  # it was joined to another one, and comes back
            interview.turns.filter(key=turn.key).update(
                **_values(turn, speakers),
                position=positions[turn.key],
                joined_to=None,
                version=F("version") + 1,
            )
    Turn.objects.bulk_create(
        Turn(interview=interview, key=turn.key, position=positions[turn.key], **_values(turn, speakers))
        for turn in added
        if turn.key not in back
    )


def _move(interview: Interview, stored: Mapping[str, int], positions: Mapping[str, int]) -> None:
    for key, position in stored.items():
        if positions[key] != position:
            interview.turns.filter(key=key).update(position=positions[key])


def _stored_positions(interview: Interview) -> dict[str, int]:
    rows = interview.turns.in_place().values_list("key", "position")
    return {key: position for key, position in rows if position is not None}


def _positions(stored: Mapping[str, int], after: pure.Transcript) -> dict[str, int]:
    """A position for each turn, in order; as many as possible keep theirs, and no new one was in use."""
    staying = [turn.key for turn in after if turn.key in stored]
    rise = longest_rise([stored[key] for key in staying])
    kept = {staying[place]: stored[staying[place]] for place in rise}
    used = set(stored.values())
    positions: dict[str, int] = {}
    waiting: list[str] = []
    last = 0
    for turn in [*after.turns, None]:
        if turn is not None and turn.key not in kept:
            waiting.append(turn.key)
            continue
        end = kept[turn.key] if turn is not None else max([last, *used]) + GAP * (len(waiting) + 1)
        free = _free(last, end, len(waiting), used)
        if free is None:
            top = max(used) + GAP
            return {one.key: top + GAP * number for number, one in enumerate(after)}
        positions.update(zip(waiting, free, strict=True))
        waiting = []
        if turn is not None:
            positions[turn.key] = last = end
    return positions


def _free(low: int, high: int, count: int, used: set[int]) -> list[int] | None:
    """So many unused positions between two, evenly spread; None where there is no room."""
    found: list[int] = []
    step = (high - low) // (count + 1)
    if count and step < 1:
        return None
    position = low
    for number in range(1, count + 1):
        position = max(position + 1, low + step * number)
        while position in used:
            position += 1
        if position >= high:
            return None
        found.append(position)
    return found


def _speakers(interview: Interview, before: pure.Transcript, after: pure.Transcript) -> dict[str, int]:
    """Label to row. A new label takes over what is known of the one that its turns had before."""
    rows = {speaker.name: speaker for speaker in interview.speakers.all()}
    for turn in after:
        if turn.speaker is None or turn.speaker in rows:
            continue
        was = before[turn.key].speaker if turn.key in before else None
        old = rows.get(was) if was is not None else None
        rows[turn.speaker] = Speaker.objects.create(
            interview=interview,
            name=turn.speaker,
            role=old.role if old else Speaker.Role.OTHER,
            full_name=old.full_name if old else "",
            description=old.description if old else "",
        )
    return {name: row.pk for name, row in rows.items()}


def _describe(interview: Interview, before: pure.Transcript, after: pure.Transcript) -> None:
    for speaker in after.speakers:
        if speaker != before.speaker(speaker.name):
            interview.speakers.filter(name=speaker.name).update(
                role=speaker.role.value, full_name=speaker.full_name, description=speaker.description
            )


def _keep_aliases(interview: Interview, before: pure.Transcript, after: pure.Transcript) -> None:
    """A label that nobody has any more is an alias of the one that its turns have now, until it is back."""
    were, are = ({turn.speaker for turn in one if turn.speaker is not None} for one in (before, after))
    gone, come = were - are, are - were
    if not gone and not come:
        return
    heirs = {
        label: Counter(
            after[turn.key].speaker for turn in before if turn.speaker == label and turn.key in after
        ).most_common(1)
        for label in gone
    }
    for row in interview.speakers.all():
        kept = [alias for alias in row.aliases if alias not in come]
        kept += [
            label for label, heir in heirs.items() if heir and heir[0][0] == row.name and label not in kept
        ]
        if kept != row.aliases:
            interview.speakers.filter(pk=row.pk).update(aliases=kept)
