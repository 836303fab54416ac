"""What a settled flag is about is followed through the edits: nobody finds it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from interviews.models import EditRecord, Flag
from interviews.models.flag import passages_from
from interviews.text.following import followed
from interviews.transcript.applying import apply, apply_all
from interviews.transcript.edits import EditConflict, MergeTurns, SetText, SplitTurn, invert_all
from interviews.transcript.turns import Transcript


def follow(
    flags: Sequence[Flag], now: Transcript, done: Sequence[EditRecord], rows: Mapping[str, int]
) -> None:
    """Bring the passages of flags from before what was ``done``, the newest first, to the text of ``now``.

    ``rows`` maps the keys of turns to their rows. Where words were erased in between they stay.
    """
    touched = {key for record in done for key in record.turns}
    moved = [flag for flag in flags if not touched.isdisjoint(_turns(flag))]
    edits = [edit for record in reversed(done) for edit in record.changes]
    # How long a turn was matters only where one is cut or grows: else nothing has to be undone.
    is_arranged = any(isinstance(edit, SplitTurn | MergeTurns) for edit in edits)
    try:
        before = apply_all(now, invert_all(edits)) if moved and is_arranged else now
    except EditConflict:
        return
    for edit in edits if moved else ():
        if isinstance(edit, SetText | SplitTurn | MergeTurns):
            for flag in moved:
                flag.passages = [_followed(one, edit, before) for one in flag.passages]
                flag.related = [_followed(one, edit, before) for one in flag.related]
        before = apply(before, edit) if is_arranged else now
    for flag in moved:
        first = flag.own_passages[0]
        flag.turn_id, flag.start = rows.get(first.turn, flag.turn_id), first.span.start
    Flag.objects.bulk_update(moved, ["passages", "related", "turn", "start"], batch_size=200)


def _turns(flag: Flag) -> set[str]:
    return {passage.turn for passage in (*flag.own_passages, *flag.related_passages)}


def _followed(
    one: dict[str, Any], edit: SetText | SplitTurn | MergeTurns, before: Transcript
) -> dict[str, Any]:
    if one["turn"] not in (edit.turn, edit.other.key if isinstance(edit, MergeTurns) else None):
        return one
    (passage,) = passages_from([one])
    now = followed(passage, edit, before)
    return {**one, "turn": now.turn, "start": now.span.start, "end": now.span.end}
