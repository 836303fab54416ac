"""Comments on turns and passages: read, made, resolved and opened again in a panel."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from interviews.models import Comment, Interview, Turn
from interviews.permissions import DeskRequest, editors_only, who_may_edit
from interviews.services.commenting import Made, add_comment, reopen, resolve
from interviews.services.errors import EmptyComment, NoSuchTurn
from interviews.text.cleaning import UnsafeText
from interviews.text.quoting import find_again
from interviews.transcript.turns import Part
from interviews.views.editor import found_interview, wanted_flag
from interviews.views.panels import panel, screen_before
from interviews.views.screens import Screen

_SURE = 16  # code points: a quote that is shorter may stand in another turn by chance
_NAMED = 12  # people who are named as those who may be mentioned


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A comment and where its words stand now."""

    comment: Comment
    turn: Turn | None  # None where the turn is gone
    place: str
    stands: bool  # the words are still there


class _Places:
    """Where the turns of an interview stand: three queries."""

    def __init__(self, interview: Interview) -> None:
        self.rows = {row.key: row for row in interview.turns.in_place()}
        self.heirs = interview.turns.joined_keys()
        dialogue = (row.key for row in self.rows.values() if row.part == Part.DIALOGUE.value)
        self.numbers = {key: number for number, key in enumerate(dialogue, start=1)}

    def shown(self, comment: Comment) -> ShownComment:
        key = self.heirs.get(comment.turn.key, comment.turn.key)
        turn = self.rows.get(key)
        whole = comment.start is None
        stands = whole or (turn is not None and find_again(turn.text, comment.quote) is not None)
        if not stands and len(comment.quote) >= _SURE:
            other = next((row for row in self.rows.values() if comment.quote in row.text), None)
            turn, stands = other or turn, other is not None
        return ShownComment(comment, turn, self.place(turn), stands)

    def place(self, turn: Turn | None) -> str:
        if turn is None:
            return "A turn that is gone"
        return f"Turn {self.numbers[turn.key]}" if turn.key in self.numbers else "Background"


@editors_only
@require_http_methods(["GET", "POST"])
def comments(request: DeskRequest, pk: int) -> HttpResponse:
    """All comments, and a form for a new one."""
    interview = found_interview(request, pk)
    if request.method == "GET":
        return _shown(request, interview, draft=request.GET)
    before = screen_before(request, interview)
    try:
        made = add_comment(
            interview=interview,
            key=_chosen(interview, request.POST),
            text=request.POST.get("text", ""),
            by=request.user,
            quote=request.POST.get("quote", "")[:2000],
            near=wanted_flag(request.POST.get("at")) or 0,
        )
    except (EmptyComment, NoSuchTurn, UnsafeText) as refusal:
        return _shown(request, interview, draft=request.POST, problem=str(refusal))
    return _answer(request, interview, before, _told(made))


@editors_only
@require_POST
def resolve_comment(request: DeskRequest, pk: int, comment: int) -> HttpResponse:
    """It is dealt with."""
    interview = found_interview(request, pk)
    before = screen_before(request, interview)
    found = get_object_or_404(Comment, pk=comment, interview=interview)
    was_open = resolve(comment=found, by=request.user)
    said = "Resolved." if was_open else "It was resolved already."
    return _answer(request, interview, before, said, draft=request.POST)


@editors_only
@require_POST
def reopen_comment(request: DeskRequest, pk: int, comment: int) -> HttpResponse:
    """It is not, after all."""
    interview = found_interview(request, pk)
    before = screen_before(request, interview)
    found = get_object_or_404(Comment, pk=comment, interview=interview)
    was_resolved = reopen(comment=found)
    said = "Open again." if was_resolved else "It was open already."
    return _answer(request, interview, before, said, draft=request.POST)


def _chosen(interview: Interview, sent: dict[str, str]) -> str:
    """The key of the turn that the form names: by its number, or as it was opened for; else empty."""
    number, places = wanted_flag(sent.get("number")), _Places(interview)
    if number is None:
        return sent.get("turn", "") if sent.get("turn") in places.rows else ""
    return next((key for key, known in places.numbers.items() if known == number), "")


def _told(made: Made) -> str:
    said = "The comment is saved."
    if made.unknown:
        names = ", ".join(f"@{name}" for name in made.unknown)
        said += f" Nobody who works on this interview is called {names}, so nobody of that name is told."
    return said


def _answer(
    request: DeskRequest,
    interview: Interview,
    before: Screen,
    said: str,
    *,
    draft: dict[str, str] | None = None,
) -> HttpResponse:
    """``draft`` says what a new comment is about that somebody is writing meanwhile."""
    if not request.htmx:
        messages.success(request, said)
        return redirect(reverse("interviews:comments", args=[interview.pk]))
    return _shown(request, interview, draft=draft, before=before, said=said)


def _shown(
    request: DeskRequest,
    interview: Interview,
    *,
    draft: dict[str, str] | None = None,
    before: Screen | None = None,
    said: str = "",
    problem: str = "",
) -> HttpResponse:
    draft = draft or {}
    places = _Places(interview)
    listed = interview.comments.select_related("author", "resolved_by", "turn").in_order()
    shown = [places.shown(comment) for comment in listed]
    turn = places.rows.get(draft.get("turn", ""))
    people = who_may_edit(interview).exclude(pk=request.user.pk).order_by("username")
    context = {
        "open": [one for one in shown if one.comment.is_open],
        "resolved": [one for one in shown if not one.comment.is_open],
        "turn": turn,
        "place": places.place(turn) if turn else "",
        "number": draft.get("number") or (places.numbers.get(turn.key) if turn else ""),
        "quote": draft.get("quote", ""),
        "at": draft.get("at", ""),
        "text": draft.get("text", ""),
        "people": people[:_NAMED],
    }
    return panel(
        request,
        interview,
        "editor/comments.html",
        "Comments",
        context,
        before=before,
        said=said,
        problem=problem,
        status=422 if problem else 200,
        focus="" if turn and not said else "panel",
    )
