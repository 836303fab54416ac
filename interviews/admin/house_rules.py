"""House rules, to be looked up. They are written, tried and switched at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString

from interviews.admin.base import ReadOnlyAdmin, link
from interviews.models import HouseRule


@admin.register(HouseRule)
class HouseRuleAdmin(ReadOnlyAdmin[HouseRule]):
    """All house rules by name."""

    comes_from = "House rules are written at the desk."
    list_display = ("name", "pattern", "replacement", "severity", "enabled", "made_by", "changed_at")
    list_filter = ("enabled", "severity")
    list_select_related = ("made_by",)
    search_fields = ("name", "pattern", "message", "replacement")
    search_help_text = "The rule’s name, its pattern, what it says, or what it puts instead."
    date_hierarchy = "made_at"
    readonly_fields = ("desk",)

    @admin.display(description="change it at")
    def desk(self, rule: HouseRule) -> SafeString:
        return link(rule.get_absolute_url(), "Desk")
