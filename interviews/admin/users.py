"""Django's own users, who are kept: the history names them. Whoever leaves is made inactive.

Whoever looks after people gives roles. Every right at once, and the pages of those who have it, are for those
alone: otherwise the role would be worth as much.
"""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

admin.site.unregister(User)


@admin.register(User)
class PeopleAdmin(UserAdmin):  # type: ignore[type-arg]
    """As Django has it, without deletion, and without a way from a role to every right."""

    list_display = ("username", "first_name", "last_name", "email", "is_staff", "is_active", "last_login")
    date_hierarchy = "date_joined"

    def has_delete_permission(self, _request: HttpRequest, _obj: User | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        out_of_reach = obj is not None and obj.is_superuser and not _has_every_right(request)
        return not out_of_reach and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        fixed = tuple(super().get_readonly_fields(request, obj))
        return fixed if _has_every_right(request) else (*fixed, "is_superuser", "user_permissions")


def _has_every_right(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_superuser
