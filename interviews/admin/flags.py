"""What was found, over all interviews. Flags are settled at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.safestring import SafeString

from interviews.admin.base import AtTheDesk, ReadOnlyAdmin, done, told
from interviews.admin.filters import WordsFilter
from interviews.models import Flag, Turn


class KindFilter(WordsFilter):
    """The kinds that there are flags of, as the desk calls them."""

    title = "kind"
    parameter_name = "kind"

    def in_words(self, value: str) -> str:
        return Flag(kind=value).label


@admin.register(Flag)
class FlagAdmin(AtTheDesk, ReadOnlyAdmin[Flag]):
    """All flags, the newest first."""

    comes_from = "Flags are made when an interview comes in, and when it is checked again."
    list_display = ("title", "kind_in_words", "severity", "state", "about", "place", "settled")
    list_filter = (
        "state",
        "severity",
        "family",
        KindFilter,
        ("settled_by", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("interview", "turn", "settled_by")
    search_fields = ("title", "quote", "reason", "note", "interview__title", "settled_by__username")
    search_help_text = "Its title, words, reason or note, the interview’s title, or who settled it."
    date_hierarchy = "created_at"
    ordering = ("-created_at", "-pk")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "title",
                    "kind_in_words",
                    "severity",
                    "surety",
                    "interview",
                    "place",
                    "reason",
                    "quote",
                    "facts",
                    "fixes_offered",
                    "desk",
                )
            },
        ),
        ("Settled", {"fields": ("state", "settled_by", "settled_at", "note")}),
        ("Kept by the program", {"fields": ("kind", "confidence", "fingerprint", "head", "created_at")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Flag]:
        """With the place of each turn among those of its part, as people count."""
        until = Turn.objects.filter(
            interview=OuterRef("interview"),
            part=OuterRef("turn__part"),
            position__lte=OuterRef("turn__position"),
        )
        number = until.order_by().values("interview").annotate(number=Count("pk")).values("number")
        return super().get_queryset(request).annotate(turn_number=Subquery(number))

    @admin.display(description="kind", ordering="kind")
    def kind_in_words(self, flag: Flag) -> str:
        return flag.label

    @admin.display(description="how sure")
    def surety(self, flag: Flag) -> str:
        return flag.surety

    @admin.display(description="turn")
    def place(self, flag: Flag) -> str:
        """Its number, as the desk counts; a dash where its words were joined to another turn."""
        number = flag.turn_number  # type: ignore[attr-defined]
        if number is None:
            return "-"
        return str(number) if flag.turn.part == Turn.Part.DIALOGUE else f"Background, {number}"

    @admin.display(description="settled", ordering="settled_at")
    def settled(self, flag: Flag) -> str:
        return done(flag.settled_by, flag.settled_at)

    @admin.display(description="evidence")
    def facts(self, flag: Flag) -> SafeString:
        return told([str(fact) for fact in flag.evidence])

    @admin.display(description="fixes")
    def fixes_offered(self, flag: Flag) -> SafeString:
        return told([fix.label for fix in flag.offered])
