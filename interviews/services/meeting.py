"""Two people wrote in one turn: who the other one is, and what both did put together."""

from __future__ import annotations

from django.contrib.auth.models import User

from interviews.models import EditRecord, Interview
from interviews.text.merging import Merged, merge
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import EditConflict

_LOOKED_AT = 200  # entries: whoever has been away for longer than that gets both texts one behind the other


def put_together(*, interview: Interview, key: str, mine: str, seen_version: int) -> Merged:
    """What the turn would read with both changes: mine, made on the version that was seen, and those since.

    Writes nothing. Raises KeyError where the turn is gone.
    """
    theirs = interview.transcript()[key].text
    return merge(_seen(interview, key, seen_version), mine, theirs)


def who_changed(interview: Interview, key: str) -> User | None:
    """Who changed a turn last; None for the program, or where nobody can be named."""
    for record in _newest(interview):
        if key in record.turns:
            return record.author
    return None


def _seen(interview: Interview, key: str, version: int) -> str:
    """The words of a turn at one of its versions, or at one not long before.

    An entry may stand for several versions, since what one open form saves is one entry. Then the words are
    those before that entry: an older state is as good a base, since both texts have what came in between.
    """
    now = interview.transcript()
    missing = interview.turns.get(key=key).version - version
    for record in _newest(interview):
        if missing <= 0:
            break
        try:
            before = apply_all(now, record.inverses)
        except EditConflict:
            break
        if key not in before:
            break
        missing -= before[key] != now[key]
        now = before
    return now[key].text


def _newest(interview: Interview) -> list[EditRecord]:
    entries = interview.records.touching_text().select_related("author")
    return list(entries.order_by("-number")[:_LOOKED_AT])
