"""What is said of interviews: editors' comments, readers' suggestions, corrections, and what was erased."""

from __future__ import annotations

from django.contrib import admin

from interviews.admin.base import ReadOnlyAdmin
from interviews.models import Comment, Correction, ErasureRecord, Suggestion


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin[Comment]):
    """What editors said to each other; made and resolved at the desk."""

    list_display = ("text", "interview", "author", "made_at", "resolved_at", "resolved_by")
    list_filter = ("made_at", ("resolved_at", admin.EmptyFieldListFilter))
    list_select_related = ("interview", "author", "resolved_by")
    search_fields = ("text", "quote", "interview__title", "author__username")
    search_help_text = "What was said, about which interview, or by whom."
    ordering = ("-made_at", "-pk")
    exclude = ("start",)


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin[Suggestion]):
    """What readers would put right; taken up and dismissed at the desk. Who sent it is not known."""

    list_display = ("text", "interview", "made_at", "settled_at", "settled_by", "taken")
    list_filter = ("made_at", ("settled_at", admin.EmptyFieldListFilter), "taken")
    list_select_related = ("interview", "settled_by")
    search_fields = ("text", "note", "interview__title")
    search_help_text = "What was suggested, why it was dismissed, or for which interview."
    ordering = ("-made_at", "-pk")


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin[Correction]):
    """What readers were told of changes after publication."""

    list_display = ("publication", "kind", "wrong", "right", "made_at", "made_by")
    list_filter = ("kind", "made_at")
    list_select_related = ("publication", "publication__interview", "made_by")
    search_fields = ("wrong", "right", "publication__title")
    search_help_text = "What was wrong, what is right, or in which interview."
    ordering = ("-made_at", "-pk")


@admin.register(ErasureRecord)
class ErasureRecordAdmin(ReadOnlyAdmin[ErasureRecord]):
    """That something was erased, and why; the words themselves are nowhere."""

    list_display = ("interview", "reason", "made_at", "made_by")
    list_filter = ("made_at",)
    list_select_related = ("interview", "made_by")
    search_fields = ("reason", "interview__title")
    search_help_text = "Why something was erased, or in which interview."
    ordering = ("-made_at", "-pk")
