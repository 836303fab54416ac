"""Readers say what is wrong in a turn; the desk takes it up or dismisses it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from interviews.models import Publication, Suggestion
from interviews.services.errors import Refused
from interviews.services.limiting import Limit, TooOften, sender_of, take
from interviews.services.storing import lock
from interviews.text.cleaning import clean

LONGEST = 2000  # code points
# A reader who goes through an interview finds a handful of slips; a newsroom reads a few hundred notes a day.
OF_A_SENDER = Limit("suggestion", 5, timedelta(hours=1))
OF_EVERYBODY = Limit("suggestions", 100, timedelta(hours=1))


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


def suggest(*, publication: Publication, key: str, text: str, address: str) -> Suggestion:
    """Send a suggestion on a turn to the desk, from a network address, which is not kept.

    Raises EmptySuggestion, TooMany, and UnsafeText.
    """
    text = clean(text)[:LONGEST]
    if not text:
        raise EmptySuggestion
    with transaction.atomic():
        locked = lock(publication.interview_id)
        try:
            take(OF_A_SENDER, sender_of(address, OF_A_SENDER))
            take(OF_EVERYBODY)
        except TooOften as flood:
            raise TooMany from flood
        return Suggestion.objects.create(
            interview=locked, publication=publication, key=key, text=text, made_at=timezone.now()
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
