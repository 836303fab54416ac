"""Somebody chooses other keys."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User

from interviews.keyboard import checked
from interviews.models import KeyChoice


def choose_keys(*, by: User, wanted: Mapping[str, str]) -> None:
    """Keep the keys that differ from the usual ones. Raises KeyTaken and KeyUnknown; nothing is kept then."""
    KeyChoice.objects.update_or_create(user=by, defaults={"keys": checked(wanted)})
