"""People and dates as the desk names them."""

from __future__ import annotations

from datetime import date

from django import template
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format

from interviews.people import name_of

register = template.Library()

register.filter("person", name_of)


@register.filter
def due(day: date) -> str:
    """A date by which something should be done, in words: "due tomorrow", "overdue by 3 days"."""
    return in_words(day, today=timezone.localdate())


def in_words(day: date, *, today: date) -> str:
    """What the filter ``due`` says on a day."""
    left = (day - today).days
    if left < 0:
        return f"overdue by {-left} day{'s' if left < -1 else ''}"
    if left < 2:
        return ("due today", "due tomorrow")[left]
    return f"due on {date_format(day, 'j F' if day.year == today.year else 'j F Y')}"


@register.filter
def overdue(day: date) -> bool:
    """Whether the date has passed."""
    return day < timezone.localdate()


def known(user: User) -> str:
    """How somebody is mentioned in a comment."""
    return f"@{user.get_username()}"


register.filter("handle", known)
