"""Moments as the newsroom's people name them."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format


def in_words(at: datetime) -> str:
    """An aware moment in the newsroom's zone, such as "1 May 2027 at 06:00 (Europe/Berlin)"."""
    here = timezone.localtime(at)
    return f"{date_format(here, 'j F Y')} at {here:%H:%M} ({timezone.get_current_timezone_name()})"
