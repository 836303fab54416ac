"""What was to be published and is not, for whoever publishes."""

from __future__ import annotations

from django import template
from django.contrib.auth.models import AnonymousUser, User

from interviews.models import ScheduledPublication
from interviews.permissions import can_publish

register = template.Library()
LISTED = 5


@register.inclusion_tag("desk/_not_published.html")
def not_published(user: User | AnonymousUser) -> dict[str, object]:
    """The newest appointments that failed, until somebody does something about them."""
    failed = ScheduledPublication.objects.failed().select_related("interview")[:LISTED]
    return {"failed": failed if can_publish(user) else []}
