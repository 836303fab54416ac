"""Words are replaced over a whole interview, with one undo."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from django.contrib.auth.models import User
from django.db import transaction

from interviews.models import EditRecord, Interview
from interviews.services.errors import FixDoesNotFit
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.text.cleaning import clean
from interviews.text.finding import Query, find, replaced
from interviews.transcript.edits import Edit, SetText


def replace_all(
    *, interview: Interview, query: Query, by: User, only: Collection[str] | None = None
) -> EditRecord:
    """Replace what the query finds in the turns that stand; ``only`` names the places by ``Found.id``.

    Raises FixDoesNotFit where a place is not there any more, where nothing is left to do, or where a turn
    would be left without a word; BadPattern, BadReplacement and SearchTooLong; UnsafeText for a replacement
    that cannot be stored.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        before = locked.transcript()
        found = find(before.standing, query)
        if only is not None:
            if not set(only) <= {one.id for one in found}:
                raise FixDoesNotFit("Somebody changed these words meanwhile. Look at the places once more.")
            found = tuple(one for one in found if one.id in only)
        edits: list[Edit] = []
        for key, places in groupby(found, key=lambda one: one.turn):
            text = clean(replaced(before[key].text, places))
            if not text:
                where = before.where(key)
                raise FixDoesNotFit(f"Nothing would be left of {where}. Set it aside instead.")
            if text != before[key].text:
                edits.append(SetText(key, before[key].text, text))
        if not edits:
            raise FixDoesNotFit("Nothing was changed: no place was chosen that would read otherwise.")
        count = f"{len(found)} {'place' if len(found) == 1 else 'places'}"
        label = f"Replaced “{query.find[:80]}” with “{query.replacement[:80]}” in {count}"
        return record(locked, edits, by=by, label=label, before=before)
