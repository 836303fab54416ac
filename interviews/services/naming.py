"""Who says what, over a whole interview: renamed, joined, taken apart, described. Each is one undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.contrib.auth.models import User
from django.db import transaction

from interviews.models import EditRecord, Interview
from interviews.services.errors import FixDoesNotFit, MayBeTwoPeople
from interviews.services.recording import record
from interviews.services.storing import lock
from interviews.text.cleaning import clean
from interviews.transcript import naming
from interviews.transcript.edits import DescribeSpeaker, Edit, EditConflict, Known, RenameSpeaker, known_of
from interviews.transcript.turns import Transcript

LONGEST_LABEL = 200  # code points


def rename(
    *,
    interview: Interview,
    label: str,
    name: str,
    by: User,
    start: str | None = None,
    keys: Collection[str] | None = None,
    sure: bool = False,
) -> EditRecord:
    """Give what a label says another one: all of it, from the turn ``start`` on, or the turns ``keys``.

    Where the other label speaks too, the two are joined: raises MayBeTwoPeople, unless ``sure``, where they
    share a surname and may be two people. Raises FixDoesNotFit where nothing would change, UnsafeText for a
    name that cannot be stored.
    """
    name = label_of(name)
    try:
        with transaction.atomic():
            locked = lock(interview.pk)
            before = locked.transcript()
            edit = plan(before, label, name, start=start, keys=keys)
            if not sure and (two := two_people(before, label, name)):
                raise MayBeTwoPeople(*two)
            turns = f"{len(edit.turns)} {'turn' if len(edit.turns) == 1 else 'turns'}"
            said = f"Gave {turns} from “{label}” to “{name}”"
            return record(locked, [edit], by=by, label=said, before=before)
    except EditConflict as conflict:
        raise FixDoesNotFit(f"Nothing was changed: {conflict}.") from conflict


def plan(
    transcript: Transcript,
    label: str,
    name: str,
    *,
    start: str | None = None,
    keys: Collection[str] | None = None,
) -> RenameSpeaker:
    """What ``rename`` would do. Raises EditConflict where nothing would change."""
    if keys is not None:
        return naming.take_apart(transcript, label, name, keys)
    if start is not None and start not in transcript:
        raise EditConflict("the turn to begin with is gone")
    return naming.rename(transcript, label, name, start=start)


def two_people(transcript: Transcript, label: str, name: str) -> tuple[str, str] | None:
    """The names of both, where joining them may make one of two people of one surname."""
    if name not in naming.bearers(transcript):
        return None
    one, other = transcript.called(label), transcript.called(name)
    return (one, other) if naming.may_be_two(one, other) or naming.may_be_two(label, name) else None


def describe_speakers(
    *, interview: Interview, known: Mapping[str, Known], by: User | None
) -> EditRecord | None:
    """Write down roles, full names and descriptions, by label; None where all of it was known already."""
    with transaction.atomic():
        locked = lock(interview.pk)
        before = locked.transcript()
        edits: list[Edit] = []
        for name, (role, full_name, description) in known.items():
            speaker = before.speaker(name)
            told = (role, clean(full_name), clean(description))
            if speaker is not None and known_of(speaker) != told:
                edits.append(DescribeSpeaker(name, known_of(speaker), told))
        if not edits:
            return None
        names = [edit.speaker for edit in edits if isinstance(edit, DescribeSpeaker)]
        who = f"“{names[0]}”" if len(names) == 1 else f"{len(names)} speakers"
        return record(locked, edits, by=by, label=f"Described {who}", before=before)


def label_of(name: str) -> str:
    """A label as it is stored. Raises UnsafeText for what cannot be."""
    return " ".join(clean(name).split())[:LONGEST_LABEL]
