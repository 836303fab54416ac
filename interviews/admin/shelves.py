"""Series and topics: their names, their addresses, and joining two. Interviews are filed at the desk."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, TypeVar, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString

from interviews.admin.base import HeldAdmin, link
from interviews.forms import CleanTextMixin
from interviews.models import Series, Topic
from interviews.services.errors import Refused, StaleShelf
from interviews.services.shelving import describe_shelf, join_shelf, refuse_taken

S = TypeVar("S", bound=Series | Topic)


class ShelfForm(CleanTextMixin):
    """What it is called. ``seen`` says which state of it the form was made from."""

    join = forms.ModelChoiceField(
        Topic.objects.none(),
        required=False,
        label="Join it to",
        help_text="Everything that is filed here goes there; its name and its address lead there. "
        "This cannot be taken back.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        fields = ("name", "slug", "description")
        help_texts = {
            "name": "Readers see another name at once, on published pages too.",
            "slug": "The earlier address goes on leading here.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = [getattr(self.instance, name) for name in ("name", "slug", "description", "joined_to_id")]
        self._now = sha256(repr(now).encode()).hexdigest()
        self._called = str(self.instance)
        self.initial["seen"] = self._now
        if "join" in self.fields:
            others = type(self.instance).objects.in_use().exclude(pk=self.instance.pk)
            self.fields["join"].queryset = others  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """Refuses what another one has, and a form that was made before somebody else changed it."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned["seen"] != self._now:
            raise ValidationError(str(StaleShelf(self._called)))
        if {"name", "slug"} <= cleaned.keys() and not cleaned.get("join"):
            try:
                refuse_taken(shelf=self.instance, name=cleaned["name"], slug=cleaned["slug"])
            except Refused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return cleaned


class ShelfAdmin(HeldAdmin[S]):
    """By name, with how many interviews are filed there."""

    form = ShelfForm
    no_key = True
    list_display = ("name", "slug", "filed", "described")
    search_fields = ("name", "slug", "description")
    search_help_text = "Name, address or description."
    fields = ("name", "slug", "description", "join", "listed", "seen")
    readonly_fields = ("listed",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[S]:
        shelves = super().get_queryset(request).filter(joined_to=None)
        counted = shelves.annotate(interview_count=Count("interviews")).order_by("name", "pk")
        return cast("QuerySet[S]", counted)

    def get_fields(self, request: HttpRequest, obj: S | None = None) -> Any:
        shown = super().get_fields(request, obj)
        if self.has_change_permission(request, obj):
            return shown
        return [name for name in shown if name not in {"join", "seen"}]

    def save_model(self, _request: HttpRequest, obj: S, form: ShelfForm, _change: bool) -> None:
        into = form.cleaned_data.get("join")
        if into:
            join_shelf(shelf=obj, into=into)
        else:
            described = form.cleaned_data["description"]
            describe_shelf(shelf=obj, name=obj.name, slug=obj.slug, description=described)

    def response_change(self, request: HttpRequest, obj: S) -> HttpResponse:
        """What was joined to another one has no page of its own any more."""
        now = type(obj).objects.select_related("joined_to").get(pk=obj.pk)
        if now.joined_to is None:
            return super().response_change(request, obj)
        self.message_user(request, f"“{now}” was joined to “{now.joined_to}”.", messages.SUCCESS)
        return redirect(f"admin:interviews_{type(obj)._meta.model_name}_changelist")

    @admin.display(description="interviews", ordering="interview_count")
    def filed(self, shelf: S) -> int:
        count: int = shelf.interview_count  # type: ignore[union-attr]
        return count

    @admin.display(boolean=True, description="described")
    def described(self, shelf: S) -> bool:
        return bool(shelf.description)

    @admin.display(description="filed here")
    def listed(self, shelf: S) -> SafeString:
        address = reverse("interviews:desk")
        kind = type(shelf)._meta.model_name
        return link(f"{address}?tab=all&{kind}={shelf.slug}", "The interviews at the desk")


@admin.register(Series)
class SeriesAdmin(ShelfAdmin[Series]):
    """All series."""

    comes_from = "A series is there once an interview is filed under it, in its Details at the desk."


@admin.register(Topic)
class TopicAdmin(ShelfAdmin[Topic]):
    """All topics."""

    comes_from = "A topic is there once an interview is filed under it, in its Details at the desk."
