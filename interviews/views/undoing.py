"""Undo and redo at the review desk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from interviews.models import EditRecord, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services import undoing
from interviews.services.errors import CannotRedo, CannotUndo, NothingToRedo, NothingToUndo, Refused
from interviews.transcript.edits import DescribeSpeaker, Edit, InsertTurn, RemoveTurn, RenameSpeaker
from interviews.views.editor import answer, found_interview, refused, wanted_flag
from interviews.views.screens import Screen


@editors_only
@require_POST
def undo_last(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back the last thing that this person did here, and show the flag or the turn that it was about."""
    return _step(request, pk, undoing.undo)


@editors_only
@require_POST
def redo_last(request: DeskRequest, pk: int) -> HttpResponse:
    """Do again what this person took back last."""
    return _step(request, pk, undoing.redo)


@editors_only
@require_POST
def take_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Take back one thing out of the history, whose number was sent."""
    number = wanted_flag(request.POST.get("number")) or 0
    return _step(request, pk, partial(undoing.take_back, number=number))


@editors_only
@require_POST
def do_again(request: DeskRequest, pk: int) -> HttpResponse:
    """Do one thing again that this person took back; the number of the undo was sent."""
    number = wanted_flag(request.POST.get("number")) or 0
    return _step(request, pk, partial(undoing.do_again, number=number))


class _Step(Protocol):
    def __call__(self, *, interview: Interview, by: User) -> EditRecord: ...


def _step(request: DeskRequest, pk: int, step: _Step) -> HttpResponse:
    interview = found_interview(request, pk)
    before = Screen(interview, wanted_flag(request.POST.get("from")))
    try:
        made = step(interview=interview, by=request.user)
    except (CannotUndo, CannotRedo) as refusal:
        return refused(request, interview, before=before, refusal=refusal, instead=refusal.instead)
    except (NothingToUndo, NothingToRedo) as refusal:
        if not request.htmx:
            return refused(request, interview, before=before, refusal=refusal)
        said = str(refusal)
        return answer(
            request, interview, before=before, wanted=before.wanted, said=said, focus="", status=409
        )
    except Refused as refusal:
        return refused(request, interview, before=before, refusal=refusal)
    said = f"{made.label}."
    if made.flag is None:
        focus = _touched(interview, made)
        return answer(request, interview, before=before, wanted=before.wanted, said=said, focus=focus)
    # What was settled again needs no looking at: on to the next.
    wanted, after = (made.flag_id, None) if made.is_undo else (None, made.flag)
    return answer(request, interview, before=before, wanted=wanted, after=after, said=said)


def _touched(interview: Interview, made: EditRecord) -> str:
    """The key of the first turn that a step changed, or of the one above a turn that is gone; else "card"."""
    standing = set(interview.turns.in_place().values_list("key", flat=True))
    return next((key for edit in made.changes for key in _about(edit) if key in standing), "card")


def _about(edit: Edit) -> Sequence[str]:
    match edit:
        case InsertTurn(new, after) | RemoveTurn(new, after):
            return [new.key] if after is None else [new.key, after]
        case RenameSpeaker(_, _, turns):
            return turns
        case DescribeSpeaker():
            return ()
        case _:
            return [edit.turn]
