"""Who speaks, over all interviews. Labels are renamed at the desk, where every turn follows."""

from __future__ import annotations

from django.contrib import admin

from interviews.admin.base import ReadOnlyAdmin, short_link_to
from interviews.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(ReadOnlyAdmin[Speaker]):
    """The labels of all interviews, and the people behind them."""

    comes_from = "Speakers come in with interviews."
    list_display = ("name", "full_name", "role", "description", "spoke_in")
    list_filter = ("role",)
    list_select_related = ("interview",)
    search_fields = ("name", "full_name", "description", "interview__title")
    search_help_text = "Label, name, description, or the interview’s title."
    ordering = ("name", "pk")
    fields = ("name", "full_name", "role", "description", "also_called", "interview")

    @admin.display(description="also called")
    def also_called(self, speaker: Speaker) -> str:
        return ", ".join(map(str, speaker.aliases)) or "-"

    @admin.display(description="interview", ordering="interview__title")
    def spoke_in(self, speaker: Speaker) -> str:
        return short_link_to(speaker.interview)
