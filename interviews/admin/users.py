"""Django's own users, who are kept: the history names them. Whoever leaves is made inactive."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

admin.site.unregister(User)


@admin.register(User)
class PeopleAdmin(UserAdmin):  # type: ignore[type-arg]
    """As Django has it, without deletion."""

    list_display = ("username", "first_name", "last_name", "email", "is_staff", "is_active", "last_login")
    date_hierarchy = "date_joined"

    def has_delete_permission(self, _request: HttpRequest, _obj: User | None = None) -> bool:
        return False
