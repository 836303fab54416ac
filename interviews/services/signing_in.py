"""Whoever guesses passwords is slowed down, and nobody is locked out by somebody else's guesses.

A try counts before the password is looked at, so that many at one time are no more than the limit, and does
not count once it was right. A browser in which somebody has signed in before counts for itself, as a device
cookie does at https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from interviews.services.limiting import Limit, give_back, sender_named, sender_of, take

# Somebody who looks for the right one of some old passwords needs a handful; a thousand a day find only what
# is on the shortest lists. Behind one address sits a whole newsroom on a Monday morning.
OF_A_NAME = Limit("sign-in by name", 10, timedelta(minutes=15))
OF_AN_ADDRESS = Limit("sign-in from", 30, timedelta(minutes=15))


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody says who they are. ``browser`` names one in which this person has signed in before, if any."""

    name: str
    address: str
    browser: str = ""


def attempt(made: Attempt) -> None:
    """Count a try to sign in. Raises TooOften; then no password is looked at."""
    for limit, sender in _counted(made):
        take(limit, sender)


def succeeded(made: Attempt) -> None:
    """The password was right: the try does not count."""
    for limit, sender in _counted(made):
        give_back(limit, sender)


def folded(name: str) -> str:
    """A name in the one writing in which its tries are counted."""
    return unicodedata.normalize("NFKC", name).casefold()


def _counted(made: Attempt) -> list[tuple[Limit, str]]:
    """The address goes first: one that is at its end uses up nobody's name."""
    if made.browser:
        return [(OF_A_NAME, sender_named(f"{made.browser} {folded(made.name)}", OF_A_NAME))]
    by_name = (OF_A_NAME, sender_named(folded(made.name), OF_A_NAME))
    return [(OF_AN_ADDRESS, sender_of(made.address, OF_AN_ADDRESS)), by_name]
