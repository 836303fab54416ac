"""How people are called at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User


def name_of(user: User | None) -> str:
    """The name by which colleagues know somebody; whoever left no name goes by the login."""
    if user is None:
        return "the program"
    return user.get_full_name() or user.get_username()
