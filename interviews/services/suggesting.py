"""Readers say what is wrong in a turn; the desk takes it up or dismisses it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from interviews.models import Publication, Suggestion
from interviews.services.errors import Refused
from interviews.services.storing import lock
from interviews.text.cleaning import clean

LONGEST = 2000  # code points
# A reader who goes through an interview finds a handful of slips; a newsroom reads a few hundred notes a day.
A_SENDER_AN_HOUR = 5
EVERYBODY_AN_HOUR = 100


class EmptySuggestion(Refused):
    """Nothing was written."""

    def __init__(self) -> None:
        super().__init__(gettext("Write what is wrong, or what it should say."))


class TooMany(Refused):
    """More came in than the desk can read."""

    def __init__(self) -> None:
        super().__init__(
            gettext("Many suggestions have come in during the last hour. Please try again later.")
        )


class AlreadySettledSuggestion(Refused):
    """Somebody else was first."""

    def __init__(self) -> None:
        super().__init__("Somebody has settled this suggestion already.")


def sender_of(address: str) -> str:
    """A name for a network address that holds for a day. The address itself is not kept."""
    return salted_hmac("interviews.suggestions", f"{timezone.now().date()} {address}").hexdigest()[:32]


def suggest(*, publication: Publication, key: str, text: str, sender: str) -> Suggestion:
    """Send a suggestion on a turn to the desk. Raises EmptySuggestion, TooMany, and UnsafeText."""
    text = clean(text)[:LONGEST]
    if not text:
        raise EmptySuggestion
    with transaction.atomic():
        locked, now = lock(publication.interview_id), timezone.now()
        since = now - timedelta(hours=1)
        if (
            Suggestion.objects.made_since(since, sender) >= A_SENDER_AN_HOUR
            or Suggestion.objects.made_since(since) >= EVERYBODY_AN_HOUR
        ):
            raise TooMany
        return Suggestion.objects.create(
            interview=locked, publication=publication, key=key, text=text, sender=sender, made_at=now
        )


def take_up(*, suggestion: Suggestion, by: User) -> None:
    """Somebody looks after it at the desk. Raises AlreadySettledSuggestion."""
    _settle(suggestion, by, taken=True, note="")


def dismiss_suggestion(*, suggestion: Suggestion, note: str, by: User) -> None:
    """Nothing is changed for it; the note says why. Raises AlreadySettledSuggestion."""
    _settle(suggestion, by, taken=False, note=clean(note)[:LONGEST])


def _settle(suggestion: Suggestion, by: User, *, taken: bool, note: str) -> None:
    """In one statement, which the second of two editors finds without a row."""
    found = Suggestion.objects.open().filter(pk=suggestion.pk)
    if not found.update(settled_at=timezone.now(), settled_by=by, taken=taken, note=note):
        raise AlreadySettledSuggestion
