"""Which reader a text is for, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from interviews.formats.base import Reader
from interviews.formats.registry import READERS


class Choice(NamedTuple):
    """A reader, how well the text fits it (0 to 1), and why in a few words."""

    reader: Reader
    fit: float
    why: str


def sniff(text: str, name: str = "", readers: Sequence[Reader] = READERS) -> tuple[Choice, ...]:
    """The readers that know the text, the best first; equals stand in the order of the registry."""
    choices = [Choice(reader, *reader.recognise(text, name)) for reader in readers]
    return tuple(sorted((one for one in choices if one.fit > 0), key=lambda one: -one.fit))
