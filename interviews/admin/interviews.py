"""Interviews: what stands above them may be changed here, their text only at the desk."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from interviews.admin.base import HeldAdmin, link, link_to_list
from interviews.forms import HeadForm
from interviews.models import EditRecord, Flag, Interview, Publication, SourceFile, Speaker, Turn
from interviews.permissions import can_publish
from interviews.services.checking import check_interview
from interviews.services.describing import describe, give_address
from interviews.services.errors import Refused
from interviews.services.publishing import publish, unpublish

KEPT = (
    "status",
    "assignee",
    "due_on",
    "embargo_until",
    "approved_by",
    "version",
    "created_by",
    "created_at",
    "changed_at",
)
DETAILS = ("title", "standfirst", "recorded_on", "language")


class InterviewForm(HeadForm):
    """What stands above an interview. ``seen`` says which state of it the form was made from."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Interview
        fields = ("title", "slug", "standfirst", "recorded_on", "language")
        labels = {"slug": "Address"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._now = _state(self.instance)
        self.initial["seen"] = self._now

    def clean(self) -> dict[str, Any] | None:
        """Refuses a form that was made before somebody else changed the same things."""
        cleaned = super().clean()
        if self.cleaned_data["seen"] != self._now:
            raise ValidationError(
                f"Somebody else changed this in between: the title is “{self.instance.title}” now. Nothing "
                "was saved. Open this page in another window to compare, and save there."
            )
        return cleaned


@admin.register(Interview)
class InterviewAdmin(HeldAdmin[Interview]):
    """The list of all interviews, with its three actions."""

    form = InterviewForm
    comes_from = "Interviews come in at the desk, or with manage.py import_transcripts."
    list_display = ("title", "state", "places", "errors", "flags_open", "turns", "changed_at")
    list_filter = (
        "status",
        "language",
        ("created_by", admin.RelatedOnlyFieldListFilter),
        ("assignee", admin.RelatedOnlyFieldListFilter),
        ("series", admin.RelatedOnlyFieldListFilter),
        ("topics", admin.RelatedOnlyFieldListFilter),
    )
    search_fields = ("title", "standfirst", "slug", "speakers__name", "speakers__full_name")
    search_help_text = "Title, standfirst, address, or who speaks."
    date_hierarchy = "created_at"
    ordering = ("-created_at", "-pk")
    actions = ("check_again", "publish_chosen", "unpublish_chosen")
    fieldsets = (
        (None, {"fields": ("title", "slug", "standfirst", "recorded_on", "language")}),
        ("Elsewhere", {"fields": ("places", "parts")}),
        ("Kept by the program", {"fields": KEPT}),
    )
    kept = ("places", "parts", *KEPT)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Interview]:
        open_flags = Flag.objects.open()
        return (
            super()
            .get_queryset(request)
            .annotate(
                turn_count=_counted(Turn.objects.said()),
                error_count=_counted(open_flags.filter(severity=Flag.Severity.ERROR)),
                open_count=_counted(open_flags),
            )
        )

    def get_readonly_fields(self, _request: HttpRequest, obj: Interview | None = None) -> tuple[str, ...]:
        # Readers know the address: it stays.
        return (*self.kept, "slug") if obj and obj.publications.exists() else self.kept

    def get_fieldsets(self, request: HttpRequest, obj: Interview | None = None) -> Any:
        shown = super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            return shown
        return (*shown, (None, {"fields": ("seen",)}))

    def save_model(self, _request: HttpRequest, obj: Interview, _form: InterviewForm, _change: bool) -> None:
        """Write what the form is for and no other column: the rest of ``obj`` may be old by now."""
        describe(interview=obj, details={name: getattr(obj, name) for name in DETAILS}, speakers={})
        give_address(interview=obj, slug=obj.slug)

    @admin.display(description="status", ordering="status")
    def state(self, interview: Interview) -> str:
        return interview.get_status_display()

    @admin.display(ordering="turn_count")
    def turns(self, interview: Interview) -> int:
        count: int = interview.turn_count  # type: ignore[attr-defined]
        return count

    @admin.display(description="open errors", ordering="error_count")
    def errors(self, interview: Interview) -> int:
        count: int = interview.error_count  # type: ignore[attr-defined]
        return count

    @admin.display(description="open flags", ordering="open_count")
    def flags_open(self, interview: Interview) -> int:
        count: int = interview.open_count  # type: ignore[attr-defined]
        return count

    @admin.display(description="open at")
    def places(self, interview: Interview) -> SafeString:
        """The desk; and the public page while there is one."""
        desk = link(interview.get_absolute_url(), "Desk")
        if interview.status != Interview.Status.PUBLISHED:
            return desk
        public = link(reverse("interviews:published", args=[interview.slug]), "Public page")
        return format_html("{} · {}", desk, public)

    @admin.display(description="what it is made of")
    def parts(self, interview: Interview) -> SafeString:
        lists = (
            (Turn, "Turns"),
            (Speaker, "Speakers"),
            (Flag, "Flags"),
            (EditRecord, "History"),
            (Publication, "Publications"),
            (SourceFile, "Sources"),
        )
        links = [link_to_list(model, words, interview.pk) for model, words in lists]
        return format_html_join(" · ", "{}", ((one,) for one in links))

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return can_publish(request.user)

    @admin.action(description="Check again", permissions=["change"])
    def check_again(self, request: HttpRequest, chosen: QuerySet[Interview]) -> None:
        for interview in chosen:
            check_interview(interview)
            count = interview.flags.open().count()
            self.message_user(request, f"“{interview.title}”: open flags: {count}.", messages.SUCCESS)

    @admin.action(description="Publish", permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, chosen: QuerySet[Interview]) -> None:
        by = cast("User", request.user)
        self._try(request, chosen, "is public.", lambda one: publish(interview=one, by=by))

    @admin.action(description="Unpublish, and end preview links", permissions=["publish"])
    def unpublish_chosen(self, request: HttpRequest, chosen: QuerySet[Interview]) -> None:
        by = cast("User", request.user)
        self._try(request, chosen, "is no longer public.", lambda one: unpublish(interview=one, by=by))

    def _try(
        self,
        request: HttpRequest,
        chosen: QuerySet[Interview],
        done: str,
        action: Callable[[Interview], object],
    ) -> None:
        """Do it to each; what is refused is told, with a link to where it can be settled."""
        for interview in chosen:
            try:
                action(interview)
            except Refused as refusal:
                gate = link(reverse("interviews:publish", args=[interview.pk]), "See what is open")
                words = format_html("“{}”: {} {}", interview.title, str(refusal), gate)
                self.message_user(request, words, messages.ERROR)
            else:
                self.message_user(request, f"“{interview.title}” {done}", messages.SUCCESS)


def _state(interview: Interview) -> str:
    """What the form is about, short enough for a hidden field; edits of the text do not change it."""
    values = repr([getattr(interview, name) for name in (*DETAILS, "slug")])
    return sha256(values.encode()).hexdigest()


def _counted(rows: QuerySet[Any]) -> Coalesce:
    """How many of these an interview has, in the same query and without multiplying other counts."""
    mine = rows.filter(interview=OuterRef("pk")).order_by().values("interview").annotate(n=Count("pk"))
    return Coalesce(Subquery(mine.values("n")), 0)
