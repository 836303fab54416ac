"""The history of an interview: who did what, when and why; and any two states of it side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from interviews.differences import diff_html
from interviews.models import EditRecord, Interview
from interviews.permissions import DeskRequest, editors_only
from interviews.services.errors import Refused
from interviews.services.restoring import IMPORTED, restore_state, restore_turns, state
from interviews.transcript.changes import Sort, TurnChange, changes
from interviews.transcript.turns import Transcript
from interviews.views.editor import found_interview, wanted_flag
from interviews.views.panels import panel

ON_A_PAGE = 50
_MOST_PLACES = 3  # more turns than that are not listed for one entry
_PLACE = re.compile(r"\b(?:turn|background paragraph) \d+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change with its words marked; ``tick`` where the turn can be brought back on its own."""

    change: TurnChange
    html: SafeString
    tick: bool


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """An entry with the ``places`` of its turns today, such as "turn 17", by their keys. Its own words name
    them as they were numbered then; ``has_moved`` where none of those is one of today's."""

    record: EditRecord
    places: tuple[tuple[str, str], ...]
    has_moved: bool


@editors_only
@require_GET
def history(request: DeskRequest, pk: int) -> HttpResponse:
    """All records, the newest first."""
    interview = found_interview(request, pk)
    records = interview.records.select_related("author", "undone_by", "flag").order_by("-number")
    page = Paginator(records, ON_A_PAGE).get_page(request.GET.get("page"))
    now, joined = interview.transcript(), interview.turns.joined_keys()
    shown = [_shown(record, now, joined) for record in page]
    context = {"page": page, "shown": shown, "here": "history"}
    return panel(request, interview, "panels/history.html", "History", context)


@editors_only
@require_GET
def compare(request: DeskRequest, pk: int) -> HttpResponse:
    """What differs between two states, word by word. Without ``to`` it is the state of now."""
    interview = found_interview(request, pk)
    newest = interview.last_record()
    last = newest.number if newest else IMPORTED
    older, newer = sorted((_number(request, "from", IMPORTED, last), _number(request, "to", last, last)))
    now = interview.transcript()
    after = now if newer == last else state(interview, newer, now)
    before = state(interview, older, now)
    shown = [
        ShownChange(change, _marked(change), change.turn in now and change.turn in before)
        for change in changes(before, after, times=True)
    ]
    context = {
        "interview": interview,
        "here": "history",
        "older": _Named.of(interview, older),
        "newer": _Named.of(interview, newer),
        "changes": shown,
        "is_now": newer == last,
    }
    return render(request, "desk/compare.html", context)


@editors_only
@require_POST
def restore(request: DeskRequest, pk: int) -> HttpResponse:
    """Bring back the turns that were ticked, or the whole state."""
    interview = found_interview(request, pk)
    number = wanted_flag(request.POST.get("number")) or IMPORTED
    seen = wanted_flag(request.POST.get("version")) or 0
    keys = request.POST.getlist("turn")
    if number != IMPORTED and not interview.records.filter(number=number).exists():
        raise Http404
    try:
        if "whole" in request.POST:
            made = restore_state(interview=interview, number=number, seen_version=seen, by=request.user)
        else:
            made = restore_turns(
                interview=interview, number=number, keys=keys, seen_version=seen, by=request.user
            )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(f"{reverse('interviews:compare', args=[pk])}?from={number}")
    messages.success(request, f"{made.label}. Undo takes it back.")
    return redirect("interviews:editor", pk)


def _shown(record: EditRecord, now: Transcript, joined: dict[str, str]) -> ShownRecord:
    about = record.turns or {one.turn for one in (record.flag.own_passages if record.flag else ())}
    standing = {joined.get(key, key) for key in about if joined.get(key, key) in now}
    if not 0 < len(standing) <= _MOST_PLACES:
        return ShownRecord(record, (), has_moved=False)
    places = tuple((key, now.where(key)) for key in sorted(standing, key=now.place))
    said = f"{record.label} {record.flag.title if record.flag else ''}"
    named = {place.lower() for place in _PLACE.findall(said)}
    return ShownRecord(record, places, has_moved=bool(named) and named.isdisjoint(dict(places).values()))


@dataclass(frozen=True, slots=True)
class _Named:
    """A state as a person would name it."""

    number: int
    record: EditRecord | None

    @classmethod
    def of(cls, interview: Interview, number: int) -> _Named:
        if number == IMPORTED:
            return cls(number, None)
        return cls(number, interview.records.select_related("author").get(number=number))


def _number(request: DeskRequest, name: str, default: int, last: int) -> int:
    """The number of a state out of the address. Raises Http404 for one that never was."""
    found = wanted_flag(request.GET.get(name))
    if found is not None and found > last:
        raise Http404
    return default if found is None else found


def _marked(change: TurnChange) -> SafeString:
    if change.sort is Sort.MOVED:
        return diff_html(change.before, change.before)
    return diff_html(change.before, change.after)
