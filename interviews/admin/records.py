"""The history: append only, here as everywhere."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString

from interviews.admin.base import ReadOnlyAdmin, link_to, told
from interviews.models import EditRecord


@admin.register(EditRecord)
class EditRecordAdmin(ReadOnlyAdmin[EditRecord]):
    """Who did what, when, over all interviews."""

    list_display = ("label", "number", "made_in", "author", "made_at", "flag", "taken_back")
    list_filter = ("made_at", ("author", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("interview", "author", "flag", "undone_by")
    search_fields = ("label", "interview__title", "author__username")
    search_help_text = "What was done, to which interview, or by whom."
    date_hierarchy = "made_at"
    ordering = ("-made_at", "-pk")
    fields = (
        "label",
        "number",
        "made_in",
        "author",
        "made_at",
        "flag",
        "undoes",
        "taken_back",
        "what_changed",
    )

    @admin.display(description="interview", ordering="interview__title")
    def made_in(self, record: EditRecord) -> str:
        return link_to(record.interview)

    @admin.display(description="undone", boolean=True)
    def taken_back(self, record: EditRecord) -> bool:
        return hasattr(record, "undone_by")

    @admin.display(description="edits")
    def what_changed(self, record: EditRecord) -> SafeString:
        return told([str(edit) for edit in record.changes])
