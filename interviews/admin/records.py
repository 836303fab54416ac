"""The history: append only, here as everywhere."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString

from interviews.admin.base import ReadOnlyAdmin, done, short, short_link_to, told
from interviews.models import EditRecord


@admin.register(EditRecord)
class EditRecordAdmin(ReadOnlyAdmin[EditRecord]):
    """Who did what, when, over all interviews."""

    comes_from = "Whatever is done at the desk is recorded."
    list_display = ("done", "number", "made_in", "made", "about", "taken_back")
    list_filter = ("made_at", ("author", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("interview", "author", "flag", "undone_by")
    search_fields = ("label", "interview__title", "author__username")
    search_help_text = "What was done, to which interview, or by whom."
    date_hierarchy = "made_at"
    ordering = ("-made_at", "-pk")
    fields = (
        "label",
        "number",
        "interview",
        "author",
        "made_at",
        "flag",
        "undoes",
        "taken_back",
        "what_changed",
    )

    @admin.display(description="what was done", ordering="label")
    def done(self, record: EditRecord) -> str:
        return short(record.label)

    @admin.display(description="interview", ordering="interview__title")
    def made_in(self, record: EditRecord) -> str:
        return short_link_to(record.interview)

    @admin.display(description="made", ordering="made_at")
    def made(self, record: EditRecord) -> str:
        return done(record.author, record.made_at)

    @admin.display(description="flag")
    def about(self, record: EditRecord) -> str:
        return short_link_to(record.flag)

    @admin.display(description="undone")
    def taken_back(self, record: EditRecord) -> str:
        return "Yes" if hasattr(record, "undone_by") else "-"

    @admin.display(description="edits")
    def what_changed(self, record: EditRecord) -> SafeString:
        return told([str(edit) for edit in record.changes])
