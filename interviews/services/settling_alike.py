"""All flags of one kind are settled at once, with one undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from interviews.detectors.base import Fix
from interviews.models import EditRecord, Flag, Interview
from interviews.services.checking import check_interview
from interviews.services.errors import FixDoesNotFit
from interviews.services.recording import record
from interviews.services.settling import DISMISSED, FIXED, close, close_what_went
from interviews.services.storing import lock
from interviews.text.splicing import spliced
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import Edit, EditConflict, SetText
from interviews.transcript.turns import Transcript


@dataclass(frozen=True, slots=True)
class SettledAlike:
    """What was done, and how many of the flags were left open because two fixes meet in the same words."""

    record: EditRecord
    left: int


def fix_alike(*, interview: Interview, flags: Collection[int], by: User) -> SettledAlike:
    """Take the first fix of each of these flags. Those that are settled already count for nothing.

    Raises FixDoesNotFit when somebody changes the interview at this moment, or where no fix fits.
    """
    if interview.needs_check:
        check_interview(interview)
    with transaction.atomic():
        locked = lock(interview.pk)
        if locked.needs_check:
            raise FixDoesNotFit("The words have changed meanwhile. Look at the flags once more.")
        before = locked.transcript()
        wanted = [flag for flag in _open(locked, flags) if flag.fixes]
        edits, fitting = _together(before, wanted)
        if not fitting:
            raise FixDoesNotFit("None of these flags is open and has a fix that fits.")
        label = f"Settled {_counted(fitting)}: {fitting[0].label.lower()}"
        settlements = [
            close(flag, FIXED if flag.offered[0].edits else DISMISSED, by, note=flag.offered[0].label)
            for flag in fitting
        ]
        made = record(
            locked, edits, by=by, label=label, flag=fitting[0], settlements=settlements, before=before
        )
        close_what_went(made, by)
        return SettledAlike(made, len(wanted) - len(fitting))


def dismiss_alike(*, interview: Interview, flags: Collection[int], by: User, note: str = "") -> SettledAlike:
    """Say that none of these flags is a problem. Raises FixDoesNotFit where none of them is open."""
    with transaction.atomic():
        locked = lock(interview.pk)
        chosen = _open(locked, flags)
        if not chosen:
            raise FixDoesNotFit("None of these flags is open any more.")
        settlements = [close(flag, DISMISSED, by, note=note) for flag in chosen]
        label = f"Not a problem, {_counted(chosen)}: {chosen[0].label.lower()}"
        return SettledAlike(
            record(locked, [], by=by, label=label, flag=chosen[0], settlements=settlements), 0
        )


def _open(interview: Interview, flags: Collection[int]) -> list[Flag]:
    return list(interview.flags.open().filter(pk__in=flags).in_order_of_weight())


def _counted(flags: Sequence[Flag]) -> str:
    return f"{len(flags)} {'flag' if len(flags) == 1 else 'flags'}"


def _together(before: Transcript, flags: Sequence[Flag]) -> tuple[list[Edit], list[Flag]]:
    """The edits of as many first fixes as fit together, and their flags in the order given.

    Fixes that only change words of one turn were all made for its text of now and are put into one edit;
    the others follow, each where it still fits.
    """
    fixes = {flag.pk: flag.offered[0] for flag in flags}
    of_words: dict[str, list[tuple[Flag, SetText]]] = defaultdict(list)
    others: list[Flag] = []
    for flag in flags:
        match fixes[flag.pk].edits:
            case (SetText() as edit,) if before[edit.turn].text == edit.before:
                of_words[edit.turn].append((flag, edit))
            case _:
                others.append(flag)
    edits: list[Edit] = []
    fitting: set[int] = set()
    for key, together in of_words.items():
        text, taken = spliced(before[key].text, [edit.after for _, edit in together])
        edits.append(SetText(key, before[key].text, text))
        fitting |= {together[place][0].pk for place in taken}
    transcript = apply_all(before, edits)
    for flag in others:
        transcript, more = _where_it_fits(transcript, fixes[flag.pk])
        if more is not None:
            edits += more
            fitting.add(flag.pk)
    return edits, [flag for flag in flags if flag.pk in fitting]


def _where_it_fits(transcript: Transcript, fix: Fix) -> tuple[Transcript, Sequence[Edit] | None]:
    try:
        return apply_all(transcript, fix.edits), fix.edits
    except EditConflict:
        return transcript, None
