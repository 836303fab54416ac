"""Moments as pages for readers name them."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def moment(at: datetime) -> str:
    """For machines, to the second: HTML allows three digits behind it, and a database keeps six.

    https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#parse-a-time-component
    """
    return timezone.localtime(at).isoformat(timespec="seconds")


@register.filter
def day(at: date) -> str:
    """In words, such as "3 March 2026"."""
    return date_format(timezone.localtime(at) if isinstance(at, datetime) else at, "j F Y")


@register.simple_tag
def dated(at: datetime) -> SafeString:
    """The day of a moment as an element that machines read too."""
    return format_html('<time datetime="{}">{}</time>', moment(at), day(at))
