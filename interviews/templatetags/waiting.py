"""How much waits for somebody, for the desk's navigation."""

from __future__ import annotations

from django import template
from django.contrib.auth.models import AnonymousUser, User

from interviews.models import Comment, Interview, Suggestion
from interviews.permissions import can_edit, can_publish

register = template.Library()


@register.simple_tag
def waiting_for(user: User | AnonymousUser) -> int:
    """How many things the page "Waits for me" lists: five queries at most."""
    if not isinstance(user, User) or not can_edit(user):
        return 0
    return (
        Interview.objects.waiting_for_work_of(user).count()
        + Interview.objects.waiting_for_approval_by(user).count()
        + (Interview.objects.editable_by(user).ready().count() if can_publish(user) else 0)
        + Comment.objects.waiting_for(user).count()
        + Suggestion.objects.waiting_for(user).count()
    )
