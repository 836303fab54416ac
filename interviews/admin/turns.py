"""What was said, to be looked up. It changes at the desk, where every change is recorded and checked."""

from __future__ import annotations

from django.contrib import admin
from django.utils.text import Truncator

from interviews.admin.base import ReadOnlyAdmin, link_to
from interviews.models import Turn


@admin.register(Turn)
class TurnAdmin(ReadOnlyAdmin[Turn]):
    """The turns of all interviews in their order."""

    list_display = ("key", "beginning", "speaker", "part", "aside", "version", "said_in")
    list_filter = ("part", ("aside", admin.EmptyFieldListFilter))
    list_select_related = ("interview", "speaker")
    search_fields = ("text", "key")
    search_help_text = "Words that were said, or a turn’s key."
    ordering = ("interview", "position")
    fields = ("key", "said_in", "speaker", "part", "text", "start_ms", "end_ms", "aside", "version")

    @admin.display(description="text")
    def beginning(self, turn: Turn) -> str:
        return Truncator(turn.text).chars(80)

    @admin.display(description="interview", ordering="interview__title")
    def said_in(self, turn: Turn) -> str:
        return link_to(turn.interview)
