"""What is said of interviews: editors' comments, readers' suggestions, corrections, and what was erased."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q

from interviews.admin.base import AtTheDesk, ReadOnlyAdmin, done, short, short_link_to
from interviews.admin.filters import WhetherFilter
from interviews.models import Comment, Correction, ErasureRecord, Suggestion
from interviews.people import name_of


class ResolvedFilter(WhetherFilter):
    """Whether a comment was resolved."""

    title = "state"
    before, after = "Open", "Resolved"
    is_before = Q(resolved_at=None)


class SettledFilter(WhetherFilter):
    """Whether a suggestion was taken up or dismissed."""

    title = "state"
    before, after = "Open", "Settled"
    is_before = Q(settled_at=None)


@admin.register(Comment)
class CommentAdmin(AtTheDesk, ReadOnlyAdmin[Comment]):
    """What editors said to each other; made and resolved at the desk."""

    comes_from = "Editors comment on turns and passages at the desk."
    list_display = ("said", "about", "made", "resolved")
    list_filter = (ResolvedFilter, "made_at")
    list_select_related = ("interview", "author", "resolved_by")
    search_fields = ("text", "quote", "interview__title", "author__username")
    search_help_text = "What was said, about which interview, or by whom."
    ordering = ("-made_at", "-pk")
    fields = (
        "text",
        "quote",
        "interview",
        "author",
        "made_at",
        "mentioned",
        "resolved_by",
        "resolved_at",
        "desk",
    )

    @admin.display(description="comment")
    def said(self, comment: Comment) -> str:
        return short(comment.text)

    @admin.display(description="made", ordering="made_at")
    def made(self, comment: Comment) -> str:
        return done(comment.author, comment.made_at)

    @admin.display(description="resolved", ordering="resolved_at")
    def resolved(self, comment: Comment) -> str:
        return done(comment.resolved_by, comment.resolved_at)

    @admin.display(description="mentions")
    def mentioned(self, comment: Comment) -> str:
        return ", ".join(map(name_of, comment.mentions.all())) or "-"


@admin.register(Suggestion)
class SuggestionAdmin(AtTheDesk, ReadOnlyAdmin[Suggestion]):
    """What readers would put right; taken up and dismissed at the desk. Who sent it is not known."""

    comes_from = "Readers suggest corrections on public pages."
    list_display = ("suggested", "about", "made_at", "outcome", "settled")
    list_filter = (SettledFilter, "made_at", "taken")
    list_select_related = ("interview", "settled_by")
    search_fields = ("text", "note", "interview__title")
    search_help_text = "What was suggested, why it was dismissed, or for which interview."
    ordering = ("-made_at", "-pk")
    fields = (
        "text",
        "interview",
        "publication",
        "made_at",
        "outcome",
        "settled_by",
        "settled_at",
        "note",
        "desk",
    )

    @admin.display(description="suggestion")
    def suggested(self, suggestion: Suggestion) -> str:
        return short(suggestion.text)

    @admin.display(description="outcome")
    def outcome(self, suggestion: Suggestion) -> str:
        if suggestion.settled_at is None:
            return "-"
        return "Taken up" if suggestion.taken else "Dismissed"

    @admin.display(description="settled", ordering="settled_at")
    def settled(self, suggestion: Suggestion) -> str:
        return done(suggestion.settled_by, suggestion.settled_at)


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin[Correction]):
    """What readers were told of changes after publication."""

    comes_from = "Corrections go out at the desk, when something is published again."
    list_display = ("told", "of", "made")
    list_filter = ("kind", "made_at")
    list_select_related = ("publication", "publication__interview", "made_by")
    search_fields = ("wrong", "right", "publication__title")
    search_help_text = "What was wrong, what is right, or in which interview."
    ordering = ("-made_at", "-pk")
    fields = ("kind", "wrong", "right", "publication", "made_at", "made_by")

    @admin.display(description="correction", ordering="kind")
    def told(self, correction: Correction) -> str:
        return str(correction)

    @admin.display(description="publication", ordering="publication__title")
    def of(self, correction: Correction) -> str:
        return short_link_to(correction.publication)

    @admin.display(description="made", ordering="made_at")
    def made(self, correction: Correction) -> str:
        return done(correction.made_by, correction.made_at)


@admin.register(ErasureRecord)
class ErasureRecordAdmin(ReadOnlyAdmin[ErasureRecord]):
    """That something was erased, and why; the words themselves are nowhere."""

    comes_from = "Words are erased at the desk, for legal reasons alone."
    list_display = ("why", "erased_from", "made")
    list_filter = ("made_at",)
    list_select_related = ("interview", "made_by")
    search_fields = ("reason", "interview__title")
    search_help_text = "Why something was erased, or in which interview."
    ordering = ("-made_at", "-pk")
    fields = ("interview", "reason", "history_closed", "made_by", "made_at")

    @admin.display(description="reason", ordering="reason")
    def why(self, record: ErasureRecord) -> str:
        return short(record.reason)

    @admin.display(description="interview", ordering="interview__title")
    def erased_from(self, record: ErasureRecord) -> str:
        return short_link_to(record.interview)

    @admin.display(description="erased", ordering="made_at")
    def made(self, record: ErasureRecord) -> str:
        return done(record.made_by, record.made_at)
