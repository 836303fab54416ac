"""What readers got, and when it ended."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from interviews.admin.base import ReadOnlyAdmin, done, link, short_link_to, told
from interviews.models import Publication

CURRENT, SUPERSEDED, WITHDRAWN = "current", "superseded", "withdrawn"


class StateFilter(admin.SimpleListFilter):
    """Public now, replaced by a later one, or taken back."""

    title = "state"
    parameter_name = "state"

    def lookups(self, _request: HttpRequest, _admin: object) -> list[tuple[str, str]]:
        return [(state, state.capitalize()) for state in (CURRENT, SUPERSEDED, WITHDRAWN)]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Publication]) -> QuerySet[Publication]:
        match self.value():
            case "current":
                return rows.filter(withdrawn_at=None, superseded_at=None)
            case "superseded":
                return rows.exclude(superseded_at=None)
            case "withdrawn":
                return rows.exclude(withdrawn_at=None)
        return rows


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin[Publication]):
    """Every state that was public, the newest first."""

    comes_from = "Interviews are published at the desk."
    list_display = ("title", "number", "state", "published", "overridden", "page", "source")
    list_filter = (StateFilter, "language")
    list_select_related = ("interview", "published_by")
    search_fields = ("title", "slug", "standfirst", "override_reason")
    search_help_text = "Title, address, standfirst, or the reason for an override."
    date_hierarchy = "published_at"
    ordering = ("-published_at", "-pk")
    fieldsets = (
        (None, {"fields": ("title", "number", "state", "standfirst", "note", "page", "interview")}),
        ("The gate", {"fields": ("warnings", "override_reason")}),
        (
            "When and by whom",
            {
                "fields": (
                    "first_published_at",
                    "published_at",
                    "published_by",
                    "superseded_at",
                    "withdrawn_at",
                    "withdrawn_by",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        return super().get_queryset(request).defer("transcript", "changes", "joined")

    @admin.display
    def state(self, publication: Publication) -> str:
        if publication.withdrawn_at:
            return WITHDRAWN
        return SUPERSEDED if publication.superseded_at else CURRENT

    @admin.display(description="override")
    def overridden(self, publication: Publication) -> str:
        return "Yes" if publication.override_reason else "-"

    @admin.display(description="public page")
    def page(self, publication: Publication) -> SafeString:
        return link(publication.get_absolute_url(), "Public page")

    @admin.display(description="published", ordering="published_at")
    def published(self, publication: Publication) -> str:
        return done(publication.published_by, publication.published_at)

    @admin.display(description="interview", ordering="interview__title")
    def source(self, publication: Publication) -> str:
        return short_link_to(publication.interview)

    @admin.display(description="acknowledged")
    def warnings(self, publication: Publication) -> SafeString:
        return told([str(title) for title in publication.acknowledged])
