"""What somebody may do, for the bar that all pages of an interview have."""

from __future__ import annotations

from django import template

from interviews.permissions import can_publish

register = template.Library()

register.filter("may_publish", can_publish)
