"""The files that interviews came from. Their bytes are not shown, they can be had."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString

from interviews.admin.base import ReadOnlyAdmin, link, link_to
from interviews.models import SourceFile


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin[SourceFile]):
    """What was brought, by whom, and how it was read."""

    list_display = ("name", "format_id", "encoding", "size", "became", "imported_by", "imported_at")
    list_filter = ("format_id", "encoding")
    list_select_related = ("interview", "imported_by")
    search_fields = ("name", "sha256", "interview__title")
    search_help_text = "The file’s name, its SHA-256 sum, or the interview’s title."
    date_hierarchy = "imported_at"
    ordering = ("-imported_at", "-pk")
    fields = (
        "name",
        "became",
        "size",
        "sha256",
        "format_id",
        "encoding",
        "imported_by",
        "imported_at",
        "download",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceFile]:
        return super().get_queryset(request).defer("data", "pieces", "report")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.bytes_view)
        return [path("<int:pk>/bytes/", view, name="interviews_sourcefile_bytes"), *super().get_urls()]

    def bytes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The file as it came, never shown as a page: somebody else wrote it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = get_object_or_404(SourceFile.objects.only("name", "data"), pk=pk)
        disposition = content_disposition_header(as_attachment=True, filename=source.name) or "attachment"
        return HttpResponse(
            bytes(source.data),
            content_type="application/octet-stream",
            headers={"Content-Disposition": disposition},
        )

    @admin.display(description="interview", ordering="interview__title")
    def became(self, source: SourceFile) -> str:
        return link_to(source.interview)

    @admin.display(description="bytes")
    def download(self, source: SourceFile) -> SafeString:
        return link(reverse("admin:interviews_sourcefile_bytes", args=[source.pk]), "Download")
