"""How detection does: a page of its own among the lists."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from interviews.admin.base import ReadOnlyAdmin
from interviews.models import DetectionStatistics
from interviews.services.statistics import LEAST_DECISIONS, statistics


@admin.register(DetectionStatistics)
class StatisticsAdmin(ReadOnlyAdmin[DetectionStatistics]):
    """Flags counted by kind and by house rule, for whoever may look at flags."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("interviews.view_flag")

    def has_view_permission(self, request: HttpRequest, _obj: DetectionStatistics | None = None) -> bool:
        return request.user.has_perm("interviews.view_flag")

    def get_urls(self) -> list[URLPattern]:
        """This page and no other: each flag has one in the admin already."""
        page = self.admin_site.admin_view(self.changelist_view)
        return [path("", page, name="interviews_detectionstatistics_changelist")]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The page that stands in the place of the list."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": "Statistics of detection",
            "opts": self.opts,
            "statistics": statistics(),
            "least": LEAST_DECISIONS,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/interviews/statistics.html", context)
