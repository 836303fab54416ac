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

from interviews.admin.base import ReadOnlyAdmin, done, link, short_link_to
from interviews.admin.filters import WordsFilter
from interviews.formats.registry import READERS
from interviews.models import SourceFile

_LABELS = {reader.id: reader.label for reader in READERS}


class FormatFilter(WordsFilter):
    """The formats that files came in."""

    title = "format"
    parameter_name = "format_id"

    def in_words(self, value: str) -> str:
        return _LABELS.get(value, value)


@admin.register(SourceFile)
class SourceFileAdmin(ReadOnlyAdmin[SourceFile]):
    """What was brought, by whom, and how it was read."""

    comes_from = "A file is kept with each interview that comes in."
    list_display = ("name", "format", "encoding", "bytes", "became", "imported")
    list_filter = (FormatFilter, "encoding")
    list_select_related = ("interview", "imported_by")
    search_fields = ("name", "sha256", "interview__title")
    search_help_text = "The file’s name, its SHA-256 sum, or the interview’s title."
    date_hierarchy = "imported_at"
    ordering = ("-imported_at", "-pk")
    fields = (
        "name",
        "interview",
        "bytes",
        "sha256",
        "format",
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
        return short_link_to(source.interview)

    @admin.display(description="format", ordering="format_id")
    def format(self, source: SourceFile) -> str:
        return _LABELS.get(source.format_id, source.format_id)

    @admin.display(description="bytes", ordering="size")
    def bytes(self, source: SourceFile) -> str:
        return f"{source.size:,}"

    @admin.display(description="imported", ordering="imported_at")
    def imported(self, source: SourceFile) -> str:
        return done(source.imported_by, source.imported_at)

    @admin.display(description="the file")
    def download(self, source: SourceFile) -> SafeString:
        return link(reverse("admin:interviews_sourcefile_bytes", args=[source.pk]), "Download")
