"""What all pages of the admin keep to: nothing is added or deleted here, and little is changed.

Interviews come in through the desk, turns change through its editor, and nothing is ever deleted.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst
from django.utils.timezone import localtime

from interviews.models import Interview
from interviews.people import name_of

M = TypeVar("M", bound=Model)

_CELL = 48  # characters: three lines of a list at the usual width

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as _Admin
else:

    class _Admin(admin.ModelAdmin):
        """Django's, which takes a type argument for the type checker only."""

        def __class_getitem__(cls, _model: Any) -> type:
            return cls


class KeptAdmin(_Admin[M]):
    """Nothing is added, nothing is deleted."""

    list_per_page = 50
    view_on_site = False
    comes_from = ""  # a sentence for an empty list

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list under its own name: there is nothing to select where nothing is changed."""
        named = {"title": capfirst(str(self.opts.verbose_name_plural)), "comes_from": self.comes_from}
        return super().changelist_view(request, {**named, **(extra_context or {})})

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: M | None = None) -> bool:
        return False


class ReadOnlyAdmin(KeptAdmin[M]):
    """To be looked at by whoever has the right to; the desk is where it changes."""

    change_form_template = "admin/interviews/looked_at.html"

    def has_change_permission(self, _request: HttpRequest, _obj: M | None = None) -> bool:
        return False


class _OfAnInterview(Protocol):
    interview: Interview

    def get_absolute_url(self) -> str: ...


class AtTheDesk:
    """What belongs to an interview, and is opened at the desk."""

    @admin.display(description="interview", ordering="interview__title")
    def about(self, one: _OfAnInterview) -> str:
        return short_link_to(one.interview)

    @admin.display(description="open at")
    def desk(self, one: _OfAnInterview) -> SafeString:
        return link(one.get_absolute_url(), "Desk")


class HeldAdmin(KeptAdmin[M]):
    """What a form changes is held from its check until it is saved, so that nobody can come in between."""

    no_key = False  # True: rows that refer to it may be made meanwhile

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> M | None:
        if request.method == "POST" and object_id.isdecimal():
            held = self.model._default_manager.select_for_update(no_key=self.no_key)
            held.filter(pk=object_id).first()
        return super().get_object(request, object_id, from_field)


def link(address: str, words: str) -> SafeString:
    """A link in a cell."""
    return format_html('<a href="{}">{}</a>', address, words)


def short_link_to(obj: Model | None) -> str:
    """A link to an object's own page in the admin, for a list: a long title would make each row as high.

    A dash where there is no object.
    """
    if obj is None:
        return "-"
    address = reverse(f"admin:{obj._meta.label_lower.replace('.', '_')}_change", args=[obj.pk])
    return link(address, Truncator(str(obj)).chars(_CELL))


def short(text: str) -> str:
    """As much of a text as a list has room for."""
    return Truncator(text).chars(2 * _CELL)


def done(by: User | None, at: datetime | None) -> SafeString:
    """Who did it and when, below each other; a dash where nobody did."""
    if at is None:
        return told([])
    return told([name_of(by), date_format(localtime(at), "j M Y, H:i")])


def link_to_list(model: type[Model], words: str, interview: int) -> SafeString:
    """A link to the list of one interview's objects."""
    address = reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")
    return link(f"{address}?interview__id__exact={interview}", words)


def told(lines: list[str]) -> SafeString:
    """Sentences below each other, and each on its own; a dash where there is none."""
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines or ["-"]))
