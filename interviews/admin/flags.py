"""What was found, over all interviews. Flags are settled at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString

from interviews.admin.base import ReadOnlyAdmin, link, link_to, told
from interviews.models import Flag


@admin.register(Flag)
class FlagAdmin(ReadOnlyAdmin[Flag]):
    """All flags, the newest first."""

    list_display = ("title", "kind", "severity", "state", "surety", "found_in", "settled_by", "settled_at")
    list_filter = ("state", "severity", "family", "kind")
    list_select_related = ("interview", "settled_by")
    search_fields = ("title", "quote", "reason", "interview__title")
    search_help_text = "The flag’s title, its words, its reason, or the interview’s title."
    date_hierarchy = "created_at"
    ordering = ("-created_at", "-pk")
    fieldsets = (
        (
            None,
            {"fields": ("title", "kind", "severity", "reason", "quote", "facts", "fixes_offered", "desk")},
        ),
        ("Settled", {"fields": ("state", "settled_by", "settled_at", "note")}),
        ("Kept by the program", {"fields": ("found_in", "confidence", "fingerprint", "head", "created_at")}),
    )

    @admin.display(description="how sure", ordering="confidence")
    def surety(self, flag: Flag) -> str:
        return flag.surety

    @admin.display(description="interview", ordering="interview__title")
    def found_in(self, flag: Flag) -> str:
        return link_to(flag.interview)

    @admin.display(description="evidence")
    def facts(self, flag: Flag) -> SafeString:
        return told([str(fact) for fact in flag.evidence])

    @admin.display(description="fixes")
    def fixes_offered(self, flag: Flag) -> SafeString:
        return told([fix.label for fix in flag.offered])

    @admin.display(description="open at")
    def desk(self, flag: Flag) -> SafeString:
        return link(flag.get_absolute_url(), "Desk")
