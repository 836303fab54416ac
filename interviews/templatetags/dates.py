"""Moments as pages for readers name them, in the language of the page."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def moment(at: datetime) -> str:
    """For machines, to the second: HTML allows three digits behind it, and a database keeps six.

    https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#parse-a-time-component
    """
    return timezone.localtime(at).isoformat(timespec="seconds")


@register.filter
def day(at: date) -> str:
    """In words, such as "3 March 2026", "3. März 2026" or "1er mars 2026"."""
    here = timezone.localtime(at) if isinstance(at, datetime) else at
    if here.day == 1:
        return date_format(here, pgettext("date, the first day of a month", "j F Y"))
    return date_format(here, pgettext("date", "j F Y"))


@register.filter
def minute(at: datetime) -> str:
    """The day and the time of day, such as "3 March 2026, 14:05"."""
    told = {"day": day(at), "time": date_format(timezone.localtime(at), pgettext("time of day", "H:i"))}
    return pgettext("date and time of day", "%(day)s, %(time)s") % told


@register.filter
def month(at: date) -> str:
    """Such as "March 2026"."""
    return date_format(at, pgettext("date without a day", "F Y"))


@register.simple_tag
def dated(at: datetime) -> SafeString:
    """The day of a moment as an element that machines read too."""
    return format_html('<time datetime="{}">{}</time>', moment(at), day(at))
