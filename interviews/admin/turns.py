"""What was said, to be looked up. It changes at the desk, where every change is recorded and checked."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q

from interviews.admin.base import ReadOnlyAdmin, short, short_link_to
from interviews.admin.filters import WhetherFilter
from interviews.models import Turn


class AsideFilter(WhetherFilter):
    """Whether it was set aside."""

    title = "whether it stands"
    before, after = "Stands", "Set aside"
    is_before = Q(aside="")


@admin.register(Turn)
class TurnAdmin(ReadOnlyAdmin[Turn]):
    """The turns of all interviews in their order."""

    comes_from = "Turns come in with interviews."
    list_display = ("beginning", "speaker", "part", "aside", "version", "said_in", "key")
    list_filter = ("part", AsideFilter)
    list_select_related = ("interview", "speaker")
    search_fields = ("text", "key")
    search_help_text = "Words that were said, or a turn’s key."
    ordering = ("interview", "position")
    fields = ("key", "interview", "speaker", "part", "text", "start_ms", "end_ms", "aside", "version")

    @admin.display(description="text")
    def beginning(self, turn: Turn) -> str:
        return short(turn.text) or "(no words)"

    @admin.display(description="interview", ordering="interview__title")
    def said_in(self, turn: Turn) -> str:
        return short_link_to(turn.interview)
