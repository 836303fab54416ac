"""What others have done since a page was last told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from interviews.models import EditRecord, Flag, Interview
from interviews.people import name_of
from interviews.services.restoring import state
from interviews.transcript.edits import EditConflict
from interviews.views.drawing import Drawing, drawing_since
from interviews.views.screens import Screen
from interviews.views.stamps import Stamp

_TOLD = 2  # entries of others that are told in full; more are counted
_TOO_MANY = 300  # entries: a page that has slept for longer than that loads anew


@dataclass(frozen=True, slots=True)
class News:
    """What a page has to draw, and to say.

    ``changed_by`` names who else wrote in a turn, by its key, with the version that it has now: a form that
    is open there stays as it is, and was perhaps opened on that version.
    """

    drawn: Drawing
    changed_by: dict[str, tuple[str, int | None]]
    said: str


def news(interview: Interview, screen: Screen, known: Stamp, *, to: User) -> News | None:
    """What is new since a state that a page shows; None where it is too much to tell."""
    since = Q(number__gt=known.number) | Q(version__gt=known.version)
    found = interview.records.filter(since).select_related("author").order_by("-number")
    entries = list(found[: _TOO_MANY + 1])
    if len(entries) > _TOO_MANY:
        return None
    try:
        order = [turn.key for turn in state(interview, known.number)]
    except EditConflict:
        return None
    others = [entry for entry in entries if entry.author_id != to.pk]
    # What one open form saves goes on in one entry: all of its turns count, however early it was begun.
    touched = {key for entry in entries for key in entry.turns}
    looks = touched | _marked_otherwise(interview, screen, known, entries, touched)
    remarked = _remarked(interview, known)
    looks |= {row.key for row in screen.rows if row.pk in remarked}
    described = {name for entry in entries for name in entry.described}
    theirs = {pk for pk, speaker in screen.speakers.items() if speaker.name in described}
    looks |= {row.key for row in screen.rows if row.speaker_id in theirs}
    versions = {row.key: row.version for row in screen.rows}
    changed_by = {
        key: (name_of(entry.author), versions.get(key)) for entry in reversed(others) for key in entry.turns
    }
    return News(drawing_since(order, looks, screen), changed_by, _said(others))


def _marked_otherwise(
    interview: Interview,
    screen: Screen,
    known: Stamp,
    entries: Sequence[EditRecord],
    touched: Collection[str],
) -> set[str]:
    """The turns whose marks may have changed: of flags that were settled, or stand where words changed.

    Where the flags were looked for anew without any change, such as for a house rule, all that are marked.
    """
    settled = {flag for entry in entries for flag, *_ in entry.settlements}
    anew = known.checked != interview.checked_version and not entries
    keys: set[str] = set()
    # Those that are no longer found are not on the screen, but may be marked on the page.
    gone = list(interview.flags.filter(state=Flag.State.GONE)) if entries else []
    for flag in (*screen.flags, *gone):
        own = {passage.turn for passage in (*flag.own_passages, *flag.related_passages)}
        if flag.pk in settled or not own.isdisjoint(touched) or (anew and flag.is_open):
            keys |= own
    return keys


def _remarked(interview: Interview, known: Stamp) -> set[int]:
    """The ids of turns on which a comment was made, resolved or opened since."""
    touched = interview.comments.filter(touched_at__gt=known.commented_at)
    return {pk for pair in touched.values_list("turn", "turn__joined_to") for pk in pair if pk}


def _said(others: Sequence[EditRecord]) -> str:
    """A sentence on what others did, the newest last."""
    if len(others) <= _TOLD:
        return " ".join(f"{name_of(entry.author)}: {entry.label}." for entry in reversed(others))
    names = list(dict.fromkeys(name_of(entry.author) for entry in others))
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{who} made {len(others)} changes."
