"""How often somebody may do what costs the newsroom something, or what only who guesses does often.

Counted in the database, so that it holds for all workers together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from math import ceil

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from interviews.models import Tally
from interviews.services.errors import Refused

_NETWORK = 64  # bits: whoever has an address of IPv6 has at least all of those that begin so (RFC 6177)


@dataclass(frozen=True, slots=True)
class Limit:
    """``most`` times ``within`` a stretch that begins with the first; ``what`` names it, in 20 letters."""

    what: str
    most: int
    within: timedelta


# Somebody who looks for something asks a handful of times a minute, and a class behind one address two dozen
# times; a query reads up to 150 transcripts.
SEARCHES = Limit("search", 30, timedelta(minutes=1))


class TooOften(Refused):
    """It was done as often as it may be. ``seconds`` are left until it may be done again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"That was too often. Please try again in {seconds} seconds.")
        self.seconds = seconds


def sender_of(address: str, limit: Limit) -> str:
    """A name for a network address that holds for a day and for one limit. The address itself is not kept."""
    try:
        known = ip_address(address)
    except ValueError:  # what a proxy says need not be one
        network = address
    else:
        network = str(known)
        if isinstance(known, IPv6Address):
            mapped = known.ipv4_mapped
            network = str(mapped) if mapped else str(int(known) >> (128 - _NETWORK))
    return sender_named(network, limit)


def sender_named(name: str, limit: Limit) -> str:
    """A name for whatever has one, that holds for a day and for one limit. What it is made of is not kept."""
    told = f"{limit.what} {timezone.now().date()} {name}"
    return salted_hmac("interviews.limiting", told).hexdigest()[:32]


def take(limit: Limit, sender: str = "") -> None:
    """Count once more for a sender, or for everybody together. Raises TooOften; nothing is counted then."""
    now = timezone.now()
    rows = Tally.objects.filter(what=limit.what, sender=sender)
    while True:
        running = rows.running(now).first()
        if running is not None and running.count >= limit.most:  # a flood is only read, never written
            raise TooOften(max(1, ceil((running.ends_at - now).total_seconds())))
        if running is not None:
            if rows.running(now).filter(count__lt=limit.most).update(count=F("count") + 1):
                return
        elif rows.ended(now).update(count=1, ends_at=now + limit.within):
            return
        else:
            _forget_ended(now)
            # Somebody else may put it there at the same time: then theirs is counted on.
            Tally.objects.bulk_create(
                [Tally(what=limit.what, sender=sender, ends_at=now + limit.within)], ignore_conflicts=True
            )


def give_back(limit: Limit, sender: str) -> None:
    """What was taken last is not to count after all."""
    rows = Tally.objects.filter(what=limit.what, sender=sender, count__gt=0)
    rows.running(timezone.now()).update(count=F("count") - 1)


def _forget_ended(now: datetime) -> None:
    """Remove what counts no more; what another worker holds is left to it, so that nobody waits in a ring."""
    with transaction.atomic():
        ended = Tally.objects.ended(now).select_for_update(skip_locked=True)
        Tally.objects.filter(pk__in=[one.pk for one in ended]).delete()
